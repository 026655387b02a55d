//! What a worker tells a monitor: `/metrics` for Prometheus, `/healthz` for whoever restarts it.

use std::fmt::Write as _;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::Context as _;
use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::get;
use pastdue::Kind;
use pastdue::mailer::Health;
use pastdue::outbox::SqlOutbox;
use pastdue::report::Settled;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::registry::Registry;
use tokio::time::Instant;

use crate::tell;

/// How old the counts of the outbox may be: counting a million notices takes a moment.
const FRESH: Duration = Duration::from_secs(15);

type Labels = Vec<(&'static str, String)>;

/// What is counted. No label holds an id or an address.
#[derive(Clone)]
pub(crate) struct Metrics {
    registry: Arc<Registry>,
    settled: Family<Labels, Counter>,
    relays: Family<Labels, Gauge>,
    notices: Family<Labels, Gauge>,
    counted: Arc<Mutex<Option<Instant>>>,
    health: Health,
    /// How long the outbox may be silent until the worker is taken for dead.
    lease: Duration,
}

impl Metrics {
    pub(crate) fn new(health: Health, lease: Duration) -> Metrics {
        let mut registry = Registry::with_prefix("pastdue");
        let (settled, relays, notices) = (Family::default(), Family::default(), Family::default());
        registry.register(
            "settled",
            "Notices that this worker has settled, by outcome and kind",
            settled.clone(),
        );
        registry.register(
            "relay_usable",
            "Whether mails go to the relay (1) or it fails (0)",
            relays.clone(),
        );
        registry.register("outbox_notices", "Notices in the outbox, by state", notices.clone());
        let registry = Arc::new(registry);
        Metrics { registry, settled, relays, notices, counted: Arc::default(), health, lease }
    }

    /// Counts what a notice came to.
    pub(crate) fn count(&self, settled: &Settled) {
        let kind = settled.kind.map_or("", Kind::as_str).to_owned();
        let labels = vec![("outcome", settled.outcome.as_str().to_owned()), ("kind", kind)];
        self.settled.get_or_create(&labels).inc();
    }

    /// Answers at `address` from now on.
    ///
    /// # Errors
    ///
    /// If nothing can listen there.
    pub(crate) async fn serve(self, address: SocketAddr, outbox: SqlOutbox) -> anyhow::Result<()> {
        let failed = || format!("failed to listen at `{address}` for `--metrics`");
        let listener = tokio::net::TcpListener::bind(address).await.with_context(failed)?;
        tell(&format!("metrics are at http://{}/metrics", listener.local_addr().with_context(failed)?));
        let router = Router::new()
            .route("/metrics", get(metrics))
            .route("/healthz", get(healthz))
            .with_state((self, outbox));
        tokio::spawn(async move {
            if let Err(err) = axum::serve(listener, router).await {
                tell(&format!("warning: the metrics are no longer served: {err}"));
            }
        });
        Ok(())
    }

    async fn refresh(&self, outbox: &SqlOutbox) -> anyhow::Result<()> {
        for (name, is_usable) in self.health.relays() {
            self.relays.get_or_create(&vec![("relay", name)]).set(i64::from(is_usable));
        }
        {
            let mut counted = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
            if counted.is_some_and(|counted| counted.elapsed() < FRESH) {
                return Ok(());
            }
            *counted = Some(Instant::now());
        }
        for (state, n) in outbox.status().await?.states {
            let labels = vec![("state", state.as_str().to_owned())];
            self.notices.get_or_create(&labels).set(i64::try_from(n).unwrap_or(i64::MAX));
        }
        Ok(())
    }
}

async fn metrics(State((metrics, outbox)): State<(Metrics, SqlOutbox)>) -> impl IntoResponse {
    let mut text = String::new();
    let refreshed = metrics.refresh(&outbox).await.map_err(|err| err.to_string());
    let encoded = encode(&mut text, &metrics.registry).map_err(|err| err.to_string());
    match refreshed.and(encoded) {
        Ok(()) => {
            let form = "application/openmetrics-text; version=1.0.0; charset=utf-8";
            (StatusCode::OK, [(header::CONTENT_TYPE, form)], text)
        }
        Err(problem) => (
            StatusCode::SERVICE_UNAVAILABLE,
            [(header::CONTENT_TYPE, "text/plain; charset=utf-8")],
            problem + "\n",
        ),
    }
}

/// Alive while the outbox answers. A relay that fails is told and no reason to restart: it would fail again.
async fn healthz(State((metrics, _)): State<(Metrics, SqlOutbox)>) -> impl IntoResponse {
    let silence = metrics.health.silence();
    let is_alive = silence.is_some_and(|silence| silence < metrics.lease);
    let mut text = match silence {
        _ if is_alive => "ok\n".to_owned(),
        Some(silence) => format!("the outbox has not answered for {} s\n", silence.as_secs()),
        None => "the outbox has not answered yet\n".to_owned(),
    };
    for (relay, _) in metrics.health.relays().into_iter().filter(|(_, is_usable)| !is_usable) {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "the relay `{relay}` fails");
    }
    (if is_alive { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE }, text)
}
