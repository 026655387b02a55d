//! The addresses that are never mailed. They are stored hashed: the list answers, and tells nobody's address.

use jiff::Timestamp;
use serde_json::{Value, json};
use sqlx::Row as _;
use sqlx::any::AnyRow;

use crate::notice::Address;
use crate::outbox::desk::timestamp;
use crate::outbox::dialect::desk;
use crate::outbox::record::recipient;
use crate::outbox::{Error, SqlOutbox};

/// How many are added at once.
const BATCH: usize = 1000;

/// An address that is never mailed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suppression {
    /// The address, masked.
    pub masked: String,
    /// Why; never an address.
    pub reason: String,
    /// Since when.
    pub since: Timestamp,
}

impl SqlOutbox {
    /// Puts addresses on the suppression list. Gives how many were not on it yet.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn suppress(&self, addresses: &[Address], reason: &str) -> Result<usize, Error> {
        let mut n_new = 0;
        for addresses in addresses.chunks(BATCH) {
            let entries = addresses
                .iter()
                .map(|address| json!([recipient(address).to_string(), address.to_string(), reason]));
            n_new += self.put_on_list(entries.collect()).await?;
        }
        Ok(n_new)
    }

    /// Takes an address off the suppression list. Returns whether it was on it.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn unsuppress(&self, address: &Address) -> Result<bool, Error> {
        let query = sqlx::query(desk::UNSUPPRESS).bind(recipient(address).as_bytes().to_vec());
        Ok(!self.rows("taking an address off the suppression list", query).await?.is_empty())
    }

    /// The whole suppression list, the oldest first.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn suppressions(&self) -> Result<Vec<Suppression>, Error> {
        let rows = self.rows("reading the suppression list", sqlx::query(desk::SUPPRESSIONS)).await?;
        rows.iter().map(suppression).collect()
    }

    /// What the suppression list says of one address.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn suppression_of(&self, address: &Address) -> Result<Option<Suppression>, Error> {
        let query = sqlx::query(desk::SUPPRESSION_OF).bind(recipient(address).as_bytes().to_vec());
        let rows = self.rows("reading the suppression list", query).await?;
        rows.first().map(suppression).transpose()
    }

    /// Puts `[hash, masked address, reason]` on the list. Gives how many were not on it yet.
    pub(super) async fn put_on_list(&self, entries: Value) -> Result<usize, Error> {
        let query =
            sqlx::query(self.dialect.desk.suppress).bind(entries.to_string()).bind(self.time().await?);
        Ok(self.rows("adding to the suppression list", query).await?.len())
    }
}

fn suppression(row: &AnyRow) -> Result<Suppression, Error> {
    Ok(Suppression { masked: row.get(0), reason: row.get(1), since: timestamp(row.get(2))? })
}
