//! `pastdue withdraw`: takes back what has been paid meanwhile.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitCode;

use jiff::Timestamp;
use pastdue::notice::NoticeKey;
use pastdue::outbox::{State, Withdrawal};
use serde_json::json;

use super::{attention_if, list, visit};
use crate::args::{self, Format};
use crate::config::Config;
use crate::{print, tell};

/// Exit status 1 if a notice that was named has left already or is not there, or a line is no id.
pub(crate) fn withdraw(
    args: &args::Withdraw,
    config: &Config,
    clock: fn() -> Timestamp,
) -> anyhow::Result<ExitCode> {
    let (mut keys, mut n_bad) = (args.which.ids.clone(), 0);
    if let Some(file) = &args.which.file {
        n_bad = read_keys(file, &mut keys)?;
    }
    let mut accounts = args.which.account.clone();
    if let Some(file) = &args.which.account_file {
        accounts.extend(list::read(file)?.into_iter().map(|(_, account)| account));
    }
    let (withdrawals, withdrawn) = visit(&args.desk, config, clock, async |outbox| {
        Ok((outbox.withdraw(&keys).await?, outbox.withdraw_accounts(&accounts).await?))
    })?;
    let mut sums = Sums { n_withdrawn: withdrawn.len(), n_bad, ..Sums::default() };
    for (key, withdrawal) in keys.iter().zip(withdrawals) {
        match withdrawal {
            Withdrawal::Made => sums.n_withdrawn += 1,
            Withdrawal::MadeBefore => sums.n_before += 1,
            Withdrawal::TooLate(state) => {
                tell(&format!("{key}: it is `{state}`, and was not withdrawn"));
                *sums.too_late.entry(state).or_default() += 1;
            }
            Withdrawal::Unknown => {
                tell(&format!("{key}: it is not in the outbox"));
                sums.n_unknown += 1;
            }
        }
    }
    match args.desk.format {
        Format::Human => print(sums.in_words().as_bytes())?,
        Format::Json => print(format!("{}\n", sums.in_json()).as_bytes())?,
    }
    Ok(attention_if(!sums.too_late.is_empty() || sums.n_unknown + sums.n_bad > 0))
}

/// Reads the ids of notices, and tells of each line that is none. Gives how many these were.
fn read_keys(file: &Path, keys: &mut Vec<NoticeKey>) -> anyhow::Result<usize> {
    let mut n_bad = 0;
    for (line, text) in list::read(file)? {
        match NoticeKey::new(&text) {
            Ok(key) => keys.push(key),
            Err(expected) => {
                tell(&format!("{}:{line}: expected the id of a notice, {expected}", file.display()));
                n_bad += 1;
            }
        }
    }
    Ok(n_bad)
}

/// What became of everything that was named.
#[derive(Debug, Default)]
struct Sums {
    n_withdrawn: usize,
    n_before: usize,
    too_late: BTreeMap<State, usize>,
    n_unknown: usize,
    n_bad: usize,
}

impl Sums {
    fn in_words(&self) -> String {
        let mut text = format!("{} withdrawn\n", self.n_withdrawn);
        // Writing to a string cannot fail.
        if self.n_before > 0 {
            let _ = writeln!(text, "{} withdrawn before", self.n_before);
        }
        for (state, n) in &self.too_late {
            let _ = writeln!(text, "{n} left alone: {state}");
        }
        if self.n_unknown > 0 {
            let _ = writeln!(text, "{} not in the outbox", self.n_unknown);
        }
        if self.n_bad > 0 {
            let _ = writeln!(text, "{} not an id", self.n_bad);
        }
        text
    }

    fn in_json(&self) -> serde_json::Value {
        let too_late: serde_json::Map<_, _> =
            self.too_late.iter().map(|(state, n)| (state.to_string(), (*n).into())).collect();
        json!({
            "withdrawn": self.n_withdrawn,
            "withdrawn_before": self.n_before,
            "left_alone": too_late,
            "unknown": self.n_unknown,
            "bad": self.n_bad,
        })
    }
}
