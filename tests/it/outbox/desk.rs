//! What an operator asks of the outbox, while a worker holds some of it.

use pastdue::message::Token;
use pastdue::notice::NoticeKey;
use pastdue::outbox::{Outbox as _, State, Step, Verdict, Withdrawal};

use super::{LIFETIME, ONE, answered, check_states, claim, enqueue, hand_over, step};
use crate::store::on_each;

fn key(id: &str) -> NoticeKey {
    NoticeKey::new(id).unwrap()
}

#[tokio::test]
async fn a_doubt_is_settled_once_and_only_a_doubt() {
    on_each("a_doubt_is_settled_once_and_only_a_doubt", async |store| {
        let outbox = store.open().await;
        enqueue(&outbox, &["a", "b", "c", "d"]).await;
        let claims = claim(&outbox, ONE).await;
        outbox.apply(ONE, &claims.iter().map(hand_over).collect::<Vec<_>>()).await.unwrap();
        let doubts = claims[..3].iter().map(|claim| step(claim, State::HandedOver, Step::InDoubt));
        outbox.apply(ONE, &doubts.collect::<Vec<_>>()).await.unwrap();
        let mut doubts: Vec<_> =
            outbox.doubts().await.unwrap().into_iter().map(|doubt| doubt.key.to_string()).collect();
        doubts.sort();
        assert_eq!(doubts, ["a", "b", "c"]);
        let settle = async |id, verdict| {
            outbox.settle_doubt(&key(id), verdict, "the relay's 'log' says so", LIFETIME).await.unwrap()
        };
        for (id, verdict) in [("a", Verdict::Sent), ("b", Verdict::Resend), ("c", Verdict::Refused)] {
            assert_eq!((settle(id, verdict).await, settle(id, verdict).await), (true, false), "{id}");
        }
        assert!(!settle("d", Verdict::Resend).await);
        assert!(!settle("nobody", Verdict::Resend).await);
        let states = [(State::Queued, 1), (State::HandedOver, 1), (State::Sent, 1), (State::Refused, 1)];
        check_states(&outbox, &states).await;
        let again = claim(&outbox, ONE).await.remove(0);
        assert_eq!((again.key, again.ticket.epoch), (key("b"), 2));
    })
    .await;
}

#[tokio::test]
async fn what_is_withdrawn_is_not_handed_over_and_what_is_handed_over_is_not_withdrawn() {
    on_each("what_is_withdrawn_is_not_handed_over_and_what_is_handed_over_is_not_withdrawn", async |store| {
        let outbox = store.open().await;
        enqueue(&outbox, &["a", "b"]).await;
        let claims = claim(&outbox, ONE).await;
        enqueue(&outbox, &["c"]).await;
        outbox.apply(ONE, &[hand_over(&claims[0])]).await.unwrap();
        let keys = ["a", "b", "c", "nobody"].map(key);
        let late = Withdrawal::TooLate(State::HandedOver);
        let expected = [late, Withdrawal::Made, Withdrawal::Made, Withdrawal::Unknown];
        assert_eq!(outbox.withdraw(&keys).await.unwrap(), expected, "on {}", store.url);
        let expected = [late, Withdrawal::MadeBefore, Withdrawal::MadeBefore, Withdrawal::Unknown];
        assert_eq!(outbox.withdraw(&keys).await.unwrap(), expected, "on {}", store.url);
        enqueue(&outbox, &["d"]).await;
        let accounts = ["acc_42".to_owned(), "it's nobody's".to_owned()];
        assert_eq!(outbox.withdraw_accounts(&accounts).await.unwrap(), [key("d")]);
        assert_eq!(outbox.withdraw_accounts(&accounts).await.unwrap(), []);
        assert_eq!(outbox.apply(ONE, &[hand_over(&claims[1])]).await.unwrap(), [false]);
        assert_eq!(claim(&outbox, ONE).await.len(), 0);
        check_states(&outbox, &[(State::HandedOver, 1), (State::Withdrawn, 3)]).await;
        assert_eq!(outbox.state_of(&key("c")).await.unwrap(), Some(State::Withdrawn));
        assert_eq!(outbox.state_of(&key("nobody")).await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn all_that_is_known_of_a_notice_is_told_and_counted_by_what_it_is() {
    on_each("all_that_is_known_of_a_notice_is_told_and_counted_by_what_it_is", async |store| {
        let outbox = store.open().await;
        enqueue(&outbox, &["a", "b"]).await;
        let claims = claim(&outbox, ONE).await;
        outbox.apply(ONE, &[hand_over(&claims[0])]).await.unwrap();
        let refused = answered(&claims[0], State::HandedOver, Step::Refuse { suppress: None }, "5.6.0 'no'");
        outbox.apply(ONE, &[refused]).await.unwrap();
        let history = outbox.history(Token::of(&key("a"))).await.unwrap().unwrap();
        assert_eq!((history.state, history.n_claims, history.is_suppressed), (State::Refused, 1, false));
        assert_eq!(history.locale.as_deref(), Some("nl-NL"));
        let tried: Vec<_> =
            history.attempts.iter().map(|tried| (tried.code, tried.text.as_deref())).collect();
        assert_eq!(tried, [(Some(550), Some("5.6.0 'no'"))]);
        assert!(outbox.history(Token::of(&key("nobody"))).await.unwrap().is_none());

        let status = outbox.status().await.unwrap();
        let locales: Vec<_> =
            status.locales.iter().map(|(locale, states)| (locale.as_str(), states)).collect();
        let (nl, und) = ([(State::Refused, 1)].into(), [(State::Claimed, 1)].into());
        assert_eq!(locales, [("nl-NL", &nl), ("und", &und)]);
        for breakdown in [status.kinds, status.domains] {
            let both = [(State::Claimed, 1), (State::Refused, 1)].into();
            assert_eq!(breakdown.into_values().collect::<Vec<_>>(), [both], "on {}", store.url);
        }
    })
    .await;
}
