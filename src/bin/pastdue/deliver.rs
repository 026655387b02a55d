//! Rows into the outbox, and out of it to their readers.

mod intake;

use std::hash::{BuildHasher as _, RandomState};
use std::io;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::Context as _;
use pastdue::Mailer;
use pastdue::mailer::{Arrivals, Bringing, Entry, Health, Relay, Stop, Until, Work};
use pastdue::notice::Notice;
use pastdue::outbox::{self, Brought, Enqueued, Outbox as _, Rejection, Run, SqlOutbox, State, Worker};
use pastdue::report::{Outcome, Report, Settled};
use pastdue::transport::{MaildirTransport, SmtpTransport};

use self::intake::Intake;
use crate::config::{Rate, Route, Store};
use crate::tell;

type Rows = Box<dyn Iterator<Item = io::Result<Entry>> + Send>;

/// How many rows go into the outbox together.
const BATCH: usize = 500;
/// How often a process that may not deliver looks whether it now may.
const LOOK: Duration = Duration::from_millis(300);
/// How many mails are written into a Maildir at once.
const MAILDIR_SESSIONS: usize = 8;

/// Who is told of each outcome.
type Told = Arc<dyn Fn(&Settled) + Send + Sync>;

/// Enqueues all rows, and delivers meanwhile, until nothing is due. Gives the report of both, and why the run ended
/// early.
pub(crate) async fn send(
    mailer: Mailer,
    outbox: SqlOutbox,
    rows: Rows,
    delivery: Delivery,
    settled: impl Fn(&Settled) + Send + Sync + 'static,
) -> (Report, anyhow::Result<Option<String>>) {
    let (run, intake) = (Run(random()), Arc::new(Mutex::new(Intake::of(delivery.store.lifetime))));
    let (mailer, outbox) = (Arc::new(mailer), Arc::new(outbox));
    let (bringing, arrivals) = Bringing::begin();
    let settled: Told = Arc::new(settled);
    let (counted, told) = (Arc::clone(&intake), Arc::clone(&settled));
    let count: Told = Arc::new(move |row| {
        lock(&counted).settle(row);
        told(row);
    });
    let taking_in = async {
        let read = take_in(&outbox, run, rows, &mailer.stop, settled.as_ref(), &intake, &bringing).await;
        drop(bringing);
        read
    };
    let working = share(&mailer, &outbox, &delivery, arrivals, &count);
    let (read, worked) = tokio::join!(taking_in, working);
    let why = match &worked {
        Ok(Some(why)) => why.clone(),
        _ => "it waits in the outbox, see `pastdue status`".to_owned(),
    };
    let read = match &worked {
        Ok(None) if !mailer.stop.is_stopped() => read.and(follow(&outbox, run, &intake, &count).await),
        _ => read,
    };
    let mut intake = lock(&intake);
    intake.count_waiting(&why);
    (std::mem::take(&mut intake.report), read.and(worked))
}

/// Enqueues all rows.
pub(crate) async fn enqueue(
    outbox: &SqlOutbox,
    rows: Rows,
    lifetime: Duration,
    stop: &Stop,
    settled: &(impl Fn(&Settled) + Send + Sync),
) -> (Report, anyhow::Result<()>) {
    let (intake, (bringing, _)) = (Mutex::new(Intake::of(lifetime)), Bringing::begin());
    let read = take_in(outbox, Run(random()), rows, stop, settled, &intake, &bringing).await;
    let mut intake = lock(&intake);
    intake.count_enqueued();
    (std::mem::take(&mut intake.report), read)
}

/// How to deliver.
pub(crate) struct Delivery {
    /// Where to.
    pub(crate) route: Route,
    /// Over how many sessions at once with each relay, if not as it is configured.
    pub(crate) n_sessions: Option<usize>,
    /// At most how many mails for each relay, if not as it is configured.
    pub(crate) rate: Option<Rate>,
    /// How many mails may be on their way to one recipient domain at once.
    pub(crate) per_domain: usize,
    /// How long.
    pub(crate) until: Until,
    /// How long things in the outbox last.
    pub(crate) store: Store,
    /// Is told how it goes.
    pub(crate) health: Health,
}

/// Delivers what is due. Gives why the work ended early, if it did.
pub(crate) async fn work(
    mailer: Mailer,
    outbox: SqlOutbox,
    delivery: &Delivery,
    settled: impl Fn(&Settled) + Send + Sync + 'static,
) -> anyhow::Result<Option<String>> {
    Ok(deliver(&Arc::new(mailer), &Arc::new(outbox), delivery, None, Arc::new(settled)).await?)
}

/// Delivers, or leaves it to another process that does and is the only one that may. Whoever ends last leaves
/// nothing due.
async fn share(
    mailer: &Arc<Mailer>,
    outbox: &Arc<SqlOutbox>,
    delivery: &Delivery,
    arrivals: Arrivals,
    settled: &Told,
) -> anyhow::Result<Option<String>> {
    let mut has_told = false;
    loop {
        let tried = deliver(mailer, outbox, delivery, Some(arrivals.clone()), Arc::clone(settled)).await;
        let Err(err @ outbox::Error::Busy { .. }) = tried else { return Ok(tried?) };
        if !has_told {
            tell(&format!("{err}: it delivers what this run brings too"));
            has_told = true;
        }
        if !arrivals.is_open() {
            let waiting = outbox.waiting().await?;
            let is_waiting = match delivery.until {
                Until::NothingDue => waiting.next_due == Some(Duration::ZERO),
                Until::NothingLeft | Until::Stopped => waiting.next_due.is_some(),
            };
            if !is_waiting && !waiting.is_held {
                return Ok(None);
            }
        }
        tokio::select! {
            () = mailer.stop.stopped() => return Ok(None),
            () = tokio::time::sleep(LOOK) => {}
        }
    }
}

async fn deliver(
    mailer: &Arc<Mailer>,
    outbox: &Arc<SqlOutbox>,
    delivery: &Delivery,
    arrivals: Option<Arrivals>,
    settled: Told,
) -> Result<Option<String>, outbox::Error> {
    let Delivery { route, n_sessions, rate, per_domain, until, store, health } = delivery;
    let work = Work {
        worker: Worker(random()),
        lease: store.lease,
        until: *until,
        arrivals,
        resend_after: store.resend_after,
        per_domain: *per_domain,
        health: health.clone(),
    };
    let (mailer, outbox) = (Arc::clone(mailer), Arc::clone(outbox));
    let settled = move |row: &Settled| settled(row);
    match route {
        Route::Maildir(folder) => {
            let n = n_sessions.unwrap_or(MAILDIR_SESSIONS);
            let sessions = (0..n).map(|_| MaildirTransport::new(folder)).collect();
            let relay = Relay { name: "maildir".to_owned(), sessions, rate: rate.map(|rate| rate.0) };
            mailer.work(outbox, work, vec![relay], settled).await
        }
        Route::Smtp(hops) => {
            let relays = hops.iter().map(|hop| {
                let n = n_sessions.unwrap_or(hop.connections.into());
                Relay {
                    name: format!("{}:{}", hop.settings.host, hop.settings.port),
                    sessions: (0..n).map(|_| SmtpTransport::new(hop.settings.clone())).collect(),
                    rate: rate.or(hop.rate).map(|rate| rate.0),
                }
            });
            mailer.work(outbox, work, relays.collect(), settled).await
        }
    }
}

/// Tells what became of this run's rows in other processes.
async fn follow(outbox: &SqlOutbox, run: Run, intake: &Mutex<Intake>, settled: &Told) -> anyhow::Result<()> {
    let mut after = 0;
    while lock(intake).is_waiting() {
        let rows = outbox.brought(run, after).await?;
        let Some(last) = rows.last() else { break };
        after = last.seq;
        for row in rows {
            if lock(intake).is_waiting_for(&row.key) {
                settled(&elsewhere(row));
            }
        }
    }
    Ok(())
}

/// What became of a notice in another process.
fn elsewhere(row: Brought) -> Settled {
    let outcome = match row.state {
        State::Queued | State::Claimed | State::HandedOver => Outcome::Returned,
        State::Deferred => Outcome::Deferred,
        State::Sent => Outcome::Sent,
        State::InDoubt => Outcome::InDoubt,
        State::Refused | State::Withdrawn => Outcome::Refused,
        State::Suppressed => Outcome::Suppressed,
        State::Expired => Outcome::Expired,
        State::Unrenderable => Outcome::Unrenderable,
        State::Rejected => Outcome::Rejected,
    };
    Settled {
        place: "outbox".to_owned(),
        id: Some(row.key.to_string()),
        kind: row.kind,
        locale: row.locale.and_then(|(tag, why)| Some((tag.parse().ok()?, why))),
        outcome,
        text: row.text.unwrap_or_else(|| format!("it became `{}` in another process", row.state)),
    }
}

async fn take_in(
    outbox: &SqlOutbox,
    run: Run,
    rows: Rows,
    stop: &Stop,
    settled: &(dyn Fn(&Settled) + Send + Sync),
    intake: &Mutex<Intake>,
    bringing: &Bringing,
) -> anyhow::Result<()> {
    let (sender, mut entries) = tokio::sync::mpsc::channel(BATCH);
    let stopped = stop.clone();
    // Reading may wait for whoever writes the rows.
    let reader = std::thread::Builder::new().name("rows".to_owned());
    reader.spawn(move || {
        for entry in rows {
            // Nobody listens any more only if the outbox has failed, which is told there.
            if stopped.is_stopped() || sender.blocking_send(entry).is_err() {
                break;
            }
        }
    })?;
    let mut read = Vec::with_capacity(BATCH);
    loop {
        // All that has been read while the last rows were stored is stored together.
        let n = tokio::select! {
            n = entries.recv_many(&mut read, BATCH) => n,
            () = stop.stopped() => 0,
        };
        if n == 0 {
            return Ok(());
        }
        let mut ended = Ok(());
        let mut batch = Vec::with_capacity(n);
        for entry in read.drain(..) {
            match entry {
                Ok(Entry { file, row }) => {
                    batch.push((format!("{file}:{}", row.line), row.notice.map_err(|err| err.to_string())));
                }
                Err(err) => ended = Err(err),
            }
        }
        store(outbox, run, batch, settled, intake).await?;
        bringing.tell();
        ended.context("failed to read the input to its end; the report counts what came before")?;
    }
}

type Batch = Vec<(String, Result<Notice, String>)>;

async fn store(
    outbox: &SqlOutbox,
    run: Run,
    batch: Batch,
    settled: &(dyn Fn(&Settled) + Send + Sync),
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
    let lifetime = lock(intake).begin_storing();
    let enqueued = outbox.enqueue(run, &notices, lifetime).await;
    let enqueued = enqueued.inspect_err(|_| lock(intake).end_storing())?;
    let mut told = Vec::new();
    for Rejection { place, reason } in rejections {
        let (outcome, text) = (Outcome::Rejected, reason);
        told.push(Settled { place, id: None, kind: None, locale: None, outcome, text });
    }
    let mut intake = lock(intake);
    for ((place, notice), enqueued) in places.into_iter().zip(&notices).zip(enqueued) {
        let (outcome, state) = match enqueued {
            Enqueued::New => {
                intake.add(&notice.key);
                continue;
            }
            Enqueued::Known(state) => (Outcome::Known, state),
            Enqueued::Conflict(state) => (Outcome::Conflict, state),
        };
        let (id, kind) = (Some(notice.key.to_string()), Some(notice.kind()));
        told.push(Settled { place, id, kind, locale: None, outcome, text: format!("it is `{state}` there") });
    }
    intake.end_storing();
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
