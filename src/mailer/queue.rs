//! Claimed notices that wait for a session, and how many mails are on their way to each domain.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

use crate::outbox::Claim;

/// Shared by the sessions of a worker.
#[derive(Debug)]
pub(super) struct Queue {
    /// How many mails may be on their way to one domain.
    per_domain: usize,
    state: Mutex<State>,
    /// Something may have become possible.
    changed: Notify,
}

#[derive(Debug, Default)]
struct State {
    waiting: VecDeque<Claim>,
    /// On their way, by domain.
    in_flight: HashMap<String, usize>,
    is_closed: bool,
}

impl Queue {
    pub(super) fn new(per_domain: usize) -> Queue {
        Queue { per_domain: per_domain.max(1), state: Mutex::default(), changed: Notify::new() }
    }

    pub(super) fn push(&self, claims: Vec<Claim>) {
        self.lock().waiting.extend(claims);
        self.wake();
    }

    /// The next notice whose domain is not busy. It counts as on its way until [`Queue::release`].
    pub(super) fn pop(&self) -> Option<Claim> {
        let State { waiting, in_flight, .. } = &mut *self.lock();
        let is_free = |claim: &Claim| in_flight.get(&claim.domain).is_none_or(|n| *n < self.per_domain);
        let at = waiting.iter().position(is_free)?;
        let claim = waiting.remove(at)?;
        *in_flight.entry(claim.domain.clone()).or_default() += 1;
        Some(claim)
    }

    /// A notice that [`Queue::pop`] gave has come to its outcome.
    pub(super) fn release(&self, domain: &str) {
        let was_busy = {
            let mut state = self.lock();
            let n = state.in_flight.get(domain).copied().unwrap_or(0);
            match n {
                0 | 1 => drop(state.in_flight.remove(domain)),
                n => drop(state.in_flight.insert(domain.to_owned(), n - 1)),
            }
            n >= self.per_domain
        };
        if was_busy {
            self.wake();
        }
    }

    /// Takes out all that wait.
    pub(super) fn drain(&self) -> Vec<Claim> {
        self.lock().waiting.drain(..).collect()
    }

    /// How many wait.
    pub(super) fn len(&self) -> usize {
        self.lock().waiting.len()
    }

    /// The domains that have so many notices here that others should be claimed first.
    pub(super) fn crowded(&self) -> Vec<String> {
        let state = self.lock();
        let mut n_of: HashMap<&str, usize> = HashMap::new();
        for claim in &state.waiting {
            *n_of.entry(&claim.domain).or_default() += 1;
        }
        let is_busy = |domain: &str| state.in_flight.get(domain).is_some_and(|n| *n >= self.per_domain);
        let crowded = n_of.into_iter().filter(|(domain, n)| *n >= self.per_domain && is_busy(domain));
        crowded.map(|(domain, _)| domain.to_owned()).collect()
    }

    /// Nothing will come any more.
    pub(super) fn close(&self) {
        self.lock().is_closed = true;
        self.wake();
    }

    pub(super) fn is_closed(&self) -> bool {
        self.lock().is_closed
    }

    pub(super) fn wake(&self) {
        self.changed.notify_waiters();
    }

    /// Ends when something may have become possible; what happens after the call is not missed.
    pub(super) fn changed(&self) -> impl Future<Output = ()> + '_ {
        self.changed.notified()
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
