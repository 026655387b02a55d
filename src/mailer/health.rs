//! Whether a worker lives, and which relays it can use: for whoever watches it.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::time::Instant;

use crate::mailer::lock;

/// How a worker is. Clones are one.
#[derive(Debug, Clone, Default)]
pub struct Health(Arc<Mutex<State>>);

#[derive(Debug, Default)]
struct State {
    renewed: Option<Instant>,
    relays: BTreeMap<String, bool>,
}

impl Health {
    /// How long ago the outbox has last heard of the worker and answered; `None` if it never has.
    #[must_use]
    pub fn silence(&self) -> Option<Duration> {
        lock(&self.0).renewed.map(|renewed| renewed.elapsed())
    }

    /// Whether each relay, by its name, can be used.
    #[must_use]
    pub fn relays(&self) -> BTreeMap<String, bool> {
        lock(&self.0).relays.clone()
    }

    pub(super) fn renew(&self) {
        lock(&self.0).renewed = Some(Instant::now());
    }

    pub(super) fn tell(&self, relay: &str, is_usable: bool) {
        lock(&self.0).relays.insert(relay.to_owned(), is_usable);
    }
}
