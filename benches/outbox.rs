//! How long the outbox takes for a thousand notices: enqueue them, and claim, hand over and settle them in groups.
//!
//! SQLite always, on the disk that holds the build; PostgreSQL when `PASTDUE_TEST_POSTGRES` names a database.
#![expect(clippy::unwrap_used, reason = "a benchmark fails by panicking")]

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use divan::Bencher;
use divan::counter::ItemsCount;
use jiff::Timestamp;
use pastdue::outbox::{Attempt, Move, Outbox as _, Run, SqlOutbox, State, Step, Worker};
use pastdue::{Notice, sample};
use serde_json::Value;
use tempfile::TempDir;
use tokio::runtime::Runtime;

const N: usize = 1000;
const DAY: Duration = Duration::from_hours(24);
const WORKER: Worker = Worker(1);

fn main() {
    divan::main();
}

/// An outbox, and notices that it has not seen yet.
struct Store {
    runtime: Runtime,
    outbox: SqlOutbox,
    row: Value,
    n_made: AtomicUsize,
    run: String,
    _folder: TempDir,
}

impl Store {
    /// The store of `engine`, or none where PostgreSQL is not to be had.
    fn open(engine: &str) -> Option<Arc<Store>> {
        let folder = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        let url = match engine {
            "sqlite" => format!("sqlite:{}", folder.path().join("outbox.db").display()),
            _ => std::env::var("PASTDUE_TEST_POSTGRES").ok()?,
        };
        let runtime = Runtime::new().unwrap();
        let clock = || Timestamp::from_second(1_800_000_000).unwrap();
        let outbox = runtime.block_on(SqlOutbox::open(&url, clock)).unwrap();
        runtime.block_on(outbox.renew(WORKER, DAY)).unwrap();
        let row = serde_json::from_str(&sample::row("payment-failed-declined").unwrap()).unwrap();
        let run = format!("{}_{engine}", std::process::id());
        Some(Arc::new(Store { runtime, outbox, row, n_made: AtomicUsize::new(0), run, _folder: folder }))
    }

    fn notices(&self) -> Vec<Notice> {
        let mut row = self.row.clone();
        let notices = (0..N).map(|_| {
            row["id"] = format!("{}_{}", self.run, self.n_made.fetch_add(1, Ordering::Relaxed)).into();
            Notice::from_json(row.to_string().as_bytes()).unwrap()
        });
        notices.collect()
    }

    fn enqueue(&self, notices: &[Notice]) {
        self.runtime.block_on(self.outbox.enqueue(Run(1), notices, DAY)).unwrap();
    }

    /// Claims a thousand, and makes the two moves of each, `group` in a commit.
    fn cycle(&self, group: usize) {
        self.runtime.block_on(async {
            let mut n_done = 0;
            while n_done < N {
                let claims = self.outbox.claim(WORKER, group.min(N - n_done), &[]).await.unwrap();
                n_done += claims.len();
                let intent = |ticket| {
                    let step = Step::HandOver { locale: "en-US".to_owned(), why: "serves `en`".to_owned() };
                    Move { ticket, from: State::Claimed, step, attempt: None }
                };
                let moves: Vec<Move> = claims.iter().map(|claim| intent(claim.ticket)).collect();
                assert!(self.outbox.apply(WORKER, &moves).await.unwrap().into_iter().all(|made| made));
                let sent = |ticket| {
                    let attempt = Attempt {
                        relay: "127.0.0.1:25".to_owned(),
                        phase: "waiting for the reply to the final dot",
                        code: Some(250),
                        enhanced: None,
                        text: "2.0.0 Ok: queued as 4F2".to_owned(),
                        milliseconds: 2,
                    };
                    Move { ticket, from: State::HandedOver, step: Step::Sent, attempt: Some(attempt) }
                };
                let moves: Vec<Move> = claims.iter().map(|claim| sent(claim.ticket)).collect();
                assert!(self.outbox.apply(WORKER, &moves).await.unwrap().into_iter().all(|made| made));
            }
        });
    }
}

#[divan::bench(args = ["sqlite", "postgres"], sample_count = 20)]
fn enqueue_a_thousand(bencher: Bencher<'_, '_>, engine: &str) {
    let Some(store) = Store::open(engine) else { return };
    let bencher = bencher.counter(ItemsCount::new(N)).with_inputs(|| store.notices());
    bencher.bench_local_values(|notices| store.enqueue(&notices));
}

#[divan::bench(args = [("sqlite", 16), ("sqlite", 500), ("postgres", 16), ("postgres", 500)], sample_count = 20)]
fn claim_hand_over_and_settle_a_thousand(bencher: Bencher<'_, '_>, (engine, group): (&str, usize)) {
    let Some(store) = Store::open(engine) else { return };
    let bencher = bencher.counter(ItemsCount::new(N)).with_inputs(|| store.enqueue(&store.notices()));
    bencher.bench_local_values(|()| store.cycle(group));
}
