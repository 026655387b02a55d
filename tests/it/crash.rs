//! The promise: whatever kills a run, nobody is mailed twice and nobody is lost.
//!
//! The relay's ledger is the truth. The moments of random kills are chosen by what the relay has seen, not by a clock.

mod random;
mod storage;
mod postfix;
mod bad_relay;
#[cfg(feature = "failpoints")]
mod stopped;
#[cfg(feature = "failpoints")]
mod moment;
#[cfg(feature = "failpoints")]
mod stale;

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::path::Path;
use std::process::{ExitStatus, Stdio};

use pastdue::message::Token;
use pastdue::notice::NoticeKey;
use pastdue::sample;

use sqlx::{AnyConnection, Connection as _, Row as _};
use tempfile::TempDir;
use tokio::process::{Child, Command};

use crate::store::Store;
use crate::support::in_time;
use crate::transport::relay::{Relay, Script};

#[cfg(not(feature = "failpoints"))]
#[test]
fn a_process_dies_at_each_moment() {
    crate::support::leave_out(
        "a_process_dies_at_each_moment",
        "it needs the feature `failpoints` (cargo test --all-features)",
    );
}

/// Rows, an outbox, a relay, and processes that bring the first to the last by way of the second.
struct Trial {
    folder: TempDir,
    store: Store,
    relay: Relay,
    /// Where the relay listens.
    port: u16,
    n_rows: usize,
    n_sessions: usize,
}

impl Trial {
    fn new(store: Store, n_rows: usize, n_sessions: usize) -> Trial {
        let folder = tempfile::tempdir().unwrap();
        write_rows(&folder.path().join("rows.jsonl"), n_rows);
        let relay = Script::new(&["PIPELINING"]).start();
        let port = relay.settings().port;
        Trial { folder, store, relay, port, n_rows, n_sessions }
    }

    /// A process that sends all rows, told how to die by `failpoint`.
    fn send(&self, failpoint: &str) -> Child {
        self.start(&["send", "rows.jsonl"], failpoint)
    }

    /// A process that delivers what is in the outbox, for ever.
    fn work(&self) -> Child {
        self.start(&["work"], "")
    }

    fn start(&self, arguments: &[&str], failpoint: &str) -> Child {
        self.command(env!("CARGO_BIN_EXE_pastdue").as_ref(), arguments, failpoint).spawn().unwrap()
    }

    fn command(&self, program: &OsStr, arguments: &[&str], failpoint: &str) -> Command {
        let mut command = Command::new(program);
        command.args(arguments).args(["--outbox", &self.store.url]);
        command.args(["--connections", &self.n_sessions.to_string()]);
        command.args(["--transport", &format!("smtp://127.0.0.1:{}", self.port)]);
        if !failpoint.is_empty() {
            command.env("PASTDUE_TEST_FAILPOINT", failpoint);
        }
        self.prepared(command)
    }

    /// The command in the folder of the rows, whose standard error is read.
    fn prepared(&self, mut command: Command) -> Command {
        command.current_dir(self.folder.path()).kill_on_drop(true);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
        command
    }

    /// Lets time go by until the leases of all workers that there have been have lapsed.
    async fn lapse(&self) {
        let mut store = self.connect().await;
        sqlx::query("UPDATE workers SET lease_until = 0").execute(&mut store).await.unwrap();
    }

    /// Lets time go by until the turn of everything that waits has come.
    async fn hurry(&self) {
        let due = "UPDATE notices SET due_at = 0 WHERE due_at IS NOT NULL";
        sqlx::query(due).execute(&mut self.connect().await).await.unwrap();
    }

    /// Sends what is left, to its end.
    async fn finish(&self) {
        self.lapse().await;
        let (status, stderr) = end(self.send("")).await;
        assert!(matches!(status.code(), Some(0 | 1)), "{status}: {stderr}");
    }

    /// Holds the promise against the relay's ledger, and gives how many are in doubt: `n_doubts` at most.
    async fn check(&self, n_doubts: usize, trial: &str) -> usize {
        self.check_against(&self.accepted(), n_doubts, trial).await
    }

    /// The same, where `accepted` tells how many times a relay has accepted each Message-ID.
    async fn check_against(&self, accepted: &BTreeMap<String, usize>, n_doubts: usize, trial: &str) -> usize {
        let states = self.states().await;
        let twice: Vec<_> = accepted.iter().filter(|(_, n)| **n > 1).collect();
        assert_eq!(twice, [], "{trial}");
        let none = BTreeSet::new();
        let (sent, in_doubt) = (states.get("sent").unwrap_or(&none), states.get("in_doubt").unwrap_or(&none));
        let n_in_states: Vec<_> = states.iter().map(|(state, tokens)| (state, tokens.len())).collect();
        assert_eq!(sent.len() + in_doubt.len(), self.n_rows, "{n_in_states:?}, {trial}");
        assert!(sent.iter().all(|token| accepted.contains_key(token)), "{trial}");
        assert!(accepted.keys().all(|token| sent.contains(token) || in_doubt.contains(token)), "{trial}");
        assert!(in_doubt.len() <= n_doubts, "{} in doubt, {trial}", in_doubt.len());
        in_doubt.len()
    }

    fn accepted(&self) -> BTreeMap<String, usize> {
        accepted(&self.relay)
    }

    /// The tokens of the notices in each state.
    async fn states(&self) -> BTreeMap<String, BTreeSet<String>> {
        let rows =
            sqlx::query("SELECT state, id FROM notices").fetch_all(&mut self.connect().await).await.unwrap();
        let mut states: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for row in rows {
            let key = NoticeKey::new(row.get(1)).unwrap();
            states.entry(row.get(0)).or_default().insert(Token::of(&key).to_string());
        }
        states
    }

    async fn connect(&self) -> AnyConnection {
        sqlx::any::install_default_drivers();
        AnyConnection::connect(&self.store.url.replacen("sqlite:", "sqlite://", 1)).await.unwrap()
    }
}

/// How many times the relay has accepted each Message-ID.
fn accepted(relay: &Relay) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for mail in relay.ledger().accepted {
        let id = mail.lines().find_map(|line| line.strip_prefix("Message-ID: <")).unwrap();
        *counts.entry(id.split('@').next().unwrap().to_owned()).or_default() += 1;
    }
    counts
}

fn write_rows(path: &Path, n_rows: usize) {
    let mut row: serde_json::Value =
        serde_json::from_str(&sample::row("payment-failed-declined").unwrap()).unwrap();
    let rows = (0..n_rows).map(|n| {
        row["id"] = format!("ntc_{n}").into();
        format!("{row}\n")
    });
    std::fs::write(path, rows.collect::<String>()).unwrap();
}

/// Waits for the end of a process, and gives what it wrote to standard error.
async fn end(child: Child) -> (ExitStatus, String) {
    let output = in_time(child.wait_with_output()).await.unwrap();
    (output.status, String::from_utf8_lossy(&output.stderr).into_owned())
}

/// Sends a signal such as `STOP` to a process.
fn signal(child: &Child, name: &str) {
    // A process that has ended is told nothing.
    let Some(id) = child.id() else { return };
    let status = std::process::Command::new("kill").args([&format!("-{name}"), &id.to_string()]).status();
    assert!(status.unwrap().success(), "kill -{name}");
}
