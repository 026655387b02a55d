//! A relay in memory that fails as a test tells it to.

use std::sync::{Arc, Mutex};

use pastdue::Message;
use pastdue::transport::{DeliveryError, MemoryTransport, Receipt, Transport, Withheld};
use tokio::time::Instant;

type Plan = dyn Fn(&str, usize) -> Option<DeliveryError> + Send + Sync;

/// Takes mails or fails. A clone is another session with the same relay.
#[derive(Clone)]
pub(super) struct Relay {
    plan: Arc<Plan>,
    memory: MemoryTransport,
    began: Instant,
    log: Arc<Mutex<Log>>,
}

#[derive(Default)]
struct Log {
    /// The seconds from the beginning and the id, for each try.
    tries: Vec<(u64, String)>,
    n_closed: usize,
}

impl Relay {
    /// `plan` is asked with the id of each mail and with how many times it has been tried, this time included.
    pub(super) fn new(plan: impl Fn(&str, usize) -> Option<DeliveryError> + Send + Sync + 'static) -> Relay {
        let (memory, log) = (MemoryTransport::new(), Arc::default());
        Relay { plan: Arc::new(plan), memory, began: Instant::now(), log }
    }

    /// The ids of the mails that were taken, in order.
    pub(super) fn taken(&self) -> Vec<String> {
        self.memory.delivered().iter().map(|message| message.key().to_string()).collect()
    }

    /// Every try, such as `31 s: ntc_1`, in order.
    pub(super) fn tries(&self) -> Vec<String> {
        self.log.lock().unwrap().tries.iter().map(|(seconds, id)| format!("{seconds} s: {id}")).collect()
    }

    /// How many sessions have said goodbye.
    pub(super) fn n_closed(&self) -> usize {
        self.log.lock().unwrap().n_closed
    }

    fn log(&self, id: &str) -> usize {
        let tries = &mut self.log.lock().unwrap().tries;
        tries.push((self.began.elapsed().as_secs(), id.to_owned()));
        tries.iter().filter(|(_, other)| other == id).count()
    }
}

impl Transport for Relay {
    async fn deliver<H>(&mut self, message: &Message, handover: H) -> Result<Receipt, DeliveryError>
    where
        H: Future<Output = Result<(), Withheld>> + Send,
    {
        let id = message.key().to_string();
        let n_tries = self.log(&id);
        // Other sessions have their turn, as they have while a relay takes its time.
        tokio::task::yield_now().await;
        match (self.plan)(&id, n_tries) {
            Some(err) => Err(err),
            None => self.memory.deliver(message, handover).await,
        }
    }

    async fn close(&mut self) {
        self.log.lock().unwrap().n_closed += 1;
    }
}
