//! Working on an outbox: claim, write, deliver, settle.

use std::pin::pin;
use std::sync::atomic::AtomicUsize;
use std::sync::{Arc, Mutex};

use tokio::sync::Notify;
use tokio::task::JoinSet;
use tokio::time::sleep;

use crate::chain::chain;
use crate::mailer::job::{Job, Work};
use crate::mailer::queue::Queue;
use crate::mailer::relay::{Relay, Standing};
use crate::mailer::{Mailer, Stop, lock};
use crate::outbox::{self, Outbox, Writer};
use crate::report::Settled;
use crate::transport::Transport;

impl Mailer {
    /// Delivers what is due in `outbox`, over all sessions at once, and tells every outcome to `settled` once it is
    /// stored. A relay has mails while those before it in `relays` fail.
    ///
    /// Returns why the work ended early, if it did: relays that stayed away or refused the login, or a mistake that
    /// spoils most mails. What was claimed and not delivered has gone back by then. A stop takes back what has not
    /// been handed over, and waits for the rest.
    ///
    /// # Errors
    ///
    /// If the outbox fails, or has another worker and allows but one. No mail leaves whose intent is not stored.
    pub async fn work<T>(
        self: Arc<Self>,
        outbox: Arc<dyn Outbox>,
        work: Work,
        relays: Vec<Relay<T>>,
        settled: impl Fn(&Settled) + Send + Sync + 'static,
    ) -> Result<Option<String>, outbox::Error>
    where
        T: Transport + 'static,
    {
        outbox.renew(work.worker, work.lease).await?;
        work.health.renew();
        for relay in &relays {
            work.health.tell(&relay.name, true);
        }
        outbox.sweep(work.resend_after).await?;
        let stop = self.stop.clone();
        let (writer, writing) = Writer::start(Arc::clone(&outbox), work.worker, move || stop.stop());
        let queue = Queue::new(work.per_domain);
        let job = Arc::new(Job {
            mailer: self,
            outbox,
            work,
            writer,
            queue,
            relays: relays.iter().map(|relay| Standing::new(relay.name.clone(), relay.rate)).collect(),
            choice: Mutex::new(()),
            ended: Mutex::new(None),
            end: Stop::default(),
            n_in_hand: AtomicUsize::new(0),
            came_back: Notify::new(),
            n_lost: Mutex::default(),
            policy: Mutex::default(),
            settled: Box::new(settled),
        });
        let n_sessions = relays.iter().map(|relay| relay.sessions.len()).max().unwrap_or(0).max(1);
        let mut sessions = JoinSet::new();
        for (n, relay) in relays.into_iter().enumerate() {
            for transport in relay.sessions {
                sessions.spawn(Arc::clone(&job).serve(n, transport));
            }
        }
        let beat = tokio::spawn(Arc::clone(&job).beat());
        let claimed = {
            let mut claiming = pin!(job.claim(n_sessions));
            loop {
                tokio::select! {
                    claimed = &mut claiming => break claimed,
                    // What it had in hand stays claimed, and goes back or is in doubt once we are gone.
                    Some(Err(err)) = sessions.join_next() => job.end(format!("a session failed: {err}")),
                }
            }
        };
        while sessions.join_next().await.is_some() {}
        beat.abort();
        // The task that beats held the job, and so the writer.
        let _ = beat.await;
        let (outbox, worker) = (Arc::clone(&job.outbox), job.work.worker);
        let ended = lock(&job.ended).clone();
        drop(job);
        let written = writing.await.unwrap_or(Ok(()));
        // Whether this is heard does not matter: a lease that is not prolonged lapses.
        let goodbye = outbox.retire(worker).await;
        written.and(claimed).and(goodbye)?;
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
                Ok(()) => {
                    self.work.health.renew();
                    self.outbox.sweep(self.work.resend_after).await.map(drop)
                }
                Err(err) => Err(err),
            };
            if let Err(err) = swept {
                tracing::warn!("{}", chain(&err));
            }
        }
    }
}
