//! What may become of a claimed notice, step by step, and who may say so.

use std::time::Duration;

use pastdue::outbox::{Outbox as _, Run, State, Step, Swept, Waiting, Withdrawal};

use super::{LEASE, LIFETIME, ONE, TWO, answered, check_states, claim, enqueue, hand_over, ids, step};
use crate::store::{notice, on_each};

const MINUTE: Duration = Duration::from_mins(1);

#[tokio::test]
async fn every_step_leads_to_its_state_and_only_some_lead_back_to_a_claim() {
    on_each("every_step_leads_to_its_state_and_only_some_lead_back_to_a_claim", async |store| {
        let outbox = store.open().await;
        let steps = [
            // From, step, attempts that count.
            (State::Claimed, Step::Defer(MINUTE), Some(1)),
            (State::Claimed, Step::Return(MINUTE, "the relay failed".to_owned()), Some(0)),
            (State::Claimed, Step::Refuse { suppress: None }, None),
            (State::Claimed, Step::Suppress, None),
            (State::Claimed, Step::Expire("too late".to_owned()), None),
            (State::Claimed, Step::Unrenderable("no words".to_owned()), None),
            (State::HandedOver, Step::Sent, None),
            (State::HandedOver, Step::InDoubt, None),
            (State::HandedOver, Step::Defer(MINUTE), Some(1)),
            (State::HandedOver, Step::Refuse { suppress: None }, None),
            (State::HandedOver, Step::Expire("too late".to_owned()), None),
        ];
        for (n, (from, to, comes_back)) in steps.into_iter().enumerate() {
            enqueue(&outbox, &[&format!("n{n}")]).await;
            let claim_of_it = claim(&outbox, ONE).await.remove(0);
            assert!(from.can_become(to.to()), "{to:?}");
            if from == State::HandedOver {
                assert_eq!(outbox.apply(ONE, &[hand_over(&claim_of_it)]).await.unwrap(), [true]);
            }
            let moved = answered(&claim_of_it, from, to.clone(), "5.1.1 a 'no'");
            assert_eq!(outbox.apply(ONE, &[moved]).await.unwrap(), [true], "{to:?} on {}", store.url);
            assert_eq!(outbox.state_of(&claim_of_it.key).await.unwrap(), Some(to.to()));
            assert_eq!(claim(&outbox, ONE).await.len(), 0, "{to:?}");
            store.wait(MINUTE);
            let again = claim(&outbox, ONE).await;
            assert_eq!(again.first().map(|claim| claim.n_attempts), comes_back, "{to:?} on {}", store.url);
            for claim in again {
                assert_eq!(claim.ticket.epoch, 2);
                outbox.apply(ONE, &[step(&claim, State::Claimed, Step::Suppress)]).await.unwrap();
            }
        }
        assert_eq!(outbox.waiting().await.unwrap(), Waiting::default());
    })
    .await;
}

#[tokio::test]
async fn a_move_from_another_state_or_by_another_worker_is_not_made() {
    on_each("a_move_from_another_state_or_by_another_worker_is_not_made", async |store| {
        let outbox = store.open().await;
        enqueue(&outbox, &["a"]).await;
        let a = claim(&outbox, ONE).await.remove(0);
        let sent = step(&a, State::HandedOver, Step::Sent);
        // Nothing is sent that has not been handed over.
        assert_eq!(outbox.apply(ONE, std::slice::from_ref(&sent)).await.unwrap(), [false]);
        assert_eq!(outbox.apply(TWO, &[hand_over(&a)]).await.unwrap(), [false]);
        assert_eq!(outbox.apply(ONE, &[hand_over(&a)]).await.unwrap(), [true]);
        let returned = step(&a, State::Claimed, Step::Return(Duration::ZERO, "x".to_owned()));
        assert_eq!(outbox.apply(ONE, &[returned]).await.unwrap(), [false]);
        assert_eq!(outbox.apply(TWO, std::slice::from_ref(&sent)).await.unwrap(), [false]);
        check_states(&outbox, &[(State::HandedOver, 1)]).await;
        assert_eq!(outbox.apply(ONE, &[sent]).await.unwrap(), [true]);
        check_states(&outbox, &[(State::Sent, 1)]).await;
    })
    .await;
}

#[tokio::test]
async fn a_move_asked_for_again_counts_as_made() {
    on_each("a_move_asked_for_again_counts_as_made", async |store| {
        // When the line to the store breaks, nobody knows whether the commit before that was made.
        let outbox = store.open().await;
        enqueue(&outbox, &["a", "b"]).await;
        let claims = claim(&outbox, ONE).await;
        let (a, b) = (&claims[0], &claims[1]);
        outbox.apply(ONE, &[hand_over(a)]).await.unwrap();
        assert_eq!(outbox.apply(ONE, &[hand_over(a), hand_over(b)]).await.unwrap(), [true, true]);
        let settled = [
            answered(a, State::HandedOver, Step::Sent, "2.0.0 queued"),
            answered(b, State::HandedOver, Step::Defer(MINUTE), "4.2.0 later"),
        ];
        for _ in 0..2 {
            assert_eq!(outbox.apply(ONE, &settled).await.unwrap(), [true, true]);
        }
        store.wait(MINUTE);
        let again = claim(&outbox, ONE).await;
        assert_eq!((ids(&again), again[0].n_attempts), (vec!["b"], 1));
        check_states(&outbox, &[(State::Claimed, 1), (State::Sent, 1)]).await;
    })
    .await;
}

#[tokio::test]
async fn of_two_claims_of_one_notice_in_one_commit_only_the_last_moves_it() {
    on_each("of_two_claims_of_one_notice_in_one_commit_only_the_last_moves_it", async |store| {
        let outbox = store.open().await;
        enqueue(&outbox, &["a"]).await;
        let stale = claim(&outbox, ONE).await.remove(0);
        store.wait(LEASE);
        assert_eq!(outbox.sweep(None).await.unwrap(), Swept { n_queued: 1, ..Swept::default() });
        // The same worker comes back: state and worker are as they were, and only the epoch tells.
        let current = claim(&outbox, ONE).await.remove(0);
        assert_eq!((stale.ticket.epoch, current.ticket.epoch), (1, 2));
        let moves = [hand_over(&stale), hand_over(&current)];
        assert_eq!(outbox.apply(ONE, &moves).await.unwrap(), [false, true], "on {}", store.url);
        let moves =
            [&stale, &current].map(|claim| answered(claim, State::HandedOver, Step::Sent, "2.0.0 queued"));
        assert_eq!(outbox.apply(ONE, &moves).await.unwrap(), [false, true], "on {}", store.url);
    })
    .await;
}

#[tokio::test]
async fn many_moves_share_a_commit_and_each_is_answered_for() {
    on_each("many_moves_share_a_commit_and_each_is_answered_for", async |store| {
        let outbox = store.open().await;
        let names: Vec<String> = (0..90).map(|n| format!("n{n:02}")).collect();
        enqueue(&outbox, &names.iter().map(String::as_str).collect::<Vec<_>>()).await;
        let claims = claim(&outbox, ONE).await;
        assert_eq!(claims.len(), 90);
        let paid: Vec<_> = claims.iter().step_by(9).map(|claim| claim.key.clone()).collect();
        assert_eq!(outbox.withdraw(&paid).await.unwrap(), vec![Withdrawal::Made; 10]);
        let moves: Vec<_> = claims.iter().map(hand_over).collect();
        let expected: Vec<bool> = (0..90).map(|n| n % 9 != 0).collect();
        assert_eq!(outbox.apply(ONE, &moves).await.unwrap(), expected);
        let moves: Vec<_> = claims
            .iter()
            .enumerate()
            .map(|(n, claim)| match n % 3 {
                0 => answered(claim, State::HandedOver, Step::Sent, "2.0.0 queued"),
                1 => answered(claim, State::HandedOver, Step::InDoubt, "the line was lost"),
                _ => answered(claim, State::HandedOver, Step::Refuse { suppress: None }, "5.6.0 no"),
            })
            .collect();
        assert_eq!(outbox.apply(ONE, &moves).await.unwrap(), expected);
        let states = [(State::Sent, 20), (State::InDoubt, 30), (State::Refused, 30), (State::Withdrawn, 10)];
        check_states(&outbox, &states).await;
        assert_eq!(outbox.apply(ONE, &[]).await.unwrap(), [false; 0]);
    })
    .await;
}

#[tokio::test]
async fn what_a_relay_says_is_kept_whatever_it_says() {
    on_each("what_a_relay_says_is_kept_whatever_it_says", async |store| {
        let outbox = store.open().await;
        for (n, text) in ["a NUL \0", "\\u0000", "'\"\\ \u{FFFF} \u{1F4A9}", ""].iter().enumerate() {
            enqueue(&outbox, &[&format!("n{n}")]).await;
            let claim = claim(&outbox, ONE).await.remove(0);
            let refused = answered(&claim, State::Claimed, Step::Refuse { suppress: None }, text);
            assert_eq!(outbox.apply(ONE, &[refused]).await.unwrap(), [true], "{text:?}");
        }
        check_states(&outbox, &[(State::Refused, 4)]).await;
    })
    .await;
}

#[tokio::test]
async fn an_address_that_does_not_exist_is_known_whatever_the_case_of_its_letters() {
    on_each("an_address_that_does_not_exist_is_known_whatever_the_case_of_its_letters", async |store| {
        let outbox = store.open().await;
        enqueue(&outbox, &["a"]).await;
        let a = claim(&outbox, ONE).await.remove(0);
        let others = [notice("b", "EXAMPLE.nl"), notice("c", "example.com")];
        outbox.enqueue(Run(1), &others, LIFETIME).await.unwrap();
        let suppress = Some("a***@example.nl".to_owned());
        let refused = answered(&a, State::Claimed, Step::Refuse { suppress }, "5.1.1 nobody");
        // Twice: the second notice to the address may be under way already.
        for _ in 0..2 {
            assert_eq!(outbox.apply(ONE, std::slice::from_ref(&refused)).await.unwrap(), [true]);
        }
        let claims = claim(&outbox, ONE).await;
        let suppressed: Vec<_> = claims.iter().map(|claim| claim.is_suppressed).collect();
        assert_eq!((ids(&claims), suppressed), (vec!["b", "c"], vec![true, false]));
    })
    .await;
}
