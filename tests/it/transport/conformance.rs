//! One story that every transport must live up to.

use std::fs;

use pastdue::transport::{FailureKind, MaildirTransport, MemoryTransport, Transport, Withheld};

use crate::transport::relay::Script;
use crate::transport::{deliver, message};

/// `delivered` gives the mails at the far end, in order, with their line ends turned to LF.
async fn check<T: Transport>(mut transport: T, delivered: impl Fn() -> Vec<String> + Sync) {
    let text = |key: &str| format!("Message-ID: <{key}@example.com>\n\nHello\n");
    transport.close().await;
    let (result, n_handovers) = deliver(&mut transport, &message("ntc_1")).await;
    assert!(!result.unwrap().text.is_empty());
    assert_eq!((delivered(), n_handovers), (vec![text("ntc_1")], 1));

    let handover = async {
        assert_eq!(delivered().len(), 1, "nothing is delivered before the handover is through");
        Err(Withheld)
    };
    let err = transport.deliver(&message("ntc_2"), handover).await.unwrap_err();
    assert_eq!((err.kind(), delivered().len()), (FailureKind::Withheld, 1));

    let reached = tokio::sync::Notify::new();
    let hang = async {
        reached.notify_one();
        std::future::pending().await
    };
    let dropped = message("ntc_3");
    tokio::select! {
        result = transport.deliver(&dropped, hang) => panic!("{result:?}"),
        () = reached.notified() => {}
    }
    assert_eq!(delivered().len(), 1);

    deliver(&mut transport, &message("ntc_4")).await.0.unwrap();
    transport.close().await;
    transport.close().await;
    deliver(&mut transport, &message("ntc_5")).await.0.unwrap();
    assert_eq!(delivered(), [text("ntc_1"), text("ntc_4"), text("ntc_5")]);
}

#[tokio::test]
async fn memory_conforms() {
    let transport = MemoryTransport::new();
    let native =
        |message: &pastdue::Message| String::from_utf8_lossy(message.as_bytes()).replace("\r\n", "\n");
    check(transport.clone(), || transport.delivered().iter().map(native).collect()).await;
    assert_eq!(transport.n_delivered(), 3);
}

#[tokio::test]
async fn a_maildir_conforms() {
    let folder = tempfile::tempdir().unwrap();
    check(MaildirTransport::new(folder.path()), || {
        let files = fs::read_dir(folder.path().join("new")).into_iter().flatten();
        let mut texts: Vec<_> = files.map(|file| fs::read_to_string(file.unwrap().path()).unwrap()).collect();
        texts.sort();
        texts
    })
    .await;
}

#[tokio::test]
async fn smtp_conforms() {
    for extensions in [[].as_slice(), &["PIPELINING"]] {
        let relay = Script::new(extensions).start();
        let native = |mail: String| mail.replace("\r\n", "\n");
        check(relay.transport(), || relay.ledger().accepted.into_iter().map(native).collect()).await;
    }
}

#[tokio::test]
async fn a_transport_that_discards_counts_and_keeps_nothing() {
    let mut transport = MemoryTransport::discarding();
    for _ in 0..1000 {
        deliver(&mut transport, &message("ntc_1")).await.0.unwrap();
    }
    assert_eq!((transport.n_delivered(), transport.delivered().len()), (1000, 0));
}
