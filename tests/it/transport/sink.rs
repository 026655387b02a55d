//! Postfix's `smtp-sink` at the other end: a server that we have not written.

use std::collections::BTreeSet;
use std::fs::Permissions;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use pastdue::transport::{SmtpSettings, SmtpTransport, Tls, Transport as _};
use tempfile::TempDir;
use tokio::net::TcpStream;

use crate::support::{component, free_port};
use crate::transport::{deliver, message_with};

/// A running `smtp-sink`, which keeps each mail in a file; killed when dropped.
struct Sink {
    child: Child,
    port: u16,
    folder: TempDir,
}

impl Sink {
    async fn start(program: &Path) -> Sink {
        let folder = tempfile::tempdir().unwrap();
        let port = free_port();
        let mut command = Command::new(program);
        if std::fs::metadata(folder.path()).unwrap().uid() == 0 {
            // It refuses to run as root.
            std::fs::set_permissions(folder.path(), Permissions::from_mode(0o777)).unwrap();
            command.args(["-u", "nobody"]);
        }
        command.arg("-d").arg(folder.path().join("mail.")).arg(format!("127.0.0.1:{port}")).arg("16");
        let child = command.stdout(Stdio::null()).spawn().unwrap();
        let mut sink = Sink { child, port, folder };
        while TcpStream::connect(("127.0.0.1", port)).await.is_err() {
            assert_eq!(sink.child.try_wait().unwrap(), None, "smtp-sink does not start");
        }
        sink
    }

    /// The Message-IDs of the mails that have arrived.
    fn message_ids(&self) -> BTreeSet<String> {
        let files = std::fs::read_dir(self.folder.path()).unwrap();
        let texts = files.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap());
        let id = |text: &String| {
            text.lines().find_map(|line| line.strip_prefix("Message-ID: ").map(str::to_owned))
        };
        texts.filter_map(|text| id(&text)).collect()
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[tokio::test]
async fn postfix_takes_sixty_mails_over_several_sessions() {
    let Some(program) = component("smtp-sink", "postfix_takes_sixty_mails_over_several_sessions") else {
        return;
    };
    let sink = Sink::start(&program).await;
    let settings = SmtpSettings::new("127.0.0.1", sink.port, Tls::None);
    let sessions = (0..4).map(|session| {
        let mut transport = SmtpTransport::new(settings.clone());
        tokio::spawn(async move {
            for n in 0..15 {
                let body = ".\r\nHello\r\n".repeat(1000);
                let message = message_with(&format!("ntc_{session}_{n}"), "anneke@example.nl", &body);
                deliver(&mut transport, &message).await.0.unwrap();
            }
            transport.close().await;
        })
    });
    for session in sessions.collect::<Vec<_>>() {
        session.await.unwrap();
    }
    let expected: BTreeSet<_> = (0..60).map(|n| format!("<ntc_{}_{}@example.com>", n / 15, n % 15)).collect();
    assert_eq!(sink.message_ids(), expected);
}
