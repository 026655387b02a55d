//! Which messages a notice is told with: one place decides, and templates only lay out.

use jiff::civil::Date;

use super::link::LinkName;
use super::markup::Lines;
use crate::notice::{Card, Failure, Invoice, Kind, Notice, Payment, Reason, Stage};

/// The messages of one mail, by id, in the order of the mail.
pub(super) struct Letter<'a> {
    pub(super) subject: &'static str,
    pub(super) preheader: &'static str,
    pub(super) heading: &'static str,
    pub(super) what_happened: Vec<&'static str>,
    pub(super) facts: Vec<(&'static str, Fact<'a>)>,
    pub(super) request: &'static str,
    pub(super) button: (&'static str, LinkName),
    pub(super) steps: Vec<&'static str>,
    pub(super) consequence_heading: &'static str,
    pub(super) consequence: [&'static str; 2],
    pub(super) help: [&'static str; 3],
    pub(super) dates: Dates,
}

impl Letter<'_> {
    /// The names in the templates that one message fills.
    pub(super) fn slots(&self, greeting: &'static str) -> [(&'static str, &'static str); 9] {
        [
            ("heading", self.heading),
            ("greeting", greeting),
            ("facts_caption", "facts-caption"),
            ("request", self.request),
            ("resolve_heading", "resolve-heading"),
            ("consequence_heading", self.consequence_heading),
            ("help_heading", "help-heading"),
            ("closing", "closing"),
            ("signature", "signature"),
        ]
    }

    /// The names in the templates that several messages fill.
    pub(super) fn lists(&self) -> [(&'static str, &[&'static str], Lines); 5] {
        [
            ("what_happened", &self.what_happened, Lines::Paragraph),
            ("steps", &self.steps, Lines::Item),
            ("consequence", &self.consequence, Lines::Paragraph),
            ("help", &self.help, Lines::Paragraph),
            ("footer", &["footer-why", "footer-safety"], Lines::Paragraph),
        ]
    }
}

/// The value beside a row heading in the table of facts.
pub(super) enum Fact<'a> {
    Name(&'a str),
    Message(&'static str),
    Amount,
    Date(Date),
}

/// The dates that this notice knows, whichever way it came to know them.
#[derive(Clone, Copy)]
#[expect(clippy::struct_field_names, reason = "they are the names of the contract")]
pub(super) struct Dates {
    pub(super) next_attempt_on: Option<Date>,
    pub(super) service_ends_on: Option<Date>,
    pub(super) service_ended_on: Option<Date>,
    pub(super) data_deleted_on: Option<Date>,
}

/// Chooses the messages. `data_deleted_on` follows from the day on which the service ends or has ended.
pub(super) fn letter(notice: &Notice, data_deleted_on: Option<Date>) -> Letter<'_> {
    match &notice.reason {
        Reason::PaymentFailed { stage, card } => payment_failed(notice, *stage, card, data_deleted_on),
        Reason::InvoiceOverdue { stage, invoice } => {
            invoice_overdue(notice, *stage, invoice, data_deleted_on)
        }
        Reason::ServiceCanceled { payment, service_ended_on } => {
            service_canceled(notice, payment, *service_ended_on, data_deleted_on)
        }
    }
}

/// The alert of each kind.
pub(super) fn alert(kind: Kind) -> &'static str {
    match kind {
        Kind::PaymentFailed => "alert-payment-failed",
        Kind::InvoiceOverdue => "alert-invoice-overdue",
        Kind::ServiceCanceled => "alert-service-canceled",
    }
}

/// The words of a mail before the service has ended.
struct Words {
    subject: &'static str,
    preheader: &'static str,
    heading: &'static str,
    what_happened: Vec<&'static str>,
    request: &'static str,
}

fn payment_failed<'a>(
    notice: &'a Notice,
    stage: Stage,
    card: &'a Card,
    data_deleted_on: Option<Date>,
) -> Letter<'a> {
    let (subject, preheader, heading, opening) = match stage {
        Stage::First { .. } => (
            "payment-failed-subject-first",
            "payment-failed-preheader-first",
            "payment-failed-heading-first",
            None,
        ),
        Stage::Reminder { .. } => (
            "payment-failed-subject-reminder",
            "payment-failed-preheader-reminder",
            "payment-failed-heading-reminder",
            Some("payment-failed-opening-reminder"),
        ),
        Stage::Final { .. } => (
            "payment-failed-subject-final",
            "payment-failed-preheader-final",
            "payment-failed-heading-final",
            Some("payment-failed-opening-final"),
        ),
    };
    let failure = match card.failure {
        Failure::Declined => "payment-failed-declined",
        Failure::Expired => "payment-failed-expired",
        Failure::Unknown => "payment-failed-unknown",
    };
    let request = match stage.service_ends_on() {
        Some(_) => "payment-failed-request-dated",
        None => "payment-failed-request-undated",
    };
    let what_happened = opening.into_iter().chain([failure]).collect();
    let words = Words { subject, preheader, heading, what_happened, request };
    unpaid(notice, words, Means::card(card), stage_dates(stage, card.next_attempt_on, data_deleted_on))
}

fn invoice_overdue<'a>(
    notice: &'a Notice,
    stage: Stage,
    invoice: &'a Invoice,
    data_deleted_on: Option<Date>,
) -> Letter<'a> {
    let (subject, preheader, heading, what_happened) = match stage {
        Stage::First { .. } => (
            "invoice-overdue-subject-first",
            "invoice-overdue-preheader-first",
            "invoice-overdue-heading-first",
            "invoice-overdue-first",
        ),
        Stage::Reminder { .. } => (
            "invoice-overdue-subject-reminder",
            "invoice-overdue-preheader-reminder",
            "invoice-overdue-heading-reminder",
            "invoice-overdue-reminder",
        ),
        Stage::Final { .. } => (
            "invoice-overdue-subject-final",
            "invoice-overdue-preheader-final",
            "invoice-overdue-heading-final",
            "invoice-overdue-final",
        ),
    };
    let request = match stage.service_ends_on() {
        Some(_) => "invoice-overdue-request-dated",
        None => "invoice-overdue-request-undated",
    };
    let words = Words { subject, preheader, heading, what_happened: vec![what_happened], request };
    unpaid(notice, words, Means::invoice(invoice), stage_dates(stage, None, data_deleted_on))
}

/// A mail before the service has ended: the same but for its words and the means of payment.
fn unpaid<'a>(notice: &'a Notice, words: Words, means: Means<'a>, dates: Dates) -> Letter<'a> {
    let Words { subject, preheader, heading, what_happened, request } = words;
    let consequence = match dates.service_ends_on {
        Some(_) => "consequence-dated",
        None => "consequence-undated",
    };
    Letter {
        subject,
        preheader,
        heading,
        what_happened,
        facts: facts(notice, means.fact, &dates),
        request,
        button: means.button,
        steps: means.steps.into_iter().chain(["step-administrator-left", "step-still-disabled"]).collect(),
        consequence_heading: "consequence-heading",
        consequence: [consequence, "data-policy"],
        help: ["help", "already-paid", "profile"],
        dates,
    }
}

fn service_canceled<'a>(
    notice: &'a Notice,
    payment: &'a Payment,
    service_ended_on: Date,
    data_deleted_on: Option<Date>,
) -> Letter<'a> {
    let (what_happened, request, means, next_attempt_on) = match payment {
        Payment::Card(card) => {
            let what_happened = match card.failure {
                Failure::Declined => "service-canceled-declined",
                Failure::Expired => "service-canceled-expired",
                Failure::Unknown => "service-canceled-unknown",
            };
            (what_happened, "service-canceled-request-card", Means::card(card), card.next_attempt_on)
        }
        Payment::Invoice(invoice) => {
            ("service-canceled-invoice", "service-canceled-request-invoice", Means::invoice(invoice), None)
        }
    };
    let dates = Dates {
        next_attempt_on,
        service_ends_on: None,
        service_ended_on: Some(service_ended_on),
        data_deleted_on,
    };
    let last_steps = [
        "service-canceled-step-reactivate",
        "step-administrator-left",
        "service-canceled-step-still-disabled",
    ];
    Letter {
        subject: "service-canceled-subject",
        preheader: "service-canceled-preheader",
        heading: "service-canceled-heading",
        what_happened: vec![what_happened],
        facts: facts(notice, means.fact, &dates),
        request,
        button: means.button,
        steps: means.steps.into_iter().chain(last_steps).collect(),
        consequence_heading: "service-canceled-consequence-heading",
        consequence: ["service-canceled-consequence", "data-policy"],
        help: ["help", "service-canceled-already-paid", "profile"],
        dates,
    }
}

/// What follows from the means of payment: its row in the table, the button, the steps that pay.
struct Means<'a> {
    fact: (&'static str, Fact<'a>),
    button: (&'static str, LinkName),
    steps: Vec<&'static str>,
}

impl<'a> Means<'a> {
    fn card(card: &Card) -> Means<'a> {
        let change = match card.failure {
            Failure::Declined => "step-card-declined",
            Failure::Expired => "step-card-expired",
            Failure::Unknown => "step-card-unknown",
        };
        let next_attempt = card.next_attempt_on.map(|_| "step-next-attempt");
        Means {
            fact: ("fact-card", Fact::Message("fact-card-value")),
            button: ("button-update-payment", LinkName::UpdatePayment),
            steps: [change, "step-all-charges"].into_iter().chain(next_attempt).collect(),
        }
    }

    fn invoice(invoice: &'a Invoice) -> Means<'a> {
        Means {
            fact: ("fact-invoice", Fact::Name(invoice.number.as_str())),
            button: ("button-view-invoice", LinkName::AccountCenter),
            steps: vec!["step-invoice"],
        }
    }
}

fn stage_dates(stage: Stage, next_attempt_on: Option<Date>, data_deleted_on: Option<Date>) -> Dates {
    Dates {
        next_attempt_on,
        service_ends_on: stage.service_ends_on(),
        service_ended_on: None,
        data_deleted_on,
    }
}

fn facts<'a>(
    notice: &'a Notice,
    means: (&'static str, Fact<'a>),
    dates: &Dates,
) -> Vec<(&'static str, Fact<'a>)> {
    let mut facts = vec![
        ("fact-account", Fact::Name(notice.account.name.as_str())),
        ("fact-subscription", Fact::Name(notice.subscription.name.as_str())),
        means,
        ("fact-amount-due", Fact::Amount),
        ("fact-due-date", Fact::Date(notice.due_date)),
    ];
    let dated = [
        ("fact-next-attempt", dates.next_attempt_on),
        ("fact-service-ends", dates.service_ends_on),
        ("fact-service-ended", dates.service_ended_on),
        // Before the service has ended, the day of the deletion stands in its sentence, not among the facts.
        ("fact-data-deleted", dates.service_ended_on.and(dates.data_deleted_on)),
    ];
    facts.extend(dated.into_iter().filter_map(|(label, date)| Some((label, Fact::Date(date?)))));
    facts
}
