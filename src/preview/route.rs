//! Which request is answered with what.

use std::collections::HashMap;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, Query, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use serde_json::{Value, json};

use super::frame::{Look, Part, Scheme};
use super::guard::{Guard, secured};
use super::live::Live;
use super::pseudo::Pseudo;
use super::web::{self, Asset};
use super::{event, finding, frame, mail, wall};
use crate::sample::{self, Sample};

type Parameters = Query<HashMap<String, String>>;

/// What every answer is made from.
type App = State<Arc<Live>>;

/// A refusal: the status, and the reason in words.
pub(super) type Refusal = (StatusCode, String);

/// Everything that is answered.
pub(super) fn router(live: Arc<Live>, guard: Guard) -> Router {
    Router::new()
        .route("/", get(async || asset(&web::INDEX)))
        .route("/web/{name}", get(page_file))
        .route("/frame/{tag}/{part}", get(frame_page))
        .route("/api/wall", get(wall_data))
        .route("/api/mail", get(mail_data))
        .route("/api/findings", get(findings))
        .route("/events", get(event::events))
        .fallback(async || refuse((StatusCode::NOT_FOUND, "there is nothing here".to_owned())))
        .with_state(live)
        .layer(from_fn_with_state(guard, guarded))
}

async fn guarded(State(guard): State<Guard>, request: Request, next: Next) -> Response {
    match guard.refuse(&request) {
        Some(refusal) => refusal,
        None => secured(next.run(request).await),
    }
}

fn asset(asset: &'static Asset) -> Response {
    ([(header::CONTENT_TYPE, asset.media_type)], asset.text).into_response()
}

async fn page_file(Path(name): Path<String>) -> Response {
    web::asset(&name)
        .map_or_else(|| refuse((StatusCode::NOT_FOUND, "there is nothing here".to_owned())), asset)
}

async fn wall_data(State(live): App) -> Response {
    answer(live, |live| Ok(wall::wall(&live.now(), &live.settings))).await
}

async fn mail_data(State(live): App, Query(parameters): Parameters) -> Response {
    answer(live, move |live| {
        let (sample, pseudo) = (sample_of(&parameters)?, pseudo_of(&parameters)?);
        Ok(mail::mail(&live.now(), &live.settings, &sample, pseudo))
    })
    .await
}

async fn findings(State(live): App) -> Response {
    answer(live, |live| Ok(json!({"findings": finding::list(live.now().checked(), |_| true)}))).await
}

async fn frame_page(
    State(live): App,
    Path((tag, part)): Path<(String, String)>,
    Query(parameters): Parameters,
) -> Response {
    let images = if parameters.get("images").is_some_and(|images| images == "off") {
        "'none'"
    } else {
        "https: data:"
    };
    let policy = format!(
        "default-src 'none'; style-src 'unsafe-inline'; img-src {images}; base-uri 'none'; form-action 'none'; \
         frame-ancestors 'self'"
    );
    let made = in_background(live, move |live| {
        let sample = sample_of(&parameters)?;
        let part = Part::parse(&part).ok_or_else(|| not_found(&format!("there is no part `{part}`")))?;
        let look = look_of(&parameters)?;
        let page = frame::page(&live.now(), &sample, &tag, part, look, true);
        page.map_err(|problem| (StatusCode::UNPROCESSABLE_ENTITY, problem))
    })
    .await;
    let mut response = match made {
        Ok(page) => ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], page).into_response(),
        Err((status, problem)) => {
            (status, [(header::CONTENT_TYPE, "text/plain; charset=utf-8")], problem + "\n").into_response()
        }
    };
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    response
}

fn sample_of(parameters: &HashMap<String, String>) -> Result<Sample, Refusal> {
    let name = parameters.get("sample").map_or(sample::NAMES[0], String::as_str);
    sample::named(name).ok_or_else(|| not_found(&format!("there is no sample `{name}`")))
}

fn pseudo_of(parameters: &HashMap<String, String>) -> Result<Option<Pseudo>, Refusal> {
    match parameters.get("pseudo").map(String::as_str) {
        None | Some("") => Ok(None),
        Some(word) => match Pseudo::parse(word) {
            Some(pseudo) => Ok(Some(pseudo)),
            None => Err(not_found(&format!("there is no pseudolocale `{word}`"))),
        },
    }
}

fn look_of(parameters: &HashMap<String, String>) -> Result<Look, Refusal> {
    let scheme = match parameters.get("colors").map(String::as_str) {
        Some("light") => Some(Scheme::Light),
        Some("dark") => Some(Scheme::Dark),
        _ => None,
    };
    let is_stripped = parameters.get("style").is_some_and(|style| style == "off");
    Ok(Look { pseudo: pseudo_of(parameters)?, is_stripped, scheme })
}

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

async fn in_background<T: Send + 'static>(
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
