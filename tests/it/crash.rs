//! The promise: whatever kills a run, nobody is mailed twice and nobody is lost.
//!
//! The relay's ledger is the truth. The moments of the kills are chosen by what the relay has seen, not by a clock.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Stdio;

use pastdue::message::Token;
use pastdue::notice::NoticeKey;
use pastdue::sample;
use sqlx::{Connection as _, Row as _, SqliteConnection};
use tokio::process::{Child, Command};

use crate::transport::relay::{Relay, Script};

const N_SESSIONS: usize = 8;

/// Numbers that look random and are the same in each run (Steele and Vigna, `SplitMix`).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        usize::try_from((mixed ^ (mixed >> 27)) % limit as u64).unwrap()
    }
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

fn start(folder: &Path, relay: &Relay) -> Child {
    let sessions = N_SESSIONS.to_string();
    Command::new(env!("CARGO_BIN_EXE_pastdue"))
        .args(["send", "rows.jsonl", "--outbox", "sqlite:outbox.db", "--connections", &sessions])
        .args(["--transport", &format!("smtp://127.0.0.1:{}", relay.settings().port)])
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
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

/// The tokens of the notices in each state.
async fn states(folder: &Path) -> BTreeMap<String, BTreeSet<String>> {
    let url = format!("sqlite://{}", folder.join("outbox.db").display());
    let mut store = SqliteConnection::connect(&url).await.unwrap();
    let rows = sqlx::query("SELECT state, id FROM notices").fetch_all(&mut store).await.unwrap();
    let mut states: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in rows {
        let key = NoticeKey::new(row.get(1)).unwrap();
        states.entry(row.get(0)).or_default().insert(Token::of(&key).to_string());
    }
    states
}

/// Kills the run `n_kills` times, lets it end, and holds the promise against the relay's ledger.
async fn check(n_rows: usize, n_kills: usize, seed: u64) {
    let folder = tempfile::tempdir().unwrap();
    write_rows(&folder.path().join("rows.jsonl"), n_rows);
    let relay = Script::new(&["PIPELINING"]).start();
    let mut chance = Chance(seed);
    for _ in 0..n_kills {
        let mut seen = relay.commands_seen();
        let goal = *seen.borrow() + chance.below(3 * n_rows / n_kills + 2);
        let mut child = start(folder.path(), &relay);
        tokio::select! {
            _ = seen.wait_for(|n_commands| *n_commands >= goal) => {}
            ended = child.wait() => drop(ended.unwrap()),
        }
        child.kill().await.unwrap();
    }
    let ended = start(folder.path(), &relay).wait().await.unwrap();
    assert_eq!(ended.code(), Some(0), "seed {seed}");

    let (accepted, states) = (accepted(&relay), states(folder.path()).await);
    let twice: Vec<_> = accepted.iter().filter(|(_, n)| **n > 1).collect();
    assert_eq!(twice, [], "seed {seed}");
    let none = BTreeSet::new();
    let sent = states.get("sent").unwrap_or(&none);
    let in_doubt = states.get("in_doubt").unwrap_or(&none);
    assert_eq!(sent.len() + in_doubt.len(), n_rows, "{:?}, seed {seed}", states.keys());
    assert!(sent.iter().all(|token| accepted.contains_key(token)), "seed {seed}");
    assert!(accepted.keys().all(|token| sent.contains(token) || in_doubt.contains(token)), "seed {seed}");
    assert!(in_doubt.len() <= N_SESSIONS * n_kills, "seed {seed}");
}

/// 300 rows and 20 kills, or what `PASTDUE_TEST_KILLS=ROWS,KILLS` asks for.
#[tokio::test(flavor = "multi_thread")]
async fn a_run_that_is_killed_again_and_again_mails_nobody_twice_and_loses_nobody() {
    let asked = std::env::var("PASTDUE_TEST_KILLS").unwrap_or_else(|_| "300,20".to_owned());
    let (n_rows, n_kills) = asked.split_once(',').unwrap();
    check(n_rows.parse().unwrap(), n_kills.parse().unwrap(), 1).await;
}
