//! `pastdue send`: rows in, mails out, a report at the end.

use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, Write as _};
use std::path::Path;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::Context as _;
use indicatif::ProgressBar;
use jiff::Timestamp;
use pastdue::mailer::{Entry, Health, Stop, Until};
use pastdue::outbox::SqlOutbox;
use pastdue::report::{Outcome, Settled};
use pastdue::transport::MemoryTransport;
use pastdue::{Kind, Mailer};
use serde_json::json;

use crate::args::{self, Format};
use crate::config::{Config, Route};
use crate::deliver::Delivery;
use crate::input::{Entries, Source, progress_bar};
use crate::load::load_templates;
use crate::metrics::Metrics;
use crate::{ATTENTION, FAILURE, deliver, outbox, print, tell};

/// How long the relay may be away before a run ends.
const PAUSES: [Duration; 3] = [Duration::from_secs(1), Duration::from_secs(5), Duration::from_secs(15)];
/// How often a worker asks a relay that is away, which it does for ever.
const PATIENT_PAUSES: [Duration; 5] = [
    Duration::from_secs(1),
    Duration::from_secs(5),
    Duration::from_secs(15),
    Duration::from_mins(1),
    Duration::from_mins(5),
];

/// Runs the command. `started` is when the program started, `clock` tells the time of day.
pub(crate) fn run(
    args: &args::Send,
    config: &Config,
    started: Instant,
    clock: fn() -> Timestamp,
) -> anyhow::Result<ExitCode> {
    let templates =
        load_templates(config, args.overlays.locales.as_deref(), args.overlays.templates.as_deref())?;
    let mailer = Mailer {
        templates,
        sender: config.sender()?,
        default_locale: config.default_locale(),
        clock,
        success: if args.dry_run { Outcome::Composed } else { Outcome::Sent },
        pauses: PAUSES.to_vec(),
        stop: Stop::default(),
    };
    let route = if args.dry_run { None } else { Some(checked_route(config, args.transport.as_ref())?) };
    let sources = Source::open(&args.files)?;
    let outcomes = args.outcomes.as_deref().map(create).transpose()?.map(Mutex::new);
    let bar = progress_bar(&sources);
    let entries = Entries::new(sources, args.input, bar.clone());
    let entries: Box<dyn Iterator<Item = io::Result<Entry>> + Send> = match args.limit {
        Some(limit) => Box::new(entries.take(usize::try_from(limit).unwrap_or(usize::MAX))),
        None => Box::new(entries),
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let failed: Arc<Mutex<Option<io::Error>>> = Arc::default();
    let stop = mailer.stop.clone();
    let settled = teller(bar.clone(), outcomes, Arc::clone(&failed), stop.clone(), started);
    let n_sessions = args.connections.map(usize::from);
    let done = runtime.block_on(until_signal(stop.clone(), async {
        match route {
            None => {
                let n = n_sessions.unwrap_or(config.relay.connections.into());
                let transports = (0..n).map(|_| MemoryTransport::discarding()).collect();
                let (report, ended) = Arc::new(mailer).send(entries, transports, settled).await;
                anyhow::Ok((report, ended.map(|()| None).map_err(anyhow::Error::from)))
            }
            Some(route) => {
                let until = if args.wait { Until::NothingLeft } else { Until::NothingDue };
                let (rate, per_domain) = (args.rate, config.per_domain);
                let (health, store) = (Health::default(), config.outbox.clone());
                let delivery = Delivery { route, n_sessions, rate, per_domain, until, store, health };
                let outbox = outbox::open(config, args.outbox.as_ref(), clock);
                let send = async |outbox: &SqlOutbox| {
                    Ok(deliver::send(mailer, outbox.clone(), entries, delivery, settled).await)
                };
                outbox::with(outbox, send).await
            }
        }
    }));
    let Some(done) = done else { return Ok(ended_at_once(runtime)) };
    let (report, ended) = done?;
    bar.finish_and_clear();
    if stop.is_stopped() {
        tell(
            "the run was stopped: what it had not finished stays in the outbox, and rows not read are not in it",
        );
    }
    let seconds = started.elapsed().as_secs_f64();
    match args.format {
        Format::Human => print(report.to_words(seconds).as_bytes())?,
        Format::Json => print(format!("{}\n", report.to_json(seconds)).as_bytes())?,
    }
    if let Some(why) = ended? {
        tell(&format!("the run ended early: {why}"));
        return Ok(ExitCode::from(ATTENTION));
    }
    if let Some(err) = failed.lock().unwrap_or_else(PoisonError::into_inner).take() {
        tell(&format!("error: failed to write the file of outcomes: {err}"));
        return Ok(ExitCode::from(FAILURE));
    }
    Ok(if report.needs_attention() || stop.is_stopped() {
        ExitCode::from(ATTENTION)
    } else {
        ExitCode::SUCCESS
    })
}

/// `pastdue enqueue`: rows in, for somebody else to deliver.
pub(crate) fn enqueue(
    args: &args::Enqueue,
    config: &Config,
    started: Instant,
    clock: fn() -> Timestamp,
) -> anyhow::Result<ExitCode> {
    let sources = Source::open(&args.files)?;
    let bar = progress_bar(&sources);
    let entries = Entries::new(sources, args.input, bar.clone());
    let stop = Stop::default();
    let settled = teller(bar.clone(), None, Arc::default(), stop.clone(), started);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let outbox = outbox::open(config, args.outbox.as_ref(), clock);
    let enqueue = async |outbox: &_| {
        Ok(deliver::enqueue(outbox, Box::new(entries), config.outbox.lifetime, &stop, &settled).await)
    };
    let done = runtime.block_on(until_signal(stop.clone(), outbox::with(outbox, enqueue)));
    let Some(done) = done else { return Ok(ended_at_once(runtime)) };
    let (report, ended) = done?;
    bar.finish_and_clear();
    let seconds = started.elapsed().as_secs_f64();
    match args.format {
        Format::Human => print(report.to_words(seconds).as_bytes())?,
        Format::Json => print(format!("{}\n", report.to_json(seconds)).as_bytes())?,
    }
    ended?;
    Ok(if report.needs_attention() || stop.is_stopped() {
        ExitCode::from(ATTENTION)
    } else {
        ExitCode::SUCCESS
    })
}

/// `pastdue work`: delivers for ever.
pub(crate) fn work(
    args: &args::Work,
    config: &Config,
    started: Instant,
    clock: fn() -> Timestamp,
) -> anyhow::Result<ExitCode> {
    let templates =
        load_templates(config, args.overlays.locales.as_deref(), args.overlays.templates.as_deref())?;
    let stop = Stop::default();
    let mailer = Mailer {
        templates,
        sender: config.sender()?,
        default_locale: config.default_locale(),
        clock,
        success: Outcome::Sent,
        pauses: PATIENT_PAUSES.to_vec(),
        stop: stop.clone(),
    };
    let route = checked_route(config, args.transport.as_ref())?;
    let settled = teller(ProgressBar::hidden(), None, Arc::default(), stop.clone(), started);
    let n_sessions = args.connections.map(usize::from);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let work = async |outbox: &SqlOutbox| {
        let (rate, per_domain, until) = (args.rate, config.per_domain, Until::Stopped);
        let (health, store) = (Health::default(), config.outbox.clone());
        let metrics = Metrics::new(health.clone(), store.lease);
        let delivery = Delivery { route, n_sessions, rate, per_domain, until, store, health };
        if let Some(address) = args.metrics {
            metrics.clone().serve(address, outbox.clone()).await?;
        }
        let settled = move |row: &Settled| {
            metrics.count(row);
            settled(row);
        };
        deliver::work(mailer, outbox.clone(), &delivery, settled).await
    };
    let outbox = outbox::open(config, args.outbox.as_ref(), clock);
    let done = runtime.block_on(until_signal(stop, outbox::with(outbox, work)));
    let Some(ended) = done else { return Ok(ended_at_once(runtime)) };
    Ok(match ended? {
        Some(why) => {
            tell(&format!("the work ended early: {why}"));
            ExitCode::from(ATTENTION)
        }
        None => ExitCode::SUCCESS,
    })
}

/// Where mails go, if this is told and may be used.
fn checked_route(config: &Config, argument: Option<&crate::config::Transport>) -> anyhow::Result<Route> {
    let route = config.route(argument)?;
    match &route {
        // A relay on this machine is one to try things with.
        Route::Smtp(hops) if hops.iter().any(|hop| !hop.settings.is_loopback()) => config.check_identity()?,
        Route::Smtp(_) => {}
        Route::Maildir(folder) => {
            let why = if config.falls_back_to_maildir(argument) { "no relay is configured: " } else { "" };
            tell(&format!("{why}mails go into the Maildir `{}`, not to their readers", folder.display()));
        }
    }
    Ok(route)
}

/// Runs `work`, and stops it at SIGINT or SIGTERM: what is handed over comes to its outcome first. A second signal ends
/// it at once, which gives `None`.
async fn until_signal<T>(stop: Stop, work: impl Future<Output = T>) -> Option<T> {
    let signals = async {
        let mut signals = Signals::new();
        signals.next().await;
        tell(
            "stopping: what is handed over is finished, the rest goes back; a second signal ends it at once",
        );
        stop.stop();
        signals.next().await;
    };
    tokio::select! {
        done = work => Some(done),
        () = signals => None,
    }
}

/// What a person or the system says to end the program.
struct Signals {
    #[cfg(unix)]
    terminated: Option<tokio::signal::unix::Signal>,
}

impl Signals {
    fn new() -> Signals {
        Signals {
            #[cfg(unix)]
            terminated: tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()).ok(),
        }
    }

    async fn next(&mut self) {
        #[cfg(unix)]
        if let Some(terminated) = &mut self.terminated {
            tokio::select! { _ = tokio::signal::ctrl_c() => {}, _ = terminated.recv() => {} }
            return;
        }
        // Whoever cannot hear it runs to the end.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}

/// The second signal: what was handed over is in doubt at the next start.
fn ended_at_once(runtime: tokio::runtime::Runtime) -> ExitCode {
    runtime.shutdown_background();
    tell("ended at once: what was handed over and not answered is in doubt at the next start");
    ExitCode::from(ATTENTION)
}

/// Tells each outcome to the bar, to the log and to the file of outcomes.
fn teller(
    bar: ProgressBar,
    outcomes: Option<Mutex<BufWriter<File>>>,
    failed: Arc<Mutex<Option<io::Error>>>,
    stop: Stop,
    started: Instant,
) -> impl Fn(&Settled) + Send + Sync + 'static {
    let n_rows = std::sync::atomic::AtomicU64::new(0);
    move |settled| {
        let n = 1 + n_rows.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        if !bar.is_hidden() {
            let milliseconds = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
            bar.set_message(format!("{n} rows, {}/s", n * 1000 / milliseconds.max(1)));
        }
        let Settled { place, id, kind, locale, outcome, text } = settled;
        let tag = locale.as_ref().map(|(locale, _)| locale.as_str());
        let why = locale.as_ref().map(|(_, why)| why.as_str());
        if tracing::enabled!(tracing::Level::INFO) {
            bar.suspend(|| {
                tracing::info!(notice.id = id, notice.locale = tag, "{place}: {outcome}: {text}");
            });
        }
        if let Some(outcomes) = &outcomes {
            let line = json!({
                "place": place, "id": id, "kind": kind.map(Kind::as_str), "locale": tag, "why": why,
                "outcome": outcome.as_str(), "text": text,
            });
            let mut file = outcomes.lock().unwrap_or_else(PoisonError::into_inner);
            if let Err(err) = writeln!(file, "{line}").and_then(|()| file.flush()) {
                // No mail leaves that cannot be accounted for.
                stop.stop();
                failed.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(err);
            }
        }
    }
}

fn create(path: &Path) -> anyhow::Result<BufWriter<File>> {
    // An earlier run's outcomes may be the only record of what has left.
    let file = OpenOptions::new().write(true).create_new(true).open(path).with_context(|| {
        format!("failed to create `{}`, which must be a file that is not there yet", path.display())
    })?;
    Ok(BufWriter::new(file))
}
