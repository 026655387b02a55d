//! What is to be sent, what has been, and what nobody knows: kept so that a crash loses and doubles nothing.
//!
//! A notice moves from [`State`] to [`State`]. Each claim raises its *epoch*, and whoever moves it names the epoch
//! and the state that it was in: a worker that was paused for too long moves nothing and so sends nothing.
//! The intent to hand over is stored, on disk, before the first byte of a body leaves.
//! What dies after that is [`State::InDoubt`], and is never sent again unless an operator says so.

mod state;
mod error;
mod record;
mod dialect;
mod connect;
mod store;
mod sql;
mod desk;
mod brought;
mod writer;

use std::time::Duration;

use async_trait::async_trait;

use crate::notice::{FieldError, Notice, NoticeKey};

pub use self::brought::Brought;
pub use self::desk::{
    Breakdown, Doubt, History, Noted, Returned, Status, Suppression, Tried, Verdict, Withdrawal,
};
pub use self::error::Error;
pub use self::state::State;
pub use self::store::{SqlOutbox, Time};
pub use self::writer::{Applied, Writer};

/// Keeps notices and their states. Its implementors share one conformance test.
#[async_trait]
pub trait Outbox: Send + Sync {
    /// Adds notices, each of which expires after `lifetime`. One key is added once, ever.
    ///
    /// The answers are in the order of `notices`, and durable.
    async fn enqueue(&self, run: Run, notices: &[Notice], lifetime: Duration)
    -> Result<Vec<Enqueued>, Error>;

    /// Keeps rows that are no notices. What was wrong at the same place before is kept once.
    async fn reject(&self, run: Run, rejections: &[Rejection]) -> Result<(), Error>;

    /// Registers `worker`, or prolongs its lease. What a worker has claimed goes back when its lease lapses.
    ///
    /// # Errors
    ///
    /// [`Error::Busy`] if the store allows one worker and has another.
    async fn renew(&self, worker: Worker, lease: Duration) -> Result<(), Error>;

    /// Takes what dead workers have left: what they had claimed is queued again, what they had handed over is in
    /// doubt. Doubts older than `resend_after`, if that is set, are queued again too.
    async fn sweep(&self, resend_after: Option<Duration>) -> Result<Swept, Error>;

    /// Claims up to `n` notices whose turn has come, those that have waited longest first.
    async fn claim(&self, worker: Worker, n: usize, except_domains: &[String]) -> Result<Vec<Claim>, Error>;

    /// Makes moves, durably and together. The answer tells for each whether it was made: it is not if the notice
    /// is no longer in the state and the epoch that the move begins with.
    async fn apply(&self, worker: Worker, moves: &[Move]) -> Result<Vec<bool>, Error>;

    /// What is still to be sent, and when.
    async fn waiting(&self) -> Result<Waiting, Error>;

    /// Says goodbye. What the worker still holds goes back at the next sweep.
    async fn retire(&self, worker: Worker) -> Result<(), Error>;
}

/// One process that brings rows: a random number, so that a run can tell its own rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Run(pub i64);

/// One process that delivers: a random number for each start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Worker(pub i64);

/// What became of a row that was to be enqueued.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Enqueued {
    /// It is new, and queued.
    New,
    /// The same notice is there already, in this state.
    Known(State),
    /// There is another notice with the same key, in this state. That one counts.
    Conflict(State),
}

/// A row that is no notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejection {
    /// Its file and line.
    pub place: String,
    /// What is wrong with it; never an address.
    pub reason: String,
}

/// What a sweep has found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Swept {
    /// Claimed by a dead worker, queued again.
    pub n_queued: u64,
    /// Handed over by a dead worker, now in doubt.
    pub n_in_doubt: u64,
    /// In doubt for long enough to be sent again.
    pub n_resent: u64,
}

/// What is still to be sent.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Waiting {
    /// How long it takes until the next notice is due; zero if one is.
    pub next_due: Option<Duration>,
    /// Whether some worker, this one included, holds a notice.
    pub is_held: bool,
}

/// One claim of one notice, as every later move of it is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ticket {
    /// The notice's number in the store.
    pub seq: i64,
    /// How many times it has been claimed: the fence.
    pub epoch: i64,
}

/// A notice that a worker has.
#[derive(Debug, Clone)]
pub struct Claim {
    /// What its moves are signed with.
    pub ticket: Ticket,
    /// Its key.
    pub key: NoticeKey,
    /// The notice itself, if the stored row can still be read: an older version may have allowed more.
    pub notice: Result<Box<Notice>, FieldError>,
    /// The recipient's domain.
    pub domain: String,
    /// How many attempts have been counted.
    pub n_attempts: u32,
    /// How long it may still be sent; zero once it has expired.
    pub remaining: Duration,
    /// Whether its address is on the suppression list.
    pub is_suppressed: bool,
}

/// One step of a claimed notice.
#[derive(Debug, Clone)]
pub struct Move {
    /// Which claim of which notice.
    pub ticket: Ticket,
    /// [`State::Claimed`] or [`State::HandedOver`]: where the notice must stand.
    pub from: State,
    /// Where it goes.
    pub step: Step,
    /// What the relay did, if it was asked.
    pub attempt: Option<Attempt>,
}

/// Where a claimed notice goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Its body is about to leave, in this locale, which was chosen for this reason.
    HandOver {
        /// The locale's tag.
        locale: String,
        /// Why it was chosen.
        why: String,
    },
    /// The relay took it.
    Sent,
    /// Nobody knows whether the relay took it.
    InDoubt,
    /// It is tried again after this time, and an attempt is counted.
    Defer(Duration),
    /// It is tried again after this time, and no attempt is counted.
    Return(Duration, String),
    /// The relay refused it for good. With a masked address, that address is never mailed again.
    Refuse {
        /// The masked address to suppress.
        suppress: Option<String>,
    },
    /// Its address is on the suppression list.
    Suppress,
    /// Its time ran out, for this reason.
    Expire(String),
    /// The mail could not be written, for this reason.
    Unrenderable(String),
}

impl Step {
    /// The state that the step leads to.
    #[must_use]
    pub fn to(&self) -> State {
        match self {
            Step::HandOver { .. } => State::HandedOver,
            Step::Sent => State::Sent,
            Step::InDoubt => State::InDoubt,
            Step::Defer(_) => State::Deferred,
            Step::Return(..) => State::Queued,
            Step::Refuse { .. } => State::Refused,
            Step::Suppress => State::Suppressed,
            Step::Expire(_) => State::Expired,
            Step::Unrenderable(_) => State::Unrenderable,
        }
    }
}

/// What a relay did with a mail. Attempts are appended and never changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// The relay's name.
    pub relay: String,
    /// The step that the delivery came to.
    pub phase: &'static str,
    /// The reply's code.
    pub code: Option<u16>,
    /// The reply's enhanced code.
    pub enhanced: Option<String>,
    /// The reply's text or what went wrong; never an address.
    pub text: String,
    /// How long it took.
    pub milliseconds: u64,
}
