//! Empty outboxes: one in a file, and one in PostgreSQL where `PASTDUE_TEST_POSTGRES` names a server.

use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU32, Ordering};
use std::time::Duration;

use jiff::Timestamp;
use pastdue::outbox::{SqlOutbox, Time};
use pastdue::{Notice, sample};
use sqlx::{Connection as _, Executor as _, PgConnection};
use tempfile::TempDir;

use crate::support::leave_out;

/// An empty outbox's place, gone when dropped, and the time there.
pub(crate) struct Store {
    pub(crate) url: String,
    home: Home,
    milliseconds: Arc<AtomicI64>,
}

enum Home {
    Folder { _folder: TempDir },
    Server { url: String, database: String },
}

impl Store {
    /// A place for an outbox in a file.
    pub(crate) fn in_file() -> Store {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("outbox.db").display());
        Store::new(url, Home::Folder { _folder: folder })
    }

    /// A database of its own on the server at `url`.
    pub(crate) async fn on_server(url: &str) -> Store {
        static N_DATABASES: AtomicU32 = AtomicU32::new(0);
        let n = N_DATABASES.fetch_add(1, Ordering::Relaxed);
        let database = format!("pastdue_test_{}_{n}", std::process::id());
        execute(url, &format!("DROP DATABASE IF EXISTS {database} WITH (FORCE)")).await;
        execute(url, &format!("CREATE DATABASE {database}")).await;
        let (server, _) = url.rsplit_once('/').unwrap();
        Store::new(format!("{server}/{database}"), Home::Server { url: url.to_owned(), database })
    }

    /// Another empty one of the same engine.
    pub(crate) async fn another(&self) -> Store {
        match &self.home {
            Home::Folder { .. } => Store::in_file(),
            Home::Server { url, .. } => Store::on_server(url).await,
        }
    }

    fn new(url: String, home: Home) -> Store {
        Store { url, home, milliseconds: Arc::new(AtomicI64::new(1_800_000_000_000)) }
    }

    pub(crate) async fn open(&self) -> SqlOutbox {
        let clock = Arc::clone(&self.milliseconds);
        let now = move || Timestamp::from_millisecond(clock.load(Ordering::Relaxed)).unwrap();
        SqlOutbox::open_with(&self.url, Time::Given(Arc::new(now))).await.unwrap()
    }

    /// Lets this much time go by for every outbox that was opened here.
    pub(crate) fn wait(&self, time: Duration) {
        self.milliseconds.fetch_add(i64::try_from(time.as_millis()).unwrap(), Ordering::Relaxed);
    }

    pub(crate) fn is_file(&self) -> bool {
        matches!(self.home, Home::Folder { .. })
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        let Home::Server { url, database } = &self.home else { return };
        let (url, statement) = (url.clone(), format!("DROP DATABASE IF EXISTS {database} WITH (FORCE)"));
        let drop_it = move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(execute(&url, &statement));
        };
        // The server may be gone, as a test may want it: then there is nothing to remove.
        let _ = std::thread::spawn(drop_it).join();
    }
}

async fn execute(url: &str, statement: &str) {
    let mut server = PgConnection::connect(url).await.unwrap();
    server.execute(sqlx::AssertSqlSafe(statement.to_owned())).await.unwrap();
}

/// Runs `story` on an empty outbox of each engine. Without PostgreSQL the test named `test` does half its work.
pub(crate) async fn on_each<F: Future<Output = ()>>(test: &str, story: impl Fn(Store) -> F) {
    story(Store::in_file()).await;
    if let Some(url) = postgres(test) {
        story(Store::on_server(&url).await).await;
    }
}

/// The URL of the PostgreSQL that tests may use.
pub(crate) fn postgres(test: &str) -> Option<String> {
    let url = std::env::var("PASTDUE_TEST_POSTGRES").ok();
    if url.is_none() {
        leave_out(test, "on PostgreSQL, which PASTDUE_TEST_POSTGRES names (sh tests/run.sh starts one)");
    }
    url
}

/// A notice about account `acc_42` with this id, to an administrator at this domain.
pub(crate) fn notice(id: &str, domain: &str) -> Notice {
    let mut row: serde_json::Value =
        serde_json::from_str(&sample::row("payment-failed-declined").unwrap()).unwrap();
    row["id"] = id.into();
    row["account"]["administrator"]["email"] = format!("anneke@{domain}").into();
    Notice::from_json(row.to_string().as_bytes()).unwrap()
}
