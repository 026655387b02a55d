//! The three transports, and the promise of `DeliveryError`: only the dot leaves doubt.

pub(crate) mod relay;
pub(crate) mod certificate;
mod conformance;
mod maildir;
mod settings;
mod outcome;
mod reply;
mod session;
mod handover;
mod tls;
mod auth;
mod extension;
#[cfg(unix)]
mod sink;

use std::sync::atomic::{AtomicUsize, Ordering};

use pastdue::message::Envelope;
use pastdue::notice::NoticeKey;
use pastdue::transport::{DeliveryError, Receipt, Transport};
use pastdue::{Address, Message};

/// A mail whose body is `body`, of which the key tells it apart.
pub(crate) fn message_with(key: &str, recipient: &str, body: &str) -> Message {
    let envelope = Envelope {
        sender: Address::new("billing@example.com").unwrap(),
        recipient: Address::new(recipient).unwrap(),
    };
    let bytes = format!("Message-ID: <{key}@example.com>\r\n\r\n{body}").into_bytes();
    Message::from_parts(NoticeKey::new(key).unwrap(), envelope, format!("<{key}@example.com>"), bytes)
}

fn message(key: &str) -> Message {
    message_with(key, "anneke@example.nl", "Hello\r\n")
}

/// Delivers, and counts how often the handover was awaited.
async fn deliver<T: Transport>(
    transport: &mut T,
    message: &Message,
) -> (Result<Receipt, DeliveryError>, usize) {
    let n_handovers = AtomicUsize::new(0);
    let handover = async {
        n_handovers.fetch_add(1, Ordering::Relaxed);
        Ok(())
    };
    let result = transport.deliver(message, handover).await;
    (result, n_handovers.into_inner())
}
