//! Mails kept in memory, or merely counted.

use std::sync::{Arc, Mutex, MutexGuard};

use crate::message::Message;
use crate::transport::{DeliveryError, Phase, Receipt, Transport, Withheld};

/// Keeps delivered mails in memory: for tests, and for a run that must send nothing.
///
/// A clone is a second handle on the same mails.
///
/// # Example
///
/// ```
/// use pastdue::notice::NoticeKey;
/// use pastdue::transport::{MemoryTransport, Transport};
/// use pastdue::{Address, Message, message::Envelope};
///
/// # tokio::runtime::Builder::new_current_thread().build()?.block_on(async {
/// let transport = MemoryTransport::new();
/// let (sender, recipient) = (Address::new("billing@example.com")?, Address::new("anneke@example.nl")?);
/// let envelope = Envelope { sender, recipient };
/// let message = Message::from_parts(NoticeKey::new("ntc_1")?, envelope, "<1@example.com>".into(), b"Hi\r\n".into());
/// let receipt = transport.clone().deliver(&message, async { Ok(()) }).await?;
/// assert_eq!(transport.delivered(), [message]);
/// # Ok::<(), Box<dyn std::error::Error>>(()) })?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct MemoryTransport {
    state: Arc<Mutex<State>>,
}

#[derive(Debug)]
struct State {
    n_delivered: usize,
    /// `None` where mails are counted and forgotten.
    messages: Option<Vec<Message>>,
}

impl MemoryTransport {
    /// Keeps every mail.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "two ways to make one: neither is the default")]
    pub fn new() -> MemoryTransport {
        MemoryTransport::with(Some(Vec::new()))
    }

    /// Counts mails and forgets them, so that a million take no memory.
    #[must_use]
    pub fn discarding() -> MemoryTransport {
        MemoryTransport::with(None)
    }

    /// The mails delivered so far, in order; empty if they are discarded.
    #[must_use]
    pub fn delivered(&self) -> Vec<Message> {
        self.state().messages.clone().unwrap_or_default()
    }

    /// How many mails were delivered so far.
    #[must_use]
    pub fn n_delivered(&self) -> usize {
        self.state().n_delivered
    }

    fn with(messages: Option<Vec<Message>>) -> MemoryTransport {
        MemoryTransport { state: Arc::new(Mutex::new(State { n_delivered: 0, messages })) }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("nothing panics while it holds the lock")
    }
}

impl Transport for MemoryTransport {
    async fn deliver<H>(&mut self, message: &Message, handover: H) -> Result<Receipt, DeliveryError>
    where
        H: Future<Output = Result<(), Withheld>> + Send,
    {
        handover.await.map_err(|Withheld| DeliveryError::withheld(Phase::Store))?;
        let mut state = self.state();
        state.n_delivered += 1;
        let Some(messages) = &mut state.messages else {
            return Ok(Receipt { text: "discarded".to_owned() });
        };
        messages.push(message.clone());
        Ok(Receipt { text: "kept in memory".to_owned() })
    }

    async fn close(&mut self) {}
}
