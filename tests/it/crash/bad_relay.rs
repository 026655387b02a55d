//! Relays that cannot be used: each ends a run within its budget, says why, fails no notice and doubles none.

use std::time::Duration;

use pastdue::transport::Tls;
use tokio::process::Command;
use tokio::time::timeout;

use super::{Trial, end};
use crate::store::Store;
use crate::transport::certificate::Authority;
use crate::transport::relay::{Act, Script, Step};

const N_ROWS: usize = 30;
const N_SESSIONS: usize = 2;
/// The pauses of `send`, and a busy machine.
const BUDGET: Duration = Duration::from_secs(100);

/// A run with this relay ends early and says so; everything but `n_doubts` at most waits for a better one.
async fn check(script: Script, settings: &[(&str, &str)], says: &str, n_doubts: usize) {
    let trial = Trial::new(Store::in_file(), N_ROWS, N_SESSIONS);
    let bad = script.start();
    let mut command = Command::new(env!("CARGO_BIN_EXE_pastdue"));
    command.args(["send", "rows.jsonl", "--outbox", &trial.store.url]);
    command.env("PASTDUE_RELAY__HOST", "127.0.0.1");
    command.env("PASTDUE_RELAY__PORT", bad.settings().port.to_string());
    command.env("PASTDUE_RELAY__CONNECTIONS", N_SESSIONS.to_string());
    for (name, value) in settings {
        command.env(format!("PASTDUE_RELAY_{name}"), value);
    }
    let child = trial.prepared(command).spawn().unwrap();
    let (status, stderr) = timeout(BUDGET, end(child)).await.expect(says);
    assert_eq!(status.code(), Some(1), "{says}: {stderr}");
    let why = stderr.lines().rfind(|line| line.starts_with("the run ended early: ")).expect(&stderr);
    assert!(why.contains(says) && !stderr.contains("s3cret"), "{says}: {stderr}");
    let states = trial.states().await;
    let n = |state: &str| states.get(state).map_or(0, std::collections::BTreeSet::len);
    assert_eq!(n("queued") + n("in_doubt"), N_ROWS, "{says}: {:?}", states.keys());
    assert!(n("in_doubt") <= n_doubts && (n_doubts == 0 || n("in_doubt") > 0), "{says}: {}", n("in_doubt"));

    // A better one takes the rest.
    trial.hurry().await;
    trial.finish().await;
    let mut accepted = trial.accepted();
    for (token, n) in super::accepted(&bad) {
        *accepted.entry(token).or_default() += n;
    }
    trial.check_against(&accepted, n_doubts, says).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_relay_that_cannot_be_used_ends_the_run_and_fails_no_notice() {
    let plain = [("_SECURITY", "none")];
    let login = [
        ("_SECURITY", "none"),
        ("_ALLOW_PLAINTEXT_AUTH", "true"),
        ("_USERNAME", "billing"),
        ("PASSWORD", "s3cret"),
    ];
    let strange = Authority::new("strange").acceptor("127.0.0.1", 2999);
    let refusal = Act::say("535 5.7.8 bad credentials");
    let closing = || Act::SayAndClose(b"421 4.3.2 closing\r\n".to_vec());
    let new = || Script::new(&["PIPELINING"]);
    tokio::join!(
        check(Script::new(&["AUTH PLAIN"]).always(Step::Auth, refusal), &login, "535 5.7.8", 0),
        check(new(), &[("_SECURITY", "starttls")], "does not offer STARTTLS", 0),
        check(new().with_acceptor(Tls::Implicit, strange), &[("_SECURITY", "tls")], "issuer is unknown", 0),
        check(new().always(Step::Greeting, closing()), &plain, "421 4.3.2", 0),
        check(new().always(Step::Mail, closing()), &plain, "421 4.3.2", 0),
        check(new().always(Step::Data, Act::Close), &plain, "closed the connection", 0),
    );
}

/// The first mails may be in doubt, and one for each time that the relay is tried again; not all of them.
#[tokio::test(flavor = "multi_thread")]
async fn a_relay_that_never_answers_the_dot_leaves_few_doubts() {
    let n_doubts = 4 * N_SESSIONS + 3;
    let script = Script::new(&["PIPELINING"]).always(Step::Dot, Act::Close);
    check(script, &[("_SECURITY", "none")], "final dot", n_doubts).await;
}
