//! `pastdue status`: what is in the outbox, as numbers that add up.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::process::ExitCode;

use jiff::Timestamp;
use pastdue::outbox::{Breakdown, State, Status};
use serde_json::{Map, Value, json};

use super::{attention_if, visit};
use crate::args::{self, Format};
use crate::config::Config;
use crate::{print, tell};

/// Where what has none of its own is counted, for people.
const NAMELESS: [(&str, &str); 2] = [("und", "(not chosen yet)"), ("", "(purged)")];
/// Where the rest of the domains is counted.
const OTHERS: &str = "(others)";

/// Exit status 1 if something is in doubt, or has been lost.
pub(crate) fn status(
    args: &args::Status,
    config: &Config,
    clock: fn() -> Timestamp,
) -> anyhow::Result<ExitCode> {
    let mut status = visit(&args.desk, config, clock, async |outbox| Ok(outbox.status().await?))?;
    let domains = largest(std::mem::take(&mut status.domains), args.domains);
    match args.desk.format {
        Format::Human => print(in_words(&status, &domains).as_bytes())?,
        Format::Json => print(format!("{}\n", in_json(&status, &domains)).as_bytes())?,
    }
    let n_in_doubt = status.states.get(&State::InDoubt).copied().unwrap_or(0);
    if n_in_doubt > 0 {
        tell(&format!("{n_in_doubt} in doubt: `pastdue doubt` lists and settles them"));
    }
    if !status.adds_up() {
        tell(&format!("warning: {} rows were brought, and {} are there", status.n_in, status.total()));
    }
    Ok(attention_if(!status.adds_up() || n_in_doubt > 0))
}

/// The `n` largest of a breakdown, the largest first, and all others together.
fn largest(breakdown: Breakdown, n: usize) -> Vec<(String, BTreeMap<State, u64>)> {
    let mut entries: Vec<_> = breakdown.into_iter().collect();
    entries.sort_by_key(|(name, states)| (u64::MAX - states.values().sum::<u64>(), name.clone()));
    if entries.len() > n {
        let mut others: BTreeMap<State, u64> = BTreeMap::new();
        for (state, n) in entries.drain(n..).flat_map(|(_, states)| states) {
            *others.entry(state).or_default() += n;
        }
        entries.push((OTHERS.to_owned(), others));
    }
    entries
}

fn in_json(status: &Status, domains: &[(String, BTreeMap<State, u64>)]) -> Value {
    let states = |states: &BTreeMap<State, u64>| {
        Value::Object(states.iter().map(|(state, n)| (state.to_string(), (*n).into())).collect())
    };
    let breakdown = |breakdown: &Breakdown| {
        Value::Object(breakdown.iter().map(|(name, counts)| (name.clone(), states(counts))).collect())
    };
    json!({
        "total": status.total(),
        "states": states(&status.states),
        "locales": breakdown(&status.locales),
        "kinds": breakdown(&status.kinds),
        "domains": domains.iter().map(|(name, counts)| (name.clone(), states(counts))).collect::<Map<_, _>>(),
        "bounced": status.n_bounced,
        "brought": status.n_in,
    })
}

fn in_words(status: &Status, domains: &[(String, BTreeMap<State, u64>)]) -> String {
    let width = status.total().to_string().len();
    let mut text = String::new();
    // Writing to a string cannot fail, here and below.
    for (state, n) in status.states.iter().filter(|(_, n)| **n > 0) {
        let _ = writeln!(text, "{n:>width$} {state}");
    }
    let _ = writeln!(text, "{:>width$} in all", status.total());
    if status.n_bounced > 0 {
        let _ = writeln!(text, "{:>width$} of those sent came back for good", status.n_bounced);
    }
    let columns: Vec<State> = status
        .states
        .iter()
        .filter(|(state, n)| **n > 0 && **state != State::Rejected)
        .map(|(s, _)| *s)
        .collect();
    let entries = |breakdown: &Breakdown| breakdown.clone().into_iter().collect::<Vec<_>>();
    for (title, rows) in
        [("locale", &entries(&status.locales)[..]), ("kind", &entries(&status.kinds)), ("domain", domains)]
    {
        if !rows.is_empty() {
            text.push('\n');
            table(title, rows, &columns, &mut text);
        }
    }
    text
}

fn table(title: &str, rows: &[(String, BTreeMap<State, u64>)], columns: &[State], text: &mut String) {
    let name = |name: &str| {
        let nameless = NAMELESS.iter().find(|(nameless, _)| *nameless == name);
        nameless.map_or(name.to_owned(), |(_, shown)| (*shown).to_owned())
    };
    let first = rows.iter().map(|(row, _)| name(row).chars().count()).max().unwrap_or(0).max(title.len());
    let count = |states: &BTreeMap<State, u64>, state: State| states.get(&state).copied().unwrap_or(0);
    let width = |state: State| {
        let counts = rows.iter().map(|(_, states)| count(states, state).to_string().len());
        counts.max().unwrap_or(0).max(state.as_str().len())
    };
    let _ = write!(text, "{title:<first$}");
    for state in columns {
        let _ = write!(text, "  {:>1$}", state.as_str(), width(*state));
    }
    text.push('\n');
    for (row, states) in rows {
        let _ = write!(text, "{:<first$}", name(row));
        for state in columns {
            let _ = write!(text, "  {:>1$}", count(states, *state), width(*state));
        }
        text.push('\n');
    }
}
