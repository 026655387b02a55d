//! What an operator asks of the outbox. All of it may be asked while workers work, and asked again.

use std::collections::BTreeMap;

use sqlx::Row as _;

use crate::message::Token;
use crate::notice::NoticeKey;
use crate::outbox::sql::{corrupt, state};
use crate::outbox::{Error, SqlOutbox, State};

/// How many notices are in each state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// All states, rejected rows included.
    pub states: BTreeMap<State, u64>,
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

/// What an operator knows of a notice in doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The relay has it.
    Sent,
    /// The relay does not have it: it is queued again.
    Resend,
    /// It is not to be sent.
    Refused,
}

impl SqlOutbox {
    /// Counts the notices in each state.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn status(&self) -> Result<Status, Error> {
        const COUNTS: &str = "
            SELECT state, CAST(count(*) AS BIGINT) FROM notices GROUP BY state
            UNION ALL SELECT 'rejected', CAST(count(*) AS BIGINT) FROM rejections
            UNION ALL SELECT '', CAST(coalesce(sum(n_notices + n_rejected), 0) AS BIGINT) FROM intakes";
        let mut status = Status { states: State::ALL.map(|state| (state, 0)).into(), n_in: 0 };
        for row in self.rows("counting notices", sqlx::query(COUNTS)).await? {
            let count = u64::try_from(row.get::<i64, _>(1)).map_err(|_| corrupt("a count below zero"))?;
            match row.get::<String, _>(0).as_str() {
                "" => status.n_in = count,
                name => drop(status.states.insert(state(name)?, count)),
            }
        }
        Ok(status)
    }

    /// The ids of the notices in doubt, the oldest first.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn doubts(&self) -> Result<Vec<NoticeKey>, Error> {
        let query = sqlx::query("SELECT id FROM notices WHERE state = 'in_doubt' ORDER BY seq");
        let rows = self.rows("listing doubts", query).await?;
        let key = |id: String| NoticeKey::new(&id).map_err(|_| corrupt("an id that is not one"));
        rows.iter().map(|row| key(row.get(0))).collect()
    }

    /// Settles a doubt. Returns whether there was one.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn settle_doubt(&self, key: &NoticeKey, verdict: Verdict) -> Result<bool, Error> {
        let to = match verdict {
            Verdict::Sent => State::Sent,
            Verdict::Resend => State::Queued,
            Verdict::Refused => State::Refused,
        };
        let query = sqlx::query(
            "UPDATE notices SET state = CAST($1 AS TEXT), text = 'settled by an operator',
                                due_at = CASE WHEN CAST($1 AS TEXT) = 'queued' THEN enqueued_at END
             WHERE token = $2 AND state = 'in_doubt' RETURNING id",
        );
        let query = query.bind(to.as_str()).bind(token(key));
        Ok(!self.rows("settling a doubt", query).await?.is_empty())
    }

    /// Takes a notice back that has not left yet, as when the account has paid meanwhile. Returns whether it did.
    ///
    /// A worker that has claimed the notice hands nothing over after this.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn withdraw(&self, key: &NoticeKey) -> Result<bool, Error> {
        let query = sqlx::query(
            "UPDATE notices SET state = 'withdrawn', worker = NULL, due_at = NULL
             WHERE token = $1 AND state IN ('queued', 'deferred', 'claimed') RETURNING id",
        );
        Ok(!self.rows("withdrawing a notice", query.bind(token(key))).await?.is_empty())
    }

    /// The state of a notice, if it is there.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn state_of(&self, key: &NoticeKey) -> Result<Option<State>, Error> {
        let query = sqlx::query("SELECT state FROM notices WHERE token = $1").bind(token(key));
        let rows = self.rows("finding a notice", query).await?;
        rows.first().map(|row| state(&row.get::<String, _>(0))).transpose()
    }
}

fn token(key: &NoticeKey) -> Vec<u8> {
    Token::of(key).as_bytes().to_vec()
}
