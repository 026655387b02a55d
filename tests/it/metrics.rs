//! What a worker tells a monitor, and how it ends.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::process::{Child, Command, Stdio};

use pastdue::sample;
use tempfile::TempDir;

use crate::support::connect;

/// A worker that is ended when the test is.
struct Worker {
    child: Child,
    address: String,
    _folder: TempDir,
}

impl Drop for Worker {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn pastdue(folder: &TempDir, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pastdue"));
    command.env_clear().current_dir(folder.path()).args(args).stdin(Stdio::null());
    command
}

/// Starts a worker over one notice, with metrics at a free port.
fn start() -> Worker {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("rows.jsonl"), sample::row("payment-failed-declined").unwrap())
        .unwrap();
    let enqueued = pastdue(&folder, &["enqueue", "rows.jsonl"]).output().unwrap();
    assert_eq!(enqueued.status.code(), Some(0));
    let mut child = pastdue(&folder, &["work", "--transport", "maildir:out", "--metrics", "0"])
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
    let url = lines.find_map(|line| line.unwrap().strip_prefix("metrics are at http://").map(str::to_owned));
    let address = url.unwrap().strip_suffix("/metrics").unwrap().to_owned();
    Worker { child, address, _folder: folder }
}

fn get(worker: &Worker, path: &str) -> String {
    let mut stream = connect(&worker.address);
    write!(stream, "GET {path} HTTP/1.0\r\nHost: localhost\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn a_worker_tells_how_it_is_and_what_it_has_settled_and_names_nobody() {
    let worker = start();
    assert!(worker.address.starts_with("127.0.0.1:"));
    let settled = "pastdue_settled_total{outcome=\"sent\",kind=\"payment-failed\"} 1\n";
    let metrics = loop {
        let metrics = get(&worker, "/metrics");
        if metrics.contains(settled) {
            break metrics;
        }
        std::thread::yield_now();
    };
    assert!(metrics.starts_with("HTTP/1.0 200 OK\r\n") && metrics.ends_with("# EOF\n"), "{metrics}");
    for line in
        ["pastdue_relay_usable{relay=\"maildir\"} 1\n", "pastdue_outbox_notices{state=\"refused\"} 0\n"]
    {
        assert!(metrics.contains(line), "{line} in {metrics}");
    }
    assert!(!metrics.contains('@') && !metrics.contains("ntc_"), "{metrics}");
    let health = get(&worker, "/healthz");
    assert!(health.starts_with("HTTP/1.0 200 OK\r\n") && health.ends_with("\r\n\r\nok\n"), "{health}");
    assert!(get(&worker, "/").starts_with("HTTP/1.0 404"));
}
