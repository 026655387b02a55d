//! One row of input: its shape, and every rule that makes it a [`Notice`].

use std::fmt;

use jiff::civil::Date;
use serde::Deserialize;

use super::{
    Account, Address, Administrator, Card, Currency, Failure, Invoice, Market, Money, Name, Notice,
    NoticeKey, Payment, Reason, Stage, Subscription,
};

/// The one field of a row that is wrong, and what is expected there.
///
/// It never holds a name or an address: it may be logged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// The field's dotted name, such as `account.administrator.email`; empty if the row as a whole is wrong.
    pub field: String,
    /// What is wrong and what is expected.
    pub problem: String,
}

impl FieldError {
    pub(super) fn new(field: &str, problem: impl Into<String>) -> FieldError {
        FieldError { field: field.to_owned(), problem: problem.into() }
    }

    fn expected(field: &str, expected: impl fmt::Display) -> FieldError {
        FieldError::new(field, format!("expected {expected}"))
    }

    fn found(field: &str, expected: impl fmt::Display, found: &str) -> FieldError {
        FieldError::new(field, format!("expected {expected}, found `{}`", excerpt(found)))
    }
}

impl fmt::Display for FieldError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.field.is_empty() {
            f.write_str(&self.problem)
        } else {
            write!(f, "`{}`: {}", self.field, self.problem)
        }
    }
}

impl std::error::Error for FieldError {}

/// The first characters of `text`, with nothing that could disturb a terminal or a log.
fn excerpt(text: &str) -> String {
    let mut short: String = text.chars().take(40).flat_map(char::escape_debug).collect();
    if text.chars().nth(40).is_some() {
        short.push('…');
    }
    short
}

/// A row as it is written: every field may be missing, nothing is checked but types.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, expecting = "a JSON object")]
pub(super) struct RawRow {
    pub(super) id: Option<String>,
    pub(super) kind: Option<String>,
    pub(super) stage: Option<String>,
    pub(super) account: Option<RawAccount>,
    pub(super) subscription: Option<RawSubscription>,
    pub(super) amount_due: Option<RawMoney>,
    pub(super) due_date: Option<String>,
    pub(super) payment: Option<RawPayment>,
    pub(super) next_attempt_on: Option<String>,
    pub(super) service_ends_on: Option<String>,
    pub(super) service_ended_on: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, expecting = "a JSON object")]
pub(super) struct RawAccount {
    pub(super) id: Option<String>,
    pub(super) name: Option<String>,
    pub(super) market: Option<String>,
    pub(super) administrator: Option<RawAdministrator>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, expecting = "a JSON object")]
pub(super) struct RawAdministrator {
    pub(super) name: Option<String>,
    pub(super) email: Option<String>,
    pub(super) locales: Option<Vec<String>>,
    pub(super) time_zone: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, expecting = "a JSON object")]
pub(super) struct RawSubscription {
    pub(super) id: Option<String>,
    pub(super) name: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, expecting = "a JSON object")]
pub(super) struct RawMoney {
    pub(super) value: Option<String>,
    pub(super) currency: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, expecting = "a JSON object")]
pub(super) struct RawPayment {
    pub(super) method: Option<String>,
    pub(super) brand: Option<String>,
    pub(super) last4: Option<String>,
    pub(super) failure: Option<String>,
    pub(super) invoice_number: Option<String>,
}

/// Parses one JSON object.
pub(super) fn parse(json: &[u8]) -> Result<Notice, FieldError> {
    match serde_json::from_slice::<RawRow>(json) {
        Ok(row) => notice(row),
        Err(_) => Err(describe(json)),
    }
}

/// Parses a bad row again, slowly, to say which field is at fault.
fn describe(json: &[u8]) -> FieldError {
    let mut deserializer = serde_json::Deserializer::from_slice(json);
    let parsed: Result<RawRow, _> = serde_path_to_error::deserialize(&mut deserializer);
    let (path, source) = match parsed {
        Ok(_) => (String::new(), deserializer.end().err()),
        Err(err) => (err.path().to_string(), Some(err.into_inner())),
    };
    let Some(source) = source else { return FieldError::new("", "this row is not one JSON object") };
    if !source.is_data() {
        let text = source.to_string();
        let reason = text.rsplit_once(" at line ").map_or(text.as_str(), |(reason, _)| reason);
        return FieldError::new("", format!("not a JSON object: {reason} at column {}", source.column()));
    }
    let field = if path == "." { String::new() } else { excerpt_path(&path) };
    FieldError { problem: type_problem(&source.to_string()), field }
}

fn excerpt_path(path: &str) -> String {
    path.split('.').map(excerpt).collect::<Vec<_>>().join(".")
}

/// Turns serde's sentence into ours, without the value: it may be a name or an address.
fn type_problem(sentence: &str) -> String {
    let sentence = sentence.rsplit_once(" at line ").map_or(sentence, |(reason, _)| reason);
    let mismatch = sentence.strip_prefix("invalid type: ").and_then(|rest| rest.rsplit_once(", expected "));
    match mismatch {
        Some((found, expected)) => {
            let kind = found.split(['`', '"']).next().unwrap_or(found).trim();
            let kind = match kind {
                "integer" | "floating point" | "number" => "a number (write it in quotes)",
                "boolean" => "true or false",
                "map" => "an object",
                "sequence" => "a list",
                "string" => "a string",
                other => other,
            };
            let expected = if expected == "a sequence" { "a list of strings" } else { expected };
            format!("expected {expected}, found {kind}")
        }
        None => excerpt_sentence(sentence),
    }
}

fn excerpt_sentence(sentence: &str) -> String {
    sentence.chars().take(400).filter(|char| !char.is_control()).collect()
}

/// Enforces every rule.
pub(super) fn notice(row: RawRow) -> Result<Notice, FieldError> {
    let id = required("id", row.id)?;
    let key = NoticeKey::new(&id).map_err(|expected| FieldError::found("id", expected, &id))?;
    let account = account(row.account.unwrap_or_default())?;
    let subscription = row.subscription.unwrap_or_default();
    let subscription = Subscription {
        id: identifier("subscription.id", subscription.id)?,
        name: name("subscription.name", subscription.name)?,
    };
    let amount_due = money(row.amount_due.unwrap_or_default())?;
    let due_date = date("due_date", Some(required("due_date", row.due_date)?))?
        .ok_or_else(|| FieldError::new("due_date", "is missing"))?;
    let dates = Dates {
        next_attempt_on: date("next_attempt_on", row.next_attempt_on)?,
        service_ends_on: date("service_ends_on", row.service_ends_on)?,
        service_ended_on: date("service_ended_on", row.service_ended_on)?,
    };
    let reason = reason(&required("kind", row.kind)?, row.stage, row.payment.unwrap_or_default(), &dates)?;
    Ok(Notice { key, reason, account, subscription, amount_due, due_date })
}

struct Dates {
    next_attempt_on: Option<Date>,
    service_ends_on: Option<Date>,
    service_ended_on: Option<Date>,
}

fn reason(
    kind: &str,
    stage: Option<String>,
    payment: RawPayment,
    dates: &Dates,
) -> Result<Reason, FieldError> {
    let only_for = |field, kind| FieldError::new(field, format!("is only for the kind `{kind}`"));
    match kind {
        "payment-failed" | "invoice-overdue" if dates.service_ended_on.is_some() => {
            Err(only_for("service_ended_on", "service-canceled"))
        }
        "payment-failed" => match parse_payment(payment, dates)? {
            Payment::Card(card) => Ok(Reason::PaymentFailed { stage: parse_stage(stage, dates)?, card }),
            Payment::Invoice(_) => {
                Err(FieldError::found("payment.method", "`card` for the kind `payment-failed`", "invoice"))
            }
        },
        "invoice-overdue" => match parse_payment(payment, dates)? {
            Payment::Invoice(invoice) => {
                Ok(Reason::InvoiceOverdue { stage: parse_stage(stage, dates)?, invoice })
            }
            Payment::Card(_) => {
                Err(FieldError::found("payment.method", "`invoice` for the kind `invoice-overdue`", "card"))
            }
        },
        "service-canceled" => {
            if stage.is_some() {
                return Err(FieldError::new("stage", "is not allowed for the kind `service-canceled`"));
            }
            if dates.service_ends_on.is_some() {
                let problem = "is not allowed for the kind `service-canceled`: write `service_ended_on`";
                return Err(FieldError::new("service_ends_on", problem));
            }
            let missing =
                || FieldError::new("service_ended_on", "is missing: the kind `service-canceled` requires it");
            let service_ended_on = dates.service_ended_on.ok_or_else(missing)?;
            Ok(Reason::ServiceCanceled { payment: parse_payment(payment, dates)?, service_ended_on })
        }
        other => {
            Err(FieldError::found("kind", "`payment-failed`, `invoice-overdue` or `service-canceled`", other))
        }
    }
}

fn parse_stage(stage: Option<String>, dates: &Dates) -> Result<Stage, FieldError> {
    let service_ends_on = dates.service_ends_on;
    match stage.as_deref() {
        None | Some("first") => Ok(Stage::First { service_ends_on }),
        Some("reminder") => Ok(Stage::Reminder { service_ends_on }),
        Some("final") => service_ends_on
            .map(|service_ends_on| Stage::Final { service_ends_on })
            .ok_or_else(|| FieldError::new("service_ends_on", "is missing: the stage `final` requires it")),
        Some(other) => Err(FieldError::found("stage", "`first`, `reminder` or `final`", other)),
    }
}

fn parse_payment(payment: RawPayment, dates: &Dates) -> Result<Payment, FieldError> {
    let unused = |field: &str, value: &Option<String>, method: &str| match value {
        Some(_) => Err(FieldError::new(field, format!("is not allowed with the payment method `{method}`"))),
        None => Ok(()),
    };
    match required("payment.method", payment.method)?.as_str() {
        "card" => {
            unused("payment.invoice_number", &payment.invoice_number, "card")?;
            let last4 = required("payment.last4", payment.last4)?;
            if last4.len() != 4 || !last4.bytes().all(|byte| byte.is_ascii_digit()) {
                // A full card number must not reach a log: the value is not shown.
                return Err(FieldError::expected("payment.last4", "the last four digits and no more"));
            }
            let failure = match required("payment.failure", payment.failure)?.as_str() {
                "declined" => Failure::Declined,
                "expired" => Failure::Expired,
                "unknown" => Failure::Unknown,
                other => {
                    return Err(FieldError::found(
                        "payment.failure",
                        "`declined`, `expired` or `unknown`",
                        other,
                    ));
                }
            };
            let brand = name("payment.brand", payment.brand)?;
            Ok(Payment::Card(Card { brand, last4, failure, next_attempt_on: dates.next_attempt_on }))
        }
        "invoice" => {
            unused("payment.brand", &payment.brand, "invoice")?;
            unused("payment.last4", &payment.last4, "invoice")?;
            unused("payment.failure", &payment.failure, "invoice")?;
            if dates.next_attempt_on.is_some() {
                return Err(FieldError::new("next_attempt_on", "is only for the payment method `card`"));
            }
            Ok(Payment::Invoice(Invoice { number: name("payment.invoice_number", payment.invoice_number)? }))
        }
        other => Err(FieldError::found("payment.method", "`card` or `invoice`", other)),
    }
}

fn account(raw: RawAccount) -> Result<Account, FieldError> {
    let id = identifier("account.id", raw.id)?;
    let account_name = name("account.name", raw.name)?;
    let market = raw
        .market
        .map(|code| {
            Market::new(&code).map_err(|expected| FieldError::found("account.market", expected, &code))
        })
        .transpose()?;
    let raw = raw.administrator.unwrap_or_default();
    let email = required("account.administrator.email", raw.email)?;
    let email = Address::new(&email)
        .map_err(|expected| FieldError::expected("account.administrator.email", expected))?;
    let locales = raw.locales.unwrap_or_default();
    if locales.len() > 50 {
        return Err(FieldError::expected("account.administrator.locales", "at most 50 locales"));
    }
    if let Some(tag) = locales.iter().find(|tag| !is_language_tag(tag)) {
        return Err(FieldError::found(
            "account.administrator.locales",
            "language tags such as `nl-BE` (BCP 47)",
            tag,
        ));
    }
    if let Some(zone) = raw.time_zone.as_deref().filter(|zone| jiff::tz::TimeZone::get(zone).is_err()) {
        let expected = "a name of the IANA time zone database such as `Europe/Amsterdam`";
        return Err(FieldError::found("account.administrator.time_zone", expected, zone));
    }
    // A name of nothing but spaces is a missing name, and the greeting does without.
    let administrator_name = raw.name.as_deref().and_then(Name::new);
    let administrator = Administrator { name: administrator_name, email, locales, time_zone: raw.time_zone };
    Ok(Account { id, name: account_name, market, administrator })
}

/// The shape of a BCP 47 tag (RFC 5646, section 2.1); what it means is for the negotiation to say.
fn is_language_tag(tag: &str) -> bool {
    let mut subtags = tag.split(['-', '_']);
    let is_subtag = |subtag: &str| {
        (1..=8).contains(&subtag.len()) && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    tag.len() <= 64
        && subtags.next().is_some_and(|language| {
            is_subtag(language) && language.bytes().all(|byte| byte.is_ascii_alphabetic())
        })
        && subtags.all(is_subtag)
}

fn money(raw: RawMoney) -> Result<Money, FieldError> {
    let code = required("amount_due.currency", raw.currency)?;
    let currency =
        Currency::new(&code).map_err(|expected| FieldError::found("amount_due.currency", expected, &code))?;
    let value = required("amount_due.value", raw.value)?;
    Money::new(&value, currency).map_err(|expected| FieldError::found("amount_due.value", expected, &value))
}

fn required(field: &str, value: Option<String>) -> Result<String, FieldError> {
    value.ok_or_else(|| FieldError::new(field, "is missing"))
}

fn name(field: &str, value: Option<String>) -> Result<Name, FieldError> {
    Name::new(&required(field, value)?)
        .ok_or_else(|| FieldError::expected(field, "a name with at least one visible character"))
}

fn identifier(field: &str, value: Option<String>) -> Result<String, FieldError> {
    let id = required(field, value)?;
    let is_shown = |char: char| !char.is_control() && !char.is_whitespace();
    if (1..=128).contains(&id.chars().count()) && id.chars().all(is_shown) {
        Ok(id)
    } else {
        Err(FieldError::expected(field, "1 to 128 characters without spaces"))
    }
}

fn date(field: &str, value: Option<String>) -> Result<Option<Date>, FieldError> {
    let Some(text) = value else { return Ok(None) };
    let is_plain = text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    // The year 0 is no year on a bill, and after 9000 there is no room for the days that are added.
    let parsed = text.parse::<Date>().ok().filter(|date| is_plain && (1900..=9000).contains(&date.year()));
    parsed.map(Some).ok_or_else(|| FieldError::found(field, "a date such as `2026-11-01` (ISO 8601)", &text))
}
