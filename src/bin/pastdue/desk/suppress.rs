//! `pastdue suppress`: the addresses that are never mailed.

use std::fmt::Write as _;
use std::process::ExitCode;

use jiff::Timestamp;
use pastdue::Address;
use pastdue::outbox::{SqlOutbox, Suppression};
use serde_json::{Value, json};

use super::{attention_if, list, moment, visit, visit_or_make};
use crate::args::{Format, Import, Suppress};
use crate::config::Config;
use crate::{print, tell};

/// Exit status 1 if a line that was imported is no address, or one that was asked for is not on the list.
pub(crate) fn suppress(
    args: &Suppress,
    config: &Config,
    clock: fn() -> Timestamp,
) -> anyhow::Result<ExitCode> {
    match args {
        // Whoever fills the list before the first mail makes the outbox.
        Suppress::Add(add) => visit_or_make(&add.desk, config, clock, async |outbox| {
            fill(outbox, &add.addresses, &add.reason, 0, add.desk.format).await
        }),
        Suppress::Import(import) => {
            let (addresses, n_bad) = read(import)?;
            visit_or_make(&import.desk, config, clock, async |outbox| {
                fill(outbox, &addresses, &import.reason, n_bad, import.desk.format).await
            })
        }
        Suppress::Remove(remove) => visit(&remove.desk, config, clock, async |outbox| {
            clear(outbox, &remove.addresses, remove.desk.format).await
        }),
        Suppress::List(list) => visit(&list.desk, config, clock, async |outbox| {
            show(outbox, &list.addresses, list.desk.format).await
        }),
    }
}

fn read(import: &Import) -> anyhow::Result<(Vec<Address>, usize)> {
    let (mut addresses, mut n_bad) = (Vec::new(), 0);
    for (line, text) in list::read(&import.file)? {
        match Address::new(&text) {
            Ok(address) => addresses.push(address),
            Err(expected) => {
                tell(&format!("{}:{line}: expected {expected}", import.file.display()));
                n_bad += 1;
            }
        }
    }
    Ok((addresses, n_bad))
}

async fn fill(
    outbox: &SqlOutbox,
    addresses: &[Address],
    reason: &str,
    n_bad: usize,
    format: Format,
) -> anyhow::Result<ExitCode> {
    let n_new = outbox.suppress(addresses, reason).await?;
    let n_before = addresses.len() - n_new;
    sums(format, &[("added", n_new), ("on the list before", n_before), ("not an address", n_bad)])?;
    Ok(attention_if(n_bad > 0))
}

async fn clear(outbox: &SqlOutbox, addresses: &[Address], format: Format) -> anyhow::Result<ExitCode> {
    let mut n_removed = 0;
    for address in addresses {
        n_removed += usize::from(outbox.unsuppress(address).await?);
    }
    sums(format, &[("removed", n_removed), ("not on the list", addresses.len() - n_removed)])?;
    Ok(ExitCode::SUCCESS)
}

/// Prints what came of it; of what did not happen only what people need.
fn sums(format: Format, sums: &[(&str, usize)]) -> std::io::Result<()> {
    match format {
        Format::Human => {
            let shown = sums.iter().enumerate().filter(|(at, (_, n))| *at == 0 || *n > 0);
            let lines: Vec<String> = shown.map(|(_, (what, n))| format!("{n} {what}\n")).collect();
            print(lines.concat().as_bytes())
        }
        Format::Json => {
            let sums = sums.iter().map(|(what, n)| (what.replace(' ', "_"), (*n).into()));
            print(format!("{}\n", Value::Object(sums.collect())).as_bytes())
        }
    }
}

async fn show(outbox: &SqlOutbox, addresses: &[Address], format: Format) -> anyhow::Result<ExitCode> {
    let mut found = Vec::new();
    for address in addresses {
        match outbox.suppression_of(address).await? {
            Some(suppression) => found.push(suppression),
            None => tell(&format!("{address}: it is not on the list")),
        }
    }
    let is_missing = found.len() < addresses.len();
    if addresses.is_empty() {
        found = outbox.suppressions().await?;
    }
    match format {
        Format::Human => print(in_words(&found).as_bytes())?,
        Format::Json => {
            let found = found.iter().map(|Suppression { masked, reason, since }| {
                json!({"address": masked, "since": since.to_string(), "reason": reason})
            });
            print(format!("{:#}\n", Value::from(found.collect::<Vec<_>>())).as_bytes())?;
        }
    }
    Ok(attention_if(is_missing))
}

fn in_words(suppressions: &[Suppression]) -> String {
    let width = suppressions.iter().map(|suppression| suppression.masked.chars().count()).max().unwrap_or(0);
    let mut text = String::new();
    for Suppression { masked, reason, since } in suppressions {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{masked:<width$}  {}  {reason}", moment(*since));
    }
    text
}
