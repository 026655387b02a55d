//! Rows that are wrong in every way, from the file to the mail: each is reported once with its line, all others are sent.

use std::collections::BTreeMap;

use pastdue::sample;
use serde_json::Value;

use crate::program::{Output, Test};
use crate::store::on_each;

/// A row that is right, but for what `change` does to its JSON.
fn row(id: &str, change: impl Fn(&mut Value)) -> String {
    let mut row: Value = serde_json::from_str(&sample::row("payment-failed-declined").unwrap()).unwrap();
    row["id"] = id.into();
    change(&mut row);
    row.to_string()
}

fn good(id: &str) -> String {
    row(id, |_| ())
}

fn named(id: &str, name: &str) -> String {
    row(id, |row| row["account"]["name"] = name.into())
}

fn costing(id: &str, value: &str) -> String {
    row(id, |row| row["amount_due"]["value"] = value.into())
}

/// The row with bytes in it that are no UTF-8.
fn spoiled(row: &str) -> Vec<u8> {
    row.bytes().map(|byte| if byte == b'E' { 0xFF } else { byte }).collect()
}

const EVIL: &str = "<script>alert(1)</script> {{ 7*7 }} {$amount} https://evil.example \u{202E}\u{200B}\0'; DROP TABLE notices; --";

/// Sends `input`, and holds what became of the lines that were not sent, and which ids were.
fn check(outbox: &str, name: &str, input: &[u8], others: &[(u64, &str)], sent: &[&str]) {
    let args = format!(
        "send {name} --outbox {outbox} --outcomes outcomes.jsonl --transport maildir:mail --format json"
    );
    let output = Test::new().file(name, input).args(&args).code(1);
    let outcomes = std::fs::read_to_string(output.path("outcomes.jsonl")).unwrap();
    let (mut lines, mut ids) = (BTreeMap::new(), Vec::new());
    for outcome in outcomes.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()) {
        let text = |field: &str| outcome[field].as_str().unwrap_or_default().to_owned();
        if text("outcome") == "sent" {
            ids.push(text("id"));
            continue;
        }
        let (file, line) = outcome["place"].as_str().unwrap().rsplit_once(':').unwrap();
        assert_eq!(file, name, "{outcome}");
        let told_before = lines.insert(line.parse::<u64>().unwrap(), text("outcome"));
        assert_eq!(told_before, None, "{outcome}");
        assert!(!text("text").is_empty() && text("text").len() < 1000, "{outcome}");
    }
    let others: BTreeMap<u64, String> =
        others.iter().map(|(line, name)| (*line, (*name).to_owned())).collect();
    assert_eq!(lines, others, "{}", output.stderr);
    ids.sort();
    assert_eq!(ids, sent, "{}", output.stderr);
    assert_eq!(n_mails(&output), sent.len());
    let report: Value = serde_json::from_str(&output.stdout).unwrap();
    assert_eq!(report["rows"], others.len() + sent.len(), "{report}");
    assert_eq!(report["emails"], sent.len(), "{report}");
}

fn n_mails(output: &Output) -> usize {
    std::fs::read_dir(output.path("mail/new")).unwrap().count()
}

#[tokio::test(flavor = "multi_thread")]
async fn of_json_lines_each_bad_one_is_reported_once_and_the_others_are_sent() {
    on_each("of_json_lines_each_bad_one_is_reported_once_and_the_others_are_sent", async |store| {
        let lines: [(Vec<u8>, Option<&str>); 16] = [
            (good("a").into(), None),
            (named("b", "caf\0e").into(), None),
            (Vec::new(), None),
            ([good("c").as_bytes(), b" \r"].concat(), None),
            (good("a").into(), Some("known")),
            (named("a", "Another name").into(), Some("conflict")),
            (costing("d", "99999999999999999999999999999999999999.99").into(), Some("rejected")),
            (good("e").replace("\"1234.50\"", "1e999").into(), Some("rejected")),
            (named("f", &"x".repeat(10 << 20)).into(), Some("rejected")),
            (named("g", EVIL).into(), None),
            (good("../../etc/passwd").into(), None),
            (spoiled(&good("h")), Some("rejected")),
            (b"{\"id\": \"i\"".to_vec(), Some("rejected")),
            (b"\0\0\0".to_vec(), Some("rejected")),
            (good("j").as_bytes()[..200].to_vec(), Some("rejected")),
            (good("z").into(), None),
        ];
        let mut input = b"\xEF\xBB\xBF".to_vec();
        for (n, (line, _)) in lines.iter().enumerate() {
            input.extend_from_slice(line);
            // The last line has no end.
            input.extend_from_slice(if n + 1 == lines.len() { b"" } else { b"\n" });
        }
        let numbered = (1..).zip(lines.iter()).filter_map(|(n, (_, outcome))| Some((n, (*outcome)?)));
        let others: Vec<(u64, &str)> = numbered.collect();
        check(&store.url, "rows.jsonl", &input, &others, &["../../etc/passwd", "a", "b", "c", "g", "z"]);
    })
    .await;
}
