//! How replies look that are good all the same, and what is kept of them.

use pastdue::transport::FailureKind;

use crate::transport::relay::{Act, Script, Step};
use crate::transport::{deliver, message};

/// A relay that accepts the mail in its own way.
async fn check(act: Act, expected: &str) {
    let relay = Script::new(&["PIPELINING"]).on(Step::Dot, act.clone()).start();
    let mut transport = relay.transport();
    for expected in [expected, "2.0.0 Ok: queued as 1"] {
        let (result, n_handovers) = deliver(&mut transport, &message("ntc_1")).await;
        assert_eq!(
            result.map(|receipt| receipt.text).map_err(|err| err.to_string()),
            Ok(expected.to_owned())
        );
        assert_eq!(n_handovers, 1);
    }
    assert_eq!(relay.ledger().n_connections, 1, "{act:?}");
}

#[tokio::test]
async fn a_clear_250_is_understood_in_whatever_form_it_comes() {
    check(Act::say("250 2.0.0 Ok: queued as 4F2"), "2.0.0 Ok: queued as 4F2").await;
    check(Act::say("250-2.0.0 Ok\r\n250 2.0.0 queued"), "2.0.0 Ok 2.0.0 queued").await;
    check(Act::Drip(b"250-2.0.0 Ok\r\n250 queued as 4F2\r\n".to_vec()), "2.0.0 Ok queued as 4F2").await;
    check(
        Act::Say(b"250 2.0.0 angenommen f\xFCr \x1b[31manneke@example.nl\r\n".to_vec()),
        "2.0.0 angenommen f?r [3***@example.nl",
    )
    .await;
    check(Act::say("250"), "").await;
    check(Act::Say(b"250 Ok\n".to_vec()), "Ok").await;
    check(Act::say(&format!("250 {}", "x".repeat(8192))), &"x".repeat(500)).await;
}

#[tokio::test]
async fn a_refusal_says_what_the_relay_said_and_hides_the_recipient() {
    let act = Act::say("550-5.1.1 <anneke@example.nl>: no such user\r\n550 5.1.1 see https://relay.example/");
    let relay = Script::new(&[]).on(Step::Rcpt, act).start();
    let (result, _) = deliver(&mut relay.transport(), &message("ntc_1")).await;
    let err = result.unwrap_err();
    assert_eq!(err.kind(), FailureKind::Permanent);
    assert_eq!(err.reply().unwrap().enhanced.as_deref(), Some("5.1.1"));
    assert_eq!(
        err.to_string(),
        "refused while naming the recipient: the relay answered \
         `550 5.1.1 <a***@example.nl>: no such user see https://relay.example/`"
    );
}

#[tokio::test]
async fn silence_is_described_without_a_reply() {
    let relay = Script::new(&[]).on(Step::Dot, Act::Hang).start();
    let (result, _) = deliver(&mut relay.transport_for(&Act::Hang), &message("ntc_1")).await;
    let err = result.unwrap_err();
    assert_eq!(err.to_string(), "no answer within `300ms` while waiting for the reply to the final dot");
    assert_eq!(err.reply(), None);
}
