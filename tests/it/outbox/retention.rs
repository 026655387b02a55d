//! Addresses that are never mailed, mails that came back, and what is forgotten in time.

use std::time::Duration;

use pastdue::Address;
use pastdue::message::Token;
use pastdue::notice::NoticeKey;
use pastdue::outbox::{Outbox as _, Returned, State, Step};

use super::{ONE, answered, check_states, claim, enqueue, hand_over, step};
use crate::store::on_each;

fn token(id: &str) -> Token {
    Token::of(&NoticeKey::new(id).unwrap())
}

#[tokio::test]
async fn the_suppression_list_holds_each_address_once() {
    on_each("the_suppression_list_holds_each_address_once", async |store| {
        let outbox = store.open().await;
        let address = |text| Address::new(text).unwrap();
        let twice = [address("Anneke@example.nl"), address("anneke@example.nl"), address("b@example.nl")];
        assert_eq!(outbox.suppress(&twice, "it's asked for").await.unwrap(), 2, "on {}", store.url);
        assert_eq!(outbox.suppress(&twice, "again").await.unwrap(), 0);
        let list = outbox.suppressions().await.unwrap();
        assert!(list.iter().all(|entry| entry.reason == "it's asked for"), "{list:?}");
        let one = outbox.suppression_of(&address("ANNEKE@example.nl")).await.unwrap();
        assert!(one.is_some_and(|entry| entry.masked.ends_with("***@example.nl")));
        assert!(outbox.unsuppress(&address("anneke@example.nl")).await.unwrap());
        assert!(!outbox.unsuppress(&address("anneke@example.nl")).await.unwrap());
        assert_eq!(outbox.suppressions().await.unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn what_came_back_is_noted_once_and_what_stays_is_not_overwritten() {
    on_each("what_came_back_is_noted_once_and_what_stays_is_not_overwritten", async |store| {
        let outbox = store.open().await;
        enqueue(&outbox, &["a", "b"]).await;
        let claims = claim(&outbox, ONE).await;
        outbox.apply(ONE, &claims.iter().map(hand_over).collect::<Vec<_>>()).await.unwrap();
        let outcomes = [(&claims[0], Step::Sent), (&claims[1], Step::InDoubt)];
        let moves = outcomes.map(|(claim, outcome)| step(claim, State::HandedOver, outcome));
        outbox.apply(ONE, &moves).await.unwrap();
        enqueue(&outbox, &["c"]).await;
        let note = async |id, text: &str, is_permanent, is_proven| {
            let returned = Returned { token: token(id), text: text.to_owned(), is_permanent, is_proven };
            let noted = outbox.note_bounce(&returned).await.unwrap();
            noted.map(|noted| (noted.is_new, noted.is_suppressed))
        };
        assert_eq!(note("a", "4.4.1 later", false, false).await, Some((true, false)), "on {}", store.url);
        assert_eq!(note("a", "4.4.1 later", false, false).await, Some((false, false)));
        assert_eq!(note("a", "5.1.1 'unknown'", true, false).await, Some((true, true)));
        assert_eq!(note("a", "5.1.1 'unknown'", true, false).await, Some((false, false)));
        assert_eq!(note("a", "4.4.1 later", false, false).await, Some((false, false)));
        // Only a proof settles a doubt, and what has never left cannot come back.
        assert_eq!(note("b", "4.4.1 later", false, false).await, Some((true, false)));
        check_states(&outbox, &[(State::Queued, 1), (State::Sent, 1), (State::InDoubt, 1)]).await;
        assert_eq!(note("b", "4.4.2 later", false, true).await, Some((true, false)));
        check_states(&outbox, &[(State::Queued, 1), (State::Sent, 2)]).await;
        assert_eq!(note("c", "5.1.1 unknown", true, true).await, None);
        assert_eq!(note("nobody", "5.1.1 unknown", true, true).await, None);
        let history = outbox.history(token("a")).await.unwrap().unwrap();
        assert_eq!((history.bounce.as_deref(), history.is_suppressed), (Some("5.1.1 'unknown'"), true));
        assert!(history.bounced_at.is_some());
        assert_eq!(outbox.status().await.unwrap().n_bounced, 1);
    })
    .await;
}

#[tokio::test]
async fn what_came_to_its_end_is_forgotten_and_still_counted() {
    on_each("what_came_to_its_end_is_forgotten_and_still_counted", async |store| {
        let outbox = store.open().await;
        enqueue(&outbox, &["a", "b", "c"]).await;
        let claims = claim(&outbox, ONE).await;
        outbox.apply(ONE, &claims[..2].iter().map(hand_over).collect::<Vec<_>>()).await.unwrap();
        let refused = answered(&claims[0], State::HandedOver, Step::Refuse { suppress: None }, "5.6.0 'no'");
        let doubtful = step(&claims[1], State::HandedOver, Step::InDoubt);
        outbox.apply(ONE, &[refused, doubtful]).await.unwrap();
        let returned = Returned {
            token: token("a"),
            text: "5.1.1 said anneke".to_owned(),
            is_permanent: true,
            is_proven: true,
        };
        outbox.note_bounce(&returned).await.unwrap();
        let states = [(State::Claimed, 1), (State::InDoubt, 1), (State::Refused, 1)];
        let day = Duration::from_hours(24);
        assert_eq!(outbox.purge(day).await.unwrap(), 0, "on {}", store.url);
        store.wait(2 * day);
        assert_eq!(outbox.purgeable(day).await.unwrap(), 1);
        assert_eq!((outbox.purge(day).await.unwrap(), outbox.purge(day).await.unwrap()), (1, 0));
        assert_eq!(outbox.purgeable(day).await.unwrap(), 0);
        check_states(&outbox, &states).await;
        let history = outbox.history(token("a")).await.unwrap().unwrap();
        assert_eq!((history.account, history.domain.as_str()), (None, ""));
        assert!(history.notice.is_none() && history.text.is_none() && history.why.is_none());
        assert_eq!((history.locale.as_deref(), history.bounce.as_deref()), (Some("nl-NL"), Some("5.1.1")));
        assert_eq!((history.attempts[0].code, history.attempts[0].text.as_deref()), (Some(550), None));
        assert_eq!(outbox.status().await.unwrap().n_bounced, 1);
        assert!(outbox.history(token("b")).await.unwrap().unwrap().notice.is_some());
    })
    .await;
}
