//! What goes in: each row once, whatever is brought again.

use std::sync::Arc;
use std::time::Duration;

use pastdue::outbox::{Enqueued, Outbox as _, Rejection, Run, State, Step};

use super::{LIFETIME, ONE, check_states, claim, enqueue, hand_over, ids, step};
use crate::store::{notice, on_each};

#[tokio::test]
async fn a_key_is_enqueued_once_and_other_content_is_a_conflict() {
    on_each("a_key_is_enqueued_once_and_other_content_is_a_conflict", async |store| {
        let outbox = store.open().await;
        let (a, b, other_b) =
            (notice("a", "example.nl"), notice("b", "example.nl"), notice("b", "example.com"));
        // Within one batch too, the first of a key counts.
        let batch = [a.clone(), b.clone(), other_b.clone(), a.clone()];
        let enqueued = outbox.enqueue(Run(1), &batch, LIFETIME).await.unwrap();
        let (known, conflict) = (Enqueued::Known(State::Queued), Enqueued::Conflict(State::Queued));
        assert_eq!(enqueued, [Enqueued::New, Enqueued::New, conflict, known]);

        let claims = claim(&outbox, ONE).await;
        assert_eq!(claims.iter().map(|claim| claim.domain.as_str()).collect::<Vec<_>>(), ["example.nl"; 2]);
        outbox.apply(ONE, &[hand_over(&claims[0])]).await.unwrap();
        outbox.apply(ONE, &[step(&claims[0], State::HandedOver, Step::Sent)]).await.unwrap();
        let again = [other_b, notice("c", "example.nl"), b, a];
        let enqueued = outbox.enqueue(Run(2), &again, LIFETIME).await.unwrap();
        let expected = [
            Enqueued::Conflict(State::Claimed),
            Enqueued::New,
            Enqueued::Known(State::Claimed),
            Enqueued::Known(State::Sent),
        ];
        assert_eq!(enqueued, expected);
        assert_eq!(outbox.enqueue(Run(2), &[], LIFETIME).await.unwrap(), []);
        check_states(&outbox, &[(State::Queued, 1), (State::Claimed, 1), (State::Sent, 1)]).await;
    })
    .await;
}

#[tokio::test]
async fn what_is_claimed_is_what_was_enqueued_whatever_its_letters() {
    on_each("what_is_claimed_is_what_was_enqueued_whatever_its_letters", async |store| {
        let outbox = store.open().await;
        let mut notices = Vec::new();
        for (n, name) in
            ["O'Brien \\u0000 \\", "\"; DROP TABLE notices; --", "王小明 👩‍💻", "$1 {x} %s"].iter().enumerate()
        {
            let mut row: serde_json::Value =
                serde_json::from_str(&notice(&format!("n{n}"), "example.nl").to_json()).unwrap();
            row["account"]["name"] = (*name).into();
            notices.push(pastdue::Notice::from_json(row.to_string().as_bytes()).unwrap());
        }
        outbox.enqueue(Run(1), &notices, LIFETIME).await.unwrap();
        let claims = claim(&outbox, ONE).await;
        let rows: Vec<_> = claims.iter().map(|claim| claim.notice.as_ref().unwrap().to_json()).collect();
        assert_eq!(rows, notices.iter().map(pastdue::Notice::to_json).collect::<Vec<_>>());
    })
    .await;
}

#[tokio::test]
async fn a_rejected_row_is_kept_once_for_each_place_and_reason() {
    on_each("a_rejected_row_is_kept_once_for_each_place_and_reason", async |store| {
        let outbox = store.open().await;
        let row =
            |place: &str, reason: &str| Rejection { place: place.to_owned(), reason: reason.to_owned() };
        let rows = [row("a.csv:2", "`id`: is missing"), row("a.csv:3", "a NUL \0 in 'it' \\ \u{1F4A9}")];
        outbox.reject(Run(1), &rows).await.unwrap();
        outbox.reject(Run(1), &rows[..1]).await.unwrap();
        outbox.reject(Run(2), &[rows[1].clone(), row("a.csv:2", "another reason")]).await.unwrap();
        check_states(&outbox, &[(State::Rejected, 3)]).await;
    })
    .await;
}

#[tokio::test]
async fn those_that_have_waited_longest_are_claimed_first_and_no_more_than_asked_for() {
    on_each("those_that_have_waited_longest_are_claimed_first_and_no_more_than_asked_for", async |store| {
        let outbox = store.open().await;
        outbox.renew(ONE, super::LEASE).await.unwrap();
        for id in ["c", "b", "a"] {
            enqueue(&outbox, &[id]).await;
            store.wait(Duration::from_secs(1));
        }
        let elsewhere = notice("elsewhere", "example.com");
        outbox.enqueue(Run(1), &[elsewhere], LIFETIME).await.unwrap();
        assert_eq!(ids(&outbox.claim(ONE, 2, &[]).await.unwrap()), ["c", "b"]);
        let except = ["example.nl".to_owned(), "it's \"no\" domain".to_owned()];
        let claims = outbox.claim(ONE, 2, &except).await.unwrap();
        assert_eq!(ids(&claims), ["elsewhere"]);
        assert_eq!((claims[0].n_attempts, claims[0].is_suppressed), (0, false));
        assert_eq!((claims[0].remaining, claims[0].ticket.epoch), (LIFETIME, 1));
        assert_eq!(ids(&outbox.claim(ONE, 2, &[]).await.unwrap()), ["a"]);
        assert_eq!(outbox.claim(ONE, 2, &[]).await.unwrap().len(), 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn nobody_gets_what_another_has_and_nothing_is_brought_twice_at_once() {
    on_each("nobody_gets_what_another_has_and_nothing_is_brought_twice_at_once", async |store| {
        let outbox = Arc::new(store.open().await);
        let notices: Arc<Vec<_>> =
            Arc::new((0..60).map(|n| notice(&format!("n{n}"), "example.nl")).collect());
        let tasks: Vec<_> = (0..4)
            .map(|n| {
                let (outbox, mut notices) = (Arc::clone(&outbox), notices.to_vec());
                notices.rotate_left(15 * n);
                tokio::spawn(async move { outbox.enqueue(Run(1), &notices, LIFETIME).await.unwrap() })
            })
            .collect();
        let mut n_new = 0;
        for task in tasks {
            n_new += task.await.unwrap().iter().filter(|enqueued| **enqueued == Enqueued::New).count();
        }
        assert_eq!(n_new, 60);
        check_states(&outbox, &[(State::Queued, 60)]).await;

        // In a file there is one worker.
        let worker = |n| if store.is_file() { ONE } else { pastdue::outbox::Worker(n) };
        let tasks: Vec<_> = (0..4)
            .map(|n| {
                let (outbox, worker) = (Arc::clone(&outbox), worker(n));
                tokio::spawn(async move {
                    outbox.renew(worker, super::LEASE).await.unwrap();
                    let mut seqs = Vec::new();
                    for _ in 0..8 {
                        let claims = outbox.claim(worker, 3, &[]).await.unwrap();
                        seqs.extend(claims.iter().map(|claim| claim.ticket.seq));
                    }
                    seqs
                })
            })
            .collect();
        let mut seqs = Vec::new();
        for task in tasks {
            seqs.extend(task.await.unwrap());
        }
        let different: std::collections::BTreeSet<_> = seqs.iter().collect();
        assert_eq!(seqs.len(), different.len());
        let n_queued = 60 - seqs.len() as u64;
        let states = [(State::Queued, n_queued), (State::Claimed, seqs.len() as u64)];
        check_states(&outbox, &states[usize::from(n_queued == 0)..]).await;
    })
    .await;
}
