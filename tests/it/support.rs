//! What several tests need.

use std::io::Write as _;
use std::path::PathBuf;

use proptest::prelude::*;

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
