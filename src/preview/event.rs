//! Pages are told of changes as they happen.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::stream::{Stream, unfold};
use serde_json::json;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;

use super::live::{Change, Live};

/// One event at once, with the version that there is, and one for each change.
pub(super) async fn events(
    State(live): State<Arc<Live>>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let changes = live.changes();
    let begin = Some(Change { version: live.now().version, locales: Vec::new() });
    let stream = unfold((live, changes, begin), async |(live, mut changes, begin)| {
        let change = match begin {
            Some(change) => change,
            None => next(&live, &mut changes).await?,
        };
        let data = json!({"version": change.version, "locales": change.locales}).to_string();
        Some((Ok(Event::default().event("change").data(data)), (live, changes, None)))
    });
    Sse::new(stream).keep_alive(KeepAlive::default())
}

async fn next(live: &Live, changes: &mut Receiver<Change>) -> Option<Change> {
    match changes.recv().await {
        Ok(change) => Some(change),
        Err(RecvError::Closed) => None,
        // Too many to tell one by one: everything may have changed.
        Err(RecvError::Lagged(_)) => {
            let now = live.now();
            let locales = now.tags().into_iter().map(str::to_owned).collect();
            Some(Change { version: now.version, locales })
        }
    }
}
