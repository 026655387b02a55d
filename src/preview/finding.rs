//! Findings for the pages.

use serde_json::{Value, json};

use crate::check::Checked;
use crate::diagnostic::{Diagnostic, Severity, human};

/// The findings that `is_wanted`.
pub(super) fn list(checked: &Checked, is_wanted: impl Fn(&Diagnostic) -> bool) -> Vec<Value> {
    checked.diagnostics.iter().filter(|found| is_wanted(found)).map(|found| one(checked, found)).collect()
}

/// The code frame of the first error of a locale: that its files cannot be used follows from it.
pub(super) fn first_frame(checked: &Checked, tag: &str) -> String {
    let is_error =
        |found: &&Diagnostic| found.locale.as_deref() == Some(tag) && found.severity == Severity::Error;
    let first = checked.diagnostics.iter().find(|found| is_error(found) && found.rule == "syntax");
    let first = first.or_else(|| checked.diagnostics.iter().find(is_error));
    first.map(|found| frame(checked, found)).unwrap_or_default()
}

fn one(checked: &Checked, found: &Diagnostic) -> Value {
    let texts = &checked.texts;
    let start = texts.position(found.place.file, found.place.span.start);
    let end = texts.position(found.place.file, found.place.span.end);
    json!({
        "rule": found.rule,
        "severity": found.severity.as_str(),
        "message": found.message,
        "help": found.help,
        "locale": found.locale,
        "message_id": found.message_id,
        "variant": found.variant,
        "file": texts.path(found.place.file),
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "frame": frame(checked, found),
        "fix": found.fix.is_some(),
    })
}

fn frame(checked: &Checked, found: &Diagnostic) -> String {
    human::render(std::slice::from_ref(found), &checked.texts, false).trim_end().to_owned()
}
