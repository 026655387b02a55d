//! The `pastdue` program.

#[cfg(feature = "failpoints")]
mod failpoint;
mod config;
mod args;
mod load;
mod input;
mod outbox;
mod deliver;
mod metrics;
mod desk;
mod check;
mod manual;
mod render;
mod preview;
mod send;

use std::env;
use std::fs::File;
use std::io::{self, IsTerminal as _, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use jiff::Timestamp;
use tracing_subscriber::EnvFilter;

use crate::args::{Args, Command, Format};
use crate::config::{Config, Environment};

/// It ran, and something needs a person.
const ATTENTION: u8 = 1;
/// It could not run.
const FAILURE: u8 = 2;

#[expect(clippy::disallowed_methods, reason = "the clock is read here and handed on")]
fn main() -> ExitCode {
    let started = Instant::now();
    let args = match Args::read(env::args_os()) {
        Ok(args) => args,
        Err(err) => {
            // Help and version go to standard output, everything else to standard error; whoever has
            // closed either does not want it.
            let _ = err.print();
            return if err.use_stderr() { ExitCode::from(FAILURE) } else { ExitCode::SUCCESS };
        }
    };
    match run(args, started) {
        Ok(code) => code,
        Err(err) => {
            tell(&format!("error: {err:#}"));
            ExitCode::from(FAILURE)
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "the clock is read here and handed on")]
fn run(args: Args, started: Instant) -> anyhow::Result<ExitCode> {
    #[cfg(feature = "failpoints")]
    if let Some(order) = env::var_os("PASTDUE_TEST_FAILPOINT") {
        failpoint::install(&order)?;
    }
    let environment = Environment::new(env::vars_os())?;
    start_log(args.verbose, environment.log.as_deref());
    match args.command {
        Command::Send(send) => send::run(&send, &load(args.config, &environment)?, started, Timestamp::now),
        Command::Enqueue(enqueue) => {
            send::enqueue(&enqueue, &load(args.config, &environment)?, started, Timestamp::now)
        }
        Command::Status(status) => desk::status(&status, &load(args.config, &environment)?, Timestamp::now),
        Command::Explain(explain) => {
            desk::explain(&explain, &load(args.config, &environment)?, Timestamp::now)
        }
        Command::Doubt(doubt) => desk::doubt(&doubt, &load(args.config, &environment)?, Timestamp::now),
        Command::Withdraw(withdraw) => {
            desk::withdraw(&withdraw, &load(args.config, &environment)?, Timestamp::now)
        }
        Command::Suppress(suppress) => {
            desk::suppress(&suppress, &load(args.config, &environment)?, Timestamp::now)
        }
        Command::Bounces(bounces) => {
            desk::bounces(&bounces, &load(args.config, &environment)?, Timestamp::now)
        }
        Command::Purge(purge) => desk::purge(&purge, &load(args.config, &environment)?, Timestamp::now),
        Command::Work(work) => send::work(&work, &load(args.config, &environment)?, started, Timestamp::now),
        Command::Preview(preview) => {
            preview::run(&preview, &load(args.config, &environment)?, Timestamp::now)
        }
        Command::Check(check) => check::run(&check),
        Command::Render(render) => render::run(&render, &load(args.config, &environment)?, Timestamp::now()),
        Command::Config(show) => {
            let config = load(args.config, &environment)?;
            let text = match show.format {
                Format::Human => config.settings.to_toml(),
                Format::Json => config.settings.to_json(),
            };
            print(text.as_bytes())?;
            Ok(check_files(&config))
        }
        Command::Completions(completions) => {
            print(&manual::completions(completions.shell))?;
            Ok(ExitCode::SUCCESS)
        }
        Command::Man(man) => {
            match man.out {
                Some(folder) => manual::pages(&folder)?,
                None => print(&manual::page()?)?,
            }
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// Logs to standard error what the arguments or `PASTDUE_LOG` ask for; warnings otherwise.
fn start_log(verbosity: u8, filter: Option<&str>) {
    let level = match verbosity {
        // What the driver of the store has to say comes back as an error where it matters.
        0 => "warn,sqlx=off",
        1 => "info,sqlx=off",
        2 => "debug,sqlx=warn",
        _ => "trace",
    };
    let filter = EnvFilter::builder().parse_lossy(filter.filter(|_| verbosity == 0).unwrap_or(level));
    let is_colored =
        io::stderr().is_terminal() && env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(io::stderr)
        .with_ansi(is_colored)
        .with_target(false)
        .without_time()
        .init();
}

fn load(file: Option<PathBuf>, environment: &Environment) -> anyhow::Result<Config> {
    let file = file.or_else(|| environment.config.clone());
    Config::load(file.as_deref(), environment)
}

/// Tells of each file that the configuration names and that cannot be read: better now than at night.
fn check_files(config: &Config) -> ExitCode {
    let mut code = ExitCode::SUCCESS;
    for (key, path) in config.files() {
        let is_file = File::open(path).and_then(|file| file.metadata()).map(|metadata| metadata.is_file());
        let problem = match is_file {
            Ok(true) => continue,
            Ok(false) => "it is not a file".to_owned(),
            Err(err) => err.to_string(),
        };
        tell(&format!("warning: `{key}`: failed to read `{}`: {problem}", path.display()));
        code = ExitCode::from(ATTENTION);
    }
    code
}

/// Writes to standard output. A reader that has gone away has read enough.
fn print(bytes: &[u8]) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
        Err(err) if err.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

/// Writes a line to standard error; there is nowhere to tell that it failed.
fn tell(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}
