//! A process that is stopped past its lease, at each moment which a notice comes by, and goes on when another has
//! taken what it had.

use pastdue::failpoint::MOMENTS;

use super::Trial;
use super::stopped::Stopped;
use crate::store::{Store, postgres};

const N_ROWS: usize = 9;
const N_SESSIONS: usize = 2;

#[tokio::test(flavor = "multi_thread")]
async fn a_process_stopped_past_its_lease_sends_nothing_that_it_had_not_handed_over() {
    let test = "a_process_stopped_past_its_lease_sends_nothing_that_it_had_not_handed_over";
    let Some(url) = postgres(test) else { return };
    for moment in MOMENTS {
        let trial = Trial::new(Store::on_server(&url).await, N_ROWS, N_SESSIONS);
        let stale = Stopped::at_its_failpoint(trial.send(&format!("{moment}:1:stop"))).await;
        trial.finish().await;
        let accepted = trial.accepted();
        stale.go_on();
        let (status, stderr) = stale.end().await;
        assert!(matches!(status.code(), Some(0 | 1)), "{moment}: {status}: {stderr}");
        let n_doubts = trial.check(N_SESSIONS, moment).await;
        let is_before_the_intent = matches!(
            moment,
            "after-enqueue" | "before-sweep" | "after-sweep" | "after-claim" | "before-intent"
        );
        if is_before_the_intent {
            assert_eq!((n_doubts, trial.accepted()), (0, accepted), "{moment}: {stderr}");
        }
    }
}
