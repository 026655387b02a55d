//! `pastdue send`: rows in, mails out, a report at the end.

use std::collections::VecDeque;
use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, IsTerminal as _, Read, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::Context as _;
use indicatif::{ProgressBar, ProgressStyle};
use jiff::Timestamp;
use pastdue::mailer::{Entry, Stop};
use pastdue::notice::{Format as RowFormat, Reader};
use pastdue::report::{Outcome, Settled};
use pastdue::transport::{MaildirTransport, MemoryTransport, SmtpTransport, Transport};
use pastdue::{Kind, Mailer, Report};
use serde_json::json;

use crate::args::{self, Format};
use crate::config::{Config, Route};
use crate::load::load_templates;
use crate::{ATTENTION, FAILURE, print, tell};

/// How long the relay may be away before the rest of the rows is returned.
const PAUSES: [Duration; 3] = [Duration::from_secs(1), Duration::from_secs(5), Duration::from_secs(15)];

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
    let route = if args.dry_run { None } else { Some(config.route(args.transport.as_ref())?) };
    // A relay on this machine is one to try things with.
    if matches!(&route, Some(Route::Smtp(settings)) if !settings.is_loopback()) {
        config.check_identity()?;
    }
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
    let n_sessions = usize::from(args.connections.unwrap_or(config.relay.connections));
    let (report, ended) = runtime.block_on(async {
        tokio::spawn(stop_on_signal(stop.clone()));
        match route {
            None => send(mailer, entries, n_sessions, MemoryTransport::discarding, settled).await,
            Some(Route::Maildir(folder)) => {
                let why = if config.falls_back_to_maildir(args.transport.as_ref()) {
                    "no relay is configured: "
                } else {
                    ""
                };
                tell(&format!("{why}mails go into the Maildir `{}`, not to their readers", folder.display()));
                send(mailer, entries, n_sessions, || MaildirTransport::new(&folder), settled).await
            }
            Some(Route::Smtp(settings)) => {
                send(mailer, entries, n_sessions, || SmtpTransport::new(settings.clone()), settled).await
            }
        }
    });
    bar.finish_and_clear();
    if stop.is_stopped() {
        tell("the run was stopped: rows that the report does not count were not taken");
    }
    let seconds = started.elapsed().as_secs_f64();
    match args.format {
        Format::Human => print(report.to_words(seconds).as_bytes())?,
        Format::Json => print(format!("{}\n", report.to_json(seconds)).as_bytes())?,
    }
    ended.context("failed to read the input to its end; the report counts what came before")?;
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

/// Stops the run at SIGINT or SIGTERM: what is under way comes to its outcome first.
async fn stop_on_signal(stop: Stop) {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let Ok(mut terminated) = signal(SignalKind::terminate()) else { return };
        tokio::select! { _ = interrupted => {}, _ = terminated.recv() => {} }
    }
    #[cfg(not(unix))]
    let _ = interrupted.await;
    tell("stopping: mails under way are finished, no other row is taken");
    stop.stop();
}

async fn send<T: Transport + 'static>(
    mailer: Mailer,
    entries: Box<dyn Iterator<Item = io::Result<Entry>> + Send>,
    n_sessions: usize,
    transport: impl Fn() -> T,
    settled: impl Fn(&Settled) + Send + Sync + 'static,
) -> (Report, io::Result<()>) {
    let transports = std::iter::repeat_with(transport).take(n_sessions).collect();
    Arc::new(mailer).send(entries, transports, settled).await
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

type Input = Box<dyn Read + Send>;

/// An input that has been opened: all are, before the first mail leaves.
struct Source {
    name: Arc<str>,
    input: Input,
    n_bytes: Option<u64>,
}

impl Source {
    fn open(files: &[PathBuf]) -> anyhow::Result<VecDeque<Source>> {
        let stdin = PathBuf::from("-");
        let files = if files.is_empty() { std::slice::from_ref(&stdin) } else { files };
        files.iter().map(|path| Source::open_one(path)).collect()
    }

    fn open_one(path: &Path) -> anyhow::Result<Source> {
        if path == Path::new("-") {
            if io::stdin().is_terminal() {
                tell("reading rows from standard input, JSON Lines or CSV; end them with Ctrl-D");
            }
            return Ok(Source { name: "standard input".into(), input: Box::new(io::stdin()), n_bytes: None });
        }
        let failed = || format!("failed to read `{}`", path.display());
        let file = File::open(path).with_context(failed)?;
        let metadata = file.metadata().with_context(failed)?;
        anyhow::ensure!(!metadata.is_dir(), "failed to read `{}`: it is a folder", path.display());
        let n_bytes = metadata.is_file().then_some(metadata.len());
        Ok(Source { name: path.display().to_string().into(), input: Box::new(file), n_bytes })
    }
}

/// Shows how much of the input has been read; nothing at all where standard error is no terminal.
fn progress_bar(sources: &VecDeque<Source>) -> ProgressBar {
    let total: Option<u64> = sources.iter().map(|source| source.n_bytes).sum();
    let (bar, template) = match total {
        Some(n_bytes) => (ProgressBar::new(n_bytes), "{bar:30} {percent:>3} %  {msg}, {eta} left"),
        None => (ProgressBar::new_spinner(), "{spinner} {msg}, {elapsed}"),
    };
    let style = ProgressStyle::with_template(template).expect("the template is a constant");
    bar.with_style(style)
}

/// The rows of all inputs, one after the other.
struct Entries {
    sources: VecDeque<Source>,
    current: Option<(Arc<str>, Reader<Input>)>,
    format: Option<RowFormat>,
    bar: ProgressBar,
}

impl Entries {
    fn new(sources: VecDeque<Source>, input: args::Input, bar: ProgressBar) -> Entries {
        let format = match input {
            args::Input::Auto => None,
            args::Input::Jsonl => Some(RowFormat::JsonLines),
            args::Input::Csv => Some(RowFormat::Csv),
        };
        Entries { sources, current: None, format, bar }
    }
}

impl Iterator for Entries {
    type Item = io::Result<Entry>;

    fn next(&mut self) -> Option<io::Result<Entry>> {
        loop {
            if let Some((name, reader)) = &mut self.current {
                match reader.next() {
                    Some(Ok(row)) => return Some(Ok(Entry { file: Arc::clone(name), row })),
                    Some(Err(err)) => {
                        return Some(Err(io::Error::new(err.kind(), format!("`{name}`: {err}"))));
                    }
                    None => self.current = None,
                }
            }
            let Source { name, input, .. } = self.sources.pop_front()?;
            let input: Input = Box::new(self.bar.wrap_read(input));
            match Reader::new(input, self.format) {
                Ok(reader) => self.current = Some((name, reader)),
                Err(err) => return Some(Err(io::Error::new(err.kind(), format!("`{name}`: {err}")))),
            }
        }
    }
}
