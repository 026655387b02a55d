//! TLS: required where it is asked for, checked against the host, and never left again.

use pastdue::transport::{FailureKind, Phase, SmtpSettings, SmtpTransport, Tls};
use tokio_rustls::TlsAcceptor;

use crate::transport::certificate::Authority;
use crate::transport::relay::{Act, Relay, Script, Step};
use crate::transport::{deliver, message};

fn trusting(relay: &Relay) -> SmtpTransport {
    SmtpTransport::new(SmtpSettings { ca_file: Some(Authority::shared().file()), ..relay.settings() })
}

#[tokio::test]
async fn mails_travel_encrypted_both_ways() {
    for tls in [Tls::Implicit, Tls::StartTls] {
        for extensions in [["SIZE 9999"].as_slice(), &["PIPELINING"]] {
            let relay = Script::new(extensions).with_tls(tls).start();
            let mut transport = trusting(&relay);
            for _ in 0..2 {
                deliver(&mut transport, &message("ntc_1")).await.0.unwrap();
            }
            let ledger = relay.ledger();
            assert_eq!((ledger.accepted.len(), ledger.n_connections), (2, 1));
        }
    }
}

#[tokio::test]
async fn what_was_offered_before_starttls_counts_for_nothing() {
    let relay = Script::new(&[]).with_tls(Tls::StartTls).start();
    deliver(&mut trusting(&relay), &message("ntc_1")).await.0.unwrap();
    let commands = relay.ledger().commands;
    assert_eq!(commands[..3], ["EHLO [127.0.0.1]", "STARTTLS", "EHLO [127.0.0.1]"]);
}

/// A relay with this certificate gets no mail, and an operator reads why.
async fn check_certificate(acceptor: TlsAcceptor, expected: &str) {
    for tls in [Tls::Implicit, Tls::StartTls] {
        let relay = Script::new(&[]).with_acceptor(tls, acceptor.clone()).start();
        let (result, n_handovers) = deliver(&mut trusting(&relay), &message("ntc_1")).await;
        let err = result.unwrap_err();
        assert_eq!((err.kind(), err.phase(), n_handovers), (FailureKind::Relay, Phase::Tls, 0));
        assert!(err.to_string().contains(expected), "{err}");
        assert!(!relay.ledger().commands.iter().any(|command| command.starts_with("MAIL")));
    }
}

#[tokio::test]
async fn a_bad_certificate_is_explained_and_no_mail_goes_out() {
    let authority = Authority::shared();
    check_certificate(authority.acceptor("127.0.0.1", 2001), "`127.0.0.1` is not accepted: it has expired")
        .await;
    check_certificate(
        authority.acceptor("other.example", 2999),
        "it is for another name (`other.example`), by which the relay should be configured",
    )
    .await;
    check_certificate(Authority::new("strange").acceptor("127.0.0.1", 2999), "its issuer is unknown here")
        .await;
}

/// A relay that fails at STARTTLS gets no mail, in clear or otherwise.
async fn check_starttls(step: Step, act: Act, expected: &str) {
    let relay = Script::new(&[]).with_tls(Tls::StartTls).on(step, act.clone()).start();
    let settings = relay.settings_for(&act);
    let mut transport =
        SmtpTransport::new(SmtpSettings { ca_file: Some(Authority::shared().file()), ..settings });
    let (result, n_handovers) = deliver(&mut transport, &message("ntc_1")).await;
    let err = result.unwrap_err();
    assert_eq!((err.kind(), err.phase(), n_handovers), (FailureKind::Relay, Phase::Tls, 0), "{act:?}: {err}");
    assert!(err.to_string().contains(expected), "{act:?}: {err}");
    assert!(!relay.ledger().commands.iter().any(|command| command.starts_with("MAIL")), "{act:?}");
}

#[tokio::test]
async fn without_starttls_there_is_no_way_back_to_plain_text() {
    let not_offered = "the relay does not offer STARTTLS, and nothing is sent in clear";
    check_starttls(Step::Ehlo, Act::say("250 relay.example"), not_offered).await;
    check_starttls(Step::Ehlo, Act::say("250-STARTTLS\r\n250 PIPELINING"), not_offered).await;
    check_starttls(Step::StartTls, Act::say("454 4.7.0 not now"), "`454 4.7.0 not now`").await;
    check_starttls(Step::StartTls, Act::say("501 5.5.4 what?"), "`501 5.5.4 what?`").await;
    check_starttls(Step::StartTls, Act::say("250 Ok"), "answered out of turn").await;
    check_starttls(Step::StartTls, Act::Close, "the relay closed the connection").await;
    check_starttls(Step::StartTls, Act::Hang, "no answer within `300ms`").await;
    check_starttls(Step::StartTls, Act::Trickle, "no answer within `300ms`").await;
}

#[tokio::test]
async fn plain_text_glued_to_the_reply_of_starttls_is_refused() {
    let injected = "sent more than the reply to STARTTLS in clear";
    check_starttls(Step::StartTls, Act::say("220 go ahead\r\n250 believe me"), injected).await;
    check_starttls(Step::StartTls, Act::Say(b"220 go ahead\r\n2".to_vec()), injected).await;
    check_starttls(Step::StartTls, Act::say("220 go ahead\r\n"), injected).await;
}

#[tokio::test]
async fn a_relay_that_does_not_speak_tls_at_all_is_recognised() {
    let relay = Script::new(&[]).start();
    let settings = SmtpSettings { tls: Tls::Implicit, ..relay.settings() };
    let (result, _) = deliver(&mut SmtpTransport::new(settings), &message("ntc_1")).await;
    let err = result.unwrap_err();
    assert_eq!((err.kind(), err.phase()), (FailureKind::Relay, Phase::Tls));
    assert!(err.to_string().contains("does not speak TLS here"), "{err}");
}

#[tokio::test]
async fn a_handshake_that_is_never_answered_is_given_up() {
    let relay = Script::new(&[]).on(Step::Greeting, Act::Hang).start();
    let settings = SmtpSettings { tls: Tls::Implicit, ..relay.settings_for(&Act::Hang) };
    let (result, n_handovers) = deliver(&mut SmtpTransport::new(settings), &message("ntc_1")).await;
    let err = result.unwrap_err();
    assert_eq!((err.kind(), err.phase(), n_handovers), (FailureKind::Relay, Phase::Tls, 0), "{err}");
    assert!(err.to_string().contains("no answer within `300ms`"), "{err}");
}

#[tokio::test]
async fn a_ca_file_that_is_missing_is_named() {
    let relay = Script::new(&[]).with_tls(Tls::StartTls).start();
    let settings = SmtpSettings { ca_file: Some("/nowhere/ca.pem".into()), ..relay.settings() };
    let (result, _) = deliver(&mut SmtpTransport::new(settings), &message("ntc_1")).await;
    let err = result.unwrap_err();
    assert_eq!((err.kind(), err.phase()), (FailureKind::Relay, Phase::Tls));
    assert!(err.to_string().contains("`/nowhere/ca.pem`"), "{err}");
}

#[tokio::test]
async fn doubt_and_refusal_are_told_apart_over_tls_too() {
    let rows = [
        (Step::Rcpt, Act::say("550 5.1.1 unknown"), FailureKind::Permanent),
        (Step::Data, Act::Close, FailureKind::Relay),
        (Step::Dot, Act::say("451 4.3.0 later"), FailureKind::Transient),
        (Step::Dot, Act::Close, FailureKind::InDoubt),
        (Step::Dot, Act::Reset, FailureKind::InDoubt),
    ];
    for (step, act, kind) in rows {
        let relay = Script::new(&["PIPELINING"]).with_tls(Tls::Implicit).on(step, act.clone()).start();
        let mut transport = trusting(&relay);
        let (result, _) = deliver(&mut transport, &message("ntc_1")).await;
        assert_eq!(result.unwrap_err().kind(), kind, "{step:?} {act:?}");
        deliver(&mut transport, &message("ntc_2")).await.0.unwrap();
        assert_eq!(relay.ledger().accepted.len(), 1, "{step:?} {act:?}");
    }
}
