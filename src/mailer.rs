//! The loop: each row becomes a notice, a content, a message, and comes to its outcome.

#[cfg(feature = "outbox")]
mod breaker;
#[cfg(feature = "outbox")]
mod pace;
#[cfg(feature = "outbox")]
mod schedule;
#[cfg(feature = "outbox")]
mod relay;
#[cfg(feature = "outbox")]
mod queue;
#[cfg(feature = "outbox")]
mod health;
#[cfg(feature = "outbox")]
mod job;
#[cfg(feature = "outbox")]
mod judge;
#[cfg(feature = "outbox")]
mod claim;
#[cfg(feature = "outbox")]
mod session;
#[cfg(feature = "outbox")]
mod work;

use std::collections::HashSet;
use std::hash::{BuildHasher as _, RandomState};
use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use jiff::Timestamp;
use tokio::sync::{mpsc, oneshot, watch};
use tokio::task::JoinSet;

use crate::catalog::Catalog;
use crate::chain::chain;
use crate::locale::{Locale, Negotiated, negotiate};
use crate::message::{self, Message, Sender};
use crate::notice::{Kind, Notice, Row};
use crate::report::{Outcome, Report, Settled};
use crate::template::{self, Templates};
use crate::transport::{DeliveryError, FailureKind, Transport};

#[cfg(feature = "outbox")]
pub use self::health::Health;
#[cfg(feature = "outbox")]
pub use self::job::{Arrivals, Bringing, Until, Work};
#[cfg(feature = "outbox")]
pub use self::relay::Relay;

/// Writes mails and hands them to a transport.
pub struct Mailer {
    /// The templates, with the catalog that fills them.
    pub templates: Templates,
    /// Who the mails come from.
    pub sender: Sender,
    /// The locale for readers whose languages are not offered.
    pub default_locale: Locale,
    /// Tells the time that a mail is dated with.
    pub clock: fn() -> Timestamp,
    /// What a mail that was taken counts as: [`Outcome::Sent`], or [`Outcome::Composed`] in a rehearsal.
    pub success: Outcome,
    /// How long to wait before a relay that failed is tried again by [`Mailer::work`]; after the last wait a run
    /// gives up, and a worker waits as long each time.
    pub pauses: Vec<Duration>,
    /// Ends a run early.
    pub stop: Stop,
}

/// Ends a run early: mails under way come to their outcome, and no other row is taken. Clones are one.
#[derive(Debug, Clone)]
pub struct Stop(Arc<watch::Sender<bool>>);

impl Stop {
    /// Lets no other row be taken.
    pub fn stop(&self) {
        self.0.send_replace(true);
    }

    /// Whether no other row is taken.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        *self.0.borrow()
    }

    /// Ends with the stop.
    pub async fn stopped(&self) {
        // The sender is ours, so the wait ends with a stop and with nothing else.
        let _ = self.0.subscribe().wait_for(|is_stopped| *is_stopped).await;
    }
}

impl Default for Stop {
    fn default() -> Stop {
        Stop(Arc::new(watch::Sender::new(false)))
    }
}

/// A row and the file it comes from.
pub struct Entry {
    /// The name of the file, for reports.
    pub file: Arc<str>,
    /// The row.
    pub row: Row,
}

impl Mailer {
    /// Writes the mail of one notice, dated `now`, in the locale that the administrator understands.
    ///
    /// # Errors
    ///
    /// If the notice cannot be rendered or composed.
    pub fn write(&self, notice: &Notice, now: Timestamp) -> Result<Message, Error> {
        self.write_in(notice, self.negotiate(notice).locale, now)
    }

    /// Chooses the locale of a notice's mail.
    #[must_use]
    pub fn negotiate(&self, notice: &Notice) -> Negotiated<'_> {
        let offered = self.templates.catalog().offered(notice.kind());
        negotiate(&notice.account.administrator.locales, offered, self.default_for(notice.kind()))
    }

    /// Delivers the mails of all `entries` over all `transports` at once, each once and without an outbox: for a
    /// rehearsal, and for mails that may be lost. Every row is told to `settled`.
    ///
    /// # Errors
    ///
    /// The error with which `entries` ended, beside the report of what came before it.
    pub async fn send<T>(
        self: Arc<Self>,
        entries: impl Iterator<Item = io::Result<Entry>> + Send + 'static,
        transports: Vec<T>,
        settled: impl Fn(&Settled) + Send + Sync + 'static,
    ) -> (Report, io::Result<()>)
    where
        T: Transport + 'static,
    {
        let (rows, taken) = mpsc::channel(transports.len().max(1));
        let stop = self.stop.clone();
        // Reading may wait for whoever writes the rows, and must not hold up mails that are under way.
        let (tell_end, end) = oneshot::channel();
        let reader = std::thread::Builder::new().name("rows".to_owned());
        let reading = reader.spawn(move || tell_end.send(read(entries, &stop, &rows)));
        if let Err(err) = reading {
            return (Report::default(), Err(err));
        }
        let run = Arc::new(Run {
            mailer: self,
            rows: tokio::sync::Mutex::new(taken),
            report: Mutex::new(Report::default()),
            settled: Box::new(settled),
        });
        let mut sessions = JoinSet::new();
        for transport in transports {
            sessions.spawn(Arc::clone(&run).work(transport));
        }
        let mut ended = Ok(());
        while let Some(joined) = sessions.join_next().await {
            // The others go on: what they have under way must come to its outcome.
            if let Err(err) = joined {
                ended = Err(io::Error::other(err));
            }
        }
        // Nobody takes another row, so the reader ends; after a stop it may still wait for input, and is left alone.
        run.rows.lock().await.close();
        if !run.mailer.stop.is_stopped() {
            ended = ended.and(end.await.unwrap_or_else(|err| Err(io::Error::other(err))));
        }
        let report = lock(&run.report).clone();
        (report, ended)
    }

    fn write_in(&self, notice: &Notice, locale: &Locale, now: Timestamp) -> Result<Message, Error> {
        let content = self.templates.render(notice, locale)?;
        Ok(Message::compose(notice, &content, &self.sender, now)?)
    }

    fn default_for(&self, kind: Kind) -> &Locale {
        let offered = self.templates.catalog().offered(kind);
        let find = |tag: &str| offered.iter().find(|locale| locale.as_str() == tag);
        find(self.default_locale.as_str())
            .or_else(|| find(Catalog::SOURCE_LOCALE))
            .expect("a catalog that has loaded offers every mail in its source locale")
    }
}

/// Reads rows until the end, an error, a stop, or until nobody takes them.
fn read(
    entries: impl Iterator<Item = io::Result<Entry>>,
    stop: &Stop,
    rows: &mpsc::Sender<(Entry, bool)>,
) -> io::Result<()> {
    // The keys so far, hashed: nine bytes a row are all that a run remembers.
    let mut seen: HashSet<u64> = HashSet::new();
    let hasher = RandomState::new();
    for entry in entries {
        let entry = entry?;
        let hash = entry.row.notice.as_ref().ok().map(|notice| hasher.hash_one(&notice.key));
        let is_new = hash.is_none_or(|hash| seen.insert(hash));
        if stop.is_stopped() || rows.blocking_send((entry, is_new)).is_err() {
            break;
        }
    }
    Ok(())
}

/// What the sessions of one run share.
struct Run {
    mailer: Arc<Mailer>,
    /// Each row, with whether its key is new.
    rows: tokio::sync::Mutex<mpsc::Receiver<(Entry, bool)>>,
    report: Mutex<Report>,
    settled: Box<dyn Fn(&Settled) + Send + Sync>,
}

impl Run {
    async fn work(self: Arc<Self>, mut transport: impl Transport) {
        while let Some((entry, is_new)) = self.next().await {
            let settled = self.settle(entry, is_new, &mut transport).await;
            lock(&self.report).count(&settled);
            (self.settled)(&settled);
        }
        transport.close().await;
    }

    async fn next(&self) -> Option<(Entry, bool)> {
        let mut rows = self.rows.lock().await;
        // A stop must be seen although no row comes, and before a row that has come.
        tokio::select! {
            biased;
            () = self.mailer.stop.stopped() => None,
            row = rows.recv() => row,
        }
    }

    async fn settle(&self, entry: Entry, is_new: bool, transport: &mut impl Transport) -> Settled {
        let mut settled = Settled {
            place: format!("{}:{}", entry.file, entry.row.line),
            id: None,
            kind: None,
            locale: None,
            outcome: Outcome::Rejected,
            text: String::new(),
        };
        let notice = match entry.row.notice {
            Ok(notice) => notice,
            Err(err) => return Settled { text: err.to_string(), ..settled },
        };
        settled.id = Some(notice.key.to_string());
        settled.kind = Some(notice.kind());
        if !is_new {
            let text = "the id was already met in this run".to_owned();
            return Settled { outcome: Outcome::Duplicate, text, ..settled };
        }
        let negotiated = self.mailer.negotiate(&notice);
        settled.locale = Some((negotiated.locale.clone(), negotiated.why.to_string()));
        let message = match self.mailer.write_in(&notice, negotiated.locale, (self.mailer.clock)()) {
            Ok(message) => message,
            Err(err) => return Settled { outcome: Outcome::Unrenderable, text: chain(&err), ..settled },
        };
        let (outcome, text) = match transport.deliver(&message, async { Ok(()) }).await {
            Ok(receipt) => (self.mailer.success, receipt.text),
            Err(err) => (outcome_of(&err), err.to_string()),
        };
        Settled { outcome, text, ..settled }
    }
}

fn outcome_of(err: &DeliveryError) -> Outcome {
    match err.kind() {
        FailureKind::Relay | FailureKind::Withheld => Outcome::Returned,
        FailureKind::Transient => Outcome::Deferred,
        FailureKind::Permanent => Outcome::Refused,
        FailureKind::InDoubt => Outcome::InDoubt,
    }
}

/// A lock that another session's panic has not made useless.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Why a mail could not be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// It could not be rendered.
    #[error(transparent)]
    Render(#[from] template::Error),
    /// It could not be composed.
    #[error(transparent)]
    Compose(#[from] message::Error),
}
