//! `pastdue preview`: every mail in every language in a browser, live.

use std::io;
use std::process::{Command, ExitCode, Stdio};

use anyhow::{Context as _, bail};
use jiff::Timestamp;
use pastdue::preview::{self, Settings};
use pastdue::transport::{MaildirTransport, SmtpTransport, Transport as _};
use tokio::net::TcpListener;

use crate::args::Preview;
use crate::config::{Config, Route};
use crate::{print, tell};

/// Runs the command until it is interrupted.
pub(crate) fn run(args: &Preview, config: &Config, now: fn() -> Timestamp) -> anyhow::Result<ExitCode> {
    let settings = Settings {
        locales: args.overlays.locales.clone(),
        templates: args.overlays.templates.clone(),
        site: config.site(),
        sender: config.sender()?,
        date: now(),
        clock: now,
        is_read_only: args.read_only,
        editor: args.editor.clone(),
        send: if args.allow_send { Some(sender(config)?) } else { None },
    };
    let preview = preview::Preview::load(settings)?;
    if let Some(folder) = &args.export {
        let n_mails = preview.export(folder)?;
        print(format!("{}\n", folder.join("index.html").display()).as_bytes())?;
        tell(&format!("{n_mails} mails written; open the page above in a browser"));
        return Ok(ExitCode::SUCCESS);
    }
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

/// Sends one mail by the transport of the configuration, and gives what was answered.
fn sender(config: &Config) -> anyhow::Result<preview::Send> {
    let route = config.route(None)?;
    if let Route::Smtp(_) = route {
        config.check_identity()?;
    }
    Ok(Box::new(move |message| {
        let route = route.clone();
        Box::pin(async move {
            let handed_over = async { Ok(()) };
            let delivered = match route {
                Route::Maildir(folder) => MaildirTransport::new(&folder).deliver(&message, handed_over).await,
                Route::Smtp(hops) => {
                    let preferred = hops.into_iter().next().ok_or("there is no relay")?;
                    let mut transport = SmtpTransport::new(preferred.settings);
                    let delivered = transport.deliver(&message, handed_over).await;
                    transport.close().await;
                    delivered
                }
            };
            delivered.map(|receipt| receipt.text).map_err(|err| err.to_string())
        })
    }))
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
