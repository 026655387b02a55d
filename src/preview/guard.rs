//! Who is answered: the browser that was given the link, and nobody who leads it here from elsewhere.

use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse as _, Redirect, Response};

use super::digest::is_same;

/// What scripts, frames and styles a page may have.
const PAGE_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
     connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Who may ask.
#[derive(Debug, Clone)]
pub(super) struct Guard {
    token: String,
    port: u16,
}

impl Guard {
    pub(super) fn new(token: String, port: u16) -> Guard {
        Guard { token, port }
    }

    /// The name of the cookie: two previews at two ports must not sign each other out.
    fn cookie(&self) -> String {
        format!("pastdue_preview_{}", self.port)
    }

    /// The answer to a request that must not be served, if it must not.
    pub(super) fn refuse(&self, request: &Request) -> Option<Response> {
        let headers = request.headers();
        let Some(host) = self.host(headers) else {
            return Some(refusal(
                StatusCode::FORBIDDEN,
                "this address is not the preview's: open the link that `pastdue preview` has printed",
            ));
        };
        let origin = headers.get(header::ORIGIN);
        if origin.is_some_and(|origin| origin.as_bytes() != format!("http://{host}").as_bytes()) {
            return Some(refusal(StatusCode::FORBIDDEN, "the request comes from another page"));
        }
        let is_front = request.method() == Method::GET && request.uri().path() == "/";
        if let Some(answer) = self.sign_in(request).filter(|_| is_front) {
            return Some(answer);
        }
        if !self.is_known(headers) {
            return Some(refusal(
                StatusCode::FORBIDDEN,
                "open the link that `pastdue preview` has printed in the terminal: it holds the key to this page",
            ));
        }
        if matches!(*request.method(), Method::GET | Method::HEAD) {
            return None;
        }
        if origin.is_none() {
            return Some(refusal(StatusCode::FORBIDDEN, "the request has no `Origin`"));
        }
        let content_type = headers.get(header::CONTENT_TYPE).map(HeaderValue::as_bytes).unwrap_or_default();
        if !content_type.starts_with(b"application/json") {
            return Some(refusal(
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "expected `Content-Type: application/json`",
            ));
        }
        None
    }

    /// A link with a token becomes a cookie and the same link without it, so that the token stays in no history.
    fn sign_in(&self, request: &Request) -> Option<Response> {
        let query = request.uri().query()?;
        let parameters = || query.split('&');
        let token = parameters().find_map(|parameter| parameter.strip_prefix("token="))?;
        if !is_same(token, &self.token) {
            return Some(refusal(
                StatusCode::FORBIDDEN,
                "the link is of another start: open the one that `pastdue preview` has printed last",
            ));
        }
        let rest: Vec<&str> = parameters().filter(|parameter| !parameter.starts_with("token=")).collect();
        let target = if rest.is_empty() { "/".to_owned() } else { format!("/?{}", rest.join("&")) };
        let cookie = format!("{}={}; HttpOnly; SameSite=Strict; Path=/", self.cookie(), self.token);
        let mut answer = Redirect::to(&target).into_response();
        if let Ok(cookie) = HeaderValue::from_str(&cookie) {
            answer.headers_mut().insert(header::SET_COOKIE, cookie);
        }
        Some(secured(answer))
    }

    /// The host, if it is one of ours: a name that somebody else's DNS leads to us is not.
    fn host<'h>(&self, headers: &'h HeaderMap) -> Option<&'h str> {
        let host = headers.get(header::HOST)?.to_str().ok()?;
        let (name, port) = host.rsplit_once(':')?;
        let is_ours = matches!(name, "127.0.0.1" | "localhost" | "[::1]");
        (is_ours && port.parse() == Ok(self.port)).then_some(host)
    }

    fn is_known(&self, headers: &HeaderMap) -> bool {
        let bearer = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
        if let Some(token) = bearer.and_then(|value| value.strip_prefix("Bearer ")) {
            return is_same(token, &self.token);
        }
        let name = self.cookie();
        let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
        let mut cookies = cookies.flat_map(|cookies| cookies.split(';'));
        cookies.any(|cookie| {
            let found = cookie.trim().split_once('=');
            found.is_some_and(|(found, token)| found == name && is_same(token, &self.token))
        })
    }
}

/// Adds to an answer what every answer has, unless it has its own.
pub(super) fn secured(mut answer: Response) -> Response {
    let headers = answer.headers_mut();
    let mut default = |name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    default(header::CONTENT_SECURITY_POLICY, PAGE_POLICY);
    default(header::CACHE_CONTROL, "no-store");
    default(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    default(header::REFERRER_POLICY, "no-referrer");
    default(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    answer
}

fn refusal(status: StatusCode, what: &'static str) -> Response {
    let text = format!("{what}\n");
    secured((status, [(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response())
}
