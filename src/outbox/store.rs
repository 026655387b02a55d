//! The store that is open, whichever engine it is: how a statement is run in it, and how its answers are read.

use std::fmt;
use std::fs::File;
use std::hash::{BuildHasher as _, RandomState};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use jiff::Timestamp;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use sqlx::any::{AnyArguments, AnyRow};
use sqlx::query::Query;
use sqlx::{Any, AnyConnection, AnyPool, Connection as _, Executor as _, Row as _};
use tokio::sync::Mutex;
use tokio::time::timeout;

use crate::outbox::connect::{Absent, Connected, connect, private};
use crate::outbox::dialect::Dialect;
use crate::outbox::{Error, State};

/// How long a server may take to say goodbye.
const GOODBYE: Duration = Duration::from_secs(5);

/// An outbox in `SQLite` or PostgreSQL. Clones share their connections.
#[derive(Clone)]
pub struct SqlOutbox {
    pub(super) pool: AnyPool,
    pub(super) dialect: &'static Dialect,
    pub(super) name: Arc<str>,
    time: Time,
    /// The number of the next change; it begins at random.
    batches: Arc<AtomicI64>,
    /// Where only one worker may be: the file that it locks, and the lock.
    exclusive: Option<Arc<Exclusive>>,
}

/// Where an outbox has its time from.
#[derive(Clone)]
pub enum Time {
    /// From the database, where several machines share it.
    OfDatabase,
    /// From this function.
    Given(Arc<dyn Fn() -> Timestamp + Send + Sync>),
}

struct Exclusive {
    path: PathBuf,
    lock: Mutex<Option<File>>,
    /// The connection, while it is not in use.
    connection: Mutex<Option<AnyConnection>>,
}

impl SqlOutbox {
    /// Opens the outbox at `url`, and makes it if it is not there yet.
    ///
    /// | URL | is |
    /// |---|---|
    /// | `sqlite:PATH` | a file, readable by its owner alone, in which one process delivers |
    /// | `postgres://…` | a database, from which many do |
    ///
    /// `SQLite` takes the time from `clock`, PostgreSQL has its own.
    ///
    /// # Errors
    ///
    /// If the URL is another one, the store cannot be opened, or a newer version of this program made it.
    pub async fn open(
        url: &str,
        clock: impl Fn() -> Timestamp + Send + Sync + 'static,
    ) -> Result<SqlOutbox, Error> {
        SqlOutbox::open_with(url, time_of(url, clock)).await
    }

    /// Opens the outbox at `url` if it is there, to look into it.
    ///
    /// # Errors
    ///
    /// As [`SqlOutbox::open`], and [`Error::Missing`] if there is none.
    pub async fn open_existing(
        url: &str,
        clock: impl Fn() -> Timestamp + Send + Sync + 'static,
    ) -> Result<SqlOutbox, Error> {
        Ok(SqlOutbox::new(connect(url, Absent::Refuse).await?, time_of(url, clock)))
    }

    /// Opens the outbox at `url` with its time from elsewhere, as tests do.
    ///
    /// # Errors
    ///
    /// As [`SqlOutbox::open`].
    pub async fn open_with(url: &str, time: Time) -> Result<SqlOutbox, Error> {
        Ok(SqlOutbox::new(connect(url, Absent::Make).await?, time))
    }

    fn new(connected: Connected, time: Time) -> SqlOutbox {
        let Connected { pool, dialect, name, lock } = connected;
        let start = RandomState::new().hash_one(&name).cast_signed() >> 1;
        let batches = Arc::new(AtomicI64::new(start));
        let exclusive = lock
            .map(|path| Arc::new(Exclusive { path, lock: Mutex::default(), connection: Mutex::default() }));
        SqlOutbox { pool, dialect, name: name.into(), time, batches, exclusive }
    }

    /// The URL without its password, for people.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Lets go of the store, which cannot be used any more: what `SQLite` keeps beside its file goes into it, so that
    /// a copy of the file is the whole outbox.
    pub async fn close(&self) {
        if let Some(exclusive) = &self.exclusive
            && let Some(connection) = exclusive.connection.lock().await.take()
        {
            // What is stored stays stored, wherever it is.
            let _ = connection.close().await;
        }
        let _ = timeout(GOODBYE, self.pool.close()).await;
    }

    /// The time to bind, in milliseconds; nothing where the database has its own.
    pub(super) fn now(&self) -> Option<i64> {
        match &self.time {
            Time::OfDatabase => None,
            Time::Given(clock) => Some(clock().as_millisecond()),
        }
    }

    /// Runs a script and gives the text of its answer.
    pub(super) async fn ask(
        &self,
        doing: &'static str,
        query: Query<'static, Any, AnyArguments>,
    ) -> Result<Option<String>, Error> {
        let failed = |source| Error::Store { doing, source };
        match self.run(query).await.map_err(failed)?.last() {
            Some(row) => row.try_get(0).map_err(failed),
            None => Ok(None),
        }
    }

    /// Runs one statement and gives its rows.
    pub(super) async fn rows(
        &self,
        doing: &'static str,
        query: Query<'static, Any, AnyArguments>,
    ) -> Result<Vec<AnyRow>, Error> {
        self.run(query).await.map_err(|source| Error::Store { doing, source })
    }

    async fn run(&self, query: Query<'static, Any, AnyArguments>) -> Result<Vec<AnyRow>, sqlx::Error> {
        let Some(exclusive) = &self.exclusive else {
            return fetch(&mut *self.pool.acquire().await?, query).await;
        };
        // The pool asks a connection before and after each use whether it is there, which a server is worth, and which
        // a file answers as slowly as it stores a mail.
        let mut kept = exclusive.connection.lock().await;
        // Whoever is ended half-way takes the connection along, and so leaves no transaction open.
        let mut connection = match kept.take() {
            Some(connection) => connection,
            None => self.pool.acquire().await?.detach(),
        };
        let result = fetch(&mut connection, query).await;
        if result.is_ok() || connection.ping().await.is_ok() {
            *kept = Some(connection);
        }
        result
    }

    /// A number for each change, by which it finds what it has changed.
    pub(super) fn batch(&self) -> i64 {
        self.batches.fetch_add(1, Ordering::Relaxed)
    }

    /// Takes the lock of the one worker, if that is not ours already. All other workers are dead then.
    pub(super) async fn lock(&self) -> Result<(), Error> {
        let Some(exclusive) = &self.exclusive else { return Ok(()) };
        // Held until it is taken: a second task of this process would find the file locked by the first.
        let mut held = exclusive.lock.lock().await;
        if held.is_some() {
            return Ok(());
        }
        let open =
            |source: std::io::Error| Error::Open { name: self.name.to_string(), source: source.into() };
        let file = private().open(&exclusive.path).map_err(open)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(std::fs::TryLockError::WouldBlock) => {
                return Err(Error::Busy { name: self.name.to_string() });
            }
            Err(std::fs::TryLockError::Error(err)) => return Err(open(err)),
        }
        *held = Some(file);
        self.ask("taking over", sqlx::query("DELETE FROM workers")).await.map(drop)
    }

    /// Lets somebody else be the one worker.
    pub(super) async fn unlock(&self) {
        if let Some(exclusive) = &self.exclusive {
            exclusive.lock.lock().await.take();
        }
    }

    /// Whether no other process delivers from here.
    pub(super) fn is_exclusive(&self) -> bool {
        self.exclusive.is_some()
    }
}

async fn fetch(
    connection: &mut AnyConnection,
    query: Query<'static, Any, AnyArguments>,
) -> Result<Vec<AnyRow>, sqlx::Error> {
    let result = connection.fetch_all(query).await;
    if result.is_err() {
        // Nothing is left open; where nothing was, or the line is gone, this fails, and may.
        let _ = connection.execute("ROLLBACK").await;
    }
    result
}

/// `SQLite` has the time of `clock`, a server its own.
fn time_of(url: &str, clock: impl Fn() -> Timestamp + Send + Sync + 'static) -> Time {
    if url.starts_with("sqlite:") { Time::Given(Arc::new(clock)) } else { Time::OfDatabase }
}

pub(super) fn milliseconds(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX / 4).min(i64::MAX / 4)
}

pub(super) fn duration(milliseconds: i64) -> Duration {
    Duration::from_millis(u64::try_from(milliseconds).unwrap_or(0))
}

pub(super) fn state(name: &str) -> Result<State, Error> {
    State::parse(name).ok_or_else(|| corrupt(&format!("the state `{name}`")))
}

pub(super) fn corrupt(what: &str) -> Error {
    Error::Corrupt { what: what.to_owned() }
}

/// The answer of a statement that always has one.
pub(super) fn due(answer: Option<String>) -> Result<String, Error> {
    answer.ok_or_else(|| corrupt("no answer where one was due"))
}

/// Reads the JSON of an answer.
pub(super) fn read<T: DeserializeOwned>(answer: Option<String>) -> Result<T, Error> {
    serde_json::from_str(&due(answer)?).map_err(|err| unreadable(&err))
}

pub(super) fn unreadable(err: &serde_json::Error) -> Error {
    corrupt(&format!("an answer that is not as expected: {err}"))
}

/// A truth, which `SQLite` gives as a number.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(untagged)]
pub(super) enum Flag {
    Truth(bool),
    Number(i64),
}

impl From<Flag> for bool {
    fn from(flag: Flag) -> bool {
        match flag {
            Flag::Truth(is_true) => is_true,
            Flag::Number(number) => number != 0,
        }
    }
}

impl fmt::Debug for SqlOutbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SqlOutbox({})", self.name)
    }
}
