//! Kills at random moments.

use std::time::Duration;

use tokio::process::Child;
use tokio::time::timeout;

use super::{Trial, end, signal};
use crate::store::{Store, postgres};
use crate::support::in_time;

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

/// How many rows and kills `PASTDUE_TEST_KILLS=ROWS,KILLS` asks for.
fn sizes(n_rows: usize, n_kills: usize) -> (usize, usize) {
    let asked = std::env::var("PASTDUE_TEST_KILLS").ok();
    let asked = asked.as_deref().and_then(|asked| asked.split_once(','));
    asked.map_or((n_rows, n_kills), |(rows, kills)| (rows.parse().unwrap(), kills.parse().unwrap()))
}

/// The figures of a trial, for whoever runs it with `--nocapture`.
#[expect(clippy::print_stdout, reason = "the harness shows it when asked")]
fn report(n_rows: usize, n_kills: usize, n_doubts: usize) {
    println!("{n_rows} rows, {n_kills} kills: {n_doubts} in doubt");
}

/// 300 rows and 20 kills, or what `PASTDUE_TEST_KILLS` asks for.
#[tokio::test(flavor = "multi_thread")]
async fn a_run_that_is_killed_again_and_again_mails_nobody_twice_and_loses_nobody() {
    let (n_rows, n_kills) = sizes(300, 20);
    let trial = Trial::new(Store::in_file(), n_rows, N_SESSIONS);
    let mut chance = Chance(1);
    for _ in 0..n_kills {
        let mut seen = trial.relay.commands_seen();
        let goal = *seen.borrow() + chance.below(3 * n_rows / n_kills + 2);
        let mut child = trial.send("");
        in_time(async {
            tokio::select! {
                _ = seen.wait_for(|n_commands| *n_commands >= goal) => {}
                ended = child.wait() => drop(ended.unwrap()),
            }
        })
        .await;
        child.kill().await.unwrap();
    }
    trial.finish().await;
    let n_doubts = trial.check(N_SESSIONS * n_kills, "one process, seed 1").await;
    report(n_rows, n_kills, n_doubts);
}

/// 200 rows and 5 kills, or what `PASTDUE_TEST_KILLS` asks for.
///
/// In each round one of two processes is killed. The other is stopped until its lease has lapsed, and goes on in the
/// next round, when two others have taken its notices.
#[tokio::test(flavor = "multi_thread")]
async fn two_processes_of_which_one_is_killed_and_one_stopped_past_its_lease_mail_nobody_twice() {
    let Some(url) =
        postgres("two_processes_of_which_one_is_killed_and_one_stopped_past_its_lease_mail_nobody_twice")
    else {
        return;
    };
    let (n_rows, n_kills) = sizes(200, 5);
    let trial = Trial::new(Store::on_server(&url).await, n_rows, N_SESSIONS);
    let enqueue = ["enqueue", "rows.jsonl", "--outbox", &trial.store.url];
    let mut enqueue = tokio::process::Command::new(env!("CARGO_BIN_EXE_pastdue"))
        .args(enqueue)
        .current_dir(trial.folder.path())
        .stdout(std::process::Stdio::null())
        .spawn()
        .unwrap();
    assert!(enqueue.wait().await.unwrap().success());
    let mut chance = Chance(2);
    let mut stopped: Option<Child> = None;
    for _ in 0..n_kills {
        let (mut one, two) = (trial.work(), trial.work());
        progress(&trial, chance.below(n_rows / n_kills + 2)).await;
        let stale = stopped.take();
        if let Some(stale) = &stale {
            signal(stale, "CONT");
            progress(&trial, chance.below(n_rows / n_kills + 2)).await;
        }
        signal(&two, "STOP");
        one.kill().await.unwrap();
        trial.lapse().await;
        if let Some(mut stale) = stale {
            stale.kill().await.unwrap();
        }
        stopped = Some(two);
    }
    // The last one comes back when everything is done.
    trial.finish().await;
    if let Some(stale) = stopped {
        signal(&stale, "CONT");
        signal(&stale, "TERM");
        let (status, stderr) = end(stale).await;
        assert!(status.success(), "{status}: {stderr}");
    }
    let n_doubts = trial.check(3 * N_SESSIONS * n_kills, "two processes, seed 2").await;
    report(n_rows, n_kills, n_doubts);
}

/// Waits until the relay has had `n_commands` more, or has had none for so long that everything must be done.
async fn progress(trial: &Trial, n_commands: usize) {
    let mut seen = trial.relay.commands_seen();
    let goal = *seen.borrow() + n_commands;
    while *seen.borrow_and_update() < goal {
        if timeout(Duration::from_secs(10), seen.changed()).await.is_err() {
            return;
        }
    }
}
