//! The facts: what an account administrator must be told, parsed once and valid ever after.

mod character;
mod name;
mod address;
mod money;
mod field;
mod row;
mod json;
mod line;
mod csv;
mod read;
mod write;

use std::fmt;

use jiff::civil::Date;

pub use self::address::Address;
pub use self::field::FieldError;
pub use self::money::{Currency, Money};
pub use self::name::Name;
pub use self::read::{Format, Reader, Row};

/// What the account administrator must be told, and nothing about how.
///
/// A value of this type always holds everything that its mail needs.
/// It is made by [`Notice::from_json`] or by a [`Reader`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The idempotency key: one key is mailed once.
    pub key: NoticeKey,
    /// What has happened, with the facts that only this case has.
    pub reason: Reason,
    /// The account that owes the money.
    pub account: Account,
    /// The subscription that the money is owed for.
    pub subscription: Subscription,
    /// How much is owed.
    pub amount_due: Money,
    /// The day on which the payment was due.
    pub due_date: Date,
}

impl Notice {
    /// Parses one row of input, a JSON object.
    ///
    /// # Errors
    ///
    /// The first field that is missing, unknown or wrong, and what is expected there.
    ///
    /// # Example
    ///
    /// ```
    /// use pastdue::{Kind, Notice};
    ///
    /// let notice = Notice::from_json(br#"{
    ///     "id": "ntc_1", "kind": "invoice-overdue",
    ///     "account": {"id": "acc_1", "name": "De Vries B.V.",
    ///                 "administrator": {"email": "anneke@example.nl", "locales": ["nl-BE"]}},
    ///     "subscription": {"id": "sub_1", "name": "Production"},
    ///     "amount_due": {"value": "1234.50", "currency": "EUR"}, "due_date": "2026-11-01",
    ///     "payment": {"method": "invoice", "invoice_number": "INV-7"}
    /// }"#)?;
    /// assert_eq!(notice.kind(), Kind::InvoiceOverdue);
    /// # Ok::<(), pastdue::notice::FieldError>(())
    /// ```
    pub fn from_json(row: &[u8]) -> Result<Notice, FieldError> {
        json::parse(row)
    }

    /// Writes the notice as one row of input, a JSON object on one line.
    ///
    /// Equal notices give equal rows, whatever the order, spacing and format of the rows that they were parsed from.
    #[must_use]
    pub fn to_json(&self) -> String {
        write::to_json(self)
    }

    /// Which of the three mails this notice is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self.reason {
            Reason::PaymentFailed { .. } => Kind::PaymentFailed,
            Reason::InvoiceOverdue { .. } => Kind::InvoiceOverdue,
            Reason::ServiceCanceled { .. } => Kind::ServiceCanceled,
        }
    }

    /// How far the reminding has come; a canceled service has no stage.
    #[must_use]
    pub fn stage(&self) -> Option<Stage> {
        match self.reason {
            Reason::PaymentFailed { stage, .. } | Reason::InvoiceOverdue { stage, .. } => Some(stage),
            Reason::ServiceCanceled { .. } => None,
        }
    }
}

/// The idempotency key of a notice: 1 to 128 of `A-Z a-z 0-9 . _ : / -`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NoticeKey(Box<str>);

impl NoticeKey {
    const EXPECTED: &str = "1 to 128 characters of `A-Z a-z 0-9 . _ : / -`";

    /// Checks and wraps `key`.
    ///
    /// # Errors
    ///
    /// What a key must look like, if `key` is empty, too long or has another character.
    pub fn new(key: &str) -> Result<NoticeKey, &'static str> {
        let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"._:/-".contains(&byte);
        if (1..=128).contains(&key.len()) && key.bytes().all(is_allowed) {
            Ok(NoticeKey(key.into()))
        } else {
            Err(NoticeKey::EXPECTED)
        }
    }

    /// The key as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for NoticeKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What has happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// The card could not be charged.
    PaymentFailed {
        /// How far the reminding has come.
        stage: Stage,
        /// The card and how it failed.
        card: Card,
    },
    /// The invoice has not been paid.
    InvoiceOverdue {
        /// How far the reminding has come.
        stage: Stage,
        /// The invoice.
        invoice: Invoice,
    },
    /// Nothing was paid, and the service has ended.
    ServiceCanceled {
        /// How the payment should have been made.
        payment: Payment,
        /// The day on which the service ended; the data is deleted a fixed time after it.
        service_ended_on: Date,
    },
}

/// Which of the three mails a notice is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// `payment-failed`.
    PaymentFailed,
    /// `invoice-overdue`.
    InvoiceOverdue,
    /// `service-canceled`.
    ServiceCanceled,
}

impl Kind {
    /// All kinds, in the order of their severity.
    pub const ALL: [Kind; 3] = [Kind::PaymentFailed, Kind::InvoiceOverdue, Kind::ServiceCanceled];

    /// The name in rows, folders and reports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::PaymentFailed => "payment-failed",
            Kind::InvoiceOverdue => "invoice-overdue",
            Kind::ServiceCanceled => "service-canceled",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// How far the reminding has come, with the day on which the service ends if nothing is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The first notice.
    First {
        /// When the service is canceled, if that is known already.
        service_ends_on: Option<Date>,
    },
    /// A reminder.
    Reminder {
        /// When the service is canceled, if that is known already.
        service_ends_on: Option<Date>,
    },
    /// The last notice before the service is canceled.
    Final {
        /// When the service is canceled.
        service_ends_on: Date,
    },
}

impl Stage {
    /// The name in rows and reports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Stage::First { .. } => "first",
            Stage::Reminder { .. } => "reminder",
            Stage::Final { .. } => "final",
        }
    }

    /// When the service is canceled if nothing is paid, where that is known.
    #[must_use]
    pub fn service_ends_on(self) -> Option<Date> {
        match self {
            Stage::First { service_ends_on } | Stage::Reminder { service_ends_on } => service_ends_on,
            Stage::Final { service_ends_on } => Some(service_ends_on),
        }
    }
}

/// The account that owes the money.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// The account's id in the caller's system.
    pub id: String,
    /// The account's name, as the administrator knows it.
    pub name: Name,
    /// The market, an ISO 3166-1 alpha-2 code: it chooses link targets and nothing else.
    pub market: Option<Market>,
    /// The person who gets the mail.
    pub administrator: Administrator,
}

/// A country or region, as its ISO 3166-1 alpha-2 code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Market([u8; 2]);

impl Market {
    const EXPECTED: &str = "two capital letters of ISO 3166-1, such as `NL`";

    /// Looks up a code such as `NL`.
    ///
    /// # Errors
    ///
    /// What is expected, if ISO 3166-1 does not have the code (`UK` is `GB` there).
    pub fn new(code: &str) -> Result<Market, &'static str> {
        // ISO 3166-1 leaves `XK` to its users, and they agree on Kosovo.
        let is_known = code == "XK" || code.parse::<iso_currency::Country>().is_ok();
        match code.as_bytes() {
            [first, second] if is_known => Ok(Market([*first, *second])),
            _ => Err(Market::EXPECTED),
        }
    }

    /// The code as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

/// The account administrator: the only recipient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Administrator {
    /// The name for the greeting, if one is known.
    pub name: Option<Name>,
    /// The profile address.
    pub email: Address,
    /// BCP 47 tags in order of preference; may be empty.
    pub locales: Vec<String>,
    /// An IANA time zone name.
    pub time_zone: Option<String>,
}

/// The subscription that the money is owed for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subscription {
    /// The subscription's id in the caller's system.
    pub id: String,
    /// The subscription's name, as the administrator knows it.
    pub name: Name,
}

/// How a payment is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Payment {
    /// By a card that is charged.
    Card(Card),
    /// By an invoice that is paid.
    Invoice(Invoice),
}

/// The card that could not be charged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The brand, such as `Visa`.
    pub brand: Name,
    /// The last four digits.
    pub last4: String,
    /// How it failed.
    pub failure: Failure,
    /// When the charge is tried again, if it is.
    pub next_attempt_on: Option<Date>,
}

/// How a charge failed: three different sentences in a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Failure {
    /// The bank declined the charge.
    Declined,
    /// The card has expired.
    Expired,
    /// Nobody said why.
    Unknown,
}

impl Failure {
    /// The name in rows.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Failure::Declined => "declined",
            Failure::Expired => "expired",
            Failure::Unknown => "unknown",
        }
    }
}

/// The invoice that has not been paid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invoice {
    /// The number printed on it.
    pub number: Name,
}
