//! For GitHub Actions: a workflow command for each finding, which shows it at its line in a pull request.

use std::fmt::Write as _;

use super::{Diagnostic, Severity, Texts};

/// Renders `diagnostics` as [workflow commands], one line each: `::error file=…,line=…::message`.
///
/// A path counts from the root of the repository, so the program has to be run there.
///
/// [workflow commands]: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
#[must_use]
pub fn render(diagnostics: &[Diagnostic], texts: &Texts) -> String {
    let mut rendered = String::new();
    for diagnostic in diagnostics {
        let command = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let place = diagnostic.place;
        let start = texts.position(place.file, place.span.start);
        let end = texts.position(place.file, place.span.end);
        let mut text = diagnostic.message.clone();
        if let Some(help) = &diagnostic.help {
            // Writing to a string cannot fail.
            let _ = write!(text, "\nhelp: {help}");
        }
        let mut columns = String::new();
        if start.line == end.line {
            // The last column is a part of what is shown.
            let last = end.column.saturating_sub(1).max(start.column);
            let _ = write!(columns, ",col={},endColumn={last}", start.column);
        }
        let _ = writeln!(
            rendered,
            "::{command} file={},line={},endLine={}{columns},title={}::{}",
            property(texts.path(place.file)),
            start.line,
            end.line,
            property(diagnostic.rule),
            data(&text),
        );
    }
    rendered
}

/// The text of a command: what would end its line, and what escapes.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property of a command: what would end it, besides.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
