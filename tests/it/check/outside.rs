//! Tools that are not ours, on our catalogs and on what we print.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::support;

/// A Python that can import `modules`; without one the test named `test` is left out.
pub(super) fn python_with(modules: &str, test: &str) -> Option<PathBuf> {
    let python = match std::env::var_os("PASTDUE_TEST_PYTHON") {
        Some(python) => PathBuf::from(python),
        None => support::component("python3", test)?,
    };
    let import = format!("import {modules}");
    let imports = Command::new(&python).args(["-c", &import]).stderr(Stdio::null()).status();
    if imports.is_ok_and(|status| status.success()) {
        return Some(python);
    }
    support::leave_out(test, &format!("Python has no {modules} (sh tests/run.sh installs it)"));
    None
}

/// What compare-locales reports of the repository in `root`, and the locales that it counts.
fn compare_locales(python: &Path, root: &Path) -> (Value, Vec<String>) {
    const SCRIPT: &str =
        "import sys; from compare_locales.commands import CompareLocales; CompareLocales.call()";
    let output = Command::new(python)
        .args(["-c", SCRIPT, "--json", "-", "l10n.toml", "."])
        .current_dir(root)
        .output()
        .unwrap();
    let shown = String::from_utf8_lossy(&output.stderr);
    let mut report: Value =
        serde_json::from_slice(&output.stdout).unwrap_or_else(|err| panic!("{err}: {shown}"));
    let summary: BTreeMap<String, Value> = serde_json::from_value(report[0]["summary"].take()).unwrap();
    (report[0]["details"].take(), summary.into_keys().collect())
}

#[test]
fn compare_locales_reports_nothing_of_our_catalogs() {
    let Some(python) = python_with("compare_locales", "compare_locales_reports_nothing") else { return };
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (details, locales) = compare_locales(&python, root);
    assert_eq!(details, serde_json::json!({}));
    assert_eq!(locales, ["fr-FR", "nl-NL", "sv-SE", "zh-TW"]);

    // It would, if there were something.
    let copy = tempfile::tempdir().unwrap();
    fs::copy(root.join("l10n.toml"), copy.path().join("l10n.toml")).unwrap();
    for (path, text) in [
        ("en-US/mail.ftl", "help = Need help?\nclosing = Thank you\n"),
        ("nl-NL/mail.ftl", "help = Hulp nodig?\n"),
    ] {
        let path = copy.path().join("locales").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let (details, _) = compare_locales(&python, copy.path());
    assert_eq!(details["locales"]["nl-NL/mail.ftl"], serde_json::json!([{"missingEntity": "closing"}]));
}
