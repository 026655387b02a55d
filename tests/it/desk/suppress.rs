//! `pastdue suppress`.

use std::time::Duration;

use pastdue::outbox::{Outbox as _, Run, Worker};
use serde_json::Value;

use super::{LIFETIME, Store, notice};
use crate::program::Test;

#[tokio::test]
async fn an_address_is_added_once_shown_masked_and_removed() {
    let store = Store::new(&[]).await;
    store.run("suppress add Anneke@a.example --reason asked").stdout("1 added\n").stderr("").code(0);
    // The letters of an address are the same to a mailbox, small or not.
    let again = store.run("suppress add anneke@A.example bert@a.example");
    again.stdout("1 added\n1 on the list before\n").stderr("").code(0);
    let list = store.run("suppress list --format json").stderr("").code(0).stdout;
    let list: Value = serde_json::from_str(&list).unwrap();
    let shown: Vec<_> = (0..2).map(|n| format!("{} {}", list[n]["address"], list[n]["reason"])).collect();
    assert_eq!(shown, [r#""A***@a.example" "asked""#, r#""b***@a.example" "added by an operator""#]);
    assert!(!list.to_string().contains("nneke"), "{list}");
    store.run("suppress list anneke@a.example").stderr("").code(0);
    let remove = store.run("suppress remove anneke@a.example nobody@a.example");
    remove.stdout("1 removed\n1 not on the list\n").stderr("").code(0);
    let gone = store.run("suppress list anneke@a.example").stdout("");
    gone.stderr("a***@a.example: it is not on the list\n").code(1);
}

#[tokio::test]
async fn what_is_claimed_is_asked_against_the_list() {
    let store = Store::new(&[("a", &[]), ("b", &[])]).await;
    store.run("suppress import -").stdin("# complaints\nanneke@a.example\n").stdout("1 added\n").code(0);
    let outbox = store.open().await;
    outbox.renew(Worker(2), Duration::from_mins(1)).await.unwrap();
    let claims = outbox.claim(Worker(2), 9, &[]).await.unwrap();
    let shown: Vec<_> = claims.iter().map(|claim| (claim.key.as_str(), claim.is_suppressed)).collect();
    assert_eq!(shown, [("a", true), ("b", false)]);
}

#[test]
fn a_list_can_be_filled_before_the_first_mail() {
    let test =
        Test::new().args("suppress import bad").file("bad", "anneke@a.example\nno address\nb@b.example\n");
    let output = test.stdout("2 added\n1 not an address\n").code(1);
    assert_eq!(output.stderr, "bad:2: expected an address such as `name@example.com`\n");
    assert!(output.path("pastdue.db").is_file());
}

#[test]
fn a_wrong_address_is_refused_without_being_repeated() {
    for args in ["add", "remove", "list"] {
        let output = Test::new().args(&format!("suppress {args} anneke@exa_mple..nl")).stdout("").code(2);
        assert!(output.stderr.starts_with("error: `ADDRESS`: expected "), "{}", output.stderr);
        assert!(!output.stderr.contains("anneke"), "{}", output.stderr);
    }
}

#[tokio::test]
async fn a_notice_enqueued_later_is_not_mailed_either() {
    let store = Store::new(&[]).await;
    store.run("suppress add anneke@a.example").code(0);
    store.open().await.enqueue(Run(2), &[notice("a")], LIFETIME).await.unwrap();
    store.run("send").stdin("").codes(&[0, 1]);
    assert_eq!(store.states(), "suppressed 1");
    let told = store.run("explain a").code(0).stdout;
    assert!(told.contains("recipient     a***@a.example, which is on the suppression list\n"), "{told}");
}
