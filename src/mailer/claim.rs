//! Claiming what is due, for the sessions to deliver; and giving back what they do not get to.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use tokio::time::{sleep, sleep_until};

use crate::chain::chain;
use crate::mailer::job::{Arrivals, Job, Until};
use crate::outbox::{self, Claim, Move, State, Step};

/// How often a worker without work looks for some.
const LOOK: Duration = Duration::from_secs(1);
/// How many mails are written before the first one leaves.
const TRIAL: usize = 100;
/// Of fewer than this, none can speak for the others.
const FEWEST: usize = 10;

impl Job {
    /// Claims what is due, until the work is done; then gives back what no session has got to.
    pub(super) async fn claim(self: &Arc<Self>, n_sessions: usize) -> Result<(), outbox::Error> {
        let mut arrivals = self.work.arrivals.clone();
        let claimed = self.claim_all(n_sessions, &mut arrivals).await;
        self.give_back("the run ended").await;
        self.queue.close();
        claimed
    }

    async fn claim_all(
        self: &Arc<Self>,
        n_sessions: usize,
        arrivals: &mut Option<Arrivals>,
    ) -> Result<(), outbox::Error> {
        self.try_first(arrivals).await?;
        while !self.is_over() {
            let coming_back = self.came_back.notified();
            if let Some(until) = self.pause() {
                // Somebody else may reach a relay: nothing is held while none is asked.
                self.give_back("no relay could be used").await;
                self.wait(async {
                    tokio::select! { () = coming_back => {}, () = sleep_until(until) => {} }
                })
                .await;
                self.queue.wake();
                continue;
            }
            let appetite = self.appetite(n_sessions);
            let n_waiting = self.queue.len();
            if n_waiting > appetite / 2 {
                self.wait(coming_back).await;
                continue;
            }
            let is_bringing = arrivals.as_ref().is_some_and(Arrivals::is_open);
            let n = appetite.saturating_sub(n_waiting).max(1);
            let batch = self.claim_some(n).await?;
            if !batch.is_empty() {
                self.queue.push(batch);
                continue;
            }
            let is_idle = self.n_in_hand.load(Ordering::Acquire) == 0;
            let mut rest = LOOK;
            if is_idle && !is_bringing {
                let waiting = self.outbox.waiting().await?;
                let is_done = match self.work.until {
                    Until::NothingDue => waiting.next_due != Some(Duration::ZERO),
                    Until::NothingLeft => waiting.next_due.is_none() && !waiting.is_held,
                    Until::Stopped => false,
                };
                if is_done {
                    break;
                }
                rest = waiting.next_due.unwrap_or(LOOK).clamp(Duration::from_millis(10), LOOK);
            }
            self.wait(async {
                tokio::select! {
                    () = coming_back => {}
                    () = arrive(arrivals) => {}
                    () = sleep(rest) => {}
                }
            })
            .await;
        }
        Ok(())
    }

    /// Writes the first mails before any leaves. If most cannot be written, none leaves and all go back: a broken
    /// template is put right sooner than a hundred notices.
    async fn try_first(self: &Arc<Self>, arrivals: &mut Option<Arrivals>) -> Result<(), outbox::Error> {
        let mut first = Vec::new();
        while first.len() < TRIAL && !self.is_over() {
            let is_bringing = arrivals.as_ref().is_some_and(Arrivals::is_open);
            let batch = self.claim_some(TRIAL - first.len()).await?;
            let is_empty = batch.is_empty();
            first.extend(batch);
            if is_empty && !is_bringing {
                break;
            }
            if let Some(open) = arrivals.as_mut().filter(|_| is_empty) {
                // The last rows may have come while we claimed: that counts as a change.
                self.wait(open.changed()).await;
            }
        }
        let now = (self.mailer.clock)();
        let problem = |claim: &Claim| {
            let problem = match &claim.notice {
                Ok(notice) => self.mailer.write(notice, now).err().map(|err| chain(&err)),
                Err(err) => Some(err.to_string()),
            };
            problem.map(|problem| (claim.key.to_string(), problem))
        };
        let problems: Vec<(String, String)> = first.iter().filter_map(problem).collect();
        if let Some((id, problem)) =
            problems.first().filter(|_| problems.len() > first.len() / 2 && first.len() >= FEWEST)
        {
            let (n_bad, n) = (problems.len(), first.len());
            self.end(format!(
                "{n_bad} of the first {n} mails cannot be written, so none was sent; the first is `{id}`: {problem}"
            ));
        }
        self.queue.push(first);
        Ok(())
    }

    async fn claim_some(&self, n: usize) -> Result<Vec<Claim>, outbox::Error> {
        let batch = self.outbox.claim(self.work.worker, n, &self.queue.crowded()).await?;
        self.n_in_hand.fetch_add(batch.len(), Ordering::AcqRel);
        Ok(batch)
    }

    /// Gives back what waits for a session. No attempt is counted.
    async fn give_back(self: &Arc<Self>, why: &str) {
        for claim in self.queue.drain() {
            let step = Step::Return(Duration::ZERO, why.to_owned());
            let back = Move { ticket: claim.ticket, from: State::Claimed, step, attempt: None };
            let job = Arc::clone(self);
            // What cannot be stored goes back when the lease lapses.
            self.writer.submit(back, move |_| job.forget(1)).await;
        }
    }

    /// Waits for `time`, or until the work is over.
    pub(super) async fn wait(&self, time: impl Future<Output = ()>) {
        tokio::select! {
            () = self.over() => {}
            () = time => {}
        }
    }
}

/// Ends when rows have come, or none will come any more; never, once that is so.
async fn arrive(arrivals: &mut Option<Arrivals>) {
    match arrivals {
        Some(open) if open.is_open() => open.changed().await,
        _ => std::future::pending().await,
    }
}
