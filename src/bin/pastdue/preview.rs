//! `pastdue preview`: every mail in every language in a browser, live.

use std::io;
use std::process::{Command, ExitCode, Stdio};

use anyhow::{Context as _, bail};
use jiff::Timestamp;
use pastdue::preview::{self, Settings};
use tokio::net::TcpListener;

use crate::args::Preview;
use crate::config::Config;
use crate::{print, tell};

/// Runs the command until it is interrupted.
pub(crate) fn run(args: &Preview, config: &Config, now: fn() -> Timestamp) -> anyhow::Result<ExitCode> {
    let settings = Settings {
        locales: args.overlays.locales.clone(),
        templates: args.overlays.templates.clone(),
        site: config.site(),
        sender: config.sender()?,
        date: now(),
        is_read_only: args.read_only,
        editor: args.editor.clone(),
        send: None,
    };
    let preview = preview::Preview::load(settings)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = listen(args).await?;
        let url = preview.url(listener.local_addr()?);
        print(format!("{url}\n").as_bytes())?;
        tell("the preview is at this link until you press Ctrl+C; whoever has the link can use it");
        if args.open {
            open(&url);
        }
        tokio::select! {
            served = preview.serve(listener) => served?,
            stopped = tokio::signal::ctrl_c() => stopped?,
        }
        Ok(ExitCode::SUCCESS)
    })
}

async fn listen(args: &Preview) -> anyhow::Result<TcpListener> {
    let address = args.listen;
    match TcpListener::bind(address).await {
        Err(err) if err.kind() == io::ErrorKind::AddrInUse => bail!(
            "`{address}` is in use, perhaps by another preview: end that one, or add `--listen 0` for a free port"
        ),
        Err(err) if err.kind() == io::ErrorKind::PermissionDenied => {
            bail!("`{address}` is not for everybody: add `--listen 0` for a free port")
        }
        listener => listener.with_context(|| format!("failed to listen at `{address}`")),
    }
}

/// Opens the browser; if that fails, the link has been printed.
fn open(url: &str) {
    let mut command = if cfg!(target_os = "macos") {
        Command::new("open")
    } else if cfg!(target_os = "windows") {
        // `start` takes its first argument in quotes for a title.
        let mut command = Command::new("cmd");
        command.args(["/C", "start", ""]);
        command
    } else {
        Command::new("xdg-open")
    };
    let quiet = command.arg(url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    if let Err(err) = quiet.spawn() {
        tell(&format!("warning: the browser could not be opened ({err}): open the link yourself"));
    }
}
