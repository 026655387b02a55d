//! What an operator asks of the outbox. All of it may be asked while workers work, and asked again.

mod status;
mod history;
mod doubt;
mod withdrawal;
mod suppression;
mod bounced;
mod purge;

use jiff::Timestamp;
use sqlx::Row as _;
use sqlx::any::AnyRow;

pub use self::bounced::{Noted, Returned};
pub use self::doubt::{Doubt, Verdict};
pub use self::history::{History, Tried};
pub use self::status::{Breakdown, Status};
pub use self::suppression::Suppression;
pub use self::withdrawal::Withdrawal;

use crate::message::Token;
use crate::notice::NoticeKey;
use crate::outbox::dialect::desk;
use crate::outbox::store::{corrupt, state};
use crate::outbox::{Error, SqlOutbox, State};

impl SqlOutbox {
    /// The time of the outbox, in milliseconds.
    async fn time(&self) -> Result<i64, Error> {
        if let Some(now) = self.now() {
            return Ok(now);
        }
        let rows = self.rows("asking for the time", sqlx::query(self.dialect.desk.time)).await?;
        Ok(rows.first().ok_or_else(|| corrupt("no time"))?.get(0))
    }

    /// The state of a notice, if it is there.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn state_of(&self, key: &NoticeKey) -> Result<Option<State>, Error> {
        let query = sqlx::query(desk::STATE_OF).bind(token(key));
        let rows = self.rows("finding a notice", query).await?;
        rows.first().map(|row| state(&row.get::<String, _>(0))).transpose()
    }
}

fn token(key: &NoticeKey) -> Vec<u8> {
    Token::of(key).as_bytes().to_vec()
}

fn key(row: &AnyRow) -> Result<NoticeKey, Error> {
    NoticeKey::new(&row.get::<String, _>(0)).map_err(|_| corrupt("an id that is not one"))
}

fn timestamp(milliseconds: i64) -> Result<Timestamp, Error> {
    Timestamp::from_millisecond(milliseconds).map_err(|_| corrupt("a time that is none"))
}
