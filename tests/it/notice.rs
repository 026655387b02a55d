//! Rows of input: what is accepted, what is refused and in which words.

mod rule;
mod payment;
mod shape;
mod stream;
mod law;

use pastdue::Notice;
use serde_json::{Value, json};

/// A row with every field that a failed payment may have.
fn row() -> Value {
    json!({
        "id": "ntc_1", "kind": "payment-failed", "stage": "first",
        "account": {
            "id": "acc_1", "name": "De Vries B.V.", "market": "NL",
            "administrator": {
                "name": "Anneke de Vries", "email": "anneke@example.nl",
                "locales": ["nl-BE", "en"], "time_zone": "Europe/Amsterdam",
            },
        },
        "subscription": {"id": "sub_1", "name": "Production"},
        "amount_due": {"value": "1234.50", "currency": "EUR"},
        "due_date": "2026-11-01",
        "payment": {"method": "card", "brand": "Visa", "last4": "4242", "failure": "declined"},
        "next_attempt_on": "2026-11-24", "service_ends_on": "2026-12-01",
    })
}

/// Changes `target` as a merge patch does (RFC 7396): `null` takes a field away.
fn merge(target: &mut Value, patch: &Value) {
    match (target, patch) {
        (Value::Object(target), Value::Object(patch)) => {
            for (key, value) in patch {
                match value {
                    Value::Null => drop(target.remove(key)),
                    value => merge(target.entry(key).or_insert_with(|| json!({})), value),
                }
            }
        }
        (target, patch) => *target = patch.clone(),
    }
}

/// The row with a change.
fn changed(patch: &Value) -> String {
    let mut row = row();
    merge(&mut row, patch);
    row.to_string()
}

/// Refuses the row with this change, in these words.
#[track_caller]
fn check(patch: &Value, expected: &str) {
    check_text(changed(patch), expected);
}

#[track_caller]
fn check_text(json: impl AsRef<[u8]>, expected: &str) {
    let shown = Notice::from_json(json.as_ref()).map_err(|err| err.to_string());
    assert_eq!(shown.map(|notice| notice.key.to_string()), Err(expected.to_owned()));
}

#[track_caller]
fn accept(patch: &Value) -> Notice {
    parse(changed(patch))
}

#[track_caller]
fn parse(json: impl AsRef<[u8]>) -> Notice {
    Notice::from_json(json.as_ref()).unwrap()
}

/// Makes the row an invoice that is not paid.
fn invoice() -> Value {
    json!({
        "kind": "invoice-overdue", "next_attempt_on": null,
        "payment": {"method": "invoice", "brand": null, "last4": null, "failure": null, "invoice_number": "INV-7"},
    })
}

/// Makes the row a service that has been canceled.
fn canceled() -> Value {
    json!({"kind": "service-canceled", "stage": null, "service_ends_on": null, "service_ended_on": "2026-12-01"})
}

/// The fields of both, at the top.
fn both(one: &Value, other: &Value) -> Value {
    let (Value::Object(mut all), Value::Object(other)) = (one.clone(), other.clone()) else { unreachable!() };
    all.extend(other);
    Value::Object(all)
}
