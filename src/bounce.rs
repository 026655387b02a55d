//! Mails that tell what became of a mail after the relay took it: delivery status notifications
//! (RFC 3464, RFC 6533).
//!
//! What is read here comes from strangers. It says nothing for certain but what a signature proves: see
//! [`Bounce::notice`].

mod part;
mod status;

use std::fmt;

use self::part::Part;
use crate::message::{Token, Verp};
use crate::notice::Address;

/// The largest mail that is read, in bytes. Our mails are some fifty thousand, and come back once.
pub const MAX_BYTES: usize = 1 << 20;

/// A delivery status notification.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bounce {
    /// The addresses that the notification itself was sent to, from its `Delivered-To`, `X-Original-To`
    /// and `To` fields, each once. What is no address is left out.
    pub sent_to: Vec<Address>,
    /// The Message-ID of the mail that came back, with its angle brackets. A mail that has several
    /// different ones has none.
    pub message_id: Option<String>,
    /// What became of the mail, for one recipient after the other, at least one. A forwarded mail may
    /// have several, and a recipient that is told of twice stands here twice. The first hundred are kept.
    pub recipients: Vec<Recipient>,
}

/// What became of a mail to one recipient (RFC 3464, section 2.3).
///
/// A field is `None` if it is missing, if it does not have its form, or if it is there twice and says two
/// things.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// The address that was delivered to or not, after all forwarding: not always ours.
    pub address: Option<Address>,
    /// What was done.
    pub action: Option<Action>,
    /// Why.
    pub status: Option<Status>,
    /// What the other side said, in a form that can be stored and shown: addresses are masked and
    /// 500 characters at most are kept, as [`Reply`](crate::transport::Reply) does it.
    pub diagnostic: Option<String>,
}

/// What was done with a mail (RFC 3464, section 2.3.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// It was not delivered and will not be.
    Failed,
    /// It was not delivered yet and is tried further.
    Delayed,
    /// It was delivered.
    Delivered,
    /// It was passed on to a system that sends no notifications.
    Relayed,
    /// It was delivered, and from there to several others.
    Expanded,
}

/// A status code such as `5.1.1` (RFC 3463).
///
/// `Display` writes it as it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Status {
    /// 2: success, 4: a failure that may pass, 5: a failure that stays.
    pub class: u8,
    /// What it is about, such as 1 for an address.
    pub subject: u16,
    /// The detail within the subject.
    pub detail: u16,
}

/// What a notification says in the end about one recipient.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// The mail failed for a reason that stays: sending to this address again is useless.
    Permanent,
    /// The mail failed or waits for a reason that may pass.
    Transient,
    /// The mail was delivered.
    Delivered,
    /// The notification does not say, or says two things.
    Unknown,
}

/// Why a notification is believed to be about a notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Proof {
    /// It went to an address that only we could make and only the mail's relays and recipient know.
    Signed,
    /// The mail that came back has the notice's Message-ID. Anybody who has seen one can write this.
    MessageId,
}

impl Bounce {
    /// Reads a mail as it lies in a mailbox; its lines may end in CRLF or LF.
    ///
    /// A `multipart/report` with a delivery status is looked for in the mail and in multiparts that
    /// filters have put around it, not in mails that are attached.
    ///
    /// # Errors
    ///
    /// What the mail is not, in words for an operator. No error holds an address or any other text of the
    /// mail.
    ///
    /// # Example
    ///
    /// ```
    /// use pastdue::bounce::{Bounce, Error, Verdict};
    ///
    /// let mail = "To: bounces@mail.example.com
    /// Content-Type: multipart/report; report-type=delivery-status; boundary=b
    ///
    /// --b
    /// Content-Type: message/delivery-status
    ///
    /// Reporting-MTA: dns; mail.example.com
    ///
    /// Final-Recipient: rfc822; anneke@example.nl
    /// Action: failed
    /// Status: 5.1.1
    ///
    /// --b--
    /// ";
    /// let bounce = Bounce::parse(mail.as_bytes())?;
    /// assert_eq!(bounce.verdicts().collect::<Vec<_>>(), [Verdict::Permanent]);
    ///
    /// let answer = Bounce::parse(b"Auto-Submitted: auto-replied\n\nI am away.");
    /// assert!(matches!(answer, Err(Error::AutoReply)));
    /// # Ok::<(), Error>(())
    /// ```
    pub fn parse(mail: &[u8]) -> Result<Bounce, Error> {
        if mail.len() > MAX_BYTES {
            return Err(Error::TooLarge);
        }
        let mail = Part::new(mail, true);
        if !mail.has_fields() {
            return Err(Error::NoMail);
        }
        let mut reports = Vec::new();
        find_reports(&mail, 0, &mut reports);
        let report = match &reports[..] {
            [report] => report,
            [] if is_auto_reply(&mail) => return Err(Error::AutoReply),
            [] => return Err(Error::OtherMail),
            _ => return Err(Error::SeveralReports),
        };
        if report.attribute("report-type").is_some_and(|kind| !kind.eq_ignore_ascii_case("delivery-status")) {
            return Err(Error::OtherReport);
        }
        let parts = report.parts();
        let mut with_status = parts.iter().filter(|part| part.is(&STATUS_TYPES));
        let status = match (with_status.next(), with_status.next()) {
            (Some(status), None) => status,
            (Some(_), Some(_)) => return Err(Error::SeveralReports),
            (None, _) if parts.last().is_none_or(|part| !part.is_closed) => return Err(Error::Truncated),
            (None, _) => return Err(Error::NoStatus),
        };
        if !status.is_closed {
            return Err(Error::Truncated);
        }
        let recipients = status::recipients(&status.decoded());
        if recipients.is_empty() {
            return Err(Error::NoRecipient);
        }
        let returned = parts.iter().find(|part| part.is(&RETURNED_TYPES));
        let message_id = returned.and_then(|part| part::message_id(&part.decoded()));
        Ok(Bounce { sent_to: mail.sent_to(), message_id, recipients })
    }

    /// The notice that the mail was about, and why this is believed.
    ///
    /// With `verp`, only a signed address among those that the notification was sent to counts. One that
    /// names a notice by its Message-ID alone gives `None`, since it could be forged: mail to the bounce
    /// mailbox can be sent by anybody, a Message-ID is seen by whoever sees the mail, and a believed
    /// forgery would stop mail to somebody who wants it. Signed addresses of two notices give `None`, too.
    ///
    /// Without `verp`, the Message-ID counts if it is one of ours at `sender_domain`, the domain of
    /// [`Sender::address`](crate::message::Sender::address).
    #[must_use]
    pub fn notice(&self, verp: Option<&Verp>, sender_domain: &str) -> Option<(Token, Proof)> {
        let Some(verp) = verp else {
            let inner = self.message_id.as_deref()?.strip_prefix('<')?.strip_suffix('>')?;
            let (token, domain) = inner.split_once('@')?;
            let is_ours = domain.eq_ignore_ascii_case(sender_domain);
            return Token::parse(token).filter(|_| is_ours).map(|token| (token, Proof::MessageId));
        };
        let mut tokens = self.sent_to.iter().filter_map(|address| verp.read(address.expose()));
        let token = tokens.next()?;
        tokens.all(|other| other == token).then_some((token, Proof::Signed))
    }

    /// What is said in the end, for one recipient after the other.
    pub fn verdicts(&self) -> impl Iterator<Item = Verdict> {
        self.recipients.iter().map(Recipient::verdict)
    }
}

impl Recipient {
    /// What is said in the end.
    ///
    /// - `failed` with 5.x is [`Permanent`](Verdict::Permanent).
    /// - `failed` with 4.x is [`Transient`](Verdict::Transient), and no contradiction: the mail was given
    ///   up, but the reason may pass (RFC 3463, section 2). So is 4.x without an action, which can only
    ///   be failed or delayed.
    /// - `delayed` is [`Transient`](Verdict::Transient) with any status, as the mail is tried further.
    /// - `delivered` and `expanded`, with 2.x or no status, are [`Delivered`](Verdict::Delivered).
    /// - All else is [`Unknown`](Verdict::Unknown): `relayed`, because nobody knows what came after, what
    ///   contradicts itself, such as `failed` with 2.x, and `failed` without a status.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        match (self.action, self.status.map(|status| status.class)) {
            (Some(Action::Failed), Some(5)) => Verdict::Permanent,
            (Some(Action::Failed) | None, Some(4)) | (Some(Action::Delayed), _) => Verdict::Transient,
            (Some(Action::Delivered | Action::Expanded), Some(2) | None) => Verdict::Delivered,
            _ => Verdict::Unknown,
        }
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.class, self.subject, self.detail)
    }
}

/// How deep a report may lie in multiparts that others have put around it.
const MAX_DEPTH: usize = 8;

const STATUS_TYPES: [(&str, &str); 2] =
    [("message", "delivery-status"), ("message", "global-delivery-status")];

const RETURNED_TYPES: [(&str, &str); 4] =
    [("message", "rfc822"), ("text", "rfc822-headers"), ("message", "global"), ("message", "global-headers")];

fn find_reports<'m>(part: &Part<'m>, depth: usize, reports: &mut Vec<Part<'m>>) {
    if part.is(&[("multipart", "report")]) {
        reports.push(part.clone());
    } else if depth < MAX_DEPTH {
        for part in part.parts() {
            find_reports(&part, depth + 1, reports);
        }
    }
}

/// Whether somebody's program answers (RFC 3834; the other two fields are older than it).
fn is_auto_reply(mail: &Part<'_>) -> bool {
    let starts_with = |name, start: &str| {
        mail.field(name).is_some_and(|value| value.to_ascii_lowercase().starts_with(start))
    };
    starts_with("Auto-Submitted", "auto-replied")
        || starts_with("Precedence", "auto_reply")
        || ["X-Autoreply", "X-Autorespond"].into_iter().any(|name| mail.field(name).is_some())
}

/// What a mail is not, or what it lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// It is larger than [`MAX_BYTES`].
    #[error("the mail is larger than 1 MiB, and no delivery status notification about our mails is")]
    TooLarge,
    /// It has no header fields.
    #[error("this is not a mail: it does not begin with header fields")]
    NoMail,
    /// A person's program answers, as in the holidays.
    #[error("the mail is an automatic reply, not a delivery status notification")]
    AutoReply,
    /// It is any other mail: a person's, spam, or one of our own.
    #[error("the mail is an ordinary one, not a delivery status notification")]
    OtherMail,
    /// It is a report, but not about a delivery.
    #[error(
        "the mail is a report of another kind, such as a complaint or a read receipt, not a delivery \
         status notification"
    )]
    OtherReport,
    /// There are several reports in it, and it could be about one or the other.
    #[error("the mail holds more than one delivery status notification")]
    SeveralReports,
    /// It ends before the delivery status does.
    #[error("the delivery status notification is cut off before it says what became of the mail")]
    Truncated,
    /// The report has no part of the type `message/delivery-status`.
    #[error("the report has no part that says what became of the mail")]
    NoStatus,
    /// The delivery status speaks of no recipient.
    #[error("the delivery status notification names no recipient")]
    NoRecipient,
}
