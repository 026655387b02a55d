//! Named sample notices: one list for rendering, tests and benchmarks. Nobody in it exists.

use serde_json::{Value, json};

use crate::notice::Notice;

/// A sample notice and its name.
#[derive(Debug, Clone)]
pub struct Sample {
    /// The name, such as `payment-failed-declined`.
    pub name: &'static str,
    /// The notice.
    pub notice: Notice,
}

/// All samples: every kind, stage and payment branch, then the awkward ones.
///
/// # Example
///
/// ```
/// let names: Vec<&str> = pastdue::sample::all().iter().map(|sample| sample.name).collect();
/// assert!(names.contains(&"payment-failed-declined") && names.contains(&"evil-names"));
/// ```
#[must_use]
pub fn all() -> Vec<Sample> {
    NAMES.iter().filter_map(|name| named(name)).collect()
}

/// The sample called `name`.
#[must_use]
pub fn named(name: &str) -> Option<Sample> {
    let name = NAMES.iter().find(|known| **known == name)?;
    let notice = Notice::from_json(row(name)?.as_bytes()).ok()?;
    Some(Sample { name, notice })
}

/// The sample called `name` as a row of input, in JSON.
#[must_use]
pub fn row(name: &str) -> Option<String> {
    NAMES.contains(&name).then(|| build(name).to_string())
}

/// The names of all samples.
pub const NAMES: [&str; 24] = [
    "payment-failed-declined",
    "payment-failed-declined-reminder",
    "payment-failed-declined-final",
    "payment-failed-expired",
    "payment-failed-expired-reminder",
    "payment-failed-expired-final",
    "payment-failed-unknown",
    "payment-failed-unknown-reminder",
    "payment-failed-unknown-final",
    "invoice-overdue",
    "invoice-overdue-reminder",
    "invoice-overdue-final",
    "service-canceled-declined",
    "service-canceled-expired",
    "service-canceled-unknown",
    "service-canceled-invoice",
    "undated",
    "missing-name",
    "long-names",
    "evil-names",
    "emoji-and-accents",
    "zero-decimals",
    "three-decimals",
    "taiwan-dollars",
];

fn build(name: &str) -> Value {
    let mut row = json!({
        "id": format!("sample:{name}"),
        "kind": "payment-failed",
        "account": {
            "id": "acc_42",
            "name": "Lindgren Logistics",
            "market": "SE",
            "administrator": {"name": "Alex Lindgren", "email": "alex.lindgren@example.com", "locales": []},
        },
        "subscription": {"id": "sub_7", "name": "Production"},
        "amount_due": {"value": "1234.50", "currency": "EUR"},
        "due_date": "2026-11-01",
    });
    let failure = ["declined", "expired", "unknown"].into_iter().find(|failure| name.contains(failure));
    row["payment"] = if name.starts_with("invoice-overdue") || name == "service-canceled-invoice" {
        json!({"method": "invoice", "invoice_number": "INV-2026-0042"})
    } else {
        json!({"method": "card", "brand": "Visa", "last4": "4242", "failure": failure.unwrap_or("declined")})
    };
    if name.starts_with("service-canceled") {
        row["kind"] = json!("service-canceled");
        row["service_ended_on"] = json!("2026-12-01");
    } else {
        if name.starts_with("invoice-overdue") {
            row["kind"] = json!("invoice-overdue");
        } else if failure != Some("expired") {
            row["next_attempt_on"] = json!("2026-11-24");
        }
        let stage = ["reminder", "final"].into_iter().find(|stage| name.ends_with(stage));
        row["stage"] = json!(stage.unwrap_or("first"));
        row["service_ends_on"] = json!("2026-12-01");
    }
    make_awkward(name, &mut row);
    row
}

fn make_awkward(name: &str, row: &mut Value) {
    match name {
        "undated" => {
            row["service_ends_on"] = Value::Null;
            row["next_attempt_on"] = Value::Null;
        }
        "missing-name" => row["account"]["administrator"]["name"] = Value::Null,
        "long-names" => {
            row["stage"] = json!("final");
            row["account"]["name"] = json!(
                "Nordisk Samarbetskommitté för Internationell Kylkedjelogistik och Temperaturkontrollerade Transporter Holding AB"
            );
            row["account"]["administrator"]["name"] =
                json!("Maria Konstantina Papadopoulou-Vanderstraeten van den Berghe");
            row["subscription"]["name"] =
                json!("warehouse-management-production-cluster-eu-north-1-primary-replica-set");
            row["amount_due"] = json!({"value": "123456789.99", "currency": "SEK"});
            row["payment"]["brand"] = json!("American Express Corporate Platinum");
        }
        "evil-names" => {
            row["account"]["name"] = json!("<script>alert(\"x\")</script> & Sons");
            row["account"]["administrator"]["name"] = json!("{{ 7*7 }}\r\nBcc: victim@example.com");
            row["subscription"]["name"] =
                json!("{ $amount } https://evil.example/pay \u{202E}gnp.exe \u{2068}x\u{2069}");
            row["payment"]["brand"] = json!("<a data-l10n-name=\"support\">Visa</a>");
        }
        "emoji-and-accents" => {
            row["account"]["name"] = json!("Cafe\u{301} Zoë & Søn 👩\u{200D}💻");
            row["account"]["administrator"]["name"] = json!("王小明");
            row["account"]["market"] = json!("TW");
            row["subscription"]["name"] = json!("正式環境");
        }
        "zero-decimals" => row["amount_due"] = json!({"value": "123456", "currency": "JPY"}),
        "three-decimals" => row["amount_due"] = json!({"value": "1234.567", "currency": "KWD"}),
        "taiwan-dollars" => row["amount_due"] = json!({"value": "36900", "currency": "TWD"}),
        _ => {}
    }
}
