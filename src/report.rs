//! What a run did, as numbers that add up.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};

use serde_json::{Value, json};

use crate::locale::Locale;
use crate::notice::Kind;

/// What became of one row. Every row ends in exactly one outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Outcome {
    /// The mail was taken.
    Sent,
    /// Everything was rendered and composed, and nothing was to be sent.
    Composed,
    /// The row does not parse, or breaks a rule.
    Rejected,
    /// The key was already met in this run: one key is mailed once.
    Duplicate,
    /// The same notice is in the outbox already.
    Known,
    /// It is in the outbox, for somebody else to deliver.
    Queued,
    /// Another notice with the same key is in the outbox already: that one counts.
    Conflict,
    /// The address is on the suppression list.
    Suppressed,
    /// Its time ran out before the relay took it.
    Expired,
    /// The mail cannot be rendered or composed.
    Unrenderable,
    /// The relay refused this mail for good.
    Refused,
    /// The relay did not take this mail now, and may later.
    Deferred,
    /// The line died after the final dot: the mail may or may not have arrived.
    InDoubt,
    /// The relay could not be used: the mail was not tried, or certainly not taken.
    Returned,
}

impl Outcome {
    /// The name in reports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Outcome::Sent => "sent",
            Outcome::Composed => "composed",
            Outcome::Rejected => "rejected",
            Outcome::Duplicate => "duplicate",
            Outcome::Known => "known",
            Outcome::Queued => "queued",
            Outcome::Conflict => "conflict",
            Outcome::Suppressed => "suppressed",
            Outcome::Expired => "expired",
            Outcome::Unrenderable => "unrenderable",
            Outcome::Refused => "refused",
            Outcome::Deferred => "deferred",
            Outcome::InDoubt => "in_doubt",
            Outcome::Returned => "returned",
        }
    }

    /// Whether a person has to look at it.
    #[must_use]
    pub fn needs_attention(self) -> bool {
        !matches!(self, Outcome::Sent | Outcome::Composed | Outcome::Known | Outcome::Queued)
    }

    fn is_email(self) -> bool {
        matches!(self, Outcome::Sent | Outcome::Composed)
    }

    fn in_words(self) -> &'static str {
        match self {
            Outcome::Sent => "sent",
            Outcome::Composed => "composed, not sent (dry run)",
            Outcome::Rejected => "rejected: the row is wrong",
            Outcome::Duplicate => "duplicate: the id was already met in this run, and one id is mailed once",
            Outcome::Queued => "queued in the outbox",
            Outcome::Known => "known: the same notice is in the outbox already, and is mailed once",
            Outcome::Conflict => {
                "conflict: another notice with this id is in the outbox, and was left as it is"
            }
            Outcome::Suppressed => "suppressed: the address is on the suppression list",
            Outcome::Expired => "expired: the time to send the notice ran out",
            Outcome::Unrenderable => "unrenderable: the mail could not be written",
            Outcome::Refused => "refused by the relay for good",
            Outcome::Deferred => "deferred: the relay did not take the mail now, and is asked again later",
            Outcome::InDoubt => {
                "in doubt: the mail may have arrived, look into the relay's log before sending again"
            }
            Outcome::Returned => "returned: the relay could not be used, nothing was sent",
        }
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// One row that has come to its outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled {
    /// The file and line of the row.
    pub place: String,
    /// The notice's id, if the row has a valid one.
    pub id: Option<String>,
    /// The mail that it was about, if the row is valid.
    pub kind: Option<Kind>,
    /// The locale of the mail and why it was chosen, if it came that far.
    pub locale: Option<(Locale, String)>,
    /// The outcome.
    pub outcome: Outcome,
    /// The receipt, or what went wrong; never an address.
    pub text: String,
}

/// What a run did: with the rows that it was given, and with notices that other runs have brought.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    rows: Tally,
    others: Tally,
    locales: BTreeMap<String, u64>,
    kinds: BTreeMap<Kind, u64>,
}

/// Outcomes, counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Tally {
    outcomes: BTreeMap<Outcome, u64>,
    reasons: BTreeMap<Outcome, Vec<Reason>>,
}

/// Why rows need attention: the first one that met this reason, and how many did.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Reason {
    place: String,
    id: Option<String>,
    text: String,
    n_rows: u64,
}

impl Report {
    /// How many different reasons of each outcome are kept; rows with others are counted.
    pub const MAX_REASONS: usize = 5;

    /// Counts one row.
    pub fn count(&mut self, settled: &Settled) {
        self.rows.count(settled);
        self.count_email(settled);
    }

    /// Counts a notice that another run has brought into the outbox: it is no row of this one.
    pub fn count_other(&mut self, settled: &Settled) {
        self.others.count(settled);
        self.count_email(settled);
    }

    fn count_email(&mut self, settled: &Settled) {
        if settled.outcome.is_email() {
            if let Some((locale, _)) = &settled.locale {
                *self.locales.entry(locale.to_string()).or_default() += 1;
            }
            if let Some(kind) = settled.kind {
                *self.kinds.entry(kind).or_default() += 1;
            }
        }
    }

    /// How many rows were read; the sum over all outcomes.
    #[must_use]
    pub fn n_rows(&self) -> u64 {
        self.rows.n()
    }

    /// How many rows came to `outcome`.
    #[must_use]
    pub fn n_of(&self, outcome: Outcome) -> u64 {
        self.rows.outcomes.get(&outcome).copied().unwrap_or(0)
    }

    /// How many mails were composed or delivered, about rows and about notices of other runs.
    #[must_use]
    pub fn n_emails(&self) -> u64 {
        let all = self.rows.outcomes.iter().chain(&self.others.outcomes);
        all.filter(|(outcome, _)| outcome.is_email()).map(|(_, n)| n).sum()
    }

    /// Whether a person has to look at some row, or at some notice of another run.
    #[must_use]
    pub fn needs_attention(&self) -> bool {
        let mut all = self.rows.outcomes.keys().chain(self.others.outcomes.keys());
        all.any(|outcome| outcome.needs_attention())
    }

    /// The report as one JSON object.
    #[must_use]
    pub fn to_json(&self, seconds: f64) -> Value {
        let kinds: BTreeMap<&str, u64> = self.kinds.iter().map(|(kind, n)| (kind.as_str(), *n)).collect();
        json!({
            "rows": self.n_rows(),
            "outcomes": self.rows.outcomes_json(),
            "emails": self.n_emails(),
            "seconds": (seconds * 1000.0).round() / 1000.0,
            "locales": self.locales,
            "kinds": kinds,
            "reasons": self.rows.reasons_json(),
            "other_runs": {
                "notices": self.others.n(),
                "outcomes": self.others.outcomes_json(),
                "reasons": self.others.reasons_json(),
            },
        })
    }

    /// The report in words.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "a rate for people")]
    pub fn to_words(&self, seconds: f64) -> String {
        let rate = self.n_emails() as f64 / seconds.max(0.001);
        let (rows, emails) = (n(self.n_rows(), "row"), n(self.n_emails(), "mail"));
        let mut out = format!("{rows} in {seconds:.1} s, {emails}, {rate:.0} a second\n");
        self.rows.write_words(&mut out);
        if self.others.n() > 0 {
            // Writing to a string cannot fail.
            let _ = writeln!(out, "besides, {} of other runs", n(self.others.n(), "notice"));
            self.others.write_words(&mut out);
        }
        if !self.locales.is_empty() {
            let _ = writeln!(out, "locales: {}", list(self.locales.iter()));
            let _ = writeln!(out, "kinds: {}", list(self.kinds.iter()));
        }
        out
    }
}

impl Tally {
    fn count(&mut self, settled: &Settled) {
        *self.outcomes.entry(settled.outcome).or_default() += 1;
        if !settled.outcome.needs_attention() {
            return;
        }
        let reasons = self.reasons.entry(settled.outcome).or_default();
        if let Some(reason) = reasons.iter_mut().find(|reason| reason.text == settled.text) {
            reason.n_rows += 1;
        } else if reasons.len() < Report::MAX_REASONS {
            let Settled { place, id, text, .. } = settled.clone();
            reasons.push(Reason { place, id, text, n_rows: 1 });
        }
    }

    fn n(&self) -> u64 {
        self.outcomes.values().sum()
    }

    fn outcomes_json(&self) -> BTreeMap<&str, u64> {
        self.outcomes.iter().map(|(outcome, n)| (outcome.as_str(), *n)).collect()
    }

    fn reasons_json(&self) -> serde_json::Map<String, Value> {
        let of_outcome = |(outcome, reasons): (&Outcome, &Vec<Reason>)| {
            let reasons = reasons
                .iter()
                .map(|reason| json!({"place": reason.place, "id": reason.id, "reason": reason.text, "rows": reason.n_rows}));
            (outcome.as_str().to_owned(), Value::from(reasons.collect::<Vec<_>>()))
        };
        self.reasons.iter().map(of_outcome).collect()
    }

    /// A line for each outcome, with the reasons below it. Writing to a string cannot fail.
    fn write_words(&self, out: &mut String) {
        let width = self.outcomes.values().max().map_or(1, |max| max.to_string().len());
        for (outcome, count) in &self.outcomes {
            let _ = writeln!(out, "  {count:>width$} {}", outcome.in_words());
            let reasons = self.reasons.get(outcome).map(Vec::as_slice).unwrap_or_default();
            for Reason { place, id, text, n_rows } in reasons {
                let id = id.as_ref().map(|id| format!(" ({id})")).unwrap_or_default();
                let others = if *n_rows > 1 { format!(" and {} more", n_rows - 1) } else { String::new() };
                let why = if text.is_empty() { String::new() } else { format!(": {text}") };
                let _ = writeln!(out, "  {:width$}   {place}{id}{others}{why}", "");
            }
            let n_others = count - reasons.iter().map(|reason| reason.n_rows).sum::<u64>();
            if n_others > 0 && !reasons.is_empty() {
                let _ = writeln!(out, "  {:width$}   … and {n_others} more for other reasons", "");
            }
        }
    }
}

fn n(count: u64, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

fn list<'a, K: fmt::Display + 'a>(counts: impl Iterator<Item = (&'a K, &'a u64)>) -> String {
    counts.map(|(name, count)| format!("{name} {count}")).collect::<Vec<_>>().join(", ")
}
