//! The `pastdue` program.

#[expect(dead_code, reason = "`send` and `render` are not wired yet")]
mod config;
#[expect(dead_code, reason = "`send` and `render` are not wired yet")]
mod load;
#[expect(dead_code, reason = "`send` and `render` are not wired yet")]
mod args;
mod manual;

use std::env;
use std::fs::File;
use std::io::{self, Write as _};
use std::process::ExitCode;

use anyhow::bail;

use crate::args::{Args, Command, Format};
use crate::config::{Config, Environment};

/// It ran, and something needs a person.
const ATTENTION: u8 = 1;
/// It could not run.
const FAILURE: u8 = 2;

fn main() -> ExitCode {
    let args = match Args::read(env::args_os()) {
        Ok(args) => args,
        Err(err) => {
            // Help and version go to standard output, everything else to standard error; whoever has
            // closed either does not want it.
            let _ = err.print();
            return if err.use_stderr() { ExitCode::from(FAILURE) } else { ExitCode::SUCCESS };
        }
    };
    match run(args) {
        Ok(code) => code,
        Err(err) => {
            tell(&format!("error: {err:#}"));
            ExitCode::from(FAILURE)
        }
    }
}

fn run(args: Args) -> anyhow::Result<ExitCode> {
    match args.command {
        Command::Send(_) | Command::Render(_) => {
            load(args.config)?;
            bail!("not wired yet");
        }
        Command::Config(show) => {
            let config = load(args.config)?;
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

fn load(file: Option<std::path::PathBuf>) -> anyhow::Result<Config> {
    let environment = Environment::new(env::vars_os())?;
    let file = file.or_else(|| environment.config.clone());
    Config::load(file.as_deref(), &environment)
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
