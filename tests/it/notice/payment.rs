//! The rules of amounts, dates and payments.

use serde_json::json;

use super::{accept, both, check, invoice};

#[test]
fn an_amount_is_a_decimal_of_its_currency() {
    let amount = |value: &str, currency: &str| json!({"amount_due": {"value": value, "currency": currency}});
    let decimal = "expected a decimal such as `1234.50`: EUR has 2 decimals";
    for (value, currency, expected) in [
        ("1,234.50", "EUR", &*format!("{decimal}, found text of the form `0,000.00`")),
        ("1234.505", "EUR", &*format!("{decimal}, found text of the form `0000.000`")),
        ("-1", "EUR", &*format!("{decimal}, found text of the form `-0`")),
        ("1e3", "EUR", &*format!("{decimal}, found text of the form `0x0`")),
        ("1.", "EUR", &*format!("{decimal}, found text of the form `0.`")),
        ("", "EUR", &*format!("{decimal}, found an empty text")),
        (
            "1.5",
            "JPY",
            "expected a whole amount such as `1234`: JPY has no decimals, found text of the form `0.0`",
        ),
        (
            "1.2345",
            "KWD",
            "expected a decimal such as `1234.500`: KWD has 3 decimals, found text of the form `0.0000`",
        ),
        ("0.00", "EUR", "expected an amount greater than zero, found text of the form `0.00`"),
        (
            "4242424242424242",
            "EUR",
            "expected at most 15 digits before the decimal point, found text of the form `0000000000000000`",
        ),
    ] {
        check(&amount(value, currency), &format!("`amount_due.value`: {expected}"));
    }
    for code in ["eur", "EURO", "XXX", "XAU"] {
        let form: String = code.chars().map(|char| if char.is_lowercase() { 'x' } else { 'X' }).collect();
        check(
            &amount("1", code),
            &format!(
                "`amount_due.currency`: expected a currency code of ISO 4217 in capitals, such as `EUR`, found text of the form `{form}`"
            ),
        );
    }
    assert_eq!(accept(&amount("5", "TWD")).amount_due.to_string(), "5.00 TWD");
    assert_eq!(
        accept(&amount(&format!("{}1.2", "0".repeat(40_000)), "EUR")).amount_due.to_string(),
        "1.20 EUR"
    );
}

#[test]
fn a_date_is_a_day_of_the_calendar() {
    let expected = "expected a date such as `2026-11-01` (ISO 8601)";
    for field in ["due_date", "next_attempt_on", "service_ends_on"] {
        for (date, expected) in [
            ("01/11/2026", &*format!("{expected}, found text of the form `00/00/0000`")),
            ("2026-11-01T00:00", &*format!("{expected}, found text of the form `0000-00-00X00:00`")),
            ("20261101", &*format!("{expected}, found text of the form `00000000`")),
            ("", &*format!("{expected}, found an empty text")),
            ("2026-02-30", "expected a day that the calendar has, as year-month-day, found `2026-02-30`"),
            ("1026-11-01", "expected a year from 1900 to 9000, found `1026-11-01`"),
            ("9999-12-31", "expected a year from 1900 to 9000, found `9999-12-31`"),
        ] {
            check(&json!({field: date}), &format!("`{field}`: {expected}"));
        }
    }
    accept(&json!({"due_date": "2028-02-29"}));
}

#[test]
fn a_payment_is_the_one_of_its_kind() {
    check(
        &json!({"payment": {"method": "cash"}}),
        "`payment.method`: expected `card` or `invoice`, found text of the form `xxxx`",
    );
    check(
        &both(&invoice(), &json!({"kind": "payment-failed"})),
        "`payment.method`: expected `card` for the kind `payment-failed`, found `invoice`",
    );
    check(
        &json!({"kind": "invoice-overdue"}),
        "`payment.method`: expected `invoice` for the kind `invoice-overdue`, found `card`",
    );
    check(
        &json!({"payment": {"failure": "stolen"}}),
        "`payment.failure`: expected `declined`, `expired` or `unknown`, found text of the form `xxxxxx`",
    );
    check(
        &json!({"payment": {"invoice_number": "INV-7"}}),
        "`payment.invoice_number`: does not go with the payment method `card`: leave it out",
    );
    for (field, value) in [("brand", "Visa"), ("last4", "4242"), ("failure", "declined")] {
        let mut patch = invoice();
        patch["payment"][field] = json!(value);
        check(
            &patch,
            &format!("`payment.{field}`: does not go with the payment method `invoice`: leave it out"),
        );
    }
    check(
        &both(&invoice(), &json!({"next_attempt_on": "2026-11-24"})),
        "`next_attempt_on`: does not go with the payment method `invoice`: leave it out",
    );
}

#[test]
fn the_number_of_a_card_is_neither_taken_nor_shown() {
    let last4 =
        "`payment.last4`: expected the last four digits of the card and no more, found text of the form";
    check(&json!({"payment": {"last4": "4242424242424242"}}), &format!("{last4} `0000000000000000`"));
    check(&json!({"payment": {"last4": "424"}}), &format!("{last4} `000`"));
    check(&json!({"payment": {"last4": "٤٢٤٢"}}), &format!("{last4} `0000`"));
    check(
        &json!({"payment": {"brand": "Visa 4242 4242 4242 4242"}}),
        "`payment.brand`: expected a brand such as `Visa`, without the card's number, \
         found text of the form `Xxxx 0000 0000 0000 0000`",
    );
    accept(&json!({"payment": {"brand": "Visa 4242"}}));
}
