//! The outbox in a database, whichever engine it is: the statements are in [`super::dialect`].

use std::collections::{HashMap, hash_map};
use std::fmt;
use std::fs::File;
use std::hash::{BuildHasher as _, RandomState};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use jiff::Timestamp;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use sqlx::any::{AnyArguments, AnyRow};
use sqlx::query::Query;
use sqlx::{Any, AnyConnection, AnyPool, Connection as _, Executor as _, Row as _};
use tokio::sync::Mutex;

use crate::failpoint;
use crate::notice::{FieldError, Notice, NoticeKey};
use crate::outbox::connect::{Absent, Connected, connect, private};
use crate::outbox::dialect::Dialect;
use crate::outbox::record::{self, Entry};
use crate::outbox::{
    Claim, Enqueued, Error, Move, Outbox, Rejection, Run, State, Step, Swept, Ticket, Waiting, Worker,
};

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
    fn batch(&self) -> i64 {
        self.batches.fetch_add(1, Ordering::Relaxed)
    }

    /// Takes the lock of the one worker, if that is not ours already. All other workers are dead then.
    async fn lock(&self) -> Result<(), Error> {
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

fn duration(milliseconds: i64) -> Duration {
    Duration::from_millis(u64::try_from(milliseconds).unwrap_or(0))
}

pub(super) fn state(name: &str) -> Result<State, Error> {
    State::parse(name).ok_or_else(|| corrupt(&format!("the state `{name}`")))
}

pub(super) fn corrupt(what: &str) -> Error {
    Error::Corrupt { what: what.to_owned() }
}

/// Reads the JSON of an answer.
pub(super) fn read<T: DeserializeOwned>(answer: Option<String>) -> Result<T, Error> {
    let answer = answer.ok_or_else(|| corrupt("no answer where one was due"))?;
    serde_json::from_str(&answer).map_err(|err| unreadable(&err))
}

fn unreadable(err: &serde_json::Error) -> Error {
    corrupt(&format!("an answer that is not as expected: {err}"))
}

#[async_trait]
impl Outbox for SqlOutbox {
    async fn enqueue(
        &self,
        run: Run,
        notices: &[Notice],
        lifetime: Duration,
    ) -> Result<Vec<Enqueued>, Error> {
        const DOING: &str = "enqueuing notices";
        if notices.is_empty() {
            return Ok(Vec::new());
        }
        let entries: Vec<Entry> = notices.iter().map(Entry::new).collect();
        let mut ordered: Vec<&Entry> = entries.iter().collect();
        if self.exclusive.is_none() {
            // Two processes that lock the same keys in the same order do not lock each other out.
            ordered.sort_by_key(|entry| entry.token);
        }
        let batch = self.batch();
        let (texts, rows) = record::notices(ordered.into_iter());
        let query = sqlx::query(self.dialect.enqueue).bind(texts).bind(self.now()).bind(run.0);
        let query = query.bind(milliseconds(lifetime)).bind(batch).bind(rows);
        let mut answer = self.ask(DOING, query).await?;
        failpoint::reach("after-enqueue");
        if answer.is_none() {
            let query = sqlx::query(self.dialect.find).bind(record::tokens(entries.iter())).bind(batch);
            answer = self.ask(DOING, query).await?;
        }
        let mut known = HashMap::new();
        for (token, digest, name) in read::<Vec<(String, String, String)>>(answer)? {
            known.insert(token, (digest, state(&name)?));
        }
        let enqueued = entries.iter().map(|entry| {
            let (token, digest) = (entry.token.to_string(), entry.digest.to_string());
            match known.entry(token) {
                // Of several with one key in a batch the first is new.
                hash_map::Entry::Vacant(vacant) => {
                    vacant.insert((digest, State::Queued));
                    Enqueued::New
                }
                hash_map::Entry::Occupied(known) if known.get().0 == digest => Enqueued::Known(known.get().1),
                hash_map::Entry::Occupied(known) => Enqueued::Conflict(known.get().1),
            }
        });
        Ok(enqueued.collect())
    }

    async fn reject(&self, run: Run, rejections: &[Rejection]) -> Result<(), Error> {
        let query = sqlx::query(self.dialect.reject).bind(record::rejections(rejections));
        self.ask("keeping rejected rows", query.bind(self.now()).bind(run.0)).await.map(drop)
    }

    async fn renew(&self, worker: Worker, lease: Duration) -> Result<(), Error> {
        self.lock().await?;
        let query = sqlx::query(self.dialect.renew).bind(worker.0).bind(self.now());
        self.ask("renewing the lease", query.bind(milliseconds(lease))).await.map(drop)
    }

    async fn sweep(&self, resend_after: Option<Duration>) -> Result<Swept, Error> {
        let query = sqlx::query(self.dialect.sweep).bind(self.now()).bind(resend_after.map(milliseconds));
        failpoint::reach("before-sweep");
        let answer = self.ask("taking over from dead workers", query).await?;
        failpoint::reach("after-sweep");
        let (n_queued, n_in_doubt, n_resent) = read(answer)?;
        Ok(Swept { n_queued, n_in_doubt, n_resent })
    }

    async fn claim(&self, worker: Worker, n: usize, except_domains: &[String]) -> Result<Vec<Claim>, Error> {
        let except = serde_json::to_string(except_domains).unwrap_or_else(|_| "[]".to_owned());
        let query = sqlx::query(self.dialect.claim).bind(worker.0).bind(self.now());
        let query = query.bind(i64::try_from(n).unwrap_or(i64::MAX)).bind(except).bind(self.batch());
        let answer = self.ask("claiming notices", query).await?;
        failpoint::reach("after-claim");
        let mut claims = claims(&answer.ok_or_else(|| corrupt("no answer where one was due"))?)?;
        claims.sort_by_key(|claim| claim.ticket.seq);
        Ok(claims)
    }

    async fn apply(&self, worker: Worker, moves: &[Move]) -> Result<Vec<bool>, Error> {
        let is_intent = moves.iter().any(|step| matches!(step.step, Step::HandOver { .. }));
        failpoint::reach(if is_intent { "before-intent" } else { "before-outcome" });
        let query = sqlx::query(self.dialect.apply).bind(record::handovers(moves)).bind(self.now());
        let query = query.bind(worker.0).bind(record::settlements(moves));
        let query = query.bind(record::attempts(moves)).bind(record::suppressions(moves));
        let lost: Vec<(i64, i64)> = read(self.ask("storing what became of notices", query).await?)?;
        failpoint::reach(if is_intent { "after-intent" } else { "after-outcome" });
        Ok(moves.iter().map(|step| !lost.contains(&(step.ticket.seq, step.ticket.epoch))).collect())
    }

    async fn waiting(&self) -> Result<Waiting, Error> {
        let query = sqlx::query(self.dialect.waiting).bind(self.now());
        let answer = self.ask("looking for notices that are due", query).await?;
        let (next_due, is_held): (Option<i64>, Flag) = read(answer)?;
        Ok(Waiting { next_due: next_due.map(duration), is_held: is_held.into() })
    }

    async fn retire(&self, worker: Worker) -> Result<(), Error> {
        failpoint::reach("before-goodbye");
        self.ask("saying goodbye", sqlx::query(self.dialect.retire).bind(worker.0)).await?;
        if let Some(exclusive) = &self.exclusive {
            exclusive.lock.lock().await.take();
        }
        Ok(())
    }
}

/// A claimed notice as the store answers with it, with the length of its row.
type Stored = (i64, i64, String, String, u32, i64, Flag, Option<usize>);

/// Reads claimed notices: a list of [`Stored`], and behind it their rows.
fn claims(answer: &str) -> Result<Vec<Claim>, Error> {
    let mut list = serde_json::Deserializer::from_str(answer).into_iter::<Vec<Stored>>();
    let stored =
        list.next().ok_or_else(|| corrupt("no list of claimed notices"))?.map_err(|err| unreadable(&err))?;
    let mut rows = &answer[list.byte_offset()..];
    let claims =
        stored.into_iter().map(|(seq, epoch, id, domain, n_attempts, remaining, is_suppressed, n_bytes)| {
            let notice = match n_bytes {
                Some(n_bytes) => {
                    let (row, rest) = rows
                        .split_at_checked(n_bytes)
                        .ok_or_else(|| corrupt("a claimed row that is cut off"))?;
                    rows = rest;
                    Notice::from_json(row.as_bytes()).map(Box::new)
                }
                None => {
                    Err(FieldError { field: String::new(), problem: "the stored row is gone".to_owned() })
                }
            };
            Ok(Claim {
                ticket: Ticket { seq, epoch },
                key: NoticeKey::new(&id).map_err(|_| corrupt("an id that is not one"))?,
                notice,
                domain,
                n_attempts,
                remaining: duration(remaining),
                is_suppressed: is_suppressed.into(),
            })
        });
    claims.collect()
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
