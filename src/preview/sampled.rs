//! The samples, as a picker asks for them.

use serde_json::{Value, json};

use crate::notice::{Card, Failure, Payment, Reason, Stage};
use crate::sample::Sample;

/// What a sample is: kind, stage, payment, failure.
pub(super) fn describe(sample: &Sample) -> Value {
    let (payment, failure) = match &sample.notice.reason {
        Reason::PaymentFailed { card, .. } | Reason::ServiceCanceled { payment: Payment::Card(card), .. } => {
            ("card", Some(failure(card)))
        }
        Reason::InvoiceOverdue { .. } | Reason::ServiceCanceled { payment: Payment::Invoice(_), .. } => {
            ("invoice", None)
        }
    };
    json!({
        "name": sample.name,
        "label": label(sample.name),
        "kind": sample.notice.kind().as_str(),
        "stage": sample.notice.stage().map(Stage::as_str),
        "payment": payment,
        "failure": failure,
    })
}

/// The name of a sample in words.
pub(super) fn label(name: &str) -> String {
    let words = name.replace('-', " ");
    let mut chars = words.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

fn failure(card: &Card) -> &'static str {
    match card.failure {
        Failure::Declined => "declined",
        Failure::Expired => "expired",
        Failure::Unknown => "unknown",
    }
}
