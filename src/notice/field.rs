//! The fields of a row: their names, what is expected there, and what to say when it is not.

use std::fmt;

use super::row::{RawAdministrator, RawRow};
use super::{Currency, Market, NoticeKey};

/// The one field of a row that is wrong, and what is expected there.
///
/// It holds no name, address or card number, not even one that stands in the wrong field: it may be logged.
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

    pub(super) fn expected(field: &str, expected: impl fmt::Display) -> FieldError {
        FieldError::new(field, format!("expected {expected}"))
    }

    /// Says what is expected and what `found` looks like, without saying what it is.
    pub(super) fn found(field: &str, expected: impl fmt::Display, found: &str) -> FieldError {
        let found = match found {
            "" => "an empty text".to_owned(),
            _ => format!("text of the form `{}`", form(found)),
        };
        FieldError::new(field, format!("expected {expected}, found {found}"))
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

/// The form of `text`: letters as `x`, digits as `0`. A wrong value may be a name, an address or a card number.
pub(super) fn form(text: &str) -> String {
    const MAX_CHARS: usize = 40;
    let masked = text.chars().take(MAX_CHARS).map(|char| match char {
        _ if char.is_uppercase() => 'X',
        _ if char.is_alphabetic() => 'x',
        _ if char.is_numeric() => '0',
        ' ' | '!'..='_' | '{'..='~' => char,
        _ => '?',
    });
    let more = text.chars().nth(MAX_CHARS).map(|_| '…');
    masked.chain(more).collect()
}

/// The name of an unknown field, if it looks like the name of a field, else its form.
pub(super) fn field_name(name: &str) -> String {
    let is_name = name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.len() <= 40
        && name.chars().all(|char| char.is_ascii_alphanumeric() || "_-.".contains(char))
        && name.bytes().filter(u8::is_ascii_digit).count() <= 4;
    if is_name { name.to_owned() } else { form(name) }
}

/// A field of a row.
pub(super) struct Field {
    pub(super) name: &'static str,
    /// What is expected there, to be read after "expected".
    pub(super) expected: &'static str,
    /// Whether every row has it.
    pub(super) is_required: bool,
    /// Puts the text of a CSV cell into its place in a row.
    pub(super) set: fn(&mut RawRow, String),
}

/// What is expected in the field called `name`; an index into a list is no part of it.
pub(super) fn expected(name: &str) -> &'static str {
    FIELDS.iter().find(|field| field.name == name).map_or("a JSON object", |field| field.expected)
}

const IDENTIFIER: &str = "1 to 128 visible characters without spaces, and not `.` or `..`";
const DATE: &str = "a date such as `2026-11-01` (ISO 8601)";

/// Every field that a row may have.
pub(super) const FIELDS: [Field; 23] = [
    required("id", NoticeKey::EXPECTED, |row, text| row.id = Some(text)),
    required("kind", "`payment-failed`, `invoice-overdue` or `service-canceled`", |row, text| {
        row.kind = Some(text);
    }),
    optional("stage", "`first`, `reminder` or `final`", |row, text| row.stage = Some(text)),
    required("account.id", IDENTIFIER, |row, text| row.account.get_or_insert_default().id = Some(text)),
    required("account.name", "a name with at least one visible character", |row, text| {
        row.account.get_or_insert_default().name = Some(text);
    }),
    optional("account.market", Market::EXPECTED, |row, text| {
        row.account.get_or_insert_default().market = Some(text);
    }),
    optional("account.administrator.name", "a name", |row, text| administrator(row).name = Some(text)),
    required("account.administrator.email", "an address such as `name@example.com`", |row, text| {
        administrator(row).email = Some(text);
    }),
    optional("account.administrator.locales", "language tags such as `nl-BE` (BCP 47)", |row, text| {
        administrator(row).locales = Some(text.split_whitespace().map(str::to_owned).collect());
    }),
    optional(
        "account.administrator.time_zone",
        "a name of the IANA time zone database such as `Europe/Amsterdam`",
        |row, text| administrator(row).time_zone = Some(text),
    ),
    required("subscription.id", IDENTIFIER, |row, text| {
        row.subscription.get_or_insert_default().id = Some(text);
    }),
    required("subscription.name", "a name with at least one visible character", |row, text| {
        row.subscription.get_or_insert_default().name = Some(text);
    }),
    required("amount_due.value", "a decimal such as `1234.50`", |row, text| {
        row.amount_due.get_or_insert_default().value = Some(text);
    }),
    required("amount_due.currency", Currency::EXPECTED, |row, text| {
        row.amount_due.get_or_insert_default().currency = Some(text);
    }),
    required("due_date", DATE, |row, text| row.due_date = Some(text)),
    required("payment.method", "`card` or `invoice`", |row, text| {
        row.payment.get_or_insert_default().method = Some(text);
    }),
    optional("payment.brand", "a brand such as `Visa`, without the card's number", |row, text| {
        row.payment.get_or_insert_default().brand = Some(text);
    }),
    optional("payment.last4", "the last four digits of the card and no more", |row, text| {
        row.payment.get_or_insert_default().last4 = Some(text);
    }),
    optional("payment.failure", "`declined`, `expired` or `unknown`", |row, text| {
        row.payment.get_or_insert_default().failure = Some(text);
    }),
    optional("payment.invoice_number", "the number that is printed on the invoice", |row, text| {
        row.payment.get_or_insert_default().invoice_number = Some(text);
    }),
    optional("next_attempt_on", DATE, |row, text| row.next_attempt_on = Some(text)),
    optional("service_ends_on", DATE, |row, text| row.service_ends_on = Some(text)),
    optional("service_ended_on", DATE, |row, text| row.service_ended_on = Some(text)),
];

const fn required(name: &'static str, expected: &'static str, set: fn(&mut RawRow, String)) -> Field {
    Field { name, expected, is_required: true, set }
}

const fn optional(name: &'static str, expected: &'static str, set: fn(&mut RawRow, String)) -> Field {
    Field { name, expected, is_required: false, set }
}

fn administrator(row: &mut RawRow) -> &mut RawAdministrator {
    row.account.get_or_insert_default().administrator.get_or_insert_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_of_a_value_does_not_tell_the_value() {
        assert_eq!(form("Anneke.de-Vries2@example.nl"), "Xxxxxx.xx-Xxxxx0@xxxxxxx.xx");
        assert_eq!(form("01/11/2026 `\u{0}\u{301}王"), "00/00/0000 ???x");
        assert_eq!(form(&"x".repeat(41)), format!("{}…", "x".repeat(40)));
    }

    #[test]
    fn an_unknown_field_is_named_if_it_may_be_a_field() {
        assert_eq!(field_name("dueDate"), "dueDate");
        assert_eq!(field_name("Anneke"), "Xxxxxx");
        assert_eq!(field_name("a@example.nl"), "x@xxxxxxx.xx");
        assert_eq!(field_name("card4242424242424242"), "xxxx0000000000000000");
    }
}
