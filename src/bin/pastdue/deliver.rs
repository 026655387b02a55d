//! Rows into the outbox, and out of it to their readers.

use std::collections::HashSet;
use std::hash::{BuildHasher as _, RandomState};
use std::io;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::Context as _;
use pastdue::Mailer;
use pastdue::mailer::{Entry, Stop, Until, Work};
use pastdue::notice::{Notice, NoticeKey};
use pastdue::outbox::{self, Enqueued, Outbox as _, Rejection, Run, SqlOutbox, Worker};
use pastdue::report::{Outcome, Report, Settled};
use pastdue::transport::{MaildirTransport, SmtpTransport};

use crate::config::Route;
use crate::tell;

type Rows = Box<dyn Iterator<Item = io::Result<Entry>> + Send>;

/// How many rows go into the outbox together.
const BATCH: usize = 1000;
/// How long a notice may wait until nobody wants it any more.
pub(crate) const LIFETIME: Duration = Duration::from_hours(72);
/// How long a worker may give no sign of life.
const LEASE: Duration = Duration::from_mins(1);

/// Enqueues all rows, and delivers until nothing is due. Gives the report of both, and why the run ended early.
pub(crate) async fn send(
    mailer: Mailer,
    outbox: SqlOutbox,
    rows: Rows,
    route: &Route,
    n_sessions: usize,
    until: Until,
    settled: impl Fn(&Settled) + Send + Sync + 'static,
) -> (Report, anyhow::Result<Option<String>>) {
    let intake = Arc::new(Mutex::new(Intake::default()));
    let read = take_in(&outbox, rows, &mailer.stop, &settled, &intake).await;
    let counted = Arc::clone(&intake);
    let count = move |row: &Settled| {
        lock(&counted).settle(row);
        settled(row);
    };
    let worked = work(mailer, outbox, route, n_sessions, until, count).await;
    let worked = match worked {
        Err(err) if matches!(err.downcast_ref(), Some(outbox::Error::Busy { .. })) => {
            tell(&format!("{err}: it delivers what this run has brought too"));
            Ok(None)
        }
        worked => worked,
    };
    let why = match &worked {
        Ok(Some(why)) => why.as_str(),
        _ => "it waits in the outbox, see `pastdue status`",
    };
    let mut intake = lock(&intake);
    intake.count_waiting(why);
    (std::mem::take(&mut intake.report), read.and(worked))
}

/// Enqueues all rows.
pub(crate) async fn enqueue(
    outbox: &SqlOutbox,
    rows: Rows,
    stop: &Stop,
    settled: &(impl Fn(&Settled) + Send + Sync),
) -> (Report, anyhow::Result<()>) {
    let intake = Mutex::new(Intake::default());
    let read = take_in(outbox, rows, stop, settled, &intake).await;
    let mut intake = lock(&intake);
    intake.count_enqueued();
    (std::mem::take(&mut intake.report), read)
}

/// Delivers what is due. Gives why the work ended early, if it did.
pub(crate) async fn work(
    mailer: Mailer,
    outbox: SqlOutbox,
    route: &Route,
    n_sessions: usize,
    until: Until,
    settled: impl Fn(&Settled) + Send + Sync + 'static,
) -> anyhow::Result<Option<String>> {
    let (mailer, outbox) = (Arc::new(mailer), Arc::new(outbox));
    let work =
        |relay: String| Work { worker: Worker(random()), lease: LEASE, until, resend_after: None, relay };
    let ended = match route {
        Route::Maildir(folder) => {
            let transports = (0..n_sessions).map(|_| MaildirTransport::new(folder)).collect();
            mailer.work(outbox, work("maildir".to_owned()), transports, settled).await
        }
        Route::Smtp(settings) => {
            let transports = (0..n_sessions).map(|_| SmtpTransport::new(settings.clone())).collect();
            mailer
                .work(outbox, work(format!("{}:{}", settings.host, settings.port)), transports, settled)
                .await
        }
    };
    Ok(ended?)
}

/// What a run has brought, and what became of it.
#[derive(Default)]
struct Intake {
    report: Report,
    hasher: RandomState,
    /// The keys that are new and not yet settled, hashed.
    new: HashSet<u64>,
}

impl Intake {
    fn settle(&mut self, row: &Settled) {
        // A notice that went back is counted when it comes to something, or at the end.
        if row.outcome != Outcome::Returned {
            if let Some(id) = &row.id {
                self.new.remove(&self.hasher.hash_one(id.as_str()));
            }
            self.report.count(row);
        }
    }

    fn count_waiting(&mut self, why: &str) {
        for _ in self.new.drain() {
            self.report.count(&waiting(Outcome::Returned, why));
        }
    }

    fn count_enqueued(&mut self) {
        for _ in self.new.drain() {
            self.report.count(&waiting(Outcome::Queued, ""));
        }
    }
}

fn waiting(outcome: Outcome, why: &str) -> Settled {
    Settled { place: "outbox".to_owned(), id: None, kind: None, locale: None, outcome, text: why.to_owned() }
}

async fn take_in(
    outbox: &SqlOutbox,
    rows: Rows,
    stop: &Stop,
    settled: &(impl Fn(&Settled) + Send + Sync),
    intake: &Mutex<Intake>,
) -> anyhow::Result<()> {
    let run = Run(random());
    let (sender, mut batches) = tokio::sync::mpsc::channel(2);
    let stop = stop.clone();
    // Reading may wait for whoever writes the rows.
    let reader = std::thread::Builder::new().name("rows".to_owned());
    reader.spawn(move || read(rows, &stop, &sender))?;
    let mut ended = Ok(());
    while let Some(batch) = batches.recv().await {
        let (batch, result) = batch;
        store(outbox, run, batch, settled, intake).await?;
        ended = result;
    }
    ended.context("failed to read the input to its end; the report counts what came before")
}

type Batch = Vec<(String, Result<Notice, String>)>;

/// Reads batches of rows until the end, an error or a stop.
fn read(rows: Rows, stop: &Stop, batches: &tokio::sync::mpsc::Sender<(Batch, io::Result<()>)>) {
    let mut batch = Vec::with_capacity(BATCH);
    let mut ended = Ok(());
    for entry in rows {
        match entry {
            Ok(Entry { file, row }) => {
                batch.push((format!("{file}:{}", row.line), row.notice.map_err(|err| err.to_string())));
            }
            Err(err) => {
                ended = Err(err);
                break;
            }
        }
        if batch.len() == BATCH && batches.blocking_send((std::mem::take(&mut batch), Ok(()))).is_err() {
            return;
        }
        if stop.is_stopped() {
            break;
        }
    }
    // Nobody listens only if the outbox has failed, which is told there.
    let _ = batches.blocking_send((batch, ended));
}

async fn store(
    outbox: &SqlOutbox,
    run: Run,
    batch: Batch,
    settled: &(impl Fn(&Settled) + Send + Sync),
    intake: &Mutex<Intake>,
) -> anyhow::Result<()> {
    let (mut places, mut notices, mut rejections) = (Vec::new(), Vec::new(), Vec::new());
    for (place, row) in batch {
        match row {
            Ok(notice) => {
                places.push(place);
                notices.push(notice);
            }
            Err(reason) => rejections.push(Rejection { place, reason }),
        }
    }
    if !rejections.is_empty() {
        outbox.reject(run, &rejections).await?;
    }
    let enqueued = outbox.enqueue(run, &notices, LIFETIME).await?;
    let mut told = Vec::new();
    for Rejection { place, reason } in rejections {
        let (outcome, text) = (Outcome::Rejected, reason);
        told.push(Settled { place, id: None, kind: None, locale: None, outcome, text });
    }
    let mut intake = lock(intake);
    for ((place, notice), enqueued) in places.into_iter().zip(&notices).zip(enqueued) {
        let (outcome, state) = match enqueued {
            Enqueued::New => {
                let hash = intake.hasher.hash_one(NoticeKey::as_str(&notice.key));
                intake.new.insert(hash);
                continue;
            }
            Enqueued::Known(state) => (Outcome::Known, state),
            Enqueued::Conflict(state) => (Outcome::Conflict, state),
        };
        let (id, kind) = (Some(notice.key.to_string()), Some(notice.kind()));
        told.push(Settled { place, id, kind, locale: None, outcome, text: format!("it is `{state}` there") });
    }
    for row in &told {
        intake.report.count(row);
        settled(row);
    }
    Ok(())
}

/// A number that no other process has.
fn random() -> i64 {
    RandomState::new().hash_one(std::process::id()).cast_signed() >> 1
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
