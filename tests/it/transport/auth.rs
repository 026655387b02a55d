//! AUTH: over TLS, or not at all; and no secret in anything that is printed.

use pastdue::transport::{
    Credentials, FailureKind, HelloName, Phase, Secret, SmtpSettings, SmtpTransport, Timeouts, Tls,
};

use crate::transport::certificate::Authority;
use crate::transport::relay::{Act, Relay, Script, Step};
use crate::transport::{deliver, message};

const PLAIN: &str = "AUTH PLAIN AGJpbGxpbmcAczNjcmV0";
const LOGIN: [&str; 3] = ["AUTH LOGIN", "YmlsbGluZw==", "czNjcmV0"];

fn authenticating(settings: SmtpSettings) -> SmtpSettings {
    let credentials = Credentials { user: "billing".to_owned(), password: Secret::new("s3cret") };
    let hello_name = Some(HelloName::new("mail.example.com").unwrap());
    let ca_file = Some(Authority::shared().file());
    SmtpSettings { credentials: Some(credentials), hello_name, ca_file, ..settings }
}

/// The commands between EHLO and MAIL, or the error.
async fn check(relay: &Relay, settings: SmtpSettings, expected: Result<&[&str], &str>) {
    let mut transport = SmtpTransport::new(settings);
    let (result, _) = deliver(&mut transport, &message("ntc_1")).await;
    let commands = relay.ledger().commands;
    match expected {
        Ok(expected) => {
            result.unwrap();
            let hello = commands.iter().rposition(|command| command == "EHLO mail.example.com").unwrap();
            let mail = commands.iter().position(|command| command.starts_with("MAIL")).unwrap();
            assert_eq!(commands[hello + 1..mail], *expected);
        }
        Err(expected) => {
            let err = result.unwrap_err();
            assert_eq!((err.kind(), err.phase()), (FailureKind::Relay, Phase::Auth), "{err}");
            assert!(err.to_string().contains(expected), "{err}");
            assert!(!commands.iter().any(|command| command.starts_with("MAIL")), "{commands:?}");
        }
    }
    for printed in [format!("{transport:?}"), format!("{:?}", relay.settings())] {
        assert!(!printed.contains("s3cret") && !printed.contains("billing"), "{printed}");
    }
}

#[tokio::test]
async fn plain_is_preferred_and_login_serves_too() {
    for tls in [Tls::StartTls, Tls::Implicit] {
        let relay = Script::new(&["AUTH LOGIN PLAIN CRAM-MD5"]).with_tls(tls).start();
        check(&relay, authenticating(relay.settings()), Ok(&[PLAIN])).await;
        let relay = Script::new(&["AUTH LOGIN"]).with_tls(tls).start();
        check(&relay, authenticating(relay.settings()), Ok(&LOGIN)).await;
    }
}

#[tokio::test]
async fn a_failure_stops_at_auth_and_says_why() {
    for offer in ["AUTH PLAIN", "AUTH LOGIN"] {
        let rows = [
            (
                Act::say("535 5.7.8 bad credentials for billing@example.com"),
                "`535 5.7.8 bad credentials for b***@",
            ),
            (Act::say("454 4.7.0 later"), "put off while authenticating"),
            (Act::say("250 Ok"), "answered out of turn"),
            (Act::Close, "the relay closed the connection"),
            (Act::Hang, "no answer within `300ms`"),
            (Act::Trickle, "no answer within `300ms`"),
            (Act::say("?"), "the answer is not SMTP"),
        ];
        for (act, expected) in rows {
            let relay = Script::new(&[offer]).with_tls(Tls::Implicit).on(Step::Auth, act.clone()).start();
            check(&relay, authenticating(relay.settings_for(&act)), Err(expected)).await;
        }
    }
}

#[tokio::test]
async fn a_relay_that_offers_no_known_way_is_not_given_the_password() {
    for offers in [[].as_slice(), &["AUTH CRAM-MD5"]] {
        let relay = Script::new(offers).with_tls(Tls::Implicit).start();
        let expected = "the relay offers neither AUTH PLAIN nor AUTH LOGIN";
        check(&relay, authenticating(relay.settings()), Err(expected)).await;
    }
}

#[tokio::test]
async fn a_password_never_travels_in_clear_unless_told_so_on_loopback() {
    let relay = Script::new(&["AUTH PLAIN"]).start();
    check(&relay, authenticating(relay.settings()), Err("the password would travel in clear")).await;
    assert_eq!(relay.ledger().n_connections, 0, "not even a connection was opened");

    let settings = SmtpSettings { allow_plaintext_auth: true, ..authenticating(relay.settings()) };
    check(&relay, settings, Ok(&[PLAIN])).await;
}

#[tokio::test]
async fn the_flag_for_plain_text_counts_on_loopback_only() {
    // Another address of this machine stands for a relay elsewhere.
    let probe = std::net::UdpSocket::bind("0.0.0.0:0").unwrap();
    let outside = probe.connect("192.0.2.1:9").and_then(|()| probe.local_addr());
    let Some(address) = outside.ok().map(|address| address.ip()).filter(|address| !address.is_loopback())
    else {
        let test = "the_flag_for_plain_text_counts_on_loopback_only";
        return crate::support::leave_out(test, "this machine has no address but loopback");
    };
    let listener = tokio::net::TcpListener::bind((address, 0)).await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let settings = SmtpSettings::new(address.to_string(), port, Tls::None);
    let settings = SmtpSettings { allow_plaintext_auth: true, ..authenticating(settings) };
    let (result, _) = deliver(&mut SmtpTransport::new(settings), &message("ntc_1")).await;
    let err = result.unwrap_err();
    assert!(err.to_string().contains("the password would travel in clear"), "{err}");
}

#[test]
fn settings_wait_long_by_default() {
    let Timeouts { connect, command, body, dot } = Timeouts::default();
    assert_eq!([connect, command, body, dot].map(|limit| limit.as_secs()), [30, 300, 180, 600]);
}
