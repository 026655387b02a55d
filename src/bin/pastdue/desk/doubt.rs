//! `pastdue doubt`: lists the notices of which nobody knows whether they were sent, or settles them.

use std::collections::{BTreeMap, HashSet};
use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;
use jiff::Timestamp;
use pastdue::notice::NoticeKey;
use pastdue::outbox::{Doubt, SqlOutbox, State, Verdict};
use pastdue::relay_log::{self, Accepted};
use serde_json::{Value, json};

use super::{attention_if, message_id, moment, visit};
use crate::args::{self, Format};
use crate::config::Config;
use crate::{print, tell};

/// Exit status 1 if doubts are left, or what was named is something else than what it was to be.
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
    visit(&args.desk, config, clock, async |outbox| {
        if !args.verdicts.from_log.is_empty() {
            return from_log(outbox, &args.verdicts.from_log, args.desk.format, config).await;
        }
        match verdicts.into_iter().find(|(_, keys)| !keys.is_empty()) {
            Some((verdict, keys)) => settle(outbox, verdict, keys, args.desk.format, config).await,
            None => list(&outbox.doubts().await?, args.desk.format, config),
        }
    })
}

fn list(doubts: &[Doubt], format: Format, config: &Config) -> anyhow::Result<ExitCode> {
    match format {
        Format::Human => {
            let width = doubts.iter().map(|doubt| doubt.key.as_str().len()).max().unwrap_or(0);
            let mut text = String::new();
            for doubt in doubts {
                let (id, since) = (message_id(&doubt.key, config), moment(doubt.since));
                let why = doubt.text.as_deref().unwrap_or_default();
                // Writing to a string cannot fail.
                let _ = writeln!(text, "{:<width$}  {since}  {id}  {why}", doubt.key.as_str());
            }
            print(text.as_bytes())?;
            if doubts.is_empty() {
                tell("nothing is in doubt");
            }
        }
        Format::Json => {
            let doubts = doubts.iter().map(|doubt| {
                json!({
                    "id": doubt.key.as_str(), "message_id": message_id(&doubt.key, config),
                    "since": doubt.since.to_string(), "kind": doubt.kind, "locale": doubt.locale,
                    "domain": doubt.domain, "text": doubt.text,
                })
            });
            print(format!("{:#}\n", Value::from(doubts.collect::<Vec<_>>())).as_bytes())?;
        }
    }
    Ok(attention_if(!doubts.is_empty()))
}

/// Settles what was named. To name the same again changes nothing.
async fn settle(
    outbox: &SqlOutbox,
    verdict: Verdict,
    keys: &[NoticeKey],
    format: Format,
    config: &Config,
) -> anyhow::Result<ExitCode> {
    let (mut n_settled, mut n_before, mut n_wrong) = (0, 0, 0);
    for key in keys {
        if outbox.settle_doubt(key, verdict, "settled by an operator", config.outbox.lifetime).await? {
            n_settled += 1;
            continue;
        }
        match outbox.state_of(key).await? {
            Some(state) if was_settled(verdict, state) => n_before += 1,
            Some(state) => {
                n_wrong += 1;
                tell(&format!("{key}: it is `{state}`, so there is no doubt to settle"));
            }
            None => {
                n_wrong += 1;
                tell(&format!("{key}: it is not in the outbox"));
            }
        }
    }
    match format {
        Format::Human => {
            let mut text = format!("{n_settled} settled: {}\n", verdict.to());
            // Writing to a string cannot fail.
            for (n, what) in [(n_before, "settled before"), (n_wrong, "not in doubt")] {
                if n > 0 {
                    let _ = writeln!(text, "{n} {what}");
                }
            }
            print(text.as_bytes())?;
        }
        Format::Json => {
            let sums = json!({"settled": n_settled, "settled_before": n_before, "not_in_doubt": n_wrong});
            print(format!("{sums}\n").as_bytes())?;
        }
    }
    Ok(attention_if(n_wrong > 0))
}

/// Whether `state` is what such a verdict leads to, now or after a while.
fn was_settled(verdict: Verdict, state: State) -> bool {
    match verdict {
        Verdict::Sent | Verdict::Refused => state == verdict.to(),
        Verdict::Resend => matches!(
            state,
            State::Queued | State::Deferred | State::Claimed | State::HandedOver | State::Sent
        ),
    }
}

/// Settles the doubts about mails that the relay's log knows. The others stay: a log may not go back far enough.
async fn from_log(
    outbox: &SqlOutbox,
    files: &[PathBuf],
    format: Format,
    config: &Config,
) -> anyhow::Result<ExitCode> {
    let doubts = outbox.doubts().await?;
    let wanted = doubts.iter().map(|doubt| message_id(&doubt.key, config)).collect();
    let accepted = read_logs(files, &wanted)?;
    let (mut n_sent, mut left) = (0, Vec::new());
    for doubt in &doubts {
        let Some(found) = accepted.get(&message_id(&doubt.key, config)) else {
            left.push(doubt);
            continue;
        };
        let status = found.status.as_ref().map(|status| format!(", {status}")).unwrap_or_default();
        let text = format!("the relay's log has it as {}{status}", found.queue_id);
        // Somebody may have settled it meanwhile.
        if outbox.settle_doubt(&doubt.key, Verdict::Sent, &text, config.outbox.lifetime).await? {
            n_sent += 1;
        }
    }
    match format {
        Format::Human => {
            let mut text = format!("{n_sent} settled: sent\n");
            // Writing to a string cannot fail.
            if !left.is_empty() {
                let _ = writeln!(text, "{} still in doubt: not in the log", left.len());
            }
            print(text.as_bytes())?;
            for doubt in &left {
                tell(&format!("{}: not in the log, in doubt since {}", doubt.key, moment(doubt.since)));
            }
        }
        Format::Json => {
            let left: Vec<&str> = left.iter().map(|doubt| doubt.key.as_str()).collect();
            print(format!("{}\n", json!({"settled": n_sent, "in_doubt": left})).as_bytes())?;
        }
    }
    Ok(attention_if(!left.is_empty()))
}

/// Reads the logs as one, in the order in which they are named: a mail may begin in one and end in the next.
fn read_logs(files: &[PathBuf], wanted: &HashSet<String>) -> anyhow::Result<BTreeMap<String, Accepted>> {
    let mut input: Box<dyn BufRead> = Box::new(io::empty());
    for file in files {
        let next: Box<dyn BufRead> = if file == Path::new("-") {
            Box::new(BufReader::new(io::stdin()))
        } else {
            let failed = || format!("failed to read `{}`", file.display());
            Box::new(BufReader::new(File::open(file).with_context(failed)?))
        };
        input = Box::new(input.chain(next));
    }
    relay_log::read(input, wanted).context("failed to read the relay's log")
}
