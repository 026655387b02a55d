//! The mail: its envelope and its exact bytes, a pure function of what it is made from.

mod token;
mod verp;
mod field;
mod body;
mod dkim;

use std::collections::BTreeMap;
use std::fmt;
use std::time::{Duration, SystemTime};

use jiff::Timestamp;
use lettre::message::header::{self, Headers};

pub use self::dkim::{DkimError, DkimKey};
pub use self::token::Token;
pub use self::verp::Verp;
use crate::locale::Locale;
use crate::notice::{Address, Name, Notice, NoticeKey};
use crate::template::Content;

/// One mail to one recipient: the envelope and the exact bytes.
#[derive(Clone, PartialEq, Eq)]
pub struct Message {
    key: NoticeKey,
    envelope: Envelope,
    id: String,
    bytes: Vec<u8>,
}

/// Who sends and who receives, as the relay is told (RFC 5321, section 2.3.1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    /// The reverse-path: where delivery status notifications go.
    pub sender: Address,
    /// The one recipient.
    pub recipient: Address,
}

/// Who a mail comes from.
#[derive(Debug)]
pub struct Sender {
    /// The address in `From`, and in the envelope if `bounces` is not set.
    pub address: Address,
    /// Where answers go, if elsewhere.
    pub reply_to: Option<Address>,
    /// The display name.
    pub name: String,
    /// Display names that take its place in one locale.
    pub names: BTreeMap<String, String>,
    /// Whose notices these are, for `Feedback-ID`: a few ASCII letters, digits and hyphens.
    pub tenant: String,
    /// Signs every mail, if set.
    pub dkim: Option<DkimKey>,
    /// Gives each mail a signed sender of its own in its envelope, if set.
    pub bounces: Option<Verp>,
}

impl Sender {
    fn name(&self, locale: &Locale) -> &str {
        self.names.get(locale.as_str()).unwrap_or(&self.name)
    }
}

impl Message {
    /// Composes the mail that carries `content` to the administrator of `notice`.
    ///
    /// The same arguments give the same bytes: Message-ID and MIME boundary follow from the notice's key.
    ///
    /// # Errors
    ///
    /// If the date is before 1970, or the mail cannot be signed.
    pub fn compose(
        notice: &Notice,
        content: &Content,
        sender: &Sender,
        date: Timestamp,
    ) -> Result<Message, Error> {
        let administrator = &notice.account.administrator;
        let message_id = message_id(&notice.key, sender);
        let mut headers = Headers::with_capacity(16);
        headers.set(header::Date::new(system_time(date)?));
        headers.insert_raw(field::mailbox("From", Some(sender.name(&content.locale)), &sender.address));
        let to_name = administrator.name.as_ref().map(Name::as_str);
        headers.insert_raw(field::mailbox("To", to_name, &administrator.email));
        if let Some(reply_to) = &sender.reply_to {
            headers.insert_raw(field::mailbox("Reply-To", None, reply_to));
        }
        headers.insert_raw(field::text("Subject", &content.subject));
        for (name, value) in [
            ("Message-ID", message_id.as_str()),
            // All notices about one debt hang on one id that no mail has, so that clients show them as one thread.
            ("References", &thread_id(notice, sender)),
            ("Content-Language", content.locale.as_str()),
            ("Auto-Submitted", "auto-generated"),
            ("X-Auto-Response-Suppress", "OOF, AutoReply"),
            ("Feedback-ID", &feedback_id(notice, content, sender)),
        ] {
            headers.insert_raw(field::token(name, value));
        }
        headers.set(header::MIME_VERSION_1_0);
        let boundary = format!("=_{}", Token::of_parts(&[b"boundary", notice.key.as_str().as_bytes()]));
        let mut bytes = headers.to_string().into_bytes();
        body::alternative(&boundary, &content.text, &content.html, &mut bytes);
        if let Some(key) = &sender.dkim {
            bytes = key.sign(&bytes, date)?;
        }
        let reverse_path = match &sender.bounces {
            Some(verp) => verp.sender_of(Token::of(&notice.key)),
            None => sender.address.clone(),
        };
        let envelope = Envelope { sender: reverse_path, recipient: administrator.email.clone() };
        Ok(Message { key: notice.key.clone(), envelope, id: message_id, bytes })
    }

    /// Wraps a mail that was composed before or elsewhere.
    #[must_use]
    pub fn from_parts(key: NoticeKey, envelope: Envelope, message_id: String, bytes: Vec<u8>) -> Message {
        Message { key, envelope, id: message_id, bytes }
    }

    /// The key of the notice that this mail carries.
    #[must_use]
    pub fn key(&self) -> &NoticeKey {
        &self.key
    }

    /// The envelope.
    #[must_use]
    pub fn envelope(&self) -> &Envelope {
        &self.envelope
    }

    /// The Message-ID with its angle brackets.
    #[must_use]
    pub fn message_id(&self) -> &str {
        &self.id
    }

    /// The exact bytes: headers and body, lines ended by CRLF, the last one too.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }
}

impl fmt::Debug for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The bytes hold the address.
        f.debug_struct("Message")
            .field("key", &self.key)
            .field("envelope", &self.envelope)
            .field("message_id", &self.id)
            .field("n_bytes", &self.bytes.len())
            .finish_non_exhaustive()
    }
}

/// One id for one key at one sender, whatever the key holds: a retry carries the same one.
fn message_id(key: &NoticeKey, sender: &Sender) -> String {
    format!("<{}@{}>", Token::of(key), sender.address.domain())
}

fn thread_id(notice: &Notice, sender: &Sender) -> String {
    let due_date = notice.due_date.to_string();
    let debt =
        [b"debt", notice.account.id.as_bytes(), notice.subscription.id.as_bytes(), due_date.as_bytes()];
    format!("<debt.{}@{}>", Token::of_parts(&debt), sender.address.domain())
}

/// What mailbox providers group complaints by, from the narrow to the wide; nothing in it is about one person.
fn feedback_id(notice: &Notice, content: &Content, sender: &Sender) -> String {
    let stage = notice.stage().map_or("canceled", |stage| stage.as_str());
    // A provider takes a last part of 5 to 15 characters.
    let domain: String = sender.address.domain().chars().take(15).collect();
    let tidy =
        |part: &str| part.replace(|char: char| !char.is_ascii_alphanumeric() && !".-_".contains(char), "-");
    let domain = tidy(domain.trim_end_matches(['.', '-']));
    format!("{stage}:{}:{}:{domain}", content.locale, tidy(&sender.tenant))
}

fn system_time(date: Timestamp) -> Result<SystemTime, Error> {
    let seconds = u64::try_from(date.as_second()).map_err(|_| Error::Date)?;
    Ok(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds))
}

/// Why a mail cannot be composed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The date is before 1970.
    #[error("a mail cannot be dated before 1970")]
    Date,
    /// The mail cannot be signed.
    #[error("the mail cannot be signed")]
    Dkim(#[from] DkimError),
}
