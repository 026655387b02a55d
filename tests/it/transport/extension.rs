//! What a mail needs of the relay: SMTPUTF8, 8BITMIME, SIZE.

use pastdue::transport::{FailureKind, Phase};

use crate::transport::relay::Script;
use crate::transport::{deliver, message, message_with};

/// The parameters of MAIL, or the step at which the mail is given up.
async fn check(extensions: &[&'static str], recipient: &str, body: &str, expected: Result<&str, Phase>) {
    let relay = Script::new(extensions).start();
    let mut transport = relay.transport();
    let (result, n_handovers) = deliver(&mut transport, &message_with("ntc_1", recipient, body)).await;
    let commands = relay.ledger().commands;
    match expected {
        Ok(parameters) => {
            result.unwrap();
            assert_eq!(commands[1], format!("MAIL FROM:<billing@example.com>{parameters}"));
            assert_eq!(commands[2], format!("RCPT TO:<{recipient}>"));
        }
        Err(phase) => {
            let err = result.unwrap_err();
            assert_eq!((err.kind(), err.phase(), n_handovers), (FailureKind::Permanent, phase, 0), "{err}");
            assert!(!err.to_string().contains(recipient), "{err}");
            assert_eq!(commands, ["EHLO [127.0.0.1]"]);
        }
    }
    deliver(&mut transport, &message("ntc_2")).await.0.unwrap();
    assert_eq!(relay.ledger().n_connections, 1);
}

#[tokio::test]
async fn an_address_that_is_not_ascii_needs_smtputf8() {
    check(&["SMTPUTF8"], "ånneke@example.nl", "Hi\r\n", Ok(" SMTPUTF8")).await;
    check(&["8BITMIME"], "ånneke@example.nl", "Hi\r\n", Err(Phase::RcptTo)).await;
}

#[tokio::test]
async fn a_body_that_is_not_ascii_needs_8bitmime() {
    check(&["8BITMIME"], "anneke@example.nl", "Hé\r\n", Ok(" BODY=8BITMIME")).await;
    check(&["SMTPUTF8"], "anneke@example.nl", "Hé\r\n", Err(Phase::Body)).await;
    check(&["8BITMIME"], "anneke@example.nl", "Hi\r\n", Ok("")).await;
}

#[tokio::test]
async fn a_mail_larger_than_the_relay_takes_is_not_sent() {
    check(&["SIZE 100"], "anneke@example.nl", "Hi\r\n", Ok("")).await;
    check(&["SIZE 100"], "anneke@example.nl", &"Hello\r\n".repeat(20), Err(Phase::Body)).await;
    check(&["SIZE 0"], "anneke@example.nl", &"Hello\r\n".repeat(20), Ok("")).await;
}

#[tokio::test]
async fn a_line_end_that_could_smuggle_a_second_mail_is_not_sent() {
    for body in ["a\n.\nMAIL FROM:<x@example.com>\r\n", "a\r.\r\n", "a\n"] {
        check(&[], "anneke@example.nl", body, Err(Phase::Body)).await;
    }
}
