//! Plain text in lines of at most 78 columns.

use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_width::UnicodeWidthChar;

use crate::catalog::{DATE_END, DATE_START};

/// The widest line of a text part (RFC 5322, section 2.1.1), in columns of East Asian width.
pub(super) const MAX_COLUMNS: usize = 78;

/// Appends `text` to `out`, broken into lines. The first line begins with `first`, the others with `rest`.
/// Lines are never broken at a no-break space, and a word wider than a line is cut.
pub(super) fn wrap(text: &str, first: &str, rest: &str, out: &mut String) {
    out.push_str(first);
    let mut line = Line { columns: first.len(), is_empty: true, rest };
    if may_be_ideographic(text) {
        let mut start = 0;
        for (end, opportunity) in linebreaks(text) {
            if opportunity == BreakOpportunity::Mandatory || may_break(text, end) {
                line.put(&text[start..end], out);
                start = end;
            }
        }
    } else {
        // Latin text is broken at spaces alone: no break after the hyphen of a compound or within a date.
        let mut start = 0;
        for (at, byte) in text.bytes().enumerate() {
            if byte == b' ' {
                line.put(&text[start..=at], out);
                start = at + 1;
            }
        }
        line.put(&text[start..], out);
    }
    out.truncate(out.trim_end_matches(' ').len());
}

/// The line that is being filled.
struct Line<'a> {
    columns: usize,
    is_empty: bool,
    rest: &'a str,
}

impl Line<'_> {
    /// Puts a word with the space after it; that space is dropped where the line ends.
    fn put(&mut self, word: &str, out: &mut String) {
        let shown = word.strip_suffix(' ').unwrap_or(word);
        let columns = width(shown);
        if !self.is_empty && self.columns + columns > MAX_COLUMNS {
            out.truncate(out.trim_end_matches(' ').len());
            self.begin(out);
        }
        if self.columns + columns > MAX_COLUMNS {
            for char in word.chars() {
                let columns = char_width(char);
                if self.columns + columns > MAX_COLUMNS {
                    self.begin(out);
                }
                out.push(char);
                self.columns += columns;
            }
        } else {
            out.push_str(word);
            self.columns += columns + (word.len() - shown.len());
        }
        self.is_empty = false;
    }

    fn begin(&mut self, out: &mut String) {
        out.push('\n');
        out.push_str(self.rest);
        self.columns = self.rest.len();
    }
}

/// Whether a character at or above U+2E80 may be in `text`, told by the first bytes of characters.
/// The marks of the catalog, which begin with 0xEE, are no letters.
fn may_be_ideographic(text: &str) -> bool {
    text.bytes().any(|byte| byte >= 0xE3 && byte != 0xEE)
}

/// Where the Unicode algorithm would break, we do not when it parts a number from the Han character
/// beside it: the parts of a date stay together.
fn may_break(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at..].chars().next();
    let (Some(before), Some(after)) = (before, after) else { return true };
    !((before.is_ascii_digit() && is_ideographic(after))
        || (is_ideographic(before) && after.is_ascii_digit()))
}

fn is_ideographic(char: char) -> bool {
    char >= '\u{2E80}' && char.width() == Some(2)
}

/// The columns that `text` takes.
pub(super) fn width(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.chars().map(char_width).sum() }
}

/// The columns of one character; the marks around a date take none.
fn char_width(char: char) -> usize {
    match char {
        DATE_START | DATE_END => 0,
        other => other.width().unwrap_or(0),
    }
}

/// `text` in at most `columns`, cut and marked with `…` if it is wider.
pub(super) fn shorten(text: &str, columns: usize) -> std::borrow::Cow<'_, str> {
    if width(text) <= columns {
        return text.into();
    }
    let mut taken = 0;
    let fits = |char: &char| {
        taken += char_width(*char);
        taken < columns
    };
    let short: String = text.chars().take_while(fits).collect();
    format!("{}…", short.trim_end()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let mut out = String::new();
        wrap(text, "- ", "  ", &mut out);
        let lines: Vec<&str> = out.split('\n').collect();
        assert_eq!(lines, expected);
        assert!(lines.iter().all(|line| width(line) <= MAX_COLUMNS), "{lines:?}");
    }

    #[test]
    fn a_short_paragraph_stays_one_line() {
        check("Pay the outstanding balance in full.", &["- Pay the outstanding balance in full."]);
        check("", &["-"]);
    }

    #[test]
    fn a_line_ends_at_a_space_and_never_at_a_no_break_space() {
        let amount = "1\u{202F}234,50\u{A0}€";
        check(
            &format!("{} {amount} {amount}", "x".repeat(60)),
            &[&format!("- {} {amount}", "x".repeat(60))[..], &format!("  {amount}")],
        );
        check(
            &format!("{} e-postadress", "x".repeat(66)),
            &[&format!("- {}", "x".repeat(66))[..], "  e-postadress"],
        );
    }

    #[test]
    fn han_text_breaks_between_characters_but_not_before_closing_punctuation() {
        check(
            &format!("{}。請付款", "您".repeat(38)),
            &[&format!("- {}", "您".repeat(37))[..], "  您。請付款"],
        );
        check(
            &format!("{}於2026年3月5日到期", "您".repeat(34)),
            &[&format!("- {}", "您".repeat(34))[..], "  於2026年3月5日到期"],
        );
    }

    #[test]
    fn a_word_wider_than_a_line_is_cut() {
        check(&"x".repeat(100), &[&format!("- {}", "x".repeat(76))[..], &format!("  {}", "x".repeat(24))]);
    }

    #[test]
    fn a_name_is_shortened_by_its_columns() {
        assert_eq!(shorten("Production", 10), "Production");
        assert_eq!(shorten("Production site", 11), "Production…");
        assert_eq!(shorten("正式環境訂用帳戶", 9), "正式環境…");
    }
}
