//! What an operator asks of the outbox: `status`, `doubt`, `withdraw`.

use std::fmt::Write as _;
use std::process::ExitCode;

use jiff::Timestamp;
use pastdue::notice::NoticeKey;
use pastdue::outbox::{SqlOutbox, State, Status, Verdict};
use serde_json::json;

use crate::args::{self, Format};
use crate::config::Config;
use crate::{ATTENTION, outbox, print, tell};

/// `pastdue status`: exit status 1 if something is in doubt, or has been lost.
pub(crate) fn status(
    args: &args::Status,
    config: &Config,
    clock: fn() -> Timestamp,
) -> anyhow::Result<ExitCode> {
    let status = runtime()?.block_on(async {
        let outbox = outbox::open(config, args.outbox.as_deref(), clock).await?;
        anyhow::Ok(outbox.status().await?)
    })?;
    match args.format {
        Format::Human => print(in_words(&status).as_bytes())?,
        Format::Json => {
            let states: serde_json::Map<_, _> =
                status.states.iter().map(|(state, n)| (state.to_string(), (*n).into())).collect();
            print(format!("{}\n", json!({"total": status.total(), "states": states})).as_bytes())?;
        }
    }
    if !status.adds_up() {
        tell(&format!("warning: {} rows were brought, and {} are there", status.n_in, status.total()));
    }
    Ok(attention_if(!status.adds_up() || status.states.get(&State::InDoubt).is_some_and(|n| *n > 0)))
}

fn in_words(status: &Status) -> String {
    let width = status.total().to_string().len();
    let mut text = String::new();
    for (state, n) in status.states.iter().filter(|(_, n)| **n > 0) {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{n:>width$} {state}");
    }
    let _ = writeln!(text, "{:>width$} in all", status.total());
    text
}

/// `pastdue doubt`: lists doubts, or settles them.
pub(crate) fn doubt(
    args: &args::Doubt,
    config: &Config,
    clock: fn() -> Timestamp,
) -> anyhow::Result<ExitCode> {
    let verdicts = [
        (Verdict::Sent, &args.verdicts.sent),
        (Verdict::Resend, &args.verdicts.resend),
        (Verdict::Refused, &args.verdicts.refused),
    ];
    runtime()?.block_on(async {
        let outbox = outbox::open(config, args.outbox.as_deref(), clock).await?;
        let Some((verdict, ids)) = verdicts.into_iter().find(|(_, ids)| !ids.is_empty()) else {
            let doubts = outbox.doubts().await?;
            let mut text = String::new();
            for key in &doubts {
                // Writing to a string cannot fail.
                let _ = writeln!(text, "{key}");
            }
            print(text.as_bytes())?;
            return Ok(attention_if(!doubts.is_empty()));
        };
        let mut is_wrong = false;
        for key in ids {
            if !outbox.settle_doubt(key, verdict).await? {
                is_wrong = true;
                tell(&format!("{key}: {}, so there is no doubt to settle", where_it_is(&outbox, key).await?));
            }
        }
        Ok(attention_if(is_wrong))
    })
}

/// `pastdue withdraw`: takes notices back that have not left yet.
pub(crate) fn withdraw(
    args: &args::Withdraw,
    config: &Config,
    clock: fn() -> Timestamp,
) -> anyhow::Result<ExitCode> {
    runtime()?.block_on(async {
        let outbox = outbox::open(config, args.outbox.as_deref(), clock).await?;
        let mut is_wrong = false;
        for key in &args.ids {
            if !outbox.withdraw(key).await? && outbox.state_of(key).await? != Some(State::Withdrawn) {
                is_wrong = true;
                tell(&format!("{key}: {}, and was not withdrawn", where_it_is(&outbox, key).await?));
            }
        }
        Ok(attention_if(is_wrong))
    })
}

async fn where_it_is(outbox: &SqlOutbox, key: &NoticeKey) -> anyhow::Result<String> {
    Ok(match outbox.state_of(key).await? {
        Some(state) => format!("it is `{state}`"),
        None => "it is not in the outbox".to_owned(),
    })
}

fn attention_if(is_needed: bool) -> ExitCode {
    if is_needed { ExitCode::from(ATTENTION) } else { ExitCode::SUCCESS }
}

fn runtime() -> std::io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()
}
