//! Runs that meet at one outbox, and runs that are told to end.

use std::path::Path;
use std::process::{Child, Command, Stdio};

use pastdue::sample;
use serde_json::{Value, json};
use tempfile::TempDir;

fn rows(folder: &Path, name: &str, n_rows: usize) {
    let mut row: Value = serde_json::from_str(&sample::row("payment-failed-declined").unwrap()).unwrap();
    let rows = (0..n_rows).map(|n| {
        row["id"] = format!("{name}_{n}").into();
        format!("{row}\n")
    });
    std::fs::write(folder.join(name), rows.collect::<String>()).unwrap();
}

fn start(folder: &Path, args: &[&str]) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pastdue"));
    command.env_clear().current_dir(folder).args(args);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

/// The exit code and the JSON on standard output.
fn finish(child: Child) -> (Option<i32>, Value) {
    let output = child.wait_with_output().unwrap();
    let json = serde_json::from_slice(&output.stdout);
    (output.status.code(), json.unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stderr))))
}

#[test]
fn of_several_runs_at_once_each_sees_its_rows_sent_and_nothing_is_left_due() {
    let folder = TempDir::new().unwrap();
    let names = ["a", "b", "c"];
    let runs = names.map(|name| {
        rows(folder.path(), name, 60);
        start(folder.path(), &["send", name, "--transport", "maildir:out", "--format", "json"])
    });
    for run in runs {
        // Whoever delivers counts what others have brought as well.
        let (code, report) = finish(run);
        let outcomes = report["outcomes"].as_object().unwrap();
        let is_sent = outcomes.len() == 1 && outcomes["sent"].as_u64() >= Some(60);
        assert!(code == Some(0) && is_sent, "{report}");
    }
    let (_, status) = finish(start(folder.path(), &["status", "--format", "json"]));
    assert_eq!((&status["total"], &status["states"]["sent"]), (&json!(180), &json!(180)), "{status}");
    assert_eq!(std::fs::read_dir(folder.path().join("out/new")).unwrap().count(), 180);
}
