//! What the sessions of one worker share.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::sync::{Notify, watch};
use tokio::time::Instant;

use crate::mailer::health::Health;
use crate::mailer::queue::Queue;
use crate::mailer::relay::{Availability, Standing};
use crate::mailer::{Mailer, Stop, lock};
use crate::outbox::{Claim, Outbox, Worker, Writer};
use crate::report::Settled;

/// How to work on an outbox.
#[derive(Debug, Clone)]
pub struct Work {
    /// Who claims: a random number for each start.
    pub worker: Worker,
    /// How long a claim holds without a sign of life.
    pub lease: Duration,
    /// When the work is done.
    pub until: Until,
    /// Rows that are being brought meanwhile: the work is not done before they all are.
    pub arrivals: Option<Arrivals>,
    /// How old a doubt is when it is sent again; never, if it is not set.
    pub resend_after: Option<Duration>,
    /// How many mails may be on their way to one recipient domain at once.
    pub per_domain: usize,
    /// Is told how the worker is.
    pub health: Health,
}

/// When the work on an outbox is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Until {
    /// When no notice is due. A relay that stays away ends the work too.
    NothingDue,
    /// When no notice waits any more.
    NothingLeft,
    /// When it is stopped.
    Stopped,
}

/// Tells a worker that rows have been brought, and, when dropped, that no more will be.
#[derive(Debug)]
pub struct Bringing(watch::Sender<()>);

/// Hears of rows that are brought.
#[derive(Debug, Clone)]
pub struct Arrivals(watch::Receiver<()>);

impl Bringing {
    /// Begins to bring rows.
    #[must_use]
    pub fn begin() -> (Bringing, Arrivals) {
        let (sender, receiver) = watch::channel(());
        (Bringing(sender), Arrivals(receiver))
    }

    /// Some are there.
    pub fn tell(&self) {
        self.0.send_replace(());
    }
}

impl Arrivals {
    /// Whether more may come.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.0.has_changed().is_ok()
    }

    /// Ends when some have come, or none will come any more.
    pub(super) async fn changed(&mut self) {
        // Nobody brings any more: that is a change as well.
        let _ = self.0.changed().await;
    }
}

/// What the sessions of one worker share.
pub(super) struct Job {
    pub(super) mailer: Arc<Mailer>,
    pub(super) outbox: Arc<dyn Outbox>,
    pub(super) work: Work,
    pub(super) writer: Writer,
    pub(super) queue: Queue,
    /// In order of preference.
    pub(super) relays: Vec<Standing>,
    /// Held while a session chooses what to do next.
    pub(super) choice: Mutex<()>,
    /// Why the work ends early, once it does.
    pub(super) ended: Mutex<Option<String>>,
    pub(super) end: Stop,
    /// How many are claimed and not settled.
    pub(super) n_in_hand: AtomicUsize,
    pub(super) came_back: Notify,
    /// How often each notice has lost its line, for those that have.
    pub(super) n_lost: Mutex<HashMap<i64, u32>>,
    pub(super) policy: Mutex<Policy>,
    pub(super) settled: Box<dyn Fn(&Settled) + Send + Sync>,
}

/// How many of the latest mails were refused for policy.
#[derive(Debug, Default)]
pub(super) struct Policy {
    pub(super) n_tried: u32,
    pub(super) n_refused: u32,
    /// Whether the first of all are behind us.
    pub(super) is_seasoned: bool,
}

/// What a session does next.
pub(super) enum Next {
    Attend(Box<Claim>),
    /// Nothing, before something changes or this time has come.
    Wait(Option<Instant>),
}

impl Job {
    pub(super) fn is_over(&self) -> bool {
        self.end.is_stopped() || self.mailer.stop.is_stopped()
    }

    /// Ends when no other notice is to be tried.
    pub(super) async fn over(&self) {
        tokio::select! {
            () = self.end.stopped() => {}
            () = self.mailer.stop.stopped() => {}
        }
    }

    pub(super) fn end(&self, why: String) {
        lock(&self.ended).get_or_insert(why);
        self.end.stop();
    }

    /// What a session with the relay `n` does next: a relay has mails while none that is preferred to it can.
    pub(super) fn next(&self, n: usize) -> Next {
        let _choice = lock(&self.choice);
        let mut relays = self.relays.iter().enumerate();
        let chosen = relays.find_map(|(at, relay)| match relay.availability() {
            Availability::No => None,
            Availability::Now => Some((at, None)),
            Availability::Soon(time) => Some((at, Some(time))),
        });
        match chosen {
            Some((at, time @ Some(_))) if at == n => Next::Wait(time),
            Some((at, None)) if at == n => match self.queue.pop() {
                Some(claim) => {
                    self.relays[n].begin();
                    Next::Attend(Box::new(claim))
                }
                None => Next::Wait(None),
            },
            _ => Next::Wait(None),
        }
    }

    /// When some relay can be asked again; `None` if one can be already.
    pub(super) fn pause(&self) -> Option<Instant> {
        let relays = || self.relays.iter().filter(|relay| !relay.is_given_up());
        let pauses: Vec<Instant> = relays().filter_map(|relay| relay.breaker.until()).collect();
        if pauses.len() < relays().count() { None } else { pauses.into_iter().min() }
    }

    /// How many notices should wait for the sessions: few while a relay is only being tried.
    pub(super) fn appetite(&self, n_sessions: usize) -> usize {
        let relays =
            self.relays.iter().filter(|relay| !relay.is_given_up() && relay.breaker.until().is_none());
        if relays.clone().all(|relay| relay.breaker.is_trying()) {
            return relays.count();
        }
        n_sessions * CLAIMS_PER_SESSION
    }

    /// Forgets notices that are settled, or are no longer ours.
    pub(super) fn forget(&self, n: usize) {
        self.n_in_hand.fetch_sub(n, Ordering::AcqRel);
        self.came_back.notify_one();
    }
}

/// How many notices a session may have waiting for it.
const CLAIMS_PER_SESSION: usize = 16;
