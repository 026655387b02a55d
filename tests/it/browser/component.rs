//! Programs and files that a test needs and a machine may lack. `sh tests/run.sh` installs them.

use std::env;
use std::io::{self, Write as _};
use std::path::PathBuf;

/// The first of `names` that is a program on the search path.
pub(crate) fn program(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    names
        .iter()
        .find_map(|name| env::split_paths(&path).map(|folder| folder.join(name)).find(|p| p.is_file()))
}

/// The file that an environment variable names.
pub(crate) fn file(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from).filter(|path| path.is_file())
}

/// Passes on what a test needs, or says on the real standard error that the test is left out.
/// With `PASTDUE_TEST_ALL=1` a missing component fails the test.
pub(crate) fn need(test: &str, component: &str, found: Option<PathBuf>) -> Option<PathBuf> {
    if found.is_none() {
        let all = env::var_os("PASTDUE_TEST_ALL").is_some_and(|value| value == "1");
        assert!(!all, "{component} is not installed (sh tests/run.sh installs it)");
        let line = format!("left out: {test}: {component} is not installed (sh tests/run.sh installs it)\n");
        // `eprintln!` would be captured, and a test that did not run must be seen.
        io::stderr().write_all(line.as_bytes()).unwrap();
    }
    found
}

/// What every test in a browser needs.
pub(crate) struct Components {
    pub(crate) chromium: PathBuf,
    pub(crate) chromedriver: PathBuf,
}

impl Components {
    pub(crate) fn for_test(test: &str) -> Option<Components> {
        let chromium = need(test, "chromium", program(&["chromium", "chromium-browser", "google-chrome"]))?;
        let chromedriver = need(test, "chromedriver", program(&["chromedriver"]))?;
        Some(Components { chromium, chromedriver })
    }
}

/// axe-core's minified script.
pub(crate) fn axe(test: &str) -> Option<PathBuf> {
    need(test, "axe-core", file("PASTDUE_TEST_AXE"))
}

/// The Nu HTML Checker and the Java that runs it.
pub(crate) fn validator(test: &str) -> Option<(PathBuf, PathBuf)> {
    let java = need(test, "java", program(&["java"]))?;
    let jar = need(test, "the Nu HTML Checker", file("PASTDUE_TEST_VNU"))?;
    Some((java, jar))
}
