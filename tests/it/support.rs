//! What several tests need.

use std::io::Write as _;
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::Duration;

use proptest::prelude::*;

/// Many times as long as the slowest test needs.
const PATIENCE: Duration = Duration::from_mins(10);

/// Where `program` lies, for a test that needs one from outside this repository.
///
/// Without it the test named `test` is left out, and says so on the real standard error;
/// with `PASTDUE_TEST_ALL=1` it fails instead.
pub(crate) fn component(program: &str, test: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let outside_path = ["/usr/sbin", "/usr/local/sbin", "/usr/lib/postfix/sbin", "/usr/libexec/postfix"];
    let mut folders = std::env::split_paths(&path).chain(outside_path.map(PathBuf::from));
    let found = folders.find_map(|folder| Some(folder.join(program)).filter(|path| path.is_file()));
    if found.is_none() {
        leave_out(test, &format!("{program} is not installed (sh tests/run.sh installs it)"));
    }
    found
}

/// Says that `test` is left out for want of something; with `PASTDUE_TEST_ALL=1` it fails instead.
pub(crate) fn leave_out(test: &str, reason: &str) {
    let is_required = std::env::var_os("PASTDUE_TEST_ALL").is_some_and(|value| value == "1");
    assert!(!is_required, "{test} cannot be left out: {reason}");
    // Not `eprintln!`: the harness would swallow it when the test succeeds.
    std::io::stderr().write_all(format!("left out: {test}: {reason}\n").as_bytes()).unwrap();
}

/// Runs a test that waits for other processes, and fails it when they let it wait for ever.
pub(crate) async fn in_time<T>(test: impl Future<Output = T>) -> T {
    tokio::time::timeout(PATIENCE, test).await.unwrap_or_else(|_| panic!("it still waits after {PATIENCE:?}"))
}

/// A line to a server under test, on which nobody waits for ever.
pub(crate) fn connect(address: &str) -> TcpStream {
    let stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    stream
}

/// A free port for a program that cannot choose one itself.
///
/// It is none of those that systems give to whoever asks for any (RFC 6335 section 6, Linux's from 32768 on):
/// in between, another test would get it.
pub(crate) fn free_port() -> u16 {
    static N_TRIED: AtomicU16 = AtomicU16::new(0);
    #[expect(clippy::cast_possible_truncation, reason = "where to begin looking")]
    let start = std::process::id() as u16;
    loop {
        let port = 10_000 + start.wrapping_add(N_TRIED.fetch_add(1, Ordering::Relaxed)) % 20_000;
        if TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return port;
        }
    }
}

/// One of `words`, `weight` times as often as a few bytes.
pub(crate) fn word_or_bytes(words: &[&str], weight: u32) -> impl Strategy<Value = Vec<u8>> + use<> {
    let words = words.iter().map(|word| word.as_bytes().to_vec()).collect::<Vec<_>>();
    prop_oneof![
        weight => prop::sample::select(words),
        1 => prop::collection::vec(any::<u8>(), 0..6),
    ]
}

/// Up to 60 of these behind each other.
pub(crate) fn soup(piece: impl Strategy<Value = Vec<u8>>) -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}
