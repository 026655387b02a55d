//! What `pastdue check` finds: for each rule a folder of broken catalogs and of good ones beside it.
//!
//! `check/<rule>/<case>/<tag>/*.ftl`, with `contract.json` if the rule asks for more than ours has
//! and `l10n.lock` and `templates` if it asks for them. What is found in a
//! case is a snapshot, and has to have a finding of the rule; a case whose name begins with `control-` has none at all.

mod accept;
mod law;
mod outside;
mod overlay;
mod command;
mod machine;
mod provision;
mod suppression;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use pastdue::check::{
    Checked, Contract, LockFile, Sources, TemplateFolder, builtin, builtin_templates, check, document,
    read_folders, read_lock, read_templates, rules,
};
use pastdue::diagnostic::human;

const CASES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/check");

/// The cases of every rule.
fn cases() -> BTreeMap<String, Vec<PathBuf>> {
    let name = |path: &Path| path.file_name().unwrap().to_str().unwrap().to_owned();
    let folders = |path: &Path| {
        let mut folders: Vec<PathBuf> =
            fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()).collect();
        folders.retain(|path| path.is_dir());
        folders.sort();
        folders
    };
    folders(Path::new(CASES)).into_iter().map(|rule| (name(&rule), folders(&rule))).collect()
}

fn is_control(case: &Path) -> bool {
    case.file_name().unwrap().to_str().unwrap().starts_with("control-")
}

/// Our contract without roles: these are for messages of ours.
static OURS: LazyLock<Contract> = LazyLock::new(|| Contract { roles: BTreeMap::new(), ..Contract::ours() });

/// Checks a case as the program would from within its folder.
fn run(case: &Path) -> Checked {
    check(sources(case), &contract(case))
}

fn contract(case: &Path) -> Contract {
    match fs::read_to_string(case.join("contract.json")) {
        Ok(text) => Contract::from_json(&text).unwrap(),
        Err(_) => OURS.clone(),
    }
}

fn sources(case: &Path) -> Sources {
    let mut folders = read_folders(case).unwrap();
    for folder in &mut folders {
        folder.path.clone_from(&folder.tag);
    }
    let lock = read_lock(case).unwrap().map(|lock| LockFile { path: LockFile::NAME.to_owned(), ..lock });
    let templates = folders.iter().position(|folder| folder.tag == "templates").map(|at| {
        folders.remove(at);
        let folder = read_templates(&case.join("templates")).unwrap();
        TemplateFolder { path: "templates".to_owned(), ..folder }
    });
    Sources { folders, lock, templates }
}

#[test]
fn what_is_found_in_a_broken_catalog_is_what_should_be() {
    for (rule, cases) in cases() {
        for case in cases.iter().filter(|case| !is_control(case)) {
            let checked = run(case);
            let shown = human::render(&checked.diagnostics, &checked.texts, false);
            assert!(
                checked.diagnostics.iter().any(|found| found.rule == rule),
                "{}: {shown}",
                case.display()
            );
            let name = format!("{rule}__{}", case.file_name().unwrap().to_str().unwrap());
            insta::with_settings!({snapshot_path => "snapshots/check", prepend_module_to_snapshot => false, omit_expression => true}, {
                insta::assert_snapshot!(name, shown);
            });
        }
    }
}

#[test]
fn nothing_is_found_in_a_good_catalog() {
    for case in cases().values().flatten().filter(|case| is_control(case)) {
        let checked = run(case);
        let shown = human::render(&checked.diagnostics, &checked.texts, false);
        assert!(checked.diagnostics.is_empty(), "{}:\n{shown}", case.display());
    }
}

#[test]
fn every_rule_has_a_broken_catalog_and_a_good_one_beside_it() {
    let cases = cases();
    for rule in rules() {
        let of_rule = cases.get(rule.id).map_or(&[][..], Vec::as_slice);
        assert!(of_rule.iter().any(|case| is_control(case)), "tests/it/check/{}/control-…", rule.id);
        assert!(of_rule.iter().any(|case| !is_control(case)), "tests/it/check/{}/…", rule.id);
    }
    let unknown: Vec<_> = cases.keys().filter(|id| pastdue::check::rule(id).is_none()).collect();
    assert_eq!(unknown, [""; 0], "folders of no rule");
}

#[test]
fn every_rule_says_what_it_does_and_why_and_what_to_write() {
    for rule in rules() {
        let page = rule.page();
        for heading in ["## What it does", "## Why is this bad", "## Example", "## Use instead"] {
            assert!(page.contains(&format!("\n{heading}\n")), "{}: {heading}", rule.id);
        }
    }
}

/// `PASTDUE_UPDATE_DOCS=1 cargo test --all-features --test it the_document_of_the_rules` writes it anew.
#[test]
fn the_document_of_the_rules_is_what_their_comments_say() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/checks.md");
    if std::env::var_os("PASTDUE_UPDATE_DOCS").is_some() {
        fs::write(path, document()).unwrap();
    }
    let written = fs::read_to_string(path).unwrap_or_default();
    assert!(
        written == document(),
        "docs/checks.md is out of date: set PASTDUE_UPDATE_DOCS=1 and run this test again"
    );
}

#[test]
fn our_own_catalogs_have_no_findings() {
    let templates = Some(builtin_templates());
    let checked = check(Sources { templates, ..builtin().into() }, &Contract::ours());
    let shown = human::render(&checked.diagnostics, &checked.texts, false);
    assert!(checked.diagnostics.is_empty(), "{shown}");
}
