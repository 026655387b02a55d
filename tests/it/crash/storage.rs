//! A store that fails under way: it is full, somebody else holds it, its server is started again.

use std::ffi::OsStr;
#[cfg(feature = "failpoints")]
use std::process::Command;
#[cfg(feature = "failpoints")]
use std::time::Duration;

#[cfg(feature = "failpoints")]
use sqlx::Executor as _;
#[cfg(feature = "failpoints")]
use tempfile::TempDir;

#[cfg(feature = "failpoints")]
use super::stopped::Stopped;
use super::{Trial, end};
use crate::store::Store;

const N_SESSIONS: usize = 4;

/// Whatever the relay has accepted, the store knows that it may have been handed over.
async fn check_intents(trial: &Trial) {
    let states = trial.states().await;
    let handed_over = ["handed_over", "sent", "in_doubt"].map(|state| states.get(state).cloned());
    for token in trial.accepted().keys() {
        let is_known = handed_over.iter().flatten().any(|tokens| tokens.contains(token));
        assert!(is_known, "{token} has no intent");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_disk_that_is_full_ends_the_run_and_the_next_one_goes_on() {
    let trial = Trial::new(Store::in_file(), 300, N_SESSIONS);
    // No file may grow beyond this many blocks of 512 bytes: the log of a few commits.
    for n_blocks in [200, 1500] {
        let limit = format!("trap '' XFSZ; ulimit -f {n_blocks}; exec \"$0\" \"$@\"");
        let arguments = ["-c", &limit, env!("CARGO_BIN_EXE_pastdue"), "send", "rows.jsonl"];
        let child = trial.command(OsStr::new("sh"), &arguments, "").spawn().unwrap();
        let (status, stderr) = end(child).await;
        assert_eq!(status.code(), Some(2), "{n_blocks}: {stderr}");
        assert!(stderr.contains("the outbox"), "{n_blocks}: {stderr}");
        check_intents(&trial).await;
    }
    let n_accepted = trial.accepted().len();
    assert!((1..300).contains(&n_accepted), "{n_accepted}");
    trial.finish().await;
    trial.check(2 * N_SESSIONS, "a full disk").await;
}

#[cfg(feature = "failpoints")]
#[tokio::test(flavor = "multi_thread")]
async fn while_somebody_else_holds_the_store_nothing_is_handed_over() {
    let (trial, mut process, mut outsider) = loop {
        let trial = Trial::new(Store::in_file(), 30, N_SESSIONS);
        let process = Stopped::at_its_failpoint(trial.send("before-intent:2:stop")).await;
        let mut outsider = trial.connect().await;
        let Err(err) = outsider.execute("BEGIN IMMEDIATE").await else { break (trial, process, outsider) };
        // It stands still while it stores something else, and nobody can hold the store.
        assert!(err.to_string().contains("database is locked"), "{err}");
        process.go_on();
        process.end().await;
    };
    process.go_on();
    process.until("trying again").await;
    check_intents(&trial).await;
    let n_accepted = trial.accepted().len();
    assert!(n_accepted < 30, "{n_accepted}");
    outsider.execute("ROLLBACK").await.unwrap();
    let (status, stderr) = process.end().await;
    // Whether the store is free in time for whoever claims from it is a matter of moments.
    match status.code() {
        Some(0) => {}
        Some(2) => assert!(stderr.contains("locked") && !stderr.contains("UPDATE"), "{stderr}"),
        _ => panic!("{status}: {stderr}"),
    }
    check_intents(&trial).await;
    trial.finish().await;
    trial.check(N_SESSIONS, "a locked store").await;
}

/// A server that this test alone uses.
#[cfg(feature = "failpoints")]
struct Server {
    folder: TempDir,
    url: String,
    id: String,
}

#[cfg(feature = "failpoints")]
impl Server {
    fn start(folder: TempDir) -> Server {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/components/postgres.sh");
        let output = Command::new("sh").arg(script).arg(folder.path()).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let text = String::from_utf8(output.stdout).unwrap();
        let value = |name: &str| {
            let line = text.lines().find_map(|line| line.split_once(name)).unwrap().1;
            line.trim_matches('\'').to_owned()
        };
        Server { url: value("PASTDUE_TEST_POSTGRES="), id: value("PASTDUE_POSTGRES_PID="), folder }
    }

    /// Ends it, and every connection to it. If it does not end within a minute, starting it again says so.
    fn end(&self) {
        let _ = Command::new("kill").args(["-INT", &self.id]).status();
        for _ in 0..6000 {
            if !self.folder.path().join("data/postmaster.pid").exists() {
                return;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    fn start_again(&mut self) {
        self.end();
        let again = Server::start(std::mem::replace(&mut self.folder, tempfile::tempdir().unwrap()));
        *self = again;
    }
}

#[cfg(feature = "failpoints")]
#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_is_started_again_under_way_costs_no_mail_and_doubles_none() {
    let test = "a_server_that_is_started_again_under_way_costs_no_mail_and_doubles_none";
    if crate::store::postgres(test).is_none() {
        return;
    }
    let mut server = Server::start(tempfile::tempdir().unwrap());
    for moment in
        ["after-enqueue", "after-claim", "before-intent", "after-intent", "after-dot", "before-outcome"]
    {
        let trial = Trial::new(Store::on_server(&server.url).await, 20, N_SESSIONS);
        let process = Stopped::at_its_failpoint(trial.send(&format!("{moment}:1:stop"))).await;
        server.start_again();
        process.go_on();
        let (status, stderr) = process.end().await;
        check_intents(&trial).await;
        match status.code() {
            Some(0) => {}
            Some(1 | 2) => assert!(stderr.contains("outbox"), "{moment}: {stderr}"),
            _ => panic!("{moment}: {status}: {stderr}"),
        }
        trial.finish().await;
        trial.check(N_SESSIONS, moment).await;
    }
}

#[cfg(feature = "failpoints")]
impl Drop for Server {
    fn drop(&mut self) {
        self.end();
    }
}
