//! Working on an outbox: claim, write, deliver, settle.

use std::collections::HashSet;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::sync::{Notify, mpsc};
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, sleep_until};

use crate::mailer::breaker::Breaker;
use crate::mailer::job::{Job, Until, Work, outcome};
use crate::mailer::{Mailer, chain, lock};
use crate::outbox::{self, Applied, Claim, Move, Outbox, State, Step, Writer};
use crate::report::{Outcome, Settled};
use crate::transport::{Transport, Withheld};

/// How many notices a session may have waiting for it.
const CLAIMS_PER_SESSION: usize = 8;
/// How often a worker without work looks for some.
const LOOK: Duration = Duration::from_secs(1);

impl Mailer {
    /// Delivers what is due in `outbox`, over all `transports` at once, and tells every outcome to `settled` once it
    /// is stored.
    ///
    /// Returns why the work ended early, if it did: a relay that stayed away or refused the login, or a mistake that
    /// spoils most mails. What was claimed and not delivered has gone back by then.
    ///
    /// # Errors
    ///
    /// If the outbox fails, or has another worker and allows but one. No mail leaves whose intent is not stored.
    pub async fn work<T>(
        self: Arc<Self>,
        outbox: Arc<dyn Outbox>,
        work: Work,
        transports: Vec<T>,
        settled: impl Fn(&Settled) + Send + Sync + 'static,
    ) -> Result<Option<String>, outbox::Error>
    where
        T: Transport + 'static,
    {
        outbox.renew(work.worker, work.lease).await?;
        outbox.sweep(work.resend_after).await?;
        let stop = self.stop.clone();
        let (writer, writing) = Writer::start(Arc::clone(&outbox), work.worker, move || stop.stop());
        let n_sessions = transports.len().max(1);
        let (claims, claimed) = mpsc::channel(n_sessions * CLAIMS_PER_SESSION);
        let job = Arc::new(Job {
            mailer: self,
            outbox,
            work,
            claimed: tokio::sync::Mutex::new(claimed),
            breaker: Breaker::default(),
            ended: Mutex::new(None),
            has_ended: AtomicBool::new(false),
            in_hand: Mutex::new(HashSet::new()),
            came_back: Notify::new(),
            n_tried: AtomicU32::new(0),
            n_spoiled: AtomicU32::new(0),
            settled: Box::new(settled),
        });
        let mut sessions = JoinSet::new();
        for transport in transports {
            sessions.spawn(Arc::clone(&job).serve(transport, writer.clone()));
        }
        drop(writer);
        let beat = tokio::spawn(Arc::clone(&job).beat());
        let claiming = job.claim(&claims, n_sessions * CLAIMS_PER_SESSION).await;
        drop(claims);
        while sessions.join_next().await.is_some() {}
        beat.abort();
        let written = writing.await.unwrap_or(Ok(()));
        // Whether this is heard does not matter: a lease that is not prolonged lapses.
        let goodbye = job.outbox.retire(job.work.worker).await;
        written.and(claiming).and(goodbye)?;
        let ended = lock(&job.ended).clone();
        Ok(ended)
    }
}

impl Job {
    /// Prolongs the lease, and takes over from workers that did not.
    async fn beat(self: Arc<Self>) {
        loop {
            sleep(self.work.lease / 3).await;
            let renewed = self.outbox.renew(self.work.worker, self.work.lease).await;
            let swept = match renewed {
                Ok(()) => self.outbox.sweep(self.work.resend_after).await.map(drop),
                Err(err) => Err(err),
            };
            if let Err(err) = swept {
                tracing::warn!("{}", chain(&err));
            }
        }
    }

    /// Claims what is due, until the work is done.
    async fn claim(&self, claims: &mpsc::Sender<Claim>, n: usize) -> Result<(), outbox::Error> {
        while !self.is_over() {
            if let Some(until) = self.breaker.until().filter(|until| *until > Instant::now()) {
                self.wait(sleep_until(until)).await;
                continue;
            }
            let room = claims.capacity().min(n).max(1);
            let batch = self.outbox.claim(self.work.worker, room, &[]).await?;
            let is_empty = batch.is_empty();
            for claim in batch {
                lock(&self.in_hand).insert(claim.ticket.seq);
                // The sessions end after the sender.
                let _ = claims.send(claim).await;
            }
            if !is_empty {
                continue;
            }
            let coming_back = self.came_back.notified();
            let is_idle = lock(&self.in_hand).is_empty();
            match self.work.until {
                _ if !is_idle => {
                    self.wait(async {
                        tokio::select! { () = coming_back => {}, () = sleep(LOOK) => {} }
                    })
                    .await;
                }
                Until::NothingDue => {
                    if self.outbox.waiting().await?.next_due != Some(Duration::ZERO) {
                        break;
                    }
                }
                until => {
                    let waiting = self.outbox.waiting().await?;
                    if until == Until::NothingLeft && waiting.next_due.is_none() && !waiting.is_held {
                        break;
                    }
                    self.wait(sleep(waiting.next_due.unwrap_or(LOOK).min(LOOK))).await;
                }
            }
        }
        Ok(())
    }

    async fn wait(&self, time: impl Future<Output = ()>) {
        tokio::select! {
            () = self.mailer.stop.stopped() => {}
            () = time => {}
        }
    }

    async fn serve(self: Arc<Self>, mut transport: impl Transport, writer: Writer) {
        loop {
            while let Some(until) =
                self.breaker.until().filter(|until| *until > Instant::now() && !self.is_over())
            {
                self.wait(sleep_until(until)).await;
            }
            let claim = self.claimed.lock().await.recv().await;
            let Some(claim) = claim else { break };
            self.attend(claim, &mut transport, &writer).await;
        }
        transport.close().await;
    }

    /// Takes one claimed notice to its outcome.
    async fn attend(self: &Arc<Self>, claim: Claim, transport: &mut impl Transport, writer: &Writer) {
        let mut settled = Settled {
            place: "outbox".to_owned(),
            id: Some(claim.key.to_string()),
            kind: None,
            locale: None,
            outcome: Outcome::Returned,
            text: String::new(),
        };
        let before = |step| Move { ticket: claim.ticket, from: State::Claimed, step, attempt: None };
        if self.is_over() {
            return self
                .settle(before(Step::Return(Duration::ZERO, "the run ended".to_owned())), settled, writer)
                .await;
        }
        if claim.is_suppressed {
            return self.settle(before(Step::Suppress), settled, writer).await;
        }
        if claim.remaining.is_zero() {
            let why = "its time ran out before a relay took it".to_owned();
            return self.settle(before(Step::Expire(why)), settled, writer).await;
        }
        let notice = match &claim.notice {
            Ok(notice) => notice,
            Err(err) => {
                self.spoil();
                return self.settle(before(Step::Unrenderable(err.to_string())), settled, writer).await;
            }
        };
        settled.kind = Some(notice.kind());
        let negotiated = self.mailer.negotiate(notice);
        let (locale, why) = (negotiated.locale.clone(), negotiated.why.to_string());
        settled.locale = Some((locale.clone(), why.clone()));
        let message = match self.mailer.write_in(notice, &locale, (self.mailer.clock)()) {
            Ok(message) => message,
            Err(err) => {
                self.spoil();
                return self.settle(before(Step::Unrenderable(chain(&err))), settled, writer).await;
            }
        };
        let (generation, began) = (self.breaker.generation(), Instant::now());
        let is_handed_over = AtomicBool::new(false);
        let handover = async {
            let step = Step::HandOver { locale: locale.to_string(), why };
            match writer.apply(before(step)).await {
                Applied::Made => {
                    is_handed_over.store(true, Ordering::Relaxed);
                    Ok(())
                }
                Applied::Lost | Applied::Failed => Err(Withheld),
            }
        };
        let result = transport.deliver(&message, handover).await;
        let is_handed_over = is_handed_over.into_inner();
        let from = if is_handed_over { State::HandedOver } else { State::Claimed };
        let milliseconds = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
        let attempt = self.attempt(&result, milliseconds);
        let step = match result {
            Ok(_) => {
                self.breaker.close();
                Step::Sent
            }
            Err(err) => match self.judge(&err, &claim, is_handed_over, generation) {
                Some(Step::Refuse { suppress: Some(_) }) => {
                    let masked = notice.account.administrator.email.to_string();
                    Step::Refuse { suppress: Some(masked) }
                }
                Some(step) => step,
                None => {
                    // Somebody else has the notice now, or the store has failed: nothing of it is ours to write.
                    self.forget(claim.ticket.seq);
                    return;
                }
            },
        };
        self.n_tried.fetch_add(1, Ordering::Relaxed);
        let attempt = Some(attempt).filter(|_| !matches!(step, Step::Return(..)));
        self.settle(Move { ticket: claim.ticket, from, step, attempt }, settled, writer).await;
    }

    /// Stores an outcome, and tells it once it is stored.
    async fn settle(self: &Arc<Self>, step: Move, mut settled: Settled, writer: &Writer) {
        settled.outcome = outcome(&step.step);
        settled.text = match (&step.step, &step.attempt) {
            (Step::Return(_, why) | Step::Expire(why) | Step::Unrenderable(why), _) => why.clone(),
            (_, Some(attempt)) => attempt.text.clone(),
            _ => String::new(),
        };
        let (seq, job) = (step.ticket.seq, Arc::clone(self));
        writer
            .submit(step, move |applied| {
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
                job.forget(seq);
            })
            .await;
    }

    fn forget(&self, seq: i64) {
        lock(&self.in_hand).remove(&seq);
        self.came_back.notify_one();
    }
}
