//! The states of a notice, and which may follow which.

use std::fmt;

/// Where a notice stands. Every notice is in exactly one state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum State {
    /// Waits for its turn; no relay has been asked yet, or none has answered for this notice.
    Queued,
    /// Waits for its next turn, because the relay put it off.
    Deferred,
    /// A worker has it, and nothing has left yet.
    Claimed,
    /// The relay has asked for the body. This is stored before the first byte of it leaves.
    HandedOver,
    /// The relay took the mail: exactly 250 after the final dot.
    Sent,
    /// The body was handed over and nobody knows what became of it.
    InDoubt,
    /// The relay refused the mail for good.
    Refused,
    /// The address is on the suppression list.
    Suppressed,
    /// Taken back, because the account has paid.
    Withdrawn,
    /// Its time ran out before the relay took it.
    Expired,
    /// The mail could not be written.
    Unrenderable,
    /// The row was wrong; it never became a notice.
    Rejected,
}

impl State {
    /// All states, in the order of their coming.
    pub const ALL: [State; 12] = [
        State::Queued,
        State::Deferred,
        State::Claimed,
        State::HandedOver,
        State::Sent,
        State::InDoubt,
        State::Refused,
        State::Suppressed,
        State::Withdrawn,
        State::Expired,
        State::Unrenderable,
        State::Rejected,
    ];

    /// The name in the store and in reports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            State::Queued => "queued",
            State::Deferred => "deferred",
            State::Claimed => "claimed",
            State::HandedOver => "handed_over",
            State::Sent => "sent",
            State::InDoubt => "in_doubt",
            State::Refused => "refused",
            State::Suppressed => "suppressed",
            State::Withdrawn => "withdrawn",
            State::Expired => "expired",
            State::Unrenderable => "unrenderable",
            State::Rejected => "rejected",
        }
    }

    /// The state with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.as_str() == name)
    }

    /// Whether nothing follows by itself.
    #[must_use]
    pub fn is_terminal(self) -> bool {
        !matches!(self, State::Queued | State::Deferred | State::Claimed | State::HandedOver | State::InDoubt)
    }

    /// Whether the store lets `self` become `to`.
    ///
    /// A notice that has been handed over never goes back to [`State::Queued`]: only a reply, or an operator who
    /// settles the doubt, says that the relay did not take it.
    #[must_use]
    pub fn can_become(self, to: State) -> bool {
        use State::{
            Claimed, Deferred, Expired, HandedOver, InDoubt, Queued, Refused, Sent, Suppressed, Unrenderable,
            Withdrawn,
        };
        match self {
            Queued | Deferred => matches!(to, Claimed | Withdrawn),
            Claimed => matches!(
                to,
                HandedOver | Queued | Deferred | Refused | Suppressed | Withdrawn | Expired | Unrenderable
            ),
            HandedOver => matches!(to, Sent | Deferred | Refused | Expired | InDoubt),
            InDoubt => matches!(to, Sent | Queued | Refused),
            Sent | Refused | Suppressed | Withdrawn | Expired | Unrenderable | State::Rejected => false,
        }
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
