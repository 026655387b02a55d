//! One session serves many mails, and is never used after anything was left unfinished on it.

use pastdue::transport::{FailureKind, Phase, SmtpSettings, SmtpTransport, Tls, Transport as _};

use crate::transport::relay::{Act, Script, Step};
use crate::transport::{deliver, message, message_with};

const EXTENSIONS: [&[&str]; 2] = [&[], &["PIPELINING"]];

#[tokio::test]
async fn mails_share_a_session_that_ends_with_quit() {
    for extensions in EXTENSIONS {
        let relay = Script::new(extensions).start();
        let mut transport = relay.transport();
        for _ in 0..3 {
            deliver(&mut transport, &message("ntc_1")).await.0.unwrap();
        }
        transport.close().await;
        transport.close().await;
        let ledger = relay.ledger();
        assert_eq!((ledger.n_connections, ledger.accepted.len()), (1, 3));
        let one = ["MAIL FROM:<billing@example.com>", "RCPT TO:<anneke@example.nl>", "DATA"];
        let expected = [&["EHLO [127.0.0.1]"], one.as_slice(), &one, &one, &["QUIT"]].concat();
        assert_eq!(ledger.commands, expected);

        deliver(&mut transport, &message("ntc_1")).await.0.unwrap();
        assert_eq!(relay.ledger().n_connections, 2, "a closed transport can be used again");
    }
}

/// A mail that is refused at `step`, followed by one that is not.
async fn check_refused(step: Step, reply: &str, n_connections: usize, n_rset: usize) {
    for extensions in EXTENSIONS {
        let relay = Script::new(extensions).on(step, Act::say(reply)).start();
        let mut transport = relay.transport();
        deliver(&mut transport, &message("ntc_1")).await.0.unwrap_err();
        deliver(&mut transport, &message("ntc_2")).await.0.unwrap();
        let ledger = relay.ledger();
        let rset = ledger.commands.iter().filter(|command| *command == "RSET").count();
        assert_eq!((ledger.n_connections, rset), (n_connections, n_rset), "{step:?} {reply} {extensions:?}");
    }
}

#[tokio::test]
async fn a_refused_mail_does_not_cost_the_session() {
    for reply in ["450 4.2.0 greylisted", "550 5.1.1 unknown", "552 5.2.2 full"] {
        check_refused(Step::Rcpt, reply, 1, 1).await;
    }
    check_refused(Step::Data, "451 4.3.0 later", 1, 1).await;
    check_refused(Step::Dot, "554 5.6.0 content", 1, 0).await;
}

#[tokio::test]
async fn a_relay_that_says_421_or_is_out_of_step_is_left() {
    for step in [Step::Mail, Step::Rcpt, Step::Data, Step::Dot] {
        check_refused(step, "421 4.3.2 closing", 2, 0).await;
    }
    check_refused(Step::Rcpt, "252 perhaps", 2, 0).await;
}

#[tokio::test]
async fn a_relay_that_says_more_than_it_was_asked_is_left() {
    for extensions in EXTENSIONS {
        let relay = Script::new(extensions).on(Step::Dot, Act::say("250 taken\r\n250 and more")).start();
        let mut transport = relay.transport();
        deliver(&mut transport, &message("ntc_1")).await.0.unwrap();
        deliver(&mut transport, &message("ntc_2")).await.0.unwrap();
        assert_eq!(relay.ledger().n_connections, 2);
    }
}

#[tokio::test]
async fn a_relay_that_wants_the_body_after_refusing_the_recipient_gets_none() {
    let script = Script::new(&["PIPELINING"]).on(Step::Rcpt, Act::say("550 5.1.1 unknown"));
    let relay = script.on(Step::Data, Act::say("354 go ahead")).start();
    let mut transport = relay.transport();
    let (result, n_handovers) = deliver(&mut transport, &message("ntc_1")).await;
    let err = result.unwrap_err();
    assert_eq!((err.kind(), err.phase(), n_handovers), (FailureKind::Permanent, Phase::RcptTo, 0));
    deliver(&mut transport, &message("ntc_2")).await.0.unwrap();
    let ledger = relay.ledger();
    assert_eq!((ledger.accepted.len(), ledger.n_connections), (1, 2));
}

/// A relay that hangs up between two mails, or when the second one begins.
async fn check_idle(step: Step, act: Act) {
    for extensions in EXTENSIONS {
        let context = format!("{step:?} {act:?} {extensions:?}");
        let mut script = Script::new(extensions);
        if step != Step::Idle {
            script = script.on(step, Act::say("250 2.0.0 Ok"));
        }
        let relay = script.on(step, act.clone()).start();
        let mut transport = relay.transport();
        deliver(&mut transport, &message("ntc_1")).await.0.unwrap();
        let (result, n_handovers) = deliver(&mut transport, &message("ntc_2")).await;
        result.expect(&context);
        let ledger = relay.ledger();
        assert_eq!((ledger.accepted.len(), ledger.n_connections, n_handovers), (2, 2, 1), "{context}");
    }
}

#[tokio::test]
async fn an_idle_session_that_the_relay_has_closed_is_replaced_at_once() {
    check_idle(Step::Idle, Act::Close).await;
    check_idle(Step::Idle, Act::Reset).await;
    check_idle(Step::Idle, Act::SayAndClose(b"421 4.4.2 idle too long\r\n".to_vec())).await;
    check_idle(Step::Mail, Act::Close).await;
    check_idle(Step::Mail, Act::SayAndClose(b"421 4.4.2 idle too long\r\n".to_vec())).await;
}

#[tokio::test]
async fn a_relay_that_fails_a_new_session_too_is_not_tried_a_third_time() {
    let close = || Act::SayAndClose(b"421 4.3.2 closing\r\n".to_vec());
    let script = Script::new(&[]).on(Step::Mail, Act::say("250 Ok")).on(Step::Mail, close());
    let relay = script.on(Step::Mail, close()).start();
    let mut transport = relay.transport();
    deliver(&mut transport, &message("ntc_1")).await.0.unwrap();
    let (result, n_handovers) = deliver(&mut transport, &message("ntc_2")).await;
    let err = result.unwrap_err();
    assert_eq!((err.kind(), err.phase(), n_handovers), (FailureKind::Relay, Phase::MailFrom, 0));
    assert_eq!(relay.ledger().n_connections, 2);
}

#[tokio::test]
async fn a_delivery_dropped_half_way_never_leaves_a_session_with_a_reply_to_come() {
    for extensions in EXTENSIONS {
        let steps = [
            Step::Greeting,
            Step::Ehlo,
            Step::Mail,
            Step::Rcpt,
            Step::Data,
            Step::Body,
            Step::Dot,
            Step::Rset,
        ];
        for step in steps {
            let mut script = Script::new(extensions).on(step, Act::Hang);
            if step == Step::Rset {
                script = script.on(Step::Rcpt, Act::say("550 5.1.1 unknown"));
            }
            let relay = script.start();
            let mut transport = relay.transport();
            if step == Step::Rset {
                deliver(&mut transport, &message("ntc_0")).await.0.unwrap_err();
            }
            let dropped = message_with("ntc_1", "anneke@example.nl", &"Hello\r\n".repeat(100));
            tokio::select! {
                (result, _) = deliver(&mut transport, &dropped) => panic!("{step:?}: {result:?}"),
                () = relay.hangs() => {}
            }
            deliver(&mut transport, &message("ntc_2")).await.0.unwrap();
            let ledger = relay.ledger();
            assert_eq!((ledger.accepted.len(), ledger.n_connections), (1, 2), "{step:?} {extensions:?}");
            assert!(ledger.accepted[0].contains("<ntc_2@"), "{step:?} {extensions:?}");
        }
    }
}

#[tokio::test]
async fn a_goodbye_that_is_not_answered_holds_nobody_up() {
    let relay = Script::new(&[]).on(Step::Quit, Act::Hang).start();
    let mut transport = relay.transport_for(&Act::Hang);
    deliver(&mut transport, &message("ntc_1")).await.0.unwrap();
    transport.close().await;
    assert_eq!(relay.ledger().commands.last().unwrap(), "QUIT");
}

#[tokio::test]
async fn the_body_arrives_as_it_is_dots_included() {
    let bodies =
        ["", ".\r\n", "..\r\n", "a\r\n.\r\nb\r\n", "\r\n.\r\n.\r\n\r\n", "a\r\n.", ".a\r\n..b\r\n", "no end"];
    for extensions in EXTENSIONS {
        let relay = Script::new(extensions).start();
        let mut transport = relay.transport();
        for body in bodies {
            let message = message_with("ntc_1", "anneke@example.nl", body);
            deliver(&mut transport, &message).await.0.unwrap();
            let mut expected = String::from_utf8(message.as_bytes().to_vec()).unwrap();
            if !expected.ends_with("\r\n") {
                expected.push_str("\r\n");
            }
            assert_eq!(relay.ledger().accepted.last().unwrap(), &expected, "{body:?}");
        }
    }
}

#[tokio::test]
async fn a_relay_that_cannot_be_reached_is_named() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    drop(listener);
    let mut transport = SmtpTransport::new(SmtpSettings::new("127.0.0.1", port, Tls::None));
    let err = deliver(&mut transport, &message("ntc_1")).await.0.unwrap_err();
    assert_eq!((err.kind(), err.phase()), (FailureKind::Relay, Phase::Connect));
    assert!(err.to_string().starts_with(&format!("cannot reach `127.0.0.1`, port `{port}` (")), "{err}");
}
