//! Text that people chose: cleaned once, so that nothing behind it has to.

use std::fmt;

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// A name as a person wrote it, without what could break a mail: a single line of at most
/// [`Name::MAX_CHARS`] characters in NFC, free of control, bidirectional, zero-width,
/// private-use and unassigned-plane characters, never empty.
///
/// Zero-width joiners stay between characters that need them (emoji, Indic and Arabic scripts).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Name(Box<str>);

impl Name {
    /// The longest name that a mail shows whole; the rest is cut and marked with `…`.
    pub const MAX_CHARS: usize = 120;

    /// Cleans `text`; `None` if nothing remains.
    #[must_use]
    pub fn new(text: &str) -> Option<Name> {
        let plain = text.bytes().all(|byte| (0x20..0x7f).contains(&byte));
        let cleaned = if plain { collapse_spaces(text) } else { collapse_spaces(&clean(text)) };
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

fn clean(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            // A joiner means something only between two characters that are neither ASCII nor space.
            '\u{200C}' | '\u{200D}' => {
                let joins =
                    |char: Option<char>| char.is_some_and(|char| !char.is_ascii() && !is_removed(char));
                if joins(kept.chars().next_back()) && joins(chars.peek().copied()) {
                    kept.push(char);
                }
            }
            _ if char.is_whitespace() || char.is_control() => kept.push(' '),
            _ if is_removed(char) => {}
            _ => kept.push(char),
        }
    }
    if is_nfc(&kept) { kept } else { kept.nfc().collect() }
}

/// Characters that are invisible, turn the reading direction, or mean nothing outside one font.
fn is_removed(char: char) -> bool {
    matches!(char,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}'
        | '\u{E000}'..='\u{F8FF}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFF}' | '\u{FDD0}'..='\u{FDEF}'
        | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{10FFFF}')
        || (u32::from(char) & 0xFFFE) == 0xFFFE
}

fn collapse_spaces(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

fn cap(text: String) -> String {
    match text.char_indices().nth(Name::MAX_CHARS) {
        None => text,
        Some(_) => {
            let mut cut: String = text.chars().take(Name::MAX_CHARS - 1).collect();
            cut.truncate(cut.trim_end().len());
            cut.push('…');
            cut
        }
    }
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
        check("a\u{200B}b\u{E000}c\u{F8FF}\u{10FFFD}", "abc");
        check("\u{0}\u{7}\u{2060}", "");
        check("a\u{200D}b", "ab");
        check("👩\u{200D}💻", "👩\u{200D}💻");
        check("a\u{2028}b\u{85}c\u{A0}d", "a b c d");
    }

    #[test]
    fn a_long_name_is_cut_and_marked() {
        let name = Name::new(&"x".repeat(500)).expect("a name");
        assert_eq!(name.as_str().chars().count(), Name::MAX_CHARS);
        assert!(name.as_str().ends_with('…'));
    }
}
