//! `pastdue withdraw`.

use pastdue::outbox::Step;

use super::{Store, hand_over};

async fn store() -> Store {
    Store::new(&[("a", &[hand_over(), Step::Sent]), ("b", &[]), ("c", &[]), ("d", &[])]).await
}

#[tokio::test]
async fn what_has_not_left_is_withdrawn_once() {
    let store = store().await;
    store.run("withdraw b c").stdout("2 withdrawn\n").stderr("").code(0);
    store.run("withdraw b c").stdout("0 withdrawn\n2 withdrawn before\n").stderr("").code(0);
    let late = store.run("withdraw a d e").stdout("1 withdrawn\n1 left alone: sent\n1 not in the outbox\n");
    let expected = "a: it is `sent`, and was not withdrawn\ne: it is not in the outbox\n";
    late.stderr(expected).code(1);
    assert_eq!(store.states(), "sent 1, withdrawn 3");
}

#[tokio::test]
async fn an_account_that_has_paid_takes_all_its_notices_back() {
    let store = store().await;
    // One of it has left long ago, which is no fault.
    store.run("withdraw --account acc_a --account acc_b").stdout("1 withdrawn\n").stderr("").code(0);
    store.run("withdraw --account-file -").stdin("acc_b\nacc_c\n\nacc_z\n").stdout("1 withdrawn\n").code(0);
    assert_eq!(store.states(), "queued 1, sent 1, withdrawn 2");
}

#[tokio::test]
async fn a_file_is_read_line_by_line_and_a_bad_line_is_told() {
    let store = store().await;
    let test =
        store.run("withdraw --file ids --format json").file("ids", "\u{feff}# paid\nb\r\n c \nb\nno id\n");
    let output =
        test.stderr("ids:5: expected the id of a notice, 1 to 128 characters of `A-Z a-z 0-9 . _ : / -`\n");
    let expected = "{\"withdrawn\":2,\"withdrawn_before\":0,\"left_alone\":{},\"unknown\":0,\"bad\":1}\n";
    output.stdout(expected).code(1);
    let stderr = store.run("withdraw").stdout("").code(2).stderr;
    assert!(stderr.contains("required"), "{stderr}");
}
