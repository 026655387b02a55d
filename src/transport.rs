//! How a mail leaves: one trait, and what can be told of a delivery afterwards.

mod reply;
mod memory;
mod maildir;
#[cfg(feature = "smtp")]
mod smtp;

use std::fmt;
use std::future::Future;

use crate::message::Message;

pub use self::maildir::MaildirTransport;
pub use self::memory::MemoryTransport;
pub use self::reply::Reply;
#[cfg(feature = "smtp")]
pub use self::smtp::{Credentials, HelloName, Secret, SmtpSettings, SmtpTransport, Timeouts, Tls};

/// Delivers mails, one at a time. A value of it owns at most one session and is used by one task.
pub trait Transport: Send {
    /// Delivers `message`.
    ///
    /// `handover` is awaited once, at the last moment at which the mail can still be held back:
    /// a relay has asked for the body and not a byte of it has been written.
    /// If it yields [`Withheld`], nothing is sent.
    /// It is not awaited at all if the delivery fails before that moment.
    ///
    /// A delivery whose future is dropped half-way closes its session, so that no later mail can be
    /// answered by a reply that belongs to this one.
    ///
    /// # Errors
    ///
    /// A [`DeliveryError`], whose [`kind`](DeliveryError::kind) says what may be done about it.
    fn deliver<H>(
        &mut self,
        message: &Message,
        handover: H,
    ) -> impl Future<Output = Result<Receipt, DeliveryError>> + Send
    where
        H: Future<Output = Result<(), Withheld>> + Send;

    /// Says goodbye, if a session is open. The transport can be used again afterwards.
    fn close(&mut self) -> impl Future<Output = ()> + Send;
}

/// The caller has taken the mail back before it was handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Withheld;

/// What the receiving side said when it took a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The reply's text, such as a relay's queue id, or where in a Maildir the mail lies.
    pub text: String,
}

/// How a delivery failed, and so what may be done about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FailureKind {
    /// The relay or our own settings are at fault: pause sending, blame no notice.
    Relay,
    /// The relay surely did not take this mail: try again later.
    Transient,
    /// The relay refused this mail: trying again is useless.
    Permanent,
    /// The line died after the final dot was written: the mail may or may not have arrived.
    InDoubt,
    /// The caller took the mail back at the handover.
    Withheld,
}

/// The step of a delivery that failed (RFC 5321, section 4.1.4 gives their order).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Phase {
    /// Resolving the name, opening the connection.
    Connect,
    /// The relay's first line.
    Greeting,
    /// EHLO.
    Ehlo,
    /// STARTTLS and the TLS handshake with its certificate.
    Tls,
    /// AUTH.
    Auth,
    /// MAIL FROM.
    MailFrom,
    /// RCPT TO.
    RcptTo,
    /// DATA, until the relay asks for the body.
    Data,
    /// The body, before the final dot.
    Body,
    /// The final dot and the reply to it.
    Dot,
    /// Writing a file.
    Store,
}

impl Phase {
    /// The step in words, as it stands in errors: "while …".
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Phase::Connect => "connecting",
            Phase::Greeting => "waiting for the greeting",
            Phase::Ehlo => "sending EHLO",
            Phase::Tls => "starting TLS",
            Phase::Auth => "authenticating",
            Phase::MailFrom => "naming the sender",
            Phase::RcptTo => "naming the recipient",
            Phase::Data => "asking to send the body",
            Phase::Body => "sending the body",
            Phase::Dot => "waiting for the reply to the final dot",
            Phase::Store => "writing the file",
        }
    }
}

/// A delivery that failed.
#[derive(Debug)]
pub struct DeliveryError {
    kind: FailureKind,
    phase: Phase,
    reply: Option<Reply>,
    problem: String,
}

impl DeliveryError {
    /// Makes an error; a transport of your own needs it.
    #[must_use]
    pub fn new(kind: FailureKind, phase: Phase, problem: impl Into<String>) -> DeliveryError {
        DeliveryError { kind, phase, reply: None, problem: problem.into() }
    }

    /// The caller withheld the mail at the handover, in the step `phase`.
    #[must_use]
    pub(crate) fn withheld(phase: Phase) -> DeliveryError {
        DeliveryError::new(FailureKind::Withheld, phase, "the mail was taken back")
    }

    /// Adds what the relay answered.
    #[must_use]
    pub fn with_reply(mut self, reply: Reply) -> DeliveryError {
        self.reply = Some(reply);
        self
    }

    /// What may be done about it.
    #[must_use]
    pub fn kind(&self) -> FailureKind {
        self.kind
    }

    /// The step that failed.
    #[must_use]
    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// What the relay answered, if it did.
    #[must_use]
    pub fn reply(&self) -> Option<&Reply> {
        self.reply.as_ref()
    }
}

impl fmt::Display for DeliveryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} while {}", self.problem, self.phase.as_str())?;
        match &self.reply {
            Some(reply) => write!(f, ": the relay answered `{} {}`", reply.code, reply.text),
            None => Ok(()),
        }
    }
}

impl std::error::Error for DeliveryError {}
