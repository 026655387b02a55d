//! What one session does: write, deliver, settle, one notice after the other.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tokio::time::{Instant, sleep_until, timeout};

use crate::chain::chain;
use crate::mailer::job::{Job, Next};
use crate::mailer::judge::{attempt, outcome};
use crate::mailer::relay::Standing;
use crate::outbox::{Applied, Claim, Move, State, Step};
use crate::report::{Outcome, Settled};
use crate::transport::{DeliveryError, Receipt, Transport, Withheld};

/// How long a session that has nothing to do stays open.
const IDLE: Duration = Duration::from_mins(1);

/// How a delivery ended.
enum Delivered {
    /// By itself.
    Result(Result<Receipt, DeliveryError>),
    /// The work was over before the handover.
    Stopped,
}

impl Job {
    /// Serves the relay `n` until nothing comes any more.
    pub(super) async fn serve(self: Arc<Self>, n: usize, mut transport: impl Transport) {
        let mut is_open = false;
        loop {
            let changed = self.queue.changed();
            let time = match self.next(n) {
                Next::Attend(claim) => {
                    let domain = claim.domain.clone();
                    let relay = &self.relays[n];
                    self.attend(*claim, relay, &mut transport).await;
                    relay.finish();
                    self.queue.release(&domain);
                    if relay.breaker.is_trying() {
                        self.queue.wake();
                    }
                    if self.queue.len() == 0 {
                        self.came_back.notify_one();
                    }
                    is_open = true;
                    continue;
                }
                Next::Wait(_) if self.queue.is_closed() && self.queue.len() == 0 => break,
                Next::Wait(time) => time,
            };
            let waiting = async {
                match time {
                    Some(time) => tokio::select! { () = changed => {}, () = sleep_until(time) => {} },
                    None => changed.await,
                }
            };
            if !is_open {
                waiting.await;
            } else if timeout(IDLE, waiting).await.is_err() {
                // Relays dislike lines on which nothing is said.
                transport.close().await;
                is_open = false;
            }
        }
        transport.close().await;
    }

    /// Takes one claimed notice to its outcome.
    async fn attend(self: &Arc<Self>, claim: Claim, relay: &Standing, transport: &mut impl Transport) {
        let mut settled = Settled {
            place: "outbox".to_owned(),
            id: Some(claim.key.to_string()),
            kind: None,
            locale: None,
            outcome: Outcome::Returned,
            text: String::new(),
        };
        let before = |step| Move { ticket: claim.ticket, from: State::Claimed, step, attempt: None };
        let back = || before(Step::Return(Duration::ZERO, "the run ended".to_owned()));
        if self.is_over() {
            return self.settle(back(), settled).await;
        }
        if claim.is_suppressed {
            return self.settle(before(Step::Suppress), settled).await;
        }
        if claim.remaining.is_zero() {
            let why = "its time ran out before a relay took it".to_owned();
            return self.settle(before(Step::Expire(why)), settled).await;
        }
        let notice = match &claim.notice {
            Ok(notice) => notice,
            Err(err) => return self.settle(before(Step::Unrenderable(err.to_string())), settled).await,
        };
        settled.kind = Some(notice.kind());
        let negotiated = self.mailer.negotiate(notice);
        let (locale, why) = (negotiated.locale.clone(), negotiated.why.to_string());
        settled.locale = Some((locale.clone(), why.clone()));
        let message = match self.mailer.write_in(notice, &locale, (self.mailer.clock)()) {
            Ok(message) => message,
            Err(err) => return self.settle(before(Step::Unrenderable(chain(&err))), settled).await,
        };
        let (generation, began) = (relay.breaker.generation(), Instant::now());
        // What has been asked of the store may be stored, whatever else happens.
        let (is_asked, is_handed_over) = (AtomicBool::new(false), AtomicBool::new(false));
        let handover = async {
            is_asked.store(true, Ordering::Relaxed);
            let step = Step::HandOver { locale: locale.to_string(), why };
            match self.writer.apply(before(step)).await {
                Applied::Made => {
                    is_handed_over.store(true, Ordering::Relaxed);
                    Ok(())
                }
                Applied::Lost | Applied::Failed => Err(Withheld),
            }
        };
        let stopped = async {
            self.over().await;
            if is_asked.load(Ordering::Relaxed) {
                std::future::pending::<()>().await;
            }
        };
        let delivered = tokio::select! {
            biased;
            result = transport.deliver(&message, handover) => Delivered::Result(result),
            () = stopped => Delivered::Stopped,
        };
        let result = match delivered {
            Delivered::Result(result) => result,
            Delivered::Stopped => return self.settle(back(), settled).await,
        };
        let is_handed_over = is_handed_over.into_inner();
        let from = if is_handed_over { State::HandedOver } else { State::Claimed };
        let milliseconds = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
        let attempt = attempt(relay, &result, milliseconds);
        let step = match result {
            Ok(_) => {
                self.praise(relay);
                Step::Sent
            }
            Err(err) => match self.judge(&err, &claim, relay, is_handed_over, generation) {
                Some(Step::Refuse { suppress: Some(_) }) => {
                    let masked = notice.account.administrator.email.to_string();
                    Step::Refuse { suppress: Some(masked) }
                }
                Some(step) => step,
                // Somebody else has the notice now, or the store has failed: nothing of it is ours to write.
                None => return self.forget(1),
            },
        };
        let attempt = Some(attempt).filter(|_| !matches!(step, Step::Return(..)));
        self.settle(Move { ticket: claim.ticket, from, step, attempt }, settled).await;
    }

    /// Stores an outcome, and tells it once it is stored.
    async fn settle(self: &Arc<Self>, step: Move, mut settled: Settled) {
        settled.outcome = outcome(&step.step);
        settled.text = match (&step.step, &step.attempt) {
            (Step::Return(_, why) | Step::Expire(why) | Step::Unrenderable(why), _) => why.clone(),
            (_, Some(attempt)) => attempt.text.clone(),
            _ => String::new(),
        };
        let job = Arc::clone(self);
        let told = move |applied| {
            match applied {
                Applied::Made => (job.settled)(&settled),
                Applied::Lost => tracing::warn!(
                    notice.id = settled.id,
                    "the notice was no longer ours when it came to `{}`: {}",
                    settled.outcome,
                    settled.text
                ),
                Applied::Failed => {}
            }
            job.forget(1);
        };
        self.writer.submit(step, told).await;
    }
}
