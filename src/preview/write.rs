//! Requests that change something.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Value, json};

use super::answer::{data, in_background, not_found, refuse};
use super::edit::{self, Edit};
use super::live::Live;
use crate::chain::chain;
use crate::locale::Locale;
use crate::message::Message;
use crate::notice::{Address, NoticeKey};
use crate::sample;

/// What every answer is made from.
type App = State<Arc<Live>>;

pub(super) async fn check(State(live): App, body: Bytes) -> Response {
    edited(live, body, |live, body| edit::check(live, &edit_of(body)?)).await
}

pub(super) async fn save(State(live): App, body: Bytes) -> Response {
    edited(live, body, |live, body| edit::save(live, &edit_of(body)?, text(body, "hash")?)).await
}

pub(super) async fn accept(State(live): App, body: Bytes) -> Response {
    edited(live, body, |live, body| edit::accept(live, text(body, "locale")?, text(body, "id")?)).await
}

/// Sends a sample, if that is allowed.
pub(super) async fn send(State(live): App, body: Bytes) -> Response {
    let Some(send) = &live.settings.send else {
        return refuse(not_found("nothing is sent: the preview was started without `--allow-send`"));
    };
    let composed = in_background(Arc::clone(&live), move |live| {
        let bad = |what: String| (StatusCode::UNPROCESSABLE_ENTITY, what);
        compose(live, &body).map_err(bad)
    });
    let message = match composed.await {
        Ok(message) => message,
        Err(refusal) => return refuse(refusal),
    };
    match send(message).await {
        Ok(reply) => data(StatusCode::OK, &json!({"reply": reply})),
        Err(problem) => refuse((StatusCode::BAD_GATEWAY, problem)),
    }
}

fn compose(live: &Live, body: &[u8]) -> Result<Message, String> {
    let body: Value = serde_json::from_slice(body).map_err(|_| "expected JSON".to_owned())?;
    let field = |name: &str| body[name].as_str().ok_or_else(|| format!("expected `{name}` as a text"));
    let name = field("sample")?;
    let mut notice = sample::named(name).ok_or_else(|| format!("there is no sample `{name}`"))?.notice;
    let address = Address::new(field("to")?).map_err(|expected| format!("`to`: expected {expected}"))?;
    notice.account.administrator.email = address;
    let now = (live.settings.clock)();
    // A relay or a mailbox may drop a mail with an id that it has seen.
    notice.key = NoticeKey::new(&format!("preview:{name}:{}", now.as_millisecond()))?;
    let locale: Locale = field("locale")?.parse().map_err(|err| chain(&err))?;
    let snapshot = live.now();
    let content = snapshot.view(None)?.plain.render(&notice, &locale).map_err(|err| chain(&err))?;
    Message::compose(&notice, &content, &live.settings.sender, now).map_err(|err| chain(&err))
}

async fn edited(
    live: Arc<Live>,
    body: Bytes,
    work: impl FnOnce(&Live, &Value) -> Result<Value, edit::Refusal> + Send + 'static,
) -> Response {
    let done = in_background(live, move |live| {
        let parsed = serde_json::from_slice(&body);
        let body: Value = parsed.map_err(|_| (StatusCode::BAD_REQUEST, "expected JSON".to_owned()))?;
        Ok(work(live, &body))
    });
    match done.await {
        Ok(Ok(value)) => data(StatusCode::OK, &value),
        Ok(Err((status, value))) => data(status, &value),
        Err(refusal) => refuse(refusal),
    }
}

fn edit_of(body: &Value) -> Result<Edit<'_>, edit::Refusal> {
    Ok(Edit {
        tag: text(body, "locale")?,
        id: text(body, "id")?,
        pattern: text(body, "pattern")?,
        sample: body["sample"].as_str(),
    })
}

fn text<'b>(body: &'b Value, name: &str) -> Result<&'b str, edit::Refusal> {
    let missing = || json!({"error": format!("expected `{name}` as a text")});
    body[name].as_str().ok_or_else(|| (StatusCode::BAD_REQUEST, missing()))
}
