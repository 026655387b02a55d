//! What a run has brought, and what became of it: its rows and those of other runs, told apart.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher as _, RandomState};
use std::time::Duration;

use pastdue::notice::NoticeKey;
use pastdue::report::{Outcome, Report, Settled};

/// What a run has brought, and what became of it.
#[derive(Default)]
pub(super) struct Intake {
    pub(super) report: Report,
    hasher: RandomState,
    /// The keys that are new and not yet settled, hashed.
    new: HashSet<u64>,
    /// What came to its outcome while rows were being stored: perhaps one of these, already delivered.
    unclear: Option<HashMap<u64, Settled>>,
    /// How long they are sent.
    lifetime: Duration,
}

impl Intake {
    pub(super) fn of(lifetime: Duration) -> Intake {
        Intake { lifetime, ..Intake::default() }
    }

    /// Whether something that this run has brought has not come to its outcome.
    pub(super) fn is_waiting(&self) -> bool {
        !self.new.is_empty()
    }

    /// Whether the notice called `key` is such a one.
    pub(super) fn is_waiting_for(&self, key: &NoticeKey) -> bool {
        self.new.contains(&self.hasher.hash_one(key.as_str()))
    }

    /// Rows are about to be stored, and may be delivered before we hear that they were new. Gives how long they are sent.
    pub(super) fn begin_storing(&mut self) -> Duration {
        self.unclear = Some(HashMap::new());
        self.lifetime
    }

    pub(super) fn settle(&mut self, row: &Settled) {
        // A notice that went back is counted when it comes to something, or at the end.
        if row.outcome == Outcome::Returned {
            return;
        }
        let hash = self.hasher.hash_one(row.id.as_deref().unwrap_or_default());
        if self.new.remove(&hash) {
            self.report.count(row);
        } else if let Some(unclear) = &mut self.unclear {
            unclear.insert(hash, row.clone());
        } else {
            self.report.count_other(row);
        }
    }

    /// Takes in a notice that is new in the outbox.
    pub(super) fn add(&mut self, key: &NoticeKey) {
        let hash = self.hasher.hash_one(key.as_str());
        match self.unclear.as_mut().and_then(|unclear| unclear.remove(&hash)) {
            Some(row) => self.report.count(&row),
            None => {
                self.new.insert(hash);
            }
        }
    }

    /// The rows are stored: what is still unclear is none of them.
    pub(super) fn end_storing(&mut self) {
        for row in self.unclear.take().into_iter().flat_map(HashMap::into_values) {
            self.report.count_other(&row);
        }
    }

    pub(super) fn count_waiting(&mut self, why: &str) {
        for _ in self.new.drain() {
            self.report.count(&waiting(Outcome::Returned, why));
        }
    }

    pub(super) fn count_enqueued(&mut self) {
        for _ in self.new.drain() {
            self.report.count(&waiting(Outcome::Queued, ""));
        }
    }
}

fn waiting(outcome: Outcome, why: &str) -> Settled {
    Settled { place: "outbox".to_owned(), id: None, kind: None, locale: None, outcome, text: why.to_owned() }
}
