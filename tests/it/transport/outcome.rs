//! Every row of the table: reply or silence, at each step, with and without pipelining.

use pastdue::transport::{FailureKind, Phase};

use crate::transport::relay::{Act, Script, Step};
use crate::transport::{deliver, message, message_with};

/// Delivers one mail to a relay that misbehaves at `step`, and then another, which must arrive and be alone.
async fn check(step: Step, act: Act, kind: FailureKind, phase: Phase) {
    for extensions in [["8BITMIME"].as_slice(), &["PIPELINING", "8BITMIME"]] {
        let context = format!("{step:?} {act:?} {extensions:?}");
        let relay = Script::new(extensions).on(step, act.clone()).start();
        let mut transport = relay.transport_for(&act);
        let mail = if step == Step::Body { large() } else { message("first") };
        let (result, n_handovers) = deliver(&mut transport, &mail).await;
        let err = result.expect_err(&context);
        assert_eq!(err.kind(), kind, "{context}: {err}");
        // A reset destroys replies that are still on their way, and with pipelining those are several.
        if !matches!(act, Act::Reset) || !extensions.contains(&"PIPELINING") {
            assert_eq!(err.phase(), phase, "{context}: {err}");
        }
        let is_handed_over = matches!(step, Step::Body | Step::Dot);
        assert_eq!(n_handovers, usize::from(is_handed_over), "{context}");

        let (result, _) = deliver(&mut transport, &message("second")).await;
        result.expect(&context);
        let accepted = relay.ledger().accepted;
        assert_eq!(
            accepted,
            [String::from_utf8(message("second").as_bytes().to_vec()).unwrap()],
            "{context}"
        );
    }
}

/// More than the buffers of both sockets hold.
fn large() -> pastdue::Message {
    message_with("large", "anneke@example.nl", &"0123456789abcdef\r\n".repeat(320 * 1024))
}

fn silences() -> [Act; 5] {
    [Act::Close, Act::Reset, Act::Hang, Act::Trickle, Act::SayAndClose(b"250 2.0.0 O".to_vec())]
}

fn garbage() -> [Act; 4] {
    [
        Act::say("hello"),
        Act::say("25 Ok"),
        Act::say("999 Ok"),
        Act::Say([b"x".as_slice(), &[b'y'; 8192], b"\r\n"].concat()),
    ]
}

async fn check_replies(step: Step, kind: FailureKind, phase: Phase, replies: &[&str]) {
    for reply in replies {
        check(step, Act::say(reply), kind, phase).await;
    }
}

#[tokio::test]
async fn before_the_recipient_every_fault_is_the_relays() {
    let steps = [(Step::Greeting, Phase::Greeting), (Step::Ehlo, Phase::Ehlo), (Step::Mail, Phase::MailFrom)];
    for (step, phase) in steps {
        let replies = ["421 4.3.2 closing", "450 4.7.1 later", "550 5.7.1 not you", "554-no\r\n554 never"];
        check_replies(step, FailureKind::Relay, phase, &replies).await;
        for act in silences().into_iter().chain(garbage()) {
            check(step, act, FailureKind::Relay, phase).await;
        }
    }
    check_replies(Step::Mail, FailureKind::Relay, Phase::MailFrom, &["354 go ahead", "251 2.1.0 forwarded"])
        .await;
}

#[tokio::test]
async fn a_refused_recipient_moves_its_notice_only() {
    let later =
        ["450 4.2.0 greylisted", "451 4.3.0 later", "452 4.2.2 mailbox full", "552 5.2.2 mailbox full"];
    check_replies(Step::Rcpt, FailureKind::Transient, Phase::RcptTo, &later).await;
    let never = ["550 5.1.1 unknown", "550 5.2.1 disabled", "554 5.7.1 policy", "550-5.1.1 a\r\n550 5.1.1 b"];
    check_replies(Step::Rcpt, FailureKind::Permanent, Phase::RcptTo, &never).await;
    let relay = ["421 4.3.2 closing", "503 5.5.1 sequence", "530 5.7.0 authenticate", "252 2.1.5 perhaps"];
    check_replies(Step::Rcpt, FailureKind::Relay, Phase::RcptTo, &relay).await;
    for act in silences().into_iter().chain(garbage()) {
        check(Step::Rcpt, act, FailureKind::Relay, Phase::RcptTo).await;
    }
}

#[tokio::test]
async fn a_refusal_to_take_the_body_is_known_to_be_one() {
    check_replies(Step::Data, FailureKind::Transient, Phase::Data, &["451 4.3.0 later", "450 4.7.1 later"])
        .await;
    check_replies(Step::Data, FailureKind::Permanent, Phase::Data, &["554 5.7.1 policy", "550 5.1.1 no"])
        .await;
    let relay = ["421 4.3.2 closing", "503 5.5.1 sequence", "250 2.0.0 Ok", "334 ", "220 hello"];
    check_replies(Step::Data, FailureKind::Relay, Phase::Data, &relay).await;
    for act in silences().into_iter().chain(garbage()) {
        check(Step::Data, act, FailureKind::Relay, Phase::Data).await;
    }
}

#[tokio::test]
async fn a_line_that_breaks_in_the_body_leaves_no_doubt() {
    for act in [Act::Close, Act::Reset, Act::Hang, Act::say("250 2.0.0 taken, says a liar")] {
        check(Step::Body, act, FailureKind::Transient, Phase::Body).await;
    }
}

#[tokio::test]
async fn a_refusal_in_the_middle_of_the_body_is_heard() {
    check_replies(Step::Body, FailureKind::Permanent, Phase::Dot, &["552 5.3.4 too big"]).await;
    check_replies(Step::Body, FailureKind::Transient, Phase::Dot, &["452 4.3.1 disk full"]).await;
}

#[tokio::test]
async fn a_clear_reply_to_the_dot_leaves_no_doubt() {
    let later = ["451 4.3.0 later", "452 4.7.0 slow down", "421 4.3.2 closing"];
    check_replies(Step::Dot, FailureKind::Transient, Phase::Dot, &later).await;
    let never = ["552 5.3.4 too big", "554 5.6.0 content", "550 5.7.1 spam", "554-5.7.1 a\r\n554 5.7.1 b"];
    check_replies(Step::Dot, FailureKind::Permanent, Phase::Dot, &never).await;
    check_replies(Step::Dot, FailureKind::Relay, Phase::Dot, &["503 5.5.1 sequence", "500 what?"]).await;
}

#[tokio::test]
async fn anything_else_after_the_dot_is_doubt() {
    let replies = ["251 2.0.0 Ok", "252 2.0.0 Ok", "354 go ahead", "220 hello", "250-a\r\n550 b", "150 Ok"];
    check_replies(Step::Dot, FailureKind::InDoubt, Phase::Dot, &replies).await;
    for act in silences().into_iter().chain(garbage()) {
        check(Step::Dot, act, FailureKind::InDoubt, Phase::Dot).await;
    }
    let endless = Act::Say(b"250-and so on\r\n".repeat(8192));
    check(Step::Dot, endless, FailureKind::InDoubt, Phase::Dot).await;
    check(Step::Dot, Act::Say(vec![b'2'; 128 * 1024]), FailureKind::InDoubt, Phase::Dot).await;
}
