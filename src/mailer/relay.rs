//! A relay, and how it is while mails go to it.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::time::Instant;

use crate::mailer::breaker::Breaker;
use crate::mailer::lock;
use crate::mailer::pace::Pace;

/// A relay and the sessions with it.
#[derive(Debug)]
pub struct Relay<T> {
    /// What it is called in the record of attempts.
    pub name: String,
    /// Its sessions.
    pub sessions: Vec<T>,
    /// How many mails a second it gets at most.
    pub rate: Option<f64>,
}

/// How a relay is.
#[derive(Debug)]
pub(super) struct Standing {
    pub(super) name: String,
    pub(super) breaker: Breaker,
    pub(super) pace: Pace,
    n_in_flight: AtomicUsize,
    /// Why it is no longer used, once it is not.
    given_up: Mutex<Option<String>>,
}

/// Whether a relay can have a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Availability {
    Now,
    /// At this time, for its pace; others are not asked meanwhile.
    Soon(Instant),
    /// It fails, or is being tried.
    No,
}

impl Standing {
    pub(super) fn new(name: String, rate: Option<f64>) -> Standing {
        Standing {
            name,
            breaker: Breaker::default(),
            pace: Pace::new(rate),
            n_in_flight: AtomicUsize::new(0),
            given_up: Mutex::new(None),
        }
    }

    pub(super) fn availability(&self) -> Availability {
        let is_tried = || self.breaker.is_trying() && self.n_in_flight.load(Ordering::Acquire) > 0;
        if self.is_given_up() || self.breaker.until().is_some() || is_tried() {
            return Availability::No;
        }
        self.pace.next().map_or(Availability::Now, Availability::Soon)
    }

    pub(super) fn begin(&self) {
        self.n_in_flight.fetch_add(1, Ordering::AcqRel);
        self.pace.spend();
    }

    pub(super) fn finish(&self) {
        self.n_in_flight.fetch_sub(1, Ordering::AcqRel);
    }

    pub(super) fn give_up(&self, why: String) {
        lock(&self.given_up).get_or_insert(why);
    }

    pub(super) fn is_given_up(&self) -> bool {
        lock(&self.given_up).is_some()
    }
}
