//! All that is known of one notice.

use jiff::Timestamp;
use sqlx::Row as _;
use sqlx::any::AnyRow;

use crate::message::Token;
use crate::notice::{FieldError, Notice, NoticeKey};
use crate::outbox::desk::{key, timestamp};
use crate::outbox::dialect::desk;
use crate::outbox::store::{corrupt, state};
use crate::outbox::{Error, SqlOutbox, State};

/// All that is known of one notice.
#[derive(Debug, Clone)]
pub struct History {
    /// Its key.
    pub key: NoticeKey,
    /// The id of its account; gone once it is purged.
    pub account: Option<String>,
    /// The name of its kind.
    pub kind: String,
    /// The recipient's domain; empty once it is purged.
    pub domain: String,
    /// What it says; gone once it is purged, and an error if an older version allowed more.
    pub notice: Option<Result<Box<Notice>, FieldError>>,
    /// Where it stands.
    pub state: State,
    /// Why it stands there, if that was told.
    pub text: Option<String>,
    /// The locale of its mail, once it was handed over.
    pub locale: Option<String>,
    /// Why that was chosen; gone once it is purged.
    pub why: Option<String>,
    /// How many times it was claimed.
    pub n_claims: u64,
    /// When its turn comes, if it waits.
    pub due_at: Option<Timestamp>,
    /// Until when whoever holds it has to give a sign of life, if somebody does.
    pub held_until: Option<Timestamp>,
    /// When it was enqueued.
    pub enqueued_at: Timestamp,
    /// When it came into its state.
    pub changed_at: Timestamp,
    /// When it is no longer sent.
    pub expires_at: Timestamp,
    /// What came back of its mail: a status such as `5.1.1` and what the other side said.
    pub bounce: Option<String>,
    /// When that was noted.
    pub bounced_at: Option<Timestamp>,
    /// Whether its address is on the suppression list now.
    pub is_suppressed: bool,
    /// Every attempt, in order.
    pub attempts: Vec<Tried>,
}

/// An attempt that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tried {
    /// When it came to its end.
    pub at: Timestamp,
    /// The relay's name.
    pub relay: String,
    /// The step that the delivery came to.
    pub phase: String,
    /// The reply's code.
    pub code: Option<i64>,
    /// The reply's enhanced code.
    pub enhanced: Option<String>,
    /// The reply's text or what went wrong; gone once it is purged.
    pub text: Option<String>,
    /// How long it took.
    pub milliseconds: i64,
}

impl SqlOutbox {
    /// All that is known of the notice with `token`, if it is there.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn history(&self, token: Token) -> Result<Option<History>, Error> {
        const DOING: &str = "looking a notice up";
        let token = token.as_bytes().to_vec();
        let rows = self.rows(DOING, sqlx::query(desk::HISTORY).bind(token.clone())).await?;
        let Some(row) = rows.first() else { return Ok(None) };
        let attempts = self.rows(DOING, sqlx::query(desk::ATTEMPTS).bind(token)).await?;
        let attempts = attempts.iter().map(tried).collect::<Result<_, _>>()?;
        history(row, attempts).map(Some)
    }
}

fn history(row: &AnyRow, attempts: Vec<Tried>) -> Result<History, Error> {
    let time = |column: usize| row.get::<Option<i64>, _>(column).map(timestamp).transpose();
    let always = |time: Option<Timestamp>| time.ok_or_else(|| corrupt("a notice without its times"));
    let facts: Option<String> = row.get(15);
    Ok(History {
        key: key(row)?,
        account: row.get(1),
        kind: row.get(2),
        domain: row.get(3),
        notice: facts.map(|row| Notice::from_json(row.as_bytes()).map(Box::new)),
        state: state(&row.get::<String, _>(4))?,
        n_claims: u64::try_from(row.get::<i64, _>(5)).unwrap_or(0),
        due_at: time(6)?,
        expires_at: always(time(7)?)?,
        locale: row.get(9),
        why: row.get(10),
        text: row.get(11),
        bounce: row.get(12),
        enqueued_at: always(time(13)?)?,
        changed_at: always(time(14)?)?,
        held_until: time(16)?,
        is_suppressed: row.get::<i64, _>(17) != 0,
        bounced_at: time(18)?,
        attempts,
    })
}

fn tried(row: &AnyRow) -> Result<Tried, Error> {
    Ok(Tried {
        at: timestamp(row.get(0))?,
        relay: row.get(1),
        phase: row.get(2),
        code: row.get(3),
        enhanced: row.get(4),
        text: row.get(5),
        milliseconds: row.get(6),
    })
}
