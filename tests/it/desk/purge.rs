//! `pastdue purge`.

use std::fs;

use pastdue::outbox::{Enqueued, Outbox as _, Run, State, Step};

use super::{LIFETIME, Store, hand_over, notice};

async fn store() -> Store {
    let refuse = Step::Refuse { suppress: Some("a***@b.example".to_owned()) };
    Store::new(&[
        ("a", &[hand_over(), Step::Sent]),
        ("b", &[refuse]),
        ("c", &[hand_over(), Step::InDoubt]),
        ("d", &[]),
    ])
    .await
}

#[tokio::test]
async fn personal_data_goes_and_the_numbers_stay() {
    let store = store().await;
    let before = store.states();
    store.run("purge --older-than 0s --dry-run").stdout("2 to be purged\n").stderr("").code(0);
    store.run("purge --older-than 0s").stdout("2 purged\n").stderr("").code(0);
    store.run("purge --older-than 0s").stdout("0 purged\n").stderr("").code(0);
    assert_eq!(store.states(), before);
    let told = store.run("explain a").code(0).stdout;
    for expected in
        ["state         sent since", "account       (purged)", "locale        nl-NL: (purged)", "250 2.0.0"]
    {
        assert!(told.contains(expected), "{told}");
    }
    // What waits or is in doubt still needs its data.
    for id in ["c", "d"] {
        assert!(store.run("explain").args(id).code(0).stdout.contains(&format!("account       acc_{id}")));
    }
    let status = store.run("status").code(1).stdout;
    assert!(status.contains("(purged)        0     1         0        1\n"), "{status}");
}

#[tokio::test]
async fn nothing_of_a_purged_notice_is_left_in_the_file() {
    let store = store().await;
    let holds = |what: &str| {
        let files = ["outbox.db", "outbox.db-wal"].map(|name| store.folder.path().join(name));
        let bytes: Vec<u8> = files.iter().filter_map(|file| fs::read(file).ok()).flatten().collect();
        bytes.windows(what.len()).any(|window| window == what.as_bytes())
    };
    assert!(holds("anneke@a.example") && holds("acc_a"));
    store.run("purge --older-than 0s").code(0);
    assert!(!holds("a.example") && !holds("acc_a"));
    assert!(holds("anneke@d.example"));
}

#[tokio::test]
async fn an_id_is_not_mailed_again_after_it_was_purged() {
    let store = store().await;
    store.run("purge --older-than 0s").code(0);
    let mut other = notice("a");
    other.subscription.id = "sub_8".to_owned();
    let enqueued = store.open().await.enqueue(Run(2), &[notice("a")], LIFETIME).await.unwrap();
    assert_eq!(enqueued, [Enqueued::Known(State::Sent)]);
    let enqueued = store.open().await.enqueue(Run(2), &[other], LIFETIME).await.unwrap();
    assert_eq!(enqueued, [Enqueued::Conflict(State::Sent)]);
    assert_eq!(store.states(), "queued 1, sent 1, in_doubt 1, refused 1");
}

#[tokio::test]
async fn what_came_to_its_end_lately_is_kept() {
    let store = store().await;
    store.run("purge --older-than 36500d").stdout("0 purged\n").code(0);
    let output = store.run("purge --older-than 90").stdout("").code(2);
    assert!(output.stderr.contains("expected a time such as `90d`"), "{}", output.stderr);
}
