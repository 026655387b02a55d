//! A real Postfix as the relay, up, down and up again in one run.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::net::TcpStream;
use tokio::time::sleep;

use super::{Trial, end};
use crate::store::Store;
use crate::support::{component, free_port, in_time, leave_out};

/// How long to wait before another process is looked at again.
const MOMENT: Duration = Duration::from_millis(20);
/// How often it is started: while daemons of the one before are still at the queue, it finds that in disorder.
const N_STARTS: usize = 20;
/// The user `nobody`.
const NOBODY: u32 = 65534;

/// A Postfix with a configuration, a queue and a log of its own, which delivers everything into one Maildir.
struct Postfix {
    program: PathBuf,
    folder: TempDir,
    port: u16,
    running: Option<Child>,
}

impl Postfix {
    /// Only root can start one.
    fn new(test: &str) -> Option<Postfix> {
        let program = component("postfix", test)?;
        let folder = tempfile::tempdir().unwrap();
        if fs::metadata(folder.path()).unwrap().uid() != 0 {
            leave_out(test, "only root can start a Postfix");
            return None;
        }
        fs::set_permissions(folder.path(), Permissions::from_mode(0o755)).unwrap();
        let path = |name: &str| folder.path().join(name);
        for name in ["config", "queue", "data", "mail"] {
            fs::create_dir(path(name)).unwrap();
        }
        chown(path("mail"), Some(NOBODY), Some(NOBODY)).unwrap();
        let owner = Command::new("chown").arg("postfix").arg(path("data")).status().unwrap();
        assert!(owner.success(), "chown postfix");
        let port = free_port();
        let here = folder.path().display();
        let main = format!(
            "compatibility_level = 3.6
queue_directory = {here}/queue
data_directory = {here}/data
maillog_file = {here}/log
maillog_file_prefixes = {here}
myhostname = relay.example
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mydestination =
alias_maps =
alias_database =
mynetworks = 127.0.0.0/8
smtpd_relay_restrictions = permit_mynetworks, reject
smtpd_peername_lookup = no
notify_classes =
virtual_mailbox_domains = static:all
virtual_mailbox_maps = static:all/
virtual_mailbox_base = {here}/mail
virtual_uid_maps = static:{NOBODY}
virtual_gid_maps = static:{NOBODY}
"
        );
        let services = format!(
            "127.0.0.1:{port} inet n - n - - smtpd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
anvil unix - - n - 1 anvil
error unix - - n - - error
retry unix - - n - - error
virtual unix - n n - - virtual
postlog unix-dgram n - n - 1 postlogd
"
        );
        fs::write(path("config/main.cf"), main).unwrap();
        fs::write(path("config/master.cf"), services).unwrap();
        Some(Postfix { program, folder, port, running: None })
    }

    async fn start(&mut self) {
        for _ in 0..N_STARTS {
            let mut command = Command::new(&self.program);
            command.arg("-c").arg(self.folder.path().join("config")).arg("start-fg");
            command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
            let mut child = command.spawn().unwrap();
            while child.try_wait().unwrap().is_none() {
                if self.listens().await {
                    self.running = Some(child);
                    return;
                }
                sleep(MOMENT).await;
            }
        }
        panic!("Postfix does not start: {}", self.log());
    }

    /// Returns when nothing listens any more: its daemons have the socket for a moment longer than itself, in which
    /// the next one could not have it.
    async fn stop(&mut self) {
        self.end();
        while self.listens().await {
            sleep(MOMENT).await;
        }
    }

    fn end(&mut self) {
        let Some(mut child) = self.running.take() else { return };
        let id = fs::read_to_string(self.folder.path().join("queue/pid/master.pid")).unwrap();
        let status = Command::new("kill").args(["-TERM", id.trim()]).status().unwrap();
        assert!(status.success(), "Postfix was not there: {}", self.log());
        child.wait().unwrap();
    }

    async fn listens(&self) -> bool {
        TcpStream::connect(("127.0.0.1", self.port)).await.is_ok()
    }

    fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
    }

    /// The mails that it has delivered: for each Message-ID, how many it has taken into its queue.
    fn accepted(&self) -> BTreeMap<String, usize> {
        let mut queue_ids: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for file in files(&self.folder.path().join("mail/all/new")) {
            let mail = fs::read_to_string(file).unwrap();
            let field = |before: &str, after: &str| {
                let rest = mail.split_once(before).unwrap().1;
                rest.split_once(after).unwrap().0.to_owned()
            };
            queue_ids
                .entry(field("\nMessage-ID: <", "@"))
                .or_default()
                .insert(field(" with ESMTP id ", "\n"));
        }
        queue_ids.into_iter().map(|(token, ids)| (token, ids.len())).collect()
    }

    /// Waits until nothing is in the queue any more.
    async fn is_empty(&self) {
        let queues =
            ["incoming", "active", "maildrop"].map(|name| self.folder.path().join("queue").join(name));
        while queues.iter().any(|queue| !files(queue).is_empty()) {
            sleep(MOMENT).await;
        }
        assert!(files(&self.folder.path().join("queue/deferred")).is_empty());
    }
}

impl Drop for Postfix {
    fn drop(&mut self) {
        self.end();
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_file()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_postfix_that_goes_down_and_comes_back_takes_each_mail_once() {
    const N_ROWS: usize = 200;
    const N_SESSIONS: usize = 4;
    let test = "a_postfix_that_goes_down_and_comes_back_takes_each_mail_once";
    let Some(mut postfix) = Postfix::new(test) else { return };
    in_time(async {
        postfix.start().await;
        let trial = Trial { port: postfix.port, ..Trial::new(Store::in_file(), N_ROWS, N_SESSIONS) };
        let mut sending = trial.send("");
        while postfix.accepted().len() < 10 {
            assert_eq!(sending.try_wait().unwrap(), None, "it ended: {}", postfix.log());
            sleep(MOMENT).await;
        }
        postfix.stop().await;
        let mut stderr = BufReader::new(sending.stderr.take().unwrap());
        let mut said = String::new();
        while !said.contains("trying again") {
            assert_ne!(stderr.read_line(&mut said).await.unwrap(), 0, "it ended: {said}");
        }
        postfix.start().await;
        while stderr.read_line(&mut said).await.unwrap() > 0 {}
        let (status, _) = end(sending).await;
        assert!(matches!(status.code(), Some(0 | 1)), "{status}: {said}");
        // What the line was lost over before the dot rests for some minutes.
        trial.hurry().await;
        trial.finish().await;
        postfix.is_empty().await;
        let (accepted, states) = (postfix.accepted(), trial.states().await);
        let counts: Vec<_> = states.iter().map(|(state, tokens)| (state.as_str(), tokens.len())).collect();
        trial.check_against(&accepted, N_SESSIONS, &format!("{counts:?}: {said}")).await;
    })
    .await;
}
