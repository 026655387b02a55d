//! `pastdue bounces`.

use std::fs;
use std::path::Path;

use pastdue::Address;
use pastdue::message::{Token, Verp};
use pastdue::notice::NoticeKey;
use pastdue::outbox::{Outbox as _, Run, Step};

use super::{LIFETIME, Store, hand_over, message_id, notice};
use crate::program::Test;
use crate::transport::relay::Script;

const KEY: &str = "0123456789abcdef0123456789abcdef";
const CONFIG: &str = "[bounces]\naddress = \"bounces@mail.example.com\"\nkey_file = \"bounces-key\"\n";

/// The signed address that the mail about the notice `id` comes back to.
fn sender_of(id: &str) -> String {
    let verp = Verp::new(Address::new("bounces@mail.example.com").unwrap(), KEY.as_bytes()).unwrap();
    verp.sender_of(Token::of(&NoticeKey::new(id).unwrap())).expose().to_owned()
}

/// A notification to `to` about the mail of the notice `id`.
fn bounce(to: &str, id: &str, action: &str, status: &str) -> String {
    format!(
        "To: {to}\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n\
         --b\n\nText.\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.com\n\n\
         Final-Recipient: rfc822; anneke@{id}.example\nAction: {action}\nStatus: {status}\n\
         Diagnostic-Code: smtp; 550 <anneke@{id}.example> is unknown\n\n\
         --b\nContent-Type: text/rfc822-headers\n\nMessage-ID: {}\n\n--b--\n",
        message_id(id)
    )
}

async fn store() -> Store {
    let (sent, doubtful) = ([hand_over(), Step::Sent], [hand_over(), Step::InDoubt]);
    Store::new(&[("a", &sent), ("b", &doubtful), ("c", &sent), ("d", &[])]).await
}

fn signed(store: &Store, args: &str) -> Test {
    store.run(args).file("pastdue.toml", CONFIG).file("bounces-key", format!("{KEY}\n"))
}

#[tokio::test]
async fn a_failure_that_stays_suppresses_and_one_that_may_pass_does_not() {
    let store = store().await;
    let run = |mail: String| signed(&store, "bounces").stdin(mail).stderr("");
    let permanent = || bounce(&sender_of("a"), "a", "failed", "5.1.1");
    run(bounce(&sender_of("a"), "a", "delayed", "4.4.1")).stdout("1 failed for now: noted\n").code(0);
    run(permanent()).stdout("1 failed for good: noted, the address is suppressed\n").code(0);
    // Neither the same again nor what comes late changes anything.
    run(permanent()).stdout("1 noted before\n").code(0);
    run(bounce(&sender_of("a"), "a", "delayed", "4.4.1")).stdout("1 noted before\n").code(0);
    run(bounce(&sender_of("c"), "c", "delivered", "2.0.0"))
        .stdout("1 delivered, or an automatic answer: nothing to note\n")
        .code(0);
    let list = store.run("suppress list").code(0).stdout;
    assert!(list.starts_with("a***@a.example  ") && list.contains(" UTC  came back: 5.1.1 "), "{list}");
    assert_eq!(list.lines().count(), 1);
    let told = store.run("explain a").code(0).stdout;
    assert!(told.contains("  came back     2") && told.contains(" UTC: 5.1.1 "), "{told}");
    assert!(told.contains("next          nothing: reach the account in another way\n"), "{told}");
    assert!(!told.contains("anneke"), "{told}");
    let status = store.run("status").code(1).stdout;
    assert!(status.contains("1 of those sent came back for good\n"), "{status}");
}

#[tokio::test]
async fn what_comes_back_signed_was_taken_whatever_was_in_doubt() {
    let store = store().await;
    let mail = bounce(&sender_of("b"), "b", "delayed", "4.4.1");
    signed(&store, "bounces").stdin(mail).stdout("1 failed for now: noted\n").code(0);
    assert_eq!(store.states(), "queued 1, sent 3");
}

#[tokio::test]
async fn with_a_key_nothing_but_a_signature_is_believed() {
    let store = store().await;
    store.open().await.enqueue(Run(2), &[notice("new")], LIFETIME).await.unwrap();
    let check = |mail: String, why: &str| {
        let test = signed(&store, "bounces").stdin(mail);
        let test = test.stdout("1 set aside: a person may look at it\n");
        test.stderr(format!("standard input: set aside: {why}\n")).code(1);
    };
    let unsigned = bounce("bounces@mail.example.com", "a", "failed", "5.1.1");
    check(unsigned.clone(), "it was sent to no address that was signed here");
    check(
        bounce(&sender_of("unknown"), "a", "failed", "5.1.1"),
        "the notice that it is about is not in the outbox, or has never left it",
    );
    check(
        bounce(&sender_of("new"), "new", "failed", "5.1.1"),
        "the notice that it is about is not in the outbox, or has never left it",
    );
    check(
        bounce(&sender_of("a"), "a", "failed", "2.0.0"),
        "it does not say what became of the mail, or contradicts itself",
    );
    check("Hello\n".to_owned(), "this is not a mail: it does not begin with header fields");
    assert_eq!(store.run("suppress list").code(0).stdout, "");
    // Without a key the Message-ID has to do, and proves nothing about a doubt.
    let believed = store.run("bounces").stdin(unsigned);
    believed.stdout("1 failed for good: noted, the address is suppressed\n").code(0);
    store.run("bounces").stdin(bounce("x@y.example", "b", "failed", "5.1.1")).code(0);
    assert_eq!(store.states(), "queued 2, sent 2, in_doubt 1");
}

#[tokio::test]
async fn a_maildir_is_read_once_and_what_cannot_be_believed_is_flagged() {
    let store = store().await;
    let folder = tempfile::tempdir().unwrap();
    let maildir = folder.path().join("bounces");
    for name in ["new", "cur", "tmp"] {
        fs::create_dir_all(maildir.join(name)).unwrap();
    }
    let put = |name: &str, text: &str| fs::write(maildir.join("new").join(name), text).unwrap();
    put("1.a.mx", &bounce(&sender_of("a"), "a", "failed", "5.1.1"));
    put("2.b.mx", "spam\n");
    put("3.c.mx", "Auto-Submitted: auto-replied\n\nI am away.\n");
    put(".hidden", "");
    let run = || signed(&store, "bounces").args(maildir.to_str().unwrap());
    let output = run().code(1);
    let expected = "1 failed for good: noted, the address is suppressed\n\
                    1 delivered, or an automatic answer: nothing to note\n1 set aside: a person may look at it\n";
    assert_eq!(output.stdout, expected);
    assert!(output.stderr.starts_with("2.b.mx: set aside: "), "{}", output.stderr);
    assert_eq!(names(&maildir.join("cur")), ["1.a.mx:2,S", "2.b.mx:2,F", "3.c.mx:2,S"]);
    assert_eq!(names(&maildir.join("new")), [".hidden"]);
    run().stdout("").stderr("").code(0);
    let output = signed(&store, "bounces nowhere").stdout("").code(2);
    assert!(output.stderr.contains("`nowhere` is no Maildir"), "{}", output.stderr);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_carries_the_signed_sender_when_there_is_a_key() {
    let relay = Script::new(&[]).start();
    let send =
        Test::new().args("send --transport").args(&format!("smtp://127.0.0.1:{}", relay.settings().port));
    send.stdin(notice("a").to_json()).file("pastdue.toml", CONFIG).file("bounces-key", KEY).code(0);
    let sender = format!("MAIL FROM:<{}>", sender_of("a"));
    let commands = relay.ledger().commands;
    assert!(commands.iter().any(|command| command.starts_with(&sender)), "{commands:?}");

    let short = Test::new().args("send").file("pastdue.toml", CONFIG).file("bounces-key", "short\n").code(2);
    let expected = "error: the key of the bounces `bounces-key` cannot be used: expected a secret of at least 16 bytes\n";
    assert_eq!(short.stderr, expected);
}

fn names(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}
