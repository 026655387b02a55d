//! The handover: once, after the relay has asked for the body, before a byte of it.

use pastdue::transport::{FailureKind, Phase, Transport as _, Withheld};

use crate::transport::message;
use crate::transport::relay::{Act, Script, Step};

#[tokio::test]
async fn the_handover_comes_when_the_relay_has_asked_and_nothing_has_been_sent() {
    for extensions in [[].as_slice(), &["PIPELINING"]] {
        let relay = Script::new(extensions).start();
        let handover = async {
            let ledger = relay.ledger();
            assert_eq!(ledger.commands.last().unwrap(), "DATA");
            assert_eq!(ledger.accepted.len(), 0);
            Ok(())
        };
        relay.transport().deliver(&message("ntc_1"), handover).await.unwrap();
        assert_eq!(relay.ledger().accepted.len(), 1);
    }
}

#[tokio::test]
async fn a_mail_withheld_leaves_neither_body_nor_session() {
    for extensions in [[].as_slice(), &["PIPELINING"]] {
        let relay = Script::new(extensions).start();
        let mut transport = relay.transport();
        let err = transport.deliver(&message("ntc_1"), async { Err(Withheld) }).await.unwrap_err();
        assert_eq!(err.kind(), FailureKind::Withheld);
        assert_eq!(relay.ledger().accepted.len(), 0);

        transport.deliver(&message("ntc_2"), async { Ok(()) }).await.unwrap();
        let ledger = relay.ledger();
        assert_eq!((ledger.accepted.len(), ledger.n_connections), (1, 2));
        assert!(ledger.accepted[0].contains("<ntc_2@"));
    }
}

#[tokio::test]
async fn a_relay_that_answers_the_mail_before_it_has_it_is_not_believed() {
    let act = Act::say("354 go ahead\r\n250 2.0.0 taken");
    let relay = Script::new(&["PIPELINING"]).on(Step::Data, act).start();
    let handover = async { unreachable!("the relay is out of step") };
    let err = relay.transport().deliver(&message("ntc_1"), handover).await.unwrap_err();
    assert_eq!((err.kind(), err.phase()), (FailureKind::Relay, Phase::Data));
}

#[tokio::test]
async fn a_relay_that_hangs_up_during_the_handover_leaves_no_doubt() {
    let act = Act::SayAndClose(b"354 go ahead\r\n".to_vec());
    for extensions in [[].as_slice(), &["PIPELINING"]] {
        let relay = Script::new(extensions).on(Step::Data, act.clone()).start();
        let err = relay.transport().deliver(&message("ntc_1"), async { Ok(()) }).await.unwrap_err();
        // Whether the end of the line is seen before the handover or after it is a matter of moments.
        assert!(matches!(err.phase(), Phase::Data | Phase::Body), "{err}");
        assert!(matches!(err.kind(), FailureKind::Relay | FailureKind::Transient), "{err}");
    }
}
