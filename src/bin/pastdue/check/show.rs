//! The findings on standard output, in the format that was asked for, and their sum on standard error.

use std::io;

use pastdue::check::{self, Checked, Coverage, rules};
use pastdue::diagnostic::{Diagnostic, FileId, Severity, github, human, json, junit, sarif};

use super::{is_colored, is_denied};
use crate::args::{Check, FindingsFormat};
use crate::{print, tell};

/// Shows what was found.
pub(super) fn show(checked: &Checked, args: &Check) -> anyhow::Result<()> {
    let Checked { diagnostics: found, texts, coverage, .. } = checked;
    let text = match args.format {
        FindingsFormat::Human => {
            let mut text = human::render(found, texts, is_colored(&io::stdout()));
            if !coverage.is_empty() {
                text.push_str(&check::table(coverage));
            }
            text
        }
        FindingsFormat::Json => json::render(found, texts),
        FindingsFormat::Github => github::render(found, texts),
        FindingsFormat::Sarif => {
            let rules =
                rules().map(|rule| sarif::Rule { id: rule.id, severity: rule.severity, page: rule.page() });
            sarif::render(found, texts, &rules.collect::<Vec<_>>(), env!("CARGO_PKG_VERSION"))
        }
        FindingsFormat::Junit => {
            let files = texts.files().filter(|file| is_listed(*file, checked, args));
            junit::render(found, texts, files, |found| is_denied(found, args))?
        }
    };
    print(text.as_bytes())?;
    if matches!(args.format, FindingsFormat::Human | FindingsFormat::Github) {
        tell(&sum(found));
    }
    Ok(())
}

/// Tells which of `coverage` have less than `least` percent; whether none has.
pub(super) fn tell_behind(coverage: &[Coverage], least: u8) -> bool {
    let behind = coverage.iter().filter(|of| of.translated * 100 < of.total * usize::from(least));
    let n_told = behind.inspect(|of| {
        tell(&format!(
            "error: {} has {} of {} messages, {} %: --min-coverage asks for {least} %",
            of.locale,
            of.translated,
            of.total,
            of.percent()
        ));
    });
    n_told.count() == 0
}

/// Whether a file is one of those that were to be checked, or something is found in it.
fn is_listed(file: FileId, checked: &Checked, args: &Check) -> bool {
    let is_asked_for = |locale: &Option<String>| {
        args.locale.is_empty() || locale.as_ref().is_some_and(|locale| args.locale.contains(locale))
    };
    let is_checked =
        checked.files.iter().any(|checked| checked.file == file && is_asked_for(&checked.locale));
    is_checked || checked.diagnostics.iter().any(|found| found.place.file == file)
}

/// One line that adds up.
fn sum(found: &[Diagnostic]) -> String {
    let n_errors = found.iter().filter(|found| found.severity == Severity::Error).count();
    let n_warnings = found.len() - n_errors;
    let plural = |n: usize| if n == 1 { "" } else { "s" };
    format!("{n_errors} error{}, {n_warnings} warning{}", plural(n_errors), plural(n_warnings))
}
