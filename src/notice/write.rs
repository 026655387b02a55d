//! A notice as a row again, for a store to keep.

use super::row::{RawAccount, RawAdministrator, RawMoney, RawPayment, RawRow, RawSubscription};
use super::{Account, Card, Invoice, Name, Notice, Payment, Reason, Stage};

pub(super) fn to_json(notice: &Notice) -> String {
    serde_json::to_string(&row(notice)).expect("texts and lists of texts can always be written")
}

fn row(notice: &Notice) -> RawRow {
    let Notice { key, reason, account, subscription, amount_due, due_date } = notice;
    let staged = |stage: Stage, row: RawRow| RawRow {
        stage: Some(stage.as_str().to_owned()),
        service_ends_on: stage.service_ends_on().map(|date| date.to_string()),
        ..row
    };
    let row = match reason {
        Reason::PaymentFailed { stage, card } => staged(*stage, paid_by_card(card)),
        Reason::InvoiceOverdue { stage, invoice } => staged(*stage, paid_by_invoice(invoice)),
        Reason::ServiceCanceled { payment, service_ended_on } => RawRow {
            service_ended_on: Some(service_ended_on.to_string()),
            ..match payment {
                Payment::Card(card) => paid_by_card(card),
                Payment::Invoice(invoice) => paid_by_invoice(invoice),
            }
        },
    };
    RawRow {
        id: Some(key.to_string()),
        kind: Some(notice.kind().to_string()),
        account: Some(raw_account(account)),
        subscription: Some(RawSubscription {
            id: Some(subscription.id.clone()),
            name: Some(subscription.name.as_str().to_owned()),
        }),
        amount_due: Some(RawMoney {
            value: Some(amount_due.value().to_string()),
            currency: Some(amount_due.currency().code().to_owned()),
        }),
        due_date: Some(due_date.to_string()),
        ..row
    }
}

fn raw_account(account: &Account) -> RawAccount {
    let administrator = &account.administrator;
    RawAccount {
        id: Some(account.id.clone()),
        name: Some(account.name.as_str().to_owned()),
        market: account.market.map(|market| market.as_str().to_owned()),
        administrator: Some(RawAdministrator {
            name: administrator.name.as_ref().map(Name::as_str).map(str::to_owned),
            email: Some(administrator.email.expose().to_owned()),
            locales: Some(administrator.locales.clone()),
            time_zone: administrator.time_zone.clone(),
        }),
    }
}

fn paid_by_card(card: &Card) -> RawRow {
    RawRow {
        payment: Some(RawPayment {
            method: Some("card".to_owned()),
            brand: Some(card.brand.as_str().to_owned()),
            last4: Some(card.last4.clone()),
            failure: Some(card.failure.as_str().to_owned()),
            invoice_number: None,
        }),
        next_attempt_on: card.next_attempt_on.map(|date| date.to_string()),
        ..RawRow::default()
    }
}

fn paid_by_invoice(invoice: &Invoice) -> RawRow {
    RawRow {
        payment: Some(RawPayment {
            method: Some("invoice".to_owned()),
            invoice_number: Some(invoice.number.as_str().to_owned()),
            ..RawPayment::default()
        }),
        ..RawRow::default()
    }
}
