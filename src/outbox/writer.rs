//! The one task that stores moves: it gathers those of all sessions, and they share one commit.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;

use crate::outbox::{Error, Move, Outbox, Worker};

/// How many moves wait at most for one commit.
const MAX_GROUP: usize = 512;
/// How long a store that has gone away is asked again, at growing distances: some 30 seconds in all.
const PAUSES: [Duration; 7] = [
    Duration::from_millis(100),
    Duration::from_millis(400),
    Duration::from_secs(1),
    Duration::from_secs(3),
    Duration::from_secs(5),
    Duration::from_secs(10),
    Duration::from_secs(10),
];

/// Stores the moves of all sessions of a worker. Clones are one.
#[derive(Clone)]
pub struct Writer {
    requests: mpsc::Sender<Request>,
}

/// What became of a move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Applied {
    /// It is on disk.
    Made,
    /// The notice is no longer ours: the lease has lapsed, or it was withdrawn.
    Lost,
    /// The store failed, and the worker ends.
    Failed,
}

struct Request {
    step: Move,
    told: Told,
}

/// Is told what became of a move; once, whatever happens.
struct Told(Option<Box<dyn FnOnce(Applied) + Send>>);

impl Told {
    fn tell(mut self, applied: Applied) {
        if let Some(told) = self.0.take() {
            told(applied);
        }
    }
}

impl Drop for Told {
    fn drop(&mut self) {
        if let Some(told) = self.0.take() {
            told(Applied::Failed);
        }
    }
}

impl Writer {
    /// Starts the task. It ends when every clone of the writer is gone, with the error that stopped it, if one did.
    #[must_use]
    pub fn start(
        outbox: Arc<dyn Outbox>,
        worker: Worker,
        on_failure: impl FnOnce() + Send + 'static,
    ) -> (Writer, JoinHandle<Result<(), Error>>) {
        let (requests, received) = mpsc::channel(MAX_GROUP);
        let task = tokio::spawn(run(outbox, worker, received, on_failure));
        (Writer { requests }, task)
    }

    /// Stores a move, and returns once it is on disk or cannot be.
    pub async fn apply(&self, step: Move) -> Applied {
        let (applied, answer) = oneshot::channel();
        // Whoever no longer waits for the answer has been ended.
        self.submit(step, |made| {
            let _ = applied.send(made);
        })
        .await;
        answer.await.unwrap_or(Applied::Failed)
    }

    /// Hands a move over to be stored, and returns before it is. `told` hears what became of it, exactly once.
    pub async fn submit(&self, step: Move, told: impl FnOnce(Applied) + Send + 'static) {
        // What cannot be sent is dropped, and so told that it failed.
        let _ = self.requests.send(Request { step, told: Told(Some(Box::new(told))) }).await;
    }
}

async fn run(
    outbox: Arc<dyn Outbox>,
    worker: Worker,
    mut received: mpsc::Receiver<Request>,
    on_failure: impl FnOnce(),
) -> Result<(), Error> {
    let mut group = Vec::with_capacity(MAX_GROUP);
    while received.recv_many(&mut group, MAX_GROUP).await > 0 {
        let (moves, answers): (Vec<Move>, Vec<_>) =
            group.drain(..).map(|request| (request.step, request.told)).unzip();
        match apply(outbox.as_ref(), worker, &moves).await {
            Ok(made) => {
                for (told, made) in answers.into_iter().zip(made) {
                    told.tell(if made { Applied::Made } else { Applied::Lost });
                }
            }
            Err(err) => {
                // Every answer that is dropped says that the store failed, those to come included.
                on_failure();
                return Err(err);
            }
        }
    }
    Ok(())
}

/// Makes the moves, and asks again for a while if the store has gone away.
async fn apply(outbox: &dyn Outbox, worker: Worker, moves: &[Move]) -> Result<Vec<bool>, Error> {
    let mut pauses = PAUSES.iter();
    loop {
        match outbox.apply(worker, moves).await {
            Err(err) if err.is_transient() => {
                let Some(pause) = pauses.next() else { return Err(err) };
                tracing::warn!("{err}, trying again: {}", source(&err));
                tokio::time::sleep(*pause).await;
            }
            result => return result,
        }
    }
}

fn source(err: &Error) -> String {
    std::error::Error::source(err).map(ToString::to_string).unwrap_or_default()
}
