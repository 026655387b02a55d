//! `pastdue doubt`.

use pastdue::outbox::Step;
use serde_json::Value;

use super::{Store, hand_over, message_id};

async fn store() -> Store {
    let doubtful = [hand_over(), Step::InDoubt];
    Store::new(&[("a", &doubtful), ("b", &doubtful), ("c", &doubtful), ("d", &[])]).await
}

#[tokio::test]
async fn doubts_are_listed_for_people_and_for_programs() {
    let store = store().await;
    let output = store.run("doubt").stderr("").code(1);
    let line = |id: &str| format!("{id}  2020-01-01 12:00:00 UTC  {}  \n", message_id(id));
    assert_eq!(output.stdout, ["a", "b", "c"].map(line).concat());
    let output = store.run("doubt --format json").stderr("").code(1);
    let doubts: Value = serde_json::from_str(&output.stdout).unwrap();
    assert_eq!(doubts.as_array().unwrap().len(), 3);
    assert_eq!((&doubts[1]["id"], &doubts[1]["domain"]), (&"b".into(), &"b.example".into()));
    Store::new(&[]).await.run("doubt").stdout("").stderr("nothing is in doubt\n").code(0);
}

#[tokio::test]
async fn to_settle_a_doubt_again_changes_nothing() {
    let store = store().await;
    store.run("doubt --sent a").stdout("1 settled: sent\n").stderr("").code(0);
    store.run("doubt --sent a").stdout("0 settled: sent\n1 settled before\n").stderr("").code(0);
    store.run("doubt --resend b").stdout("1 settled: queued\n").stderr("").code(0);
    store.run("doubt --resend b").stdout("0 settled: queued\n1 settled before\n").stderr("").code(0);
    assert_eq!(store.states(), "queued 2, sent 1, in_doubt 1");
    let wrong = store.run("doubt --refused c a d e").stdout("1 settled: refused\n3 not in doubt\n").code(1);
    let expected = "a: it is `sent`, so there is no doubt to settle\n\
                    d: it is `queued`, so there is no doubt to settle\ne: it is not in the outbox\n";
    assert_eq!(wrong.stderr, expected);
    assert_eq!(store.states(), "queued 2, sent 1, refused 1");
}

#[tokio::test]
async fn the_log_of_the_relay_settles_what_it_has_taken() {
    let store = store().await;
    let begun =
        format!("Nov 25 12:00:00 mx postfix/cleanup[7]: 4F2A31C0B5: message-id={}\n", message_id("a"));
    let taken =
        "Nov 25 12:00:01 mx postfix/qmgr[9]: 4F2A31C0B5: from=<b@x>, size=9, nrcpt=1 (queue active)\n";
    let broken =
        format!("Nov 25 12:00:00 mx postfix/cleanup[7]: 4F2A31C0B6: message-id={}\n", message_id("b"));
    // A mail may begin in one file and go on in the next.
    let run = |files: &str| {
        let test = store.run(&format!("doubt --from-log {files}"));
        test.file("mail.log.1", &begun).file("mail.log", format!("{broken}{taken}"))
    };
    let first =
        run("mail.log.1 mail.log").stdout("1 settled: sent\n2 still in doubt: not in the log\n").code(1);
    assert!(first.stderr.starts_with("b: not in the log, in doubt since "), "{}", first.stderr);
    assert_eq!(store.states(), "queued 1, sent 1, in_doubt 2");
    run("mail.log.1 mail.log").stdout("0 settled: sent\n2 still in doubt: not in the log\n").code(1);
    let told = store.run("explain a").code(0).stdout;
    assert!(told.contains("the relay's log has it as 4F2A31C0B5"), "{told}");
    let stderr = run("no.log").stdout("").code(2).stderr;
    assert!(stderr.starts_with("error: failed to read `no.log`: "), "{stderr}");
}
