//! A process that dies at each moment which a notice comes by, on either engine.

use std::os::unix::process::ExitStatusExt as _;

use pastdue::failpoint::MOMENTS;

use super::{Trial, end};
use crate::store::on_each;

const N_ROWS: usize = 9;
const N_SESSIONS: usize = 2;
/// What `std::process::abort` ends a process with.
const SIGABRT: i32 = 6;

/// How many are in doubt, at least and at most, when a process dies where `moment` is reached first.
fn expected_doubts(moment: &str) -> (usize, usize) {
    match moment {
        "after-enqueue" | "before-sweep" | "after-sweep" | "after-claim" | "before-intent"
        | "before-goodbye" => (0, 0),
        "after-intent" | "mid-body" | "after-dot" | "before-outcome" => (1, N_SESSIONS),
        // Another session may have had its intent stored by then.
        "after-outcome" => (0, N_SESSIONS),
        _ => unreachable!("{moment}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_process_that_dies_at_any_moment_leaves_what_the_next_one_finishes() {
    on_each("a_process_that_dies_at_any_moment_leaves_what_the_next_one_finishes", async |store| {
        for moment in MOMENTS {
            let trial = Trial::new(store.another().await, N_ROWS, N_SESSIONS);
            die(&trial, moment, 1).await;
            trial.finish().await;
            let (least, most) = expected_doubts(moment);
            let n_doubts = trial.check(most, &format!("{moment} on {}", trial.store.url)).await;
            assert!(n_doubts >= least, "{n_doubts} in doubt, {moment} on {}", trial.store.url);
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_process_that_dies_there_again_and_again_mails_nobody_twice() {
    on_each("a_process_that_dies_there_again_and_again_mails_nobody_twice", async |store| {
        for moment in [
            "after-claim",
            "before-intent",
            "after-intent",
            "mid-body",
            "after-dot",
            "before-outcome",
            "after-outcome",
        ] {
            let trial = Trial::new(store.another().await, N_ROWS, N_SESSIONS);
            for n in [2, 1] {
                die(&trial, moment, n).await;
                trial.lapse().await;
            }
            trial.finish().await;
            trial.check(2 * N_SESSIONS, &format!("{moment} twice on {}", trial.store.url)).await;
        }
    })
    .await;
}

/// Sends until `moment` is reached for the `n`th time, and holds that the process died there.
async fn die(trial: &Trial, moment: &str, n: usize) {
    let (status, stderr) = end(trial.send(&format!("{moment}:{n}:kill"))).await;
    assert_eq!(status.signal(), Some(SIGABRT), "{moment}:{n} on {}: {status}: {stderr}", trial.store.url);
}
