//! Answers in JSON, and refusals.

use std::sync::Arc;

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use serde_json::{Value, json};

use super::live::Live;

/// A refusal: the status, and the reason in words.
pub(super) type Refusal = (StatusCode, String);

pub(super) fn not_found(what: &str) -> Refusal {
    (StatusCode::NOT_FOUND, what.to_owned())
}

/// Answers with what `work` gives, as JSON. It may take a while, so other requests do not wait for it.
pub(super) async fn answer(
    live: Arc<Live>,
    work: impl FnOnce(&Live) -> Result<Value, Refusal> + Send + 'static,
) -> Response {
    match in_background(live, work).await {
        Ok(value) => data(StatusCode::OK, &value),
        Err(refusal) => refuse(refusal),
    }
}

/// Does `work` beside the requests that are answered at once.
pub(super) async fn in_background<T: Send + 'static>(
    live: Arc<Live>,
    work: impl FnOnce(&Live) -> Result<T, Refusal> + Send + 'static,
) -> Result<T, Refusal> {
    let failed = |_| (StatusCode::INTERNAL_SERVER_ERROR, "the answer could not be made".to_owned());
    tokio::task::spawn_blocking(move || work(&live)).await.map_err(failed)?
}

pub(super) fn refuse((status, problem): Refusal) -> Response {
    data(status, &json!({"error": problem}))
}

pub(super) fn data(status: StatusCode, value: &Value) -> Response {
    (status, [(header::CONTENT_TYPE, "application/json")], value.to_string()).into_response()
}
