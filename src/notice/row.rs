//! One row of input: its shape, and every rule that makes it a [`Notice`].

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::character::is_invisible;
use super::field::expected;
use super::json::object;
use super::{
    Account, Address, Administrator, Card, Currency, Failure, FieldError, Invoice, Market, Money, Name,
    Notice, NoticeKey, Payment, Reason, Stage, Subscription,
};

/// A row as it is written: every field may be missing, nothing is checked but types.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawRow {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) kind: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) stage: Option<String>,
    #[serde(deserialize_with = "object", skip_serializing_if = "Option::is_none")]
    pub(super) account: Option<RawAccount>,
    #[serde(deserialize_with = "object", skip_serializing_if = "Option::is_none")]
    pub(super) subscription: Option<RawSubscription>,
    #[serde(deserialize_with = "object", skip_serializing_if = "Option::is_none")]
    pub(super) amount_due: Option<RawMoney>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) due_date: Option<String>,
    #[serde(deserialize_with = "object", skip_serializing_if = "Option::is_none")]
    pub(super) payment: Option<RawPayment>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) next_attempt_on: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) service_ends_on: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) service_ended_on: Option<String>,
}

#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawAccount {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) market: Option<String>,
    #[serde(deserialize_with = "object", skip_serializing_if = "Option::is_none")]
    pub(super) administrator: Option<RawAdministrator>,
}

#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawAdministrator {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) locales: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) time_zone: Option<String>,
}

#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawSubscription {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<String>,
}

#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawMoney {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) value: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) currency: Option<String>,
}

#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawPayment {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) method: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) brand: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) last4: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) failure: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) invoice_number: Option<String>,
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
    let due_date = date("due_date", &required("due_date", row.due_date)?)?;
    let dates = Dates {
        next_attempt: optional_date("next_attempt_on", row.next_attempt_on)?,
        service_end: optional_date("service_ends_on", row.service_ends_on)?,
        service_ended: optional_date("service_ended_on", row.service_ended_on)?,
    };
    let kind = required("kind", row.kind)?;
    let reason = reason(&kind, row.stage.as_deref(), row.payment.unwrap_or_default(), &dates)?;
    Ok(Notice { key, reason, account, subscription, amount_due, due_date })
}

/// The dates that only some rows have.
struct Dates {
    next_attempt: Option<Date>,
    service_end: Option<Date>,
    service_ended: Option<Date>,
}

fn reason(kind: &str, stage: Option<&str>, payment: RawPayment, dates: &Dates) -> Result<Reason, FieldError> {
    let wrong_method = |method: &str, found: &str| {
        let problem = format!("expected `{method}` for the kind `{kind}`, found `{found}`");
        FieldError::new("payment.method", problem)
    };
    match kind {
        "payment-failed" | "invoice-overdue" if dates.service_ended.is_some() => {
            let problem = "goes with the kind `service-canceled` alone: leave it out";
            Err(FieldError::new("service_ended_on", problem))
        }
        "payment-failed" => match parse_payment(payment, dates)? {
            Payment::Card(card) => Ok(Reason::PaymentFailed { stage: parse_stage(stage, dates)?, card }),
            Payment::Invoice(_) => Err(wrong_method("card", "invoice")),
        },
        "invoice-overdue" => match parse_payment(payment, dates)? {
            Payment::Invoice(invoice) => {
                Ok(Reason::InvoiceOverdue { stage: parse_stage(stage, dates)?, invoice })
            }
            Payment::Card(_) => Err(wrong_method("invoice", "card")),
        },
        "service-canceled" => {
            if stage.is_some() {
                let problem = "does not go with the kind `service-canceled`: leave it out";
                return Err(FieldError::new("stage", problem));
            }
            if dates.service_end.is_some() {
                let problem = "does not go with the kind `service-canceled`: write `service_ended_on`";
                return Err(FieldError::new("service_ends_on", problem));
            }
            let missing = || missing_for("service_ended_on", "the kind `service-canceled`");
            let service_ended_on = dates.service_ended.ok_or_else(missing)?;
            Ok(Reason::ServiceCanceled { payment: parse_payment(payment, dates)?, service_ended_on })
        }
        other => Err(FieldError::found("kind", expected("kind"), other)),
    }
}

fn parse_stage(stage: Option<&str>, dates: &Dates) -> Result<Stage, FieldError> {
    let service_ends_on = dates.service_end;
    match stage {
        None | Some("first") => Ok(Stage::First { service_ends_on }),
        Some("reminder") => Ok(Stage::Reminder { service_ends_on }),
        Some("final") => service_ends_on
            .map(|service_ends_on| Stage::Final { service_ends_on })
            .ok_or_else(|| missing_for("service_ends_on", "the stage `final`")),
        Some(other) => Err(FieldError::found("stage", expected("stage"), other)),
    }
}

fn parse_payment(payment: RawPayment, dates: &Dates) -> Result<Payment, FieldError> {
    let unused = |field: &str, is_given: bool, method: &str| {
        let problem = || format!("does not go with the payment method `{method}`: leave it out");
        if is_given { Err(FieldError::new(field, problem())) } else { Ok(()) }
    };
    match required("payment.method", payment.method)?.as_str() {
        "card" => {
            unused("payment.invoice_number", payment.invoice_number.is_some(), "card")?;
            let last4 = required("payment.last4", payment.last4)?;
            if last4.len() != 4 || !last4.bytes().all(|byte| byte.is_ascii_digit()) {
                return Err(FieldError::found("payment.last4", expected("payment.last4"), &last4));
            }
            let failure = failure(&required("payment.failure", payment.failure)?)?;
            let brand = name("payment.brand", payment.brand)?;
            // The brand is printed in the mail, and a card's number may not be.
            if brand.as_str().chars().filter(|char| char.is_numeric()).count() > 4 {
                return Err(FieldError::found("payment.brand", expected("payment.brand"), brand.as_str()));
            }
            Ok(Payment::Card(Card { brand, last4, failure, next_attempt_on: dates.next_attempt }))
        }
        "invoice" => {
            unused("payment.brand", payment.brand.is_some(), "invoice")?;
            unused("payment.last4", payment.last4.is_some(), "invoice")?;
            unused("payment.failure", payment.failure.is_some(), "invoice")?;
            unused("next_attempt_on", dates.next_attempt.is_some(), "invoice")?;
            Ok(Payment::Invoice(Invoice { number: name("payment.invoice_number", payment.invoice_number)? }))
        }
        other => Err(FieldError::found("payment.method", expected("payment.method"), other)),
    }
}

fn failure(text: &str) -> Result<Failure, FieldError> {
    match text {
        "declined" => Ok(Failure::Declined),
        "expired" => Ok(Failure::Expired),
        "unknown" => Ok(Failure::Unknown),
        other => Err(FieldError::found("payment.failure", expected("payment.failure"), other)),
    }
}

fn account(raw: RawAccount) -> Result<Account, FieldError> {
    let id = identifier("account.id", raw.id)?;
    let name = name("account.name", raw.name)?;
    let market = |code: String| {
        Market::new(&code).map_err(|expected| FieldError::found("account.market", expected, &code))
    };
    let market = raw.market.map(market).transpose()?;
    let administrator = administrator(raw.administrator.unwrap_or_default())?;
    Ok(Account { id, name, market, administrator })
}

fn administrator(raw: RawAdministrator) -> Result<Administrator, FieldError> {
    let email = required("account.administrator.email", raw.email)?;
    let email = Address::new(&email)
        .map_err(|expected| FieldError::found("account.administrator.email", expected, &email))?;
    let locales = locales(raw.locales.unwrap_or_default())?;
    if let Some(zone) = raw.time_zone.as_deref().filter(|zone| !is_time_zone(zone)) {
        let field = "account.administrator.time_zone";
        return Err(FieldError::found(field, expected(field), zone));
    }
    // A name of nothing but spaces is a missing name, and the greeting does without.
    let name = raw.name.as_deref().and_then(Name::new);
    Ok(Administrator { name, email, locales, time_zone: raw.time_zone })
}

/// Checks the tags, and keeps the first of those that are repeated.
fn locales(tags: Vec<String>) -> Result<Vec<String>, FieldError> {
    const MAX_LOCALES: usize = 50;
    let field = "account.administrator.locales";
    if tags.len() > MAX_LOCALES {
        let problem = format!("expected at most {MAX_LOCALES} language tags, found {}", tags.len());
        return Err(FieldError::new(field, problem));
    }
    let fold = |byte: u8| if byte == b'_' { b'-' } else { byte.to_ascii_lowercase() };
    let is_same = |one: &str, other: &str| one.bytes().map(fold).eq(other.bytes().map(fold));
    let mut locales: Vec<String> = Vec::with_capacity(tags.len());
    for tag in tags {
        if !is_language_tag(&tag) {
            return Err(FieldError::found(field, expected(field), &tag));
        }
        if !locales.iter().any(|known| is_same(known, &tag)) {
            locales.push(tag);
        }
    }
    Ok(locales)
}

/// The shape of a BCP 47 tag (RFC 5646, section 2.1); what it means is for the negotiation to say.
fn is_language_tag(tag: &str) -> bool {
    let mut subtags = tag.split(['-', '_']);
    let is_subtag = |subtag: &str| {
        (1..=8).contains(&subtag.len()) && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    let is_language = |language: &str| {
        // One letter introduces a private tag (`x-…`) or an old one (`i-…`), and is none by itself.
        let is_prefix = matches!(language, "x" | "X" | "i" | "I") && tag.len() > 2;
        (language.len() > 1 || is_prefix) && language.bytes().all(|byte| byte.is_ascii_alphabetic())
    };
    tag.len() <= 64
        && subtags.next().is_some_and(|language| is_subtag(language) && is_language(language))
        && subtags.all(is_subtag)
}

/// Whether the time zone database that is compiled in has `name`. It remembers the zones it was asked for.
fn is_time_zone(name: &str) -> bool {
    jiff::tz::TimeZone::get(name).is_ok_and(|zone| !zone.is_unknown())
}

fn money(raw: RawMoney) -> Result<Money, FieldError> {
    let code = required("amount_due.currency", raw.currency)?;
    let currency =
        Currency::new(&code).map_err(|expected| FieldError::found("amount_due.currency", expected, &code))?;
    let value = required("amount_due.value", raw.value)?;
    Money::new(&value, currency).map_err(|expected| FieldError::found("amount_due.value", expected, &value))
}

fn required(field: &str, value: Option<String>) -> Result<String, FieldError> {
    value.ok_or_else(|| FieldError::new(field, format!("is missing, expected {}", expected(field))))
}

fn missing_for(field: &str, what: &str) -> FieldError {
    FieldError::new(field, format!("is missing, {what} needs it: expected {}", expected(field)))
}

fn name(field: &str, value: Option<String>) -> Result<Name, FieldError> {
    let text = required(field, value)?;
    Name::new(&text).ok_or_else(|| FieldError::found(field, expected(field), &text))
}

fn identifier(field: &str, value: Option<String>) -> Result<String, FieldError> {
    let id = required(field, value)?;
    let is_shown = |char: char| !is_invisible(char) && !char.is_whitespace();
    // A URL takes `.` and `..` for steps in its path, even percent-encoded.
    let is_step = matches!(id.as_str(), "." | "..");
    if (1..=128).contains(&id.chars().count()) && id.chars().all(is_shown) && !is_step {
        Ok(id)
    } else {
        Err(FieldError::found(field, expected(field), &id))
    }
}

fn optional_date(field: &str, value: Option<String>) -> Result<Option<Date>, FieldError> {
    value.map(|text| date(field, &text)).transpose()
}

fn date(field: &str, text: &str) -> Result<Date, FieldError> {
    let is_plain = text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if !is_plain {
        return Err(FieldError::found(field, expected(field), text));
    }
    let wrong = |expected: &str| Err(FieldError::new(field, format!("expected {expected}, found `{text}`")));
    match text.parse::<Date>() {
        // The year 0 is no year on a bill, and after 9000 there is no room for the days that are added.
        Ok(date) if (1900..=9000).contains(&date.year()) => Ok(date),
        Ok(_) => wrong("a year from 1900 to 9000"),
        Err(_) => wrong("a day that the calendar has, as year-month-day"),
    }
}
