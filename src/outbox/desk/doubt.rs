//! The notices of which nobody knows whether they were sent.

use std::time::Duration;

use jiff::Timestamp;
use sqlx::Row as _;
use sqlx::any::AnyRow;

use crate::notice::NoticeKey;
use crate::outbox::desk::{key, timestamp, token};
use crate::outbox::dialect::desk;
use crate::outbox::store::milliseconds;
use crate::outbox::{Error, SqlOutbox, State};

/// A notice in doubt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// Its key.
    pub key: NoticeKey,
    /// The name of its kind.
    pub kind: String,
    /// The recipient's domain.
    pub domain: String,
    /// The locale of its mail.
    pub locale: Option<String>,
    /// What happened.
    pub text: Option<String>,
    /// Since when it is in doubt.
    pub since: Timestamp,
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

impl Verdict {
    /// The state that a doubt is settled to.
    #[must_use]
    pub fn to(self) -> State {
        match self {
            Verdict::Sent => State::Sent,
            Verdict::Resend => State::Queued,
            Verdict::Refused => State::Refused,
        }
    }
}

impl SqlOutbox {
    /// The notices in doubt, the oldest first.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn doubts(&self) -> Result<Vec<Doubt>, Error> {
        let rows = self.rows("listing doubts", sqlx::query(desk::DOUBTS)).await?;
        let doubt = |row: &AnyRow| {
            Ok(Doubt {
                key: key(row)?,
                kind: row.get(1),
                domain: row.get(2),
                locale: row.get(3),
                text: row.get(4),
                since: timestamp(row.get(5))?,
            })
        };
        rows.iter().map(doubt).collect()
    }

    /// Settles a doubt, for the reason `text`. Returns whether there was one.
    ///
    /// What is sent again may be so for `lifetime` at least.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn settle_doubt(
        &self,
        key: &NoticeKey,
        verdict: Verdict,
        text: &str,
        lifetime: Duration,
    ) -> Result<bool, Error> {
        let query = sqlx::query(desk::SETTLE_DOUBT).bind(token(key)).bind(verdict.to().as_str());
        let query = query.bind(text.to_owned()).bind(self.time().await?).bind(milliseconds(lifetime));
        Ok(!self.rows("settling a doubt", query).await?.is_empty())
    }
}
