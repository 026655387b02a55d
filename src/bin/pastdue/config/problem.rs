//! What is wrong with a configuration, and where: the line is shown, secrets on it are not.

use std::fmt;
use std::ops::Range;

/// How much of a line is shown.
const WIDTH: usize = 120;

/// What is wrong with a configuration. It never holds a secret: it may be logged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Problem(String);

impl Problem {
    /// A problem that stands nowhere in a file.
    pub(super) fn new(what: impl fmt::Display) -> Problem {
        Problem(what.to_string())
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Problem {}

/// The text of a configuration file, with the name by which the user knows it.
#[derive(Debug)]
pub(super) struct Source {
    /// The path as it was given.
    pub(super) name: String,
    /// The whole text.
    pub(super) text: String,
}

impl Source {
    /// The line of `offset`, from 1.
    pub(super) fn line(&self, offset: usize) -> usize {
        self.before(offset).matches('\n').count() + 1
    }

    /// `what`, with the place and a copy of the line, `span` marked by carets.
    pub(super) fn problem(&self, span: &Range<usize>, what: impl fmt::Display) -> Problem {
        self.render(span, &what, false)
    }

    /// Like [`Source::problem`], with everything after the key hidden.
    pub(super) fn secret_problem(&self, span: &Range<usize>, what: impl fmt::Display) -> Problem {
        self.render(span, &what, true)
    }

    fn render(&self, span: &Range<usize>, what: &dyn fmt::Display, hide: bool) -> Problem {
        let before = self.before(span.start);
        let start_of_line = before.rfind('\n').map_or(0, |newline| newline + 1);
        let number = self.line(span.start).to_string();
        let column = before[start_of_line..].chars().count();

        let line = self.text[start_of_line..].lines().next().unwrap_or_default();
        let line = if hide || may_hold_secret(line) { hide_value(line) } else { line.to_owned() };
        // Nothing of a file may steer the terminal.
        let line: String = line.chars().map(|char| if char.is_control() { ' ' } else { char }).collect();

        // Of a long line, the part around the culprit.
        let skipped = if line.chars().count() > WIDTH { column.saturating_sub(WIDTH / 2) } else { 0 };
        let line: String = line.chars().skip(skipped).take(WIDTH).collect();
        let indent = (column - skipped).min(line.chars().count());

        let room = line.chars().count().saturating_sub(indent);
        let marked = self.text.get(span.clone()).and_then(|text| text.lines().next()).unwrap_or_default();
        let carets = "^".repeat(marked.chars().count().min(room).max(1));
        let indent = " ".repeat(indent);
        let gutter = " ".repeat(number.len());
        let place = format!("{}:{number}:{}", self.name, column + 1);
        Problem(format!("{place}: {what}\n{gutter} |\n{number} | {line}\n{gutter} | {indent}{carets}"))
    }

    fn before(&self, offset: usize) -> &str {
        let mut end = offset.min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        &self.text[..end]
    }
}

/// Whether a line looks as if it held a password, a key, or a URL with credentials.
fn may_hold_secret(line: &str) -> bool {
    let line = line.to_lowercase();
    ["pass", "secret", "token", "key", "-----"].iter().any(|word| line.contains(word))
        || (line.contains('@') && line.contains(':'))
}

/// The key of a line, with `…` for its value; a line without a key is hidden whole.
fn hide_value(line: &str) -> String {
    match line.split_once('=') {
        Some((key, _)) => format!("{key}= …"),
        None => "…".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rendered(text: &str, marked: &str) -> String {
        let source = Source { name: "p.toml".to_owned(), text: text.to_owned() };
        let start = text.find(marked).expect("the marked text is in the file");
        source.problem(&(start..start + marked.len()), "wrong").to_string()
    }

    #[test]
    fn the_line_is_shown_with_carets_under_the_culprit() {
        assert_eq!(
            rendered("a = 1\nzh-TW = \"範例\" # é\n", "\"範例\""),
            "p.toml:2:9: wrong\n  |\n2 | zh-TW = \"範例\" # é\n  |         ^^^^"
        );
        assert_eq!(rendered("\tx = \u{1b}[1m", "x"), "p.toml:1:2: wrong\n  |\n1 |  x =  [1m\n  |  ^");
    }

    #[test]
    fn of_a_long_line_the_part_around_the_culprit_is_shown() {
        let problem = rendered(&format!("a = {}x{}", "[".repeat(5000), "]".repeat(5000)), "x");
        let lines: Vec<_> = problem.lines().collect();
        assert_eq!(lines[0], "p.toml:1:5005: wrong");
        assert_eq!(lines[2].chars().count(), "1 | ".len() + WIDTH);
        assert_eq!(lines[3].find('^'), lines[2].find('x'));
    }

    #[test]
    fn a_line_that_may_hold_a_secret_is_cut_after_its_key() {
        for line in
            ["password = hunter2", "transport = \"smtp://me:hunter2@relay\"", "api_token = \"hunter2\""]
        {
            let problem = rendered(line, "hunter2");
            assert!(!problem.contains("hunter2") && problem.contains("= …"), "{problem}");
        }
        assert!(!rendered("-----BEGIN hunter2", "hunter2").contains("hunter2"));
    }
}
