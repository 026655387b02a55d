//! What the tests in a browser need, and a machine may lack.

use std::env;
use std::path::PathBuf;

use crate::support;

/// A browser and the program that drives it.
pub(crate) struct Components {
    pub(crate) chromium: PathBuf,
    pub(crate) chromedriver: PathBuf,
}

impl Components {
    pub(crate) fn for_test(test: &str) -> Option<Components> {
        let chromium = support::component("chromium", test)?;
        let chromedriver = support::component("chromedriver", test)?;
        Some(Components { chromium, chromedriver })
    }
}

/// axe-core's minified script.
pub(crate) fn axe(test: &str) -> Option<PathBuf> {
    file("PASTDUE_TEST_AXE", "axe-core", test)
}

/// The Java program that runs the Nu HTML Checker, and the checker.
pub(crate) fn validator(test: &str) -> Option<(PathBuf, PathBuf)> {
    let java = support::component("java", test)?;
    let jar = file("PASTDUE_TEST_VNU", "the Nu HTML Checker", test)?;
    Some((java, jar))
}

/// The file that an environment variable names.
fn file(variable: &str, component: &str, test: &str) -> Option<PathBuf> {
    let found = env::var_os(variable).map(PathBuf::from).filter(|path| path.is_file());
    if found.is_none() {
        let reason = format!("{component} is not installed (sh tests/run.sh installs it)");
        support::leave_out(test, &reason);
    }
    found
}
