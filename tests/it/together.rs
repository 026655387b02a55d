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
        let (code, report) = finish(run);
        assert_eq!((code, &report["outcomes"]), (Some(0), &json!({"sent": 60})), "{report}");
        let n_others = report["other_runs"]["notices"].as_u64().unwrap();
        assert_eq!(report["emails"].as_u64(), Some(60 + n_others), "{report}");
    }
    let (_, status) = finish(start(folder.path(), &["status", "--format", "json"]));
    assert_eq!((&status["total"], &status["states"]["sent"]), (&json!(180), &json!(180)), "{status}");
    assert_eq!(std::fs::read_dir(folder.path().join("out/new")).unwrap().count(), 180);
}

#[test]
fn a_report_tells_rows_of_its_own_from_those_of_other_runs() {
    let folder = TempDir::new().unwrap();
    rows(folder.path(), "a", 3);
    rows(folder.path(), "b", 2);
    let (code, _) = finish(start(folder.path(), &["enqueue", "a", "--format", "json"]));
    assert_eq!(code, Some(0));
    let output =
        start(folder.path(), &["send", "b", "--transport", "maildir:out"]).wait_with_output().unwrap();
    let report = String::from_utf8(output.stdout).unwrap();
    let (first, rest) = report.split_once('\n').unwrap();
    assert!(first.starts_with("2 rows in ") && first.contains(", 5 mails, "), "{first}");
    assert_eq!(
        rest,
        "  2 sent\nbesides, 3 notices of other runs\n  3 sent\nlocales: en-US 5\nkinds: payment-failed 5\n"
    );
}

#[test]
fn between_two_runs_a_copy_of_the_file_is_the_whole_outbox() {
    let folder = TempDir::new().unwrap();
    rows(folder.path(), "a", 3);
    rows(folder.path(), "b", 2);
    let send = ["send", "a", "--transport", "maildir:out", "--outbox", "sqlite:o.db", "--format", "json"];
    let enqueue = ["enqueue", "b", "--outbox", "sqlite:o.db", "--format", "json"];
    let look = ["status", "--outbox", "sqlite:o.db", "--format", "json"];
    for (args, expected) in [(&send[..], 3), (&enqueue, 5), (&look, 5)] {
        assert_eq!(finish(start(folder.path(), args)).0, Some(0), "{args:?}");
        std::fs::copy(folder.path().join("o.db"), folder.path().join("copy.db")).unwrap();
        let args = ["status", "--outbox", "sqlite:copy.db", "--format", "json"];
        let (_, status) = finish(start(folder.path(), &args));
        assert_eq!(status["total"], json!(expected), "{status}");
        assert!(!folder.path().join("o.db-wal").exists(), "{args:?}");
    }
}
