//! The Maildir: one file a notice, whole or not at all, for its owner's eyes only.

use std::fs;
use std::path::{Path, PathBuf};

use pastdue::transport::{FailureKind, MaildirTransport, Phase, Transport as _, Withheld};
use tempfile::TempDir;

use crate::transport::{deliver, message, message_with};

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

/// A Maildir that does not exist yet.
fn maildir() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let maildir = folder.path().join("deep/Maildir");
    (folder, maildir)
}

#[tokio::test]
async fn a_mail_becomes_a_file_with_the_systems_line_ends() {
    let (_folder, maildir) = maildir();
    let mut transport = MaildirTransport::new(&maildir);
    let (result, n_handovers) = deliver(&mut transport, &message("ntc_1")).await;
    let new = files(&maildir.join("new"));
    assert_eq!((new.len(), n_handovers), (1, 1));
    assert_eq!(fs::read_to_string(&new[0]).unwrap(), "Message-ID: <ntc_1@example.com>\n\nHello\n");
    assert_eq!(maildir.join(result.unwrap().text), new[0]);
    assert!(files(&maildir.join("tmp")).is_empty() && files(&maildir.join("cur")).is_empty());
}

#[cfg(unix)]
#[tokio::test]
async fn nobody_else_can_read_it() {
    use std::os::unix::fs::PermissionsExt as _;
    let (_folder, maildir) = maildir();
    deliver(&mut MaildirTransport::new(&maildir), &message("ntc_1")).await.0.unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    for folder in [&maildir, &maildir.join("tmp"), &maildir.join("new"), &maildir.join("cur")] {
        assert_eq!(mode(folder), 0o700, "{}", folder.display());
    }
    assert_eq!(mode(&files(&maildir.join("new"))[0]), 0o600);
}

#[tokio::test]
async fn a_notice_delivered_again_makes_no_second_copy() {
    let (_folder, maildir) = maildir();
    let mut transport = MaildirTransport::new(&maildir);
    let first = deliver(&mut transport, &message("ntc_1")).await.0.unwrap();
    let (again, n_handovers) = deliver(&mut transport, &message("ntc_1")).await;
    assert_eq!((again.unwrap().text, n_handovers), (format!("{} was there already", first.text), 1));

    let name = first.text.strip_prefix("new/").unwrap();
    let read = maildir.join("cur").join(format!("{name}:2,S"));
    fs::rename(maildir.join("new").join(name), &read).unwrap();
    let again = deliver(&mut MaildirTransport::new(&maildir), &message("ntc_1")).await.0.unwrap();
    assert_eq!(again.text, format!("cur/{name}:2,S was there already"));
    assert!(files(&maildir.join("new")).is_empty());
}

#[tokio::test]
async fn every_key_has_its_own_file_whatever_its_characters_and_case() {
    let (_folder, maildir) = maildir();
    let mut transport = MaildirTransport::new(&maildir);
    let (long, longer) = ("x".repeat(127), "x".repeat(128));
    let keys = ["a", "A", "a/b", "a:b", "a_b", "..", ".a", "../../a", "-", &long, &longer];
    for key in keys {
        deliver(&mut transport, &message(key)).await.0.unwrap();
    }
    let names: Vec<_> = files(&maildir.join("new"))
        .iter()
        .map(|path| path.file_name().unwrap().to_str().unwrap().to_lowercase())
        .collect();
    assert_eq!(names.len(), keys.len());
    for name in &names {
        assert!(!name.contains(':') && !name.starts_with('.') && name.len() < 100, "{name}");
        assert_eq!(names.iter().filter(|other| *other == name).count(), 1, "{name}");
    }
}

#[tokio::test]
async fn a_mail_withheld_or_dropped_leaves_no_file() {
    let (_folder, maildir) = maildir();
    let mut transport = MaildirTransport::new(&maildir);
    let err = transport.deliver(&message("ntc_1"), async { Err(Withheld) }).await.unwrap_err();
    assert_eq!(err.kind(), FailureKind::Withheld);
    let handed_over = tokio::sync::Notify::new();
    let hang = async {
        handed_over.notify_one();
        std::future::pending().await
    };
    let dropped = message("ntc_1");
    tokio::select! {
        result = transport.deliver(&dropped, hang) => panic!("{result:?}"),
        () = handed_over.notified() => {}
    }
    for folder in ["tmp", "new", "cur"] {
        assert!(files(&maildir.join(folder)).is_empty(), "{folder}");
    }
}

#[tokio::test]
async fn a_folder_that_cannot_be_written_is_named_before_the_handover() {
    let (folder, _) = maildir();
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    let (result, n_handovers) =
        deliver(&mut MaildirTransport::new(file.join("Maildir")), &message("ntc_1")).await;
    let err = result.unwrap_err();
    assert_eq!((err.kind(), err.phase(), n_handovers), (FailureKind::Relay, Phase::Store, 0));
    assert!(err.to_string().contains(&format!("`{}`", file.join("Maildir").display())), "{err}");
}

#[tokio::test]
async fn line_ends_are_turned_and_nothing_else() {
    let (_folder, maildir) = maildir();
    let mut transport = MaildirTransport::new(&maildir);
    for (key, body, expected) in
        [("a", "x\r\n\r\n.\r\n", "x\n\n.\n"), ("b", "x", "x"), ("c", "\r\r\n\n", "\r\n\n")]
    {
        let receipt = deliver(&mut transport, &message_with(key, "a@b.example", body)).await.0.unwrap();
        let text = fs::read_to_string(maildir.join(receipt.text)).unwrap();
        assert_eq!(text, format!("Message-ID: <{key}@example.com>\n\n{expected}"));
    }
}
