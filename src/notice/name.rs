//! Text that people chose: cleaned once, so that nothing behind it has to.

use std::fmt;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::character::{
    is_blank, is_combining_mark, is_extension, is_ignorable, is_joined_letter, is_joiner, is_keycap_base,
    is_picture, is_variation_selector,
};

/// A name as a person wrote it, without what could break a mail: a single line of at most
/// [`Name::MAX_CHARS`] characters in NFC, free of control, bidirectional, zero-width and
/// private-use characters, with at most [`Name::MAX_MARKS`] marks on a letter, never empty.
///
/// Joiners stay between the characters that need them (emoji, Indic and Arabic letters), and a
/// variation selector stays behind an emoji.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Name(Box<str>);

impl Name {
    /// The longest name that a mail shows whole; the rest is cut and marked with `…`.
    pub const MAX_CHARS: usize = 120;

    /// The most combining marks on one letter: as many as Vietnamese, Thai or Hebrew need, and no pile.
    pub const MAX_MARKS: usize = 4;

    /// Cleans `text`; `None` if nothing remains.
    ///
    /// # Example
    ///
    /// ```
    /// use pastdue::notice::Name;
    ///
    /// let name = Name::new(" Zoe\u{308}\r\n\u{202E}Bakker ").expect("something remains");
    /// assert_eq!(name.as_str(), "Zoë Bakker");
    /// assert_eq!(Name::new("\u{200B}"), None);
    /// ```
    #[must_use]
    pub fn new(text: &str) -> Option<Name> {
        let cleaned = if is_clean(text) { text.to_owned() } else { clean(text) };
        (!cleaned.is_empty()).then(|| Name(cap(cleaned).into_boxed_str()))
    }

    /// The name as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Whether `text` is what most names are: printable ASCII with single spaces between words.
fn is_clean(text: &str) -> bool {
    let is_plain = text.bytes().all(|byte| (0x20..0x7f).contains(&byte));
    is_plain && !text.starts_with(' ') && !text.ends_with(' ') && !text.contains("  ")
}

fn clean(text: &str) -> String {
    let visible = text.chars().filter_map(|char| match char {
        _ if is_blank(char) || char.is_control() => Some(' '),
        _ if is_ignorable(char) => None,
        _ => Some(char),
    });
    let mut kept = collapse(visible.nfc());
    // What was dropped may have kept a letter and its marks apart.
    while !is_nfc(&kept) {
        kept = collapse(kept.nfc());
    }
    kept
}

/// Keeps one space between words, and what is invisible only where it means something.
fn collapse(chars: impl Iterator<Item = char>) -> String {
    let mut kept = String::with_capacity(chars.size_hint().0);
    let mut n_marks = 0;
    let mut chars = chars.peekable();
    while let Some(char) = chars.next() {
        let last = kept.chars().next_back();
        let next = chars.peek().copied();
        let is_kept = match char {
            ' ' => last.is_some_and(|last| last != ' '),
            _ if is_joiner(char) => joins(char, last, next, n_marks),
            _ if is_variation_selector(char) => selects(char, last, next),
            _ if is_combining_mark(char) => {
                n_marks += 1;
                n_marks <= Name::MAX_MARKS && last.is_some_and(|last| last != ' ')
            }
            _ => {
                n_marks = 0;
                true
            }
        };
        if is_kept {
            kept.push(char);
        }
    }
    kept.truncate(kept.trim_end_matches(' ').len());
    kept
}

fn joins(joiner: char, last: Option<char>, next: Option<char>, n_marks: usize) -> bool {
    let (Some(last), Some(next)) = (last, next) else { return false };
    let is_next_kept = !is_combining_mark(next) || n_marks < Name::MAX_MARKS;
    let joins_letters = is_joined_letter(last) && is_joined_letter(next) && is_next_kept;
    let joins_pictures = (is_picture(last) || is_variation_selector(last)) && is_picture(next);
    joins_letters || (joiner == '\u{200D}' && joins_pictures)
}

fn selects(selector: char, last: Option<char>, next: Option<char>) -> bool {
    let is_keycap = last.is_some_and(is_keycap_base) && next == Some('\u{20E3}');
    matches!(selector, '\u{FE0E}' | '\u{FE0F}') && (is_keycap || last.is_some_and(is_picture))
}

/// Cuts what is too long, but no letter from its marks.
fn cap(text: String) -> String {
    if text.len() <= Name::MAX_CHARS || text.chars().nth(Name::MAX_CHARS).is_none() {
        return text;
    }
    let chars: Vec<char> = text.chars().take(Name::MAX_CHARS).collect();
    let may_cut = |at: &usize| {
        !is_extension(chars[*at]) && !is_variation_selector(chars[*at]) && !is_joiner(chars[at - 1])
    };
    let end = (Name::MAX_CHARS / 2..Name::MAX_CHARS).rev().find(may_cut).unwrap_or(Name::MAX_CHARS - 1);
    let cut: String = chars[..end].iter().collect();
    format!("{}…", cut.trim_end_matches(|char| char == ' ' || is_joiner(char)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(input: &str, expected: &str) {
        assert_eq!(Name::new(input).map(|name| name.as_str().to_owned()).unwrap_or_default(), expected);
    }

    #[test]
    fn a_name_keeps_its_letters_and_loses_what_is_invisible() {
        check("De Vries B.V.", "De Vries B.V.");
        check("王小明", "王小明");
        check("e\u{301}lan", "élan");
        check("  a \t b\r\nBcc: evil@example.com ", "a b Bcc: evil@example.com");
        check("pay\u{202E}lap\u{2066}x\u{2069}", "paylapx");
        check("a\u{200B}b\u{E000}c\u{F8FF}d\u{10FFFD}e\u{50000}", "abcde");
        check("\u{0}\u{7}\u{2060}\u{2800}", "");
        check("a\u{2028}b\u{85}c\u{A0}d\u{2800}e", "a b c d e");
        check("e\u{200B}\u{301}", "é");
        check("!\u{94D}\u{200C}\u{94D}\u{200C}\u{336}", "!\u{336}\u{94D}\u{94D}");
    }

    #[test]
    fn joiners_and_selectors_stay_where_they_mean_something() {
        check("👩\u{200D}💻", "👩\u{200D}💻");
        check("❤\u{FE0F}\u{200D}🔥", "❤\u{FE0F}\u{200D}🔥");
        check("1\u{FE0F}\u{20E3}", "1\u{FE0F}\u{20E3}");
        check("ক\u{9CD}\u{200D}ষ", "ক\u{9CD}\u{200D}ষ");
        check("نامه\u{200C}ای", "نامه\u{200C}ای");
        check("a\u{200D}b é\u{200D}é 王\u{200C}王", "ab éé 王王");
        check("a\u{FE0F}b 王\u{FE00} ❤\u{FE0F}\u{FE0F}", "ab 王 ❤\u{FE0F}");
    }

    #[test]
    fn marks_do_not_pile_up() {
        check("Việt ngữ ที่", "Việt ngữ ที่");
        check(&format!("a{}b", "\u{336}".repeat(50)), &format!("a{}b", "\u{336}".repeat(4)));
        check("\u{301}\u{301}a \u{301}b", "a b");
    }

    #[test]
    fn a_long_name_is_cut_between_letters_and_marked() {
        check(&"x".repeat(120), &"x".repeat(120));
        check(&"x".repeat(121), &format!("{}…", "x".repeat(119)));
        check(&format!("{} yyy", "x".repeat(118)), &format!("{}…", "x".repeat(118)));
        check(&"x\u{336}".repeat(200), &format!("{}…", "x\u{336}".repeat(59)));
        check(&"👩\u{200D}".repeat(200), &format!("{}…", ["👩"; 60].join("\u{200D}")));
    }
}
