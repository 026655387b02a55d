//! `pastdue explain`.

use std::time::Duration;

use pastdue::outbox::Step;
use serde_json::{Value, json};

use super::{Store, hand_over, message_id};

#[tokio::test]
async fn a_sent_notice_tells_its_locale_its_dates_and_its_attempts() {
    let store = Store::new(&[("a", &[hand_over(), Step::Sent])]).await;
    let output = store.run("explain a").stderr("").code(0);
    let expected = format!(
        "\
a: payment-failed, final

  state         sent since 2020-01-01 12:00:00 UTC
  next          nothing
  account       acc_a
  recipient     a***@a.example
  locale        nl-NL: serves `nl-BE`
  due           2026-11-01
  next charge   2026-11-24
  service ends  2026-12-01
  Message-ID    {}
  enqueued      2020-01-01 12:00:00 UTC
  expires       2119-12-08 12:00:00 UTC

  2020-01-01 12:00:00 UTC  relay.example.com:465, waiting for the reply to the final dot, 250 2.0.0, 12 ms
    Ok: queued as 4F2A31C0B5
",
        message_id("a")
    );
    assert_eq!(output.stdout, expected);
    // The relay's log has no ids, but Message-IDs.
    store.run("explain").args(&message_id("a")).stdout(expected).code(0);
}

#[tokio::test]
async fn what_happens_next_is_told_for_each_state() {
    let day = Duration::from_hours(24 * 365 * 50);
    let refuse = Step::Refuse { suppress: Some("a***@refused.example".to_owned()) };
    let store = Store::new(&[
        ("deferred", &[Step::Defer(day)]),
        ("doubtful", &[hand_over(), Step::InDoubt]),
        ("refused", &[refuse]),
        ("unrenderable", &[Step::Unrenderable("no message `x`".to_owned())]),
        ("queued", &[]),
    ])
    .await;
    let check = |id: &str, state: &str, expected: &str| {
        let output = store.run(&format!("explain {id} --format json")).code(0);
        let told: Value = serde_json::from_str(&output.stdout).unwrap();
        assert_eq!(told["state"], state);
        assert!(told["next"].as_str().unwrap().starts_with(expected), "{id}: {}", told["next"]);
        assert!(!output.stdout.contains("anneke"), "{}", output.stdout);
        told
    };
    check("queued", "queued", "delivered by the next `send`, or by `work`, until 2119-12-08 12:00:00 UTC");
    let told = check("deferred", "deferred", "tried again from 2069-12-19 12:00:00 UTC, until 2119-");
    assert_eq!(told["attempts"][0]["text"], "greylisted, come back");
    assert_eq!((&told["locale"], &told["why"]), (&json!("nl-NL"), &json!("serves `nl-BE`")));
    check("doubtful", "in_doubt", &format!("nothing by itself: look for {}", message_id("doubtful")));
    let told = check("refused", "refused", "nothing: correct the address");
    assert_eq!(told["is_suppressed"], true);
    let told = check("unrenderable", "unrenderable", "nothing: correct the template");
    assert_eq!(told["text"], "no message `x`");
}

#[tokio::test]
async fn a_notice_that_is_not_there_needs_a_person() {
    let store = Store::new(&[("a", &[])]).await;
    store.run("explain b").stdout("").stderr("it is not in the outbox\n").code(1);
    let output = store.run("explain b!").stdout("").code(2);
    assert!(output.stderr.contains("or a Message-ID"), "{}", output.stderr);
}
