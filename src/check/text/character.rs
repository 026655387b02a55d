//! Characters that nobody sees, or sees other than they are.

use std::cell::OnceCell;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::check::prose::{Kind, Prose, Seen, shown};
use crate::check::rule::{Findings, rule};
use crate::check::sheet::LeafPair;
use crate::diagnostic::Severity;

use super::mojibake;
use super::visible::prose;

rule! {
    /// ## What it does
    /// Finds characters without width: zero-width spaces and joiners, soft hyphens, byte order marks within a text.
    /// The joiners of emoji and of scripts that need them are none.
    ///
    /// ## Why is this bad
    /// Nobody sees them, searching does not find the word that they are in, and some mail programs show a box.
    ///
    /// ## Example
    /// `rekening` with U+200B after `reken`:
    ///
    /// ```ftl
    /// bill = Uw reken​ing
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// bill = Uw rekening
    /// ```
    pub(super) INVISIBLE_CHARACTER = "invisible-character", Warning, Text, Leaf(invisible_character);
}

fn invisible_character(pair: &LeafPair, findings: &mut Findings) {
    if pair.leaf.flat().text.is_ascii() {
        return;
    }
    let prose = prose(pair.leaf);
    for (at, seen) in prose.seen.iter().enumerate() {
        if !is_invisible(seen.char) || seen.kind == Kind::Literal || is_needed(prose, at) {
            continue;
        }
        let span = pair.leaf.flat().span(seen.start, seen.end);
        findings
            .report(pair.at(span), format!("a character that nobody sees stands here: {}", name(seen.char)))
            .help("delete it")
            .edit(span, "");
    }
}

fn is_invisible(char: char) -> bool {
    matches!(char,
        '\u{AD}' | '\u{34F}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180E}' | '\u{200B}'..='\u{200D}'
        | '\u{2060}'..='\u{2065}' | '\u{206A}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
        | '\u{FFA0}' | '\u{E0000}'..='\u{E01EF}')
}

/// Whether the character changes what is seen: in emoji, and in scripts whose letters join.
fn is_needed(prose: &Prose, at: usize) -> bool {
    let (before, after) = (prose.before(at), prose.char(at + 1));
    let is_emoji = |char: Option<char>| {
        char.is_some_and(|char| {
            matches!(char, '\u{A9}' | '\u{AE}' | '#' | '*' | '0'..='9' | '\u{FE0F}' | '\u{E0000}'..='\u{E007F}')
                || matches!(u32::from(char), 0x2000..=0x2BFF | 0x3030 | 0x303D | 0x3297 | 0x3299 | 0x1F000..=0x1FAFF)
        })
    };
    // Arabic, the scripts of India and Southeast Asia, Mongolian.
    let is_joining = |char: Option<char>| {
        char.is_some_and(|char| {
            matches!(u32::from(char), 0x600..=0x8FF | 0x900..=0xDFF | 0xE00..=0xEFF | 0xF00..=0x109F | 0x1780..=0x18AF)
        })
    };
    match prose.char(at) {
        Some('\u{200D}') => is_emoji(before) && is_emoji(after) || is_joining(before) || is_joining(after),
        Some('\u{200C}') => is_joining(before) || is_joining(after),
        // Where a line of a script without spaces may end.
        Some('\u{200B}') => is_joining(before) && is_joining(after),
        Some('\u{FE0E}' | '\u{FE0F}' | '\u{E0020}'..='\u{E007F}') => is_emoji(before),
        Some('\u{180E}') => is_joining(before),
        // Variants of Chinese characters.
        Some('\u{FE00}' | '\u{FE01}' | '\u{E0100}'..='\u{E01EF}') => {
            before.is_some_and(crate::check::prose::is_han)
        }
        _ => false,
    }
}

fn name(char: char) -> String {
    let code = shown(char);
    match char {
        '\u{AD}' => format!("{code}, a soft hyphen"),
        '\u{200B}' => format!("{code}, a space without width"),
        '\u{200C}' | '\u{200D}' => format!("{code}, a joiner"),
        '\u{2060}' => format!("{code}, a word joiner"),
        '\u{FEFF}' => format!("{code}, a byte order mark"),
        _ => code,
    }
}

rule! {
    /// ## What it does
    /// Finds characters that turn the direction of writing: U+202A to U+202E, U+2066 to U+2069, U+200E, U+200F, U+061C.
    /// In languages that are written from right to left it finds U+202D and U+202E alone.
    ///
    /// ## Why is this bad
    /// Nobody sees them, and they can show an amount or an address backwards.
    ///
    /// ## Example
    /// ```ftl
    /// request = Betaal { "\u202E" }{ MONEY($amount) }.
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// request = Betaal { MONEY($amount) }.
    /// ```
    pub(super) BIDI_CONTROL = "bidi-control", Warning, Text, Leaf(bidi_control);
}

fn bidi_control(pair: &LeafPair, findings: &mut Findings) {
    let is_from_right = pair.pair.language().is_some_and(|language| {
        matches!(language, "ar" | "he" | "iw" | "fa" | "ur" | "ps" | "sd" | "ug" | "yi" | "ckb" | "dv")
    });
    for seen in &prose(pair.leaf).seen {
        let is_override = matches!(seen.char, '\u{202D}' | '\u{202E}');
        let turns = matches!(seen.char,
            '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
        if !turns || is_from_right && !is_override {
            continue;
        }
        let span = pair.leaf.flat().span(seen.start, seen.end);
        let found =
            findings.report(pair.at(span), format!("{} turns the direction of writing", shown(seen.char)));
        found.help("delete it");
        if seen.kind != Kind::Literal {
            found.edit(span, "");
        }
    }
}

rule! {
    /// ## What it does
    /// Finds characters that control a device: everything below U+0020, U+007F to U+009F, line separators, and
    /// U+FFF9 to U+FFFB. A tab is a warning.
    ///
    /// ## Why is this bad
    /// They show as a box or end the text, and a mail with one can be refused.
    ///
    /// ## Example
    /// ```ftl
    /// help = Hulp { "\u0007" }nodig?
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// help = Hulp nodig?
    /// ```
    pub(super) CONTROL_CHARACTER = "control-character", Error, Text, Leaf(control_character);
}

fn control_character(pair: &LeafPair, findings: &mut Findings) {
    let prose = prose(pair.leaf);
    let broken = OnceCell::new();
    for (at, seen) in prose.seen.iter().enumerate() {
        let Seen { char, start, end, kind } = *seen;
        // A file may have the line ends of Windows. That a subject has no line end at all is another rule.
        let is_line_end =
            char == '\n' || char == '\r' && matches!(prose.char(at + 1), Some(' ' | '\n') | None);
        let is_control = char.is_control() && !is_line_end
            || matches!(char, '\u{2028}' | '\u{2029}' | '\u{FFF9}'..='\u{FFFB}');
        if !is_control
            || broken.get_or_init(|| mojibake::runs(prose)).iter().any(|run| run.from <= at && at < run.to)
        {
            continue;
        }
        let span = pair.leaf.flat().span(start, end);
        let (what, instead) = match char {
            '\t' => ("a tab", " "),
            '\u{2028}' | '\u{2029}' => ("a line separator", " "),
            _ => ("a control character", ""),
        };
        let found = findings.report(pair.at(span), format!("{what}, {}, is no text", shown(char)));
        found.help(if instead.is_empty() { "delete it" } else { "write a space" });
        if char == '\t' {
            found.severity(Severity::Warning);
        }
        if kind != Kind::Literal {
            found.edit(span, instead);
        }
    }
}

rule! {
    /// ## What it does
    /// Finds letters in two pieces, the letter and its accent, that Unicode has in one (normalization form C), and
    /// characters that stand for others.
    ///
    /// ## Why is this bad
    /// They look the same, but searching does not find the word, and some fonts put the accent beside the letter.
    ///
    /// ## Example
    /// `é` as `e` and U+0301:
    ///
    /// ```ftl
    /// due = Date d’échéance
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// due = Date d’échéance
    /// ```
    pub(super) NOT_NORMALIZED = "not-normalized", Warning, Text, Leaf(not_normalized);
}

fn not_normalized(pair: &LeafPair, findings: &mut Findings) {
    for word in pair.leaf.texts().filter(|word| !word.text.is_ascii()) {
        let text = word.text;
        if unicode_normalization::is_nfc(text) {
            continue;
        }
        let starts: Vec<usize> =
            text.char_indices().filter(|(_, char)| !is_combining_mark(*char)).map(|(at, _)| at).collect();
        let ends = starts.iter().skip(1).copied().chain([text.len()]);
        for (start, end) in starts.iter().copied().zip(ends) {
            let cluster = &text[start..end];
            let whole: String = cluster.nfc().collect();
            if whole == cluster {
                continue;
            }
            let span = crate::diagnostic::Span::new(word.span.start + start, word.span.start + end);
            let codes: Vec<String> =
                cluster.chars().map(|char| format!("U+{:04X}", u32::from(char))).collect();
            let how = if codes.len() > 1 { "is in pieces" } else { "is a double" };
            findings
                .report(pair.at(span), format!("`{whole}` {how}: {}", codes.join(" ")))
                .help(format!(
                    "write `{whole}` as one character; most editors can: normalization form C, or NFC"
                ))
                .edit(span, whole);
        }
    }
}
