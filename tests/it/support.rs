//! What several tests need.

use std::io::Write as _;
use std::path::PathBuf;

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
