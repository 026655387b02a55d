//! What is in the outbox, as numbers that add up.

use std::collections::BTreeMap;

use sqlx::Row as _;

use crate::outbox::dialect::desk;
use crate::outbox::store::{corrupt, state};
use crate::outbox::{Error, SqlOutbox, State};

/// How many notices are in each state, apart by something.
pub type Breakdown = BTreeMap<String, BTreeMap<State, u64>>;

/// How many notices are in each state, all counted at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// All states, rejected rows included.
    pub states: BTreeMap<State, u64>,
    /// Notices by the locale of their mail; `und` (BCP 47) where none has been chosen yet.
    pub locales: Breakdown,
    /// Notices by kind.
    pub kinds: Breakdown,
    /// Notices by the domain of their recipient; empty where it has been purged.
    pub domains: Breakdown,
    /// How many mails were taken by the relay and came back for good.
    pub n_bounced: u64,
    /// How many rows have ever been brought.
    pub n_in: u64,
}

impl Status {
    /// The sum over all states.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.states.values().sum()
    }

    /// Whether every row that was brought is in some state: if not, something has been lost.
    #[must_use]
    pub fn adds_up(&self) -> bool {
        self.total() == self.n_in
    }
}

impl SqlOutbox {
    /// Counts the notices in each state.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn status(&self) -> Result<Status, Error> {
        let mut status = Status {
            states: State::ALL.map(|state| (state, 0)).into(),
            locales: Breakdown::new(),
            kinds: Breakdown::new(),
            domains: Breakdown::new(),
            n_bounced: 0,
            n_in: 0,
        };
        for row in self.rows("counting notices", sqlx::query(desk::STATUS)).await? {
            let n = u64::try_from(row.get::<i64, _>(3)).map_err(|_| corrupt("a count below zero"))?;
            let breakdown = match row.get::<String, _>(0).as_str() {
                "kind" => &mut status.kinds,
                "locale" => &mut status.locales,
                "domain" => &mut status.domains,
                "bounced" => {
                    status.n_bounced = n;
                    continue;
                }
                "brought" => {
                    status.n_in = n;
                    continue;
                }
                _ => {
                    status.states.insert(State::Rejected, n);
                    continue;
                }
            };
            let state = state(&row.get::<String, _>(2))?;
            breakdown.entry(row.get(1)).or_default().insert(state, n);
        }
        for (state, n) in status.kinds.values().flatten() {
            *status.states.entry(*state).or_default() += n;
        }
        Ok(status)
    }
}
