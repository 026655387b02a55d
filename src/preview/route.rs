//! Which request is answered with what.

use std::collections::HashMap;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, Query, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use serde_json::json;

use super::answer::{Refusal, answer, in_background, not_found, refuse};
use super::frame::{Look, Part, Scheme};
use super::guard::{Guard, secured};
use super::live::Live;
use super::pseudo::Pseudo;
use super::web::{self, Asset};
use super::{event, finding, frame, mail, sentence, wall, write};
use crate::sample::{self, Sample};

type Parameters = Query<HashMap<String, String>>;

/// What every answer is made from.
type App = State<Arc<Live>>;

/// Everything that is answered.
pub(super) fn router(live: Arc<Live>, guard: Guard) -> Router {
    Router::new()
        .route("/", get(async || asset(&web::INDEX)))
        .route("/web/{name}", get(page_file))
        .route("/frame/{tag}/{part}", get(frame_page))
        .route("/api/wall", get(wall_data))
        .route("/api/mail", get(mail_data))
        .route("/api/findings", get(findings))
        .route("/api/message", get(message_data))
        .route("/api/check", post(write::check))
        .route("/api/save", post(write::save))
        .route("/api/accept", post(write::accept))
        .route("/api/send", post(write::send))
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

async fn message_data(State(live): App, Query(parameters): Parameters) -> Response {
    answer(live, move |live| {
        let sample = sample_of(&parameters)?;
        let parameter = |name: &str| parameters.get(name).map(String::as_str).unwrap_or_default();
        let (tag, id) = (parameter("locale"), parameter("id"));
        let snapshot = live.now();
        let sentence = sentence::sentence(&snapshot, &live.settings, &sample, tag, id);
        let sentence = sentence.filter(|_| snapshot.tags().contains(&tag));
        sentence.ok_or_else(|| not_found(&format!("`{tag}` has no message `{id}`")))
    })
    .await
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
