//! Why the outbox could not be used.

/// Why the outbox could not be used. No message holds an address, a row or a password.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The URL is not one of an outbox.
    #[error("expected {expected} for the outbox")]
    Url {
        /// What is expected.
        expected: &'static str,
    },
    /// It cannot be opened.
    #[error("failed to open the outbox `{name}`")]
    Open {
        /// Its URL, without a password.
        name: String,
        /// Why.
        #[source]
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// There is none, and it is not for the caller to make one.
    #[error("there is no outbox `{name}`: the first `send` or `enqueue` makes it")]
    Missing {
        /// Its URL, without a password.
        name: String,
    },
    /// A newer version of this program has changed the store.
    #[error(
        "the outbox `{name}` was made by a newer version of this program (schema {found}, ours is {known}): upgrade this one"
    )]
    Newer {
        /// Its URL, without a password.
        name: String,
        /// The version of the schema that was found.
        found: i64,
        /// The latest version that this program knows.
        known: i64,
    },
    /// Another process delivers from this store, which allows but one.
    #[error("another process delivers from the outbox `{name}` already")]
    Busy {
        /// Its URL, without a password.
        name: String,
    },
    /// The store failed.
    #[error("the outbox failed while {doing}")]
    Store {
        /// What was to be done.
        doing: &'static str,
        /// Why it failed.
        #[source]
        source: sqlx::Error,
    },
    /// What is stored is not what was stored.
    #[error("the outbox holds something unexpected: {what}")]
    Corrupt {
        /// What it is.
        what: String,
    },
}

impl Error {
    /// Whether the store may answer again by itself: it was restarted, the line broke, somebody else held it.
    #[must_use]
    pub fn is_transient(&self) -> bool {
        let Error::Store { source, .. } = self else { return false };
        match source {
            sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut | sqlx::Error::WorkerCrashed => true,
            sqlx::Error::Database(err) => match err.code().as_deref() {
                // SQLite: busy and locked (https://sqlite.org/rescode.html).
                Some("5" | "6" | "261" | "262" | "517" | "518" | "773") => true,
                // PostgreSQL: connection exceptions, operator intervention, deadlocks and serialization
                // (https://www.postgresql.org/docs/current/errcodes-appendix.html).
                Some(code) if code.len() == 5 => {
                    code.starts_with("08")
                        || code.starts_with("57P")
                        || matches!(code, "40001" | "40P01" | "53300")
                }
                _ => false,
            },
            _ => false,
        }
    }
}
