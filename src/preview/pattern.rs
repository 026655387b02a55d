//! A pattern as a person edits it, and as it stands in its file.

use crate::diagnostic::Span;

/// The lines below the first begin so far to the right, if nothing says otherwise.
const INDENT: usize = 4;

/// A pattern without the indentation that all its lines below the first share; lines end with `\n`.
pub(super) fn shown(raw: &str) -> String {
    let raw = raw.replace("\r\n", "\n");
    let indent = indent(&raw).unwrap_or(0);
    let mut lines = raw.split('\n');
    let mut text = lines.next().unwrap_or_default().to_owned();
    for line in lines {
        text.push('\n');
        text.push_str(line.get(indent..).unwrap_or_default());
    }
    text
}

/// A pattern laid out as `raw`, the one in whose place it comes, with the ends of lines that `file` has.
pub(super) fn written(pattern: &str, raw: &str, file: &str) -> String {
    let pattern = pattern.replace("\r\n", "\n");
    let indent = " ".repeat(indent(&raw.replace("\r\n", "\n")).unwrap_or(INDENT));
    let end = if file.contains("\r\n") { "\r\n" } else { "\n" };
    // What Fluent takes for blank: a no-break space is none.
    let pattern = pattern.trim_matches([' ', '\n']);
    let mut lines = pattern.split('\n');
    let mut text = lines.next().unwrap_or_default().to_owned();
    for line in lines {
        text.push_str(end);
        if !is_blank(line) {
            text.push_str(&indent);
            text.push_str(line);
        }
    }
    text
}

/// The text of a file with another pattern in the place of `span`.
pub(super) fn spliced(bytes: &[u8], span: Span, pattern: &str) -> Vec<u8> {
    let mut spliced = bytes.get(..span.start).unwrap_or_default().to_vec();
    spliced.extend_from_slice(pattern.as_bytes());
    spliced.extend_from_slice(bytes.get(span.end..).unwrap_or_default());
    spliced
}

/// The text of a file with one message more at its end.
pub(super) fn appended(bytes: &[u8], id: &str, pattern: &str) -> Vec<u8> {
    let file = String::from_utf8_lossy(bytes);
    let end = if file.contains("\r\n") { "\r\n" } else { "\n" };
    let pattern = written(pattern, "", &file);
    // Variants stand below the id, as our own catalogs have them.
    let gap = if pattern.contains('\n') { format!("{end}{}", " ".repeat(INDENT)) } else { " ".to_owned() };
    let mut appended = bytes.to_vec();
    if !file.is_empty() && !file.ends_with('\n') {
        appended.extend_from_slice(end.as_bytes());
    }
    appended.extend_from_slice(format!("{id} ={gap}{pattern}{end}").as_bytes());
    appended
}

/// The indentation that all lines below the first share; `None` if there are none.
fn indent(raw: &str) -> Option<usize> {
    let lines = raw.split('\n').skip(1).filter(|line| !is_blank(line));
    lines.map(|line| line.len() - line.trim_start_matches(' ').len()).min()
}

fn is_blank(line: &str) -> bool {
    line.trim_matches(' ').is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(raw: &str, expected: &str) {
        assert_eq!(shown(raw), expected);
        assert_eq!(written(expected, raw, raw), raw);
    }

    #[test]
    fn a_pattern_goes_back_as_it_came() {
        check("Pay now.", "Pay now.");
        check("Pay\n    now.", "Pay\nnow.");
        check("Pay\n  now\n\n    soon.", "Pay\nnow\n\n  soon.");
        check(
            "{ $n ->\n        [one] day\n       *[other] days\n    }",
            "{ $n ->\n    [one] day\n   *[other] days\n}",
        );
        check("Pay\r\n    now.", "Pay\nnow.");
    }

    #[test]
    fn a_new_line_is_indented() {
        assert_eq!(written("a\nb\n\nc\n", "x", "x\n"), "a\n    b\n\n    c");
        assert_eq!(written("a\r\nb", "x", "x\r\n"), "a\r\n    b");
    }

    #[test]
    fn a_message_is_added_at_the_end() {
        let check = |file: &str, pattern: &str, expected: &str| {
            assert_eq!(appended(file.as_bytes(), "b", pattern), expected.as_bytes());
        };
        check("a = x\n", "y", "a = x\nb = y\n");
        check("a = x", "y", "a = x\nb = y\n");
        check("", "{ $n ->\n   *[other] y\n}", "b =\n    { $n ->\n       *[other] y\n    }\n");
        check("a = x\r\n", "y\nz", "a = x\r\nb =\r\n    y\r\n    z\r\n");
    }
}
