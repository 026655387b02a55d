//! Taking back what has been paid meanwhile.

use std::collections::HashMap;

use sqlx::Row as _;

use crate::message::Token;
use crate::notice::NoticeKey;
use crate::outbox::desk::key;
use crate::outbox::store::state;
use crate::outbox::{Error, SqlOutbox, State};

/// How many are asked for at once.
const BATCH: usize = 1000;

/// What became of a notice that was to be withdrawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Withdrawal {
    /// It is withdrawn.
    Made,
    /// It was withdrawn before.
    MadeBefore,
    /// It is in this state, and was left alone.
    TooLate(State),
    /// It is not in the outbox.
    Unknown,
}

impl SqlOutbox {
    /// Takes notices back that have not left yet, and tells what became of each, in their order.
    ///
    /// A worker that has claimed one hands nothing over after this.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn withdraw(&self, keys: &[NoticeKey]) -> Result<Vec<Withdrawal>, Error> {
        const DOING: &str = "withdrawing notices";
        let mut withdrawals = Vec::with_capacity(keys.len());
        for keys in keys.chunks(BATCH) {
            let tokens = list(keys.iter().map(|key| Token::of(key).to_string()));
            let query = sqlx::query(self.dialect.desk.withdraw).bind(tokens.clone()).bind(self.time().await?);
            let mut made = HashMap::new();
            for row in self.rows(DOING, query).await? {
                made.insert(key(&row)?, Withdrawal::Made);
            }
            let mut states = HashMap::new();
            for row in self.rows(DOING, sqlx::query(self.dialect.desk.states).bind(tokens)).await? {
                states.insert(key(&row)?, state(&row.get::<String, _>(1))?);
            }
            withdrawals.extend(keys.iter().map(|key| match (made.remove(key), states.get(key)) {
                (Some(made), _) => made,
                (None, Some(State::Withdrawn)) => Withdrawal::MadeBefore,
                (None, Some(state)) => Withdrawal::TooLate(*state),
                (None, None) => Withdrawal::Unknown,
            }));
        }
        Ok(withdrawals)
    }

    /// Takes all notices of `accounts` back that have not left yet. Gives the keys of those that it took back.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn withdraw_accounts(&self, accounts: &[String]) -> Result<Vec<NoticeKey>, Error> {
        let mut withdrawn = Vec::new();
        for accounts in accounts.chunks(BATCH) {
            let query = sqlx::query(self.dialect.desk.withdraw_accounts).bind(list(accounts.iter().cloned()));
            let query = query.bind(self.time().await?);
            for row in self.rows("withdrawing the notices of accounts", query).await? {
                withdrawn.push(key(&row)?);
            }
        }
        Ok(withdrawn)
    }
}

/// Texts as one JSON array.
fn list(texts: impl Iterator<Item = String>) -> String {
    serde_json::Value::from(texts.collect::<Vec<_>>()).to_string()
}
