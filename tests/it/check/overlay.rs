//! Catalogs that lie over those built in.

use pastdue::check::{File, Folder, Sources, check_overlay};
use pastdue::diagnostic::Severity;

#[track_caller]
fn check(tag: &str, text: &str, errors: &[&str], warnings: &[&str]) {
    let file = File { name: "mine.ftl".to_owned(), bytes: text.into() };
    let folder = Folder { tag: tag.to_owned(), path: format!("mine/{tag}"), files: vec![file] };
    let checked = check_overlay(Sources::from(vec![folder]));
    let of = |severity: Severity| {
        let found = checked.diagnostics.iter().filter(|found| found.severity == severity);
        let mut rules: Vec<&str> = found.map(|found| found.rule).collect();
        rules.sort_unstable();
        rules.dedup();
        rules
    };
    assert_eq!((of(Severity::Error), of(Severity::Warning)), (errors.to_vec(), warnings.to_vec()), "{text}");
}

#[test]
fn an_overlay_need_not_be_complete() {
    check("nl-NL", "closing = Groeten\n", &[], &[]);
    check("de-DE", "closing = Viele Grüße\n", &[], &["missing-file", "missing-message"]);
}

#[test]
fn a_file_in_which_nothing_lies_over_anything_is_found() {
    check("nl-NL", "clozing = Groeten\n", &[], &["obsolete-file"]);
    check("nl-NL", "closing = Groeten\nclozing = Groeten\n", &[], &["obsolete-message"]);
}

#[test]
fn what_is_not_fluent_is_found_and_covers_what_is_built_in() {
    check("nl-NL", "closing Groeten\n", &["syntax"], &[]);
    check("nl-NL", "closing =\n", &["empty-translation"], &[]);
}
