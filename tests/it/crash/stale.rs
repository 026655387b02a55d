//! A process that is stopped past its lease, at each moment which a notice comes by, and goes on when another has
//! taken what it had.

use pastdue::failpoint::MOMENTS;
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::Child;

use super::{Trial, end, signal};
use crate::store::{Store, postgres};

const N_ROWS: usize = 9;
const N_SESSIONS: usize = 2;

#[tokio::test(flavor = "multi_thread")]
async fn a_process_stopped_past_its_lease_sends_nothing_that_it_had_not_handed_over() {
    let test = "a_process_stopped_past_its_lease_sends_nothing_that_it_had_not_handed_over";
    let Some(url) = postgres(test) else { return };
    for moment in MOMENTS {
        let trial = Trial::new(Store::on_server(&url).await, N_ROWS, N_SESSIONS);
        let stale = trial.send(&format!("{moment}:1:stop"));
        let stale = standing_still(stale).await;
        trial.finish().await;
        let accepted = trial.accepted();
        signal(&stale, "CONT");
        let (status, stderr) = end(stale).await;
        assert!(matches!(status.code(), Some(0 | 1)), "{moment}: {status}: {stderr}");
        let n_doubts = trial.check(N_SESSIONS, moment).await;
        let is_before_the_intent = matches!(
            moment,
            "after-enqueue" | "before-sweep" | "after-sweep" | "after-claim" | "before-intent"
        );
        if is_before_the_intent {
            assert_eq!((n_doubts, trial.accepted()), (0, accepted), "{moment}");
        }
    }
}

/// Returns when the process stands still as it was told to.
pub(super) async fn standing_still(mut child: Child) -> Child {
    let mut stderr = BufReader::new(child.stderr.take().unwrap());
    let mut line = String::new();
    while !line.starts_with("standing still") {
        line.clear();
        assert_ne!(stderr.read_line(&mut line).await.unwrap(), 0, "it ended before");
    }
    let stat = format!("/proc/{}/stat", child.id().unwrap());
    // The state follows the name in brackets (proc_pid_stat(5)).
    while !std::fs::read_to_string(&stat).unwrap().rsplit(')').next().unwrap().starts_with(" T") {
        tokio::task::yield_now().await;
    }
    // Somebody must go on reading, or the process dies of what it says.
    tokio::spawn(async move {
        let mut rest = String::new();
        while stderr.read_line(&mut rest).await.is_ok_and(|n_bytes| n_bytes > 0) {}
    });
    child
}
