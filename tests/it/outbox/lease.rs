//! Who holds what, until when, and what becomes of what the dead have left.

use std::time::Duration;

use pastdue::outbox::{Outbox as _, State, Step, Swept, Waiting};

use super::{ONE, TWO, check_states, claim, enqueue, hand_over, step};
use crate::store::on_each;

const MOMENT: Duration = Duration::from_millis(1);
/// A lease but for a [`MOMENT`].
const ALMOST: Duration = Duration::from_millis(59_999);

#[tokio::test]
async fn what_the_dead_have_claimed_goes_back_and_what_they_have_handed_over_is_in_doubt() {
    on_each(
        "what_the_dead_have_claimed_goes_back_and_what_they_have_handed_over_is_in_doubt",
        async |store| {
            let outbox = store.open().await;
            enqueue(&outbox, &["a", "b", "c"]).await;
            let claims = claim(&outbox, ONE).await;
            outbox.apply(ONE, &[hand_over(&claims[0])]).await.unwrap();
            assert_eq!(outbox.sweep(None).await.unwrap(), Swept::default());
            store.wait(ALMOST);
            assert_eq!(outbox.sweep(None).await.unwrap(), Swept::default());
            // A lease that is prolonged in time holds.
            outbox.renew(ONE, super::LEASE).await.unwrap();
            store.wait(ALMOST);
            assert_eq!(outbox.sweep(None).await.unwrap(), Swept::default());
            store.wait(MOMENT);
            let swept = Swept { n_queued: 2, n_in_doubt: 1, n_resent: 0 };
            assert_eq!(outbox.sweep(None).await.unwrap(), swept);
            assert_eq!(outbox.sweep(None).await.unwrap(), Swept::default());
            check_states(&outbox, &[(State::Queued, 2), (State::InDoubt, 1)]).await;
            // The dead one comes back, too late.
            let late = [
                hand_over(&claims[1]),
                step(&claims[0], State::HandedOver, Step::Sent),
                step(&claims[2], State::Claimed, Step::Return(Duration::ZERO, "x".to_owned())),
            ];
            // What is queued already need not be put back.
            assert_eq!(outbox.apply(ONE, &late).await.unwrap(), [false, false, true]);
            check_states(&outbox, &[(State::Queued, 2), (State::InDoubt, 1)]).await;
            assert_eq!(claim(&outbox, TWO).await.len(), 2);
            assert_eq!(outbox.apply(ONE, &late).await.unwrap(), [false; 3]);
        },
    )
    .await;
}

#[tokio::test]
async fn whoever_says_goodbye_leaves_everything_at_once() {
    on_each("whoever_says_goodbye_leaves_everything_at_once", async |store| {
        let outbox = store.open().await;
        enqueue(&outbox, &["a"]).await;
        assert_eq!(claim(&outbox, ONE).await.len(), 1);
        outbox.retire(ONE).await.unwrap();
        outbox.retire(ONE).await.unwrap();
        assert_eq!(outbox.sweep(None).await.unwrap(), Swept { n_queued: 1, ..Swept::default() });
        assert_eq!(claim(&outbox, TWO).await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_doubt_is_held_unless_it_is_to_be_sent_again_after_a_time() {
    on_each("a_doubt_is_held_unless_it_is_to_be_sent_again_after_a_time", async |store| {
        let outbox = store.open().await;
        enqueue(&outbox, &["a"]).await;
        let a = claim(&outbox, ONE).await.remove(0);
        outbox.apply(ONE, &[hand_over(&a)]).await.unwrap();
        outbox.apply(ONE, &[step(&a, State::HandedOver, Step::InDoubt)]).await.unwrap();
        let hour = Duration::from_hours(1);
        store.wait(hour.saturating_sub(MOMENT));
        assert_eq!(outbox.sweep(Some(hour)).await.unwrap(), Swept::default());
        store.wait(MOMENT);
        assert_eq!(outbox.sweep(None).await.unwrap(), Swept::default());
        assert_eq!(outbox.sweep(Some(hour)).await.unwrap(), Swept { n_resent: 1, ..Swept::default() });
        let again = claim(&outbox, ONE).await.remove(0);
        assert_eq!((again.ticket.epoch, again.n_attempts), (2, 1));
    })
    .await;
}

#[tokio::test]
async fn it_is_known_when_the_next_notice_is_due_and_whether_one_is_held() {
    on_each("it_is_known_when_the_next_notice_is_due_and_whether_one_is_held", async |store| {
        let outbox = store.open().await;
        let waiting = async || {
            let Waiting { next_due, is_held } = outbox.waiting().await.unwrap();
            (next_due.map(|time| time.as_secs()), is_held)
        };
        assert_eq!(waiting().await, (None, false));
        enqueue(&outbox, &["a"]).await;
        assert_eq!(waiting().await, (Some(0), false));
        store.wait(Duration::from_secs(5));
        assert_eq!(waiting().await, (Some(0), false));
        let a = claim(&outbox, ONE).await.remove(0);
        assert_eq!(waiting().await, (None, true));
        let deferred = step(&a, State::Claimed, Step::Defer(Duration::from_mins(5)));
        outbox.apply(ONE, &[deferred]).await.unwrap();
        assert_eq!(waiting().await, (Some(300), false));
        store.wait(Duration::from_mins(1));
        assert_eq!(waiting().await, (Some(240), false));
    })
    .await;
}

#[tokio::test]
async fn what_expires_is_claimed_without_time_left() {
    on_each("what_expires_is_claimed_without_time_left", async |store| {
        let outbox = store.open().await;
        enqueue(&outbox, &["a"]).await;
        store.wait(super::LIFETIME + Duration::from_hours(1));
        let a = claim(&outbox, ONE).await.remove(0);
        assert_eq!(a.remaining, Duration::ZERO);
    })
    .await;
}
