//! `pastdue status`.

use std::time::Duration;

use pastdue::outbox::Step;
use serde_json::{Value, json};

use super::{Store, hand_over};

async fn store() -> Store {
    let defer = Step::Defer(Duration::from_mins(5));
    Store::new(&[
        ("a", &[hand_over(), Step::Sent]),
        ("b", &[hand_over(), Step::InDoubt]),
        ("c", &[defer]),
        ("d", &[]),
        ("e", &[]),
    ])
    .await
}

#[tokio::test]
async fn the_states_add_up_and_are_told_apart() {
    let output = store().await.run("status --domains 2 --format json").code(1);
    let status: Value = serde_json::from_str(&output.stdout).unwrap();
    let expected = json!({"queued": 2, "deferred": 1, "claimed": 0, "handed_over": 0, "sent": 1, "in_doubt": 1,
        "refused": 0, "suppressed": 0, "withdrawn": 0, "expired": 0, "unrenderable": 0, "rejected": 0});
    assert_eq!((&status["total"], &status["states"]), (&5.into(), &expected));
    let expected = json!({"nl-NL": {"sent": 1, "in_doubt": 1}, "und": {"queued": 2, "deferred": 1}});
    assert_eq!(status["locales"], expected);
    assert_eq!(
        status["kinds"],
        json!({"payment-failed": {"queued": 2, "deferred": 1, "sent": 1, "in_doubt": 1}})
    );
    let expected = json!({"a.example": {"sent": 1}, "b.example": {"in_doubt": 1},
        "(others)": {"queued": 2, "deferred": 1}});
    assert_eq!(status["domains"], expected);
    assert_eq!((&status["brought"], &status["bounced"]), (&5.into(), &0.into()));
}

#[tokio::test]
async fn people_get_tables() {
    let output = store().await.run("status --domains 1").code(1);
    let expected = "\
2 queued
1 deferred
1 sent
1 in_doubt
5 in all

locale            queued  deferred  sent  in_doubt
nl-NL                  0         0     1         1
(not chosen yet)       2         1     0         0

kind            queued  deferred  sent  in_doubt
payment-failed       2         1     1         1

domain     queued  deferred  sent  in_doubt
a.example       0         0     1         0
(others)        2         1     0         1
";
    assert_eq!(output.stdout, expected);
    assert_eq!(output.stderr, "1 in doubt: `pastdue doubt` lists and settles them\n");
}

#[tokio::test]
async fn an_outbox_that_is_empty_is_well() {
    Store::new(&[]).await.run("status").stdout("0 in all\n").stderr("").code(0);
}
