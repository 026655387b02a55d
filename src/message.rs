//! The mail: its envelope and its exact bytes.

use crate::notice::{Address, NoticeKey};

/// One mail to one recipient: the envelope and the exact bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    key: NoticeKey,
    envelope: Envelope,
    message_id: String,
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

impl Message {
    /// Wraps a mail that was composed before or elsewhere.
    #[must_use]
    pub fn from_parts(key: NoticeKey, envelope: Envelope, message_id: String, bytes: Vec<u8>) -> Message {
        Message { key, envelope, message_id, bytes }
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
        &self.message_id
    }

    /// The exact bytes: headers and body, lines ended by CRLF, the last one too.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }
}
