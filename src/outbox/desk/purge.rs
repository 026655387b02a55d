//! Forgetting people: what a notice said goes, its id and its state stay.

use std::time::Duration;

use sqlx::Row as _;

use crate::outbox::dialect::desk;
use crate::outbox::store::{corrupt, milliseconds, read};
use crate::outbox::{Error, SqlOutbox};

/// How many notices are purged at once: workers wait no longer than that takes.
const BATCH: i64 = 2000;

impl SqlOutbox {
    /// Removes all personal data of the notices that came to their end more than `age` ago. Gives how many these were.
    ///
    /// What was in the row goes, with the account, the domain, the recipient and what relays said. The id, the
    /// state, the dates and the codes stay: the states add up, and the same id is not mailed again.
    /// A notice that has not come to its end is left alone, however old it is.
    ///
    /// # Errors
    ///
    /// If the store fails. What was purged by then stays purged.
    pub async fn purge(&self, age: Duration) -> Result<u64, Error> {
        const DOING: &str = "purging notices";
        let before = self.time().await?.saturating_sub(milliseconds(age));
        let (mut n_purged, mut after) = (0, i64::MIN);
        loop {
            let query = sqlx::query(self.dialect.desk.purge).bind(after).bind(before).bind(BATCH);
            let (n, last): (u64, Option<i64>) = read(self.ask(DOING, query).await?)?;
            n_purged += n;
            let Some(last) = last else { break };
            after = last;
        }
        if let Some(tidy) = self.dialect.desk.tidy {
            self.rows(DOING, sqlx::query(tidy)).await?;
        }
        Ok(n_purged)
    }

    /// How many notices [`SqlOutbox::purge`] would purge.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn purgeable(&self, age: Duration) -> Result<u64, Error> {
        let before = self.time().await?.saturating_sub(milliseconds(age));
        let rows = self.rows("counting notices", sqlx::query(desk::PURGEABLE).bind(before)).await?;
        let n: i64 = rows.first().ok_or_else(|| corrupt("no count"))?.get(0);
        u64::try_from(n).map_err(|_| corrupt("a count below zero"))
    }
}
