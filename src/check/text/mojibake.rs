//! Text that was read in another encoding than it was written in.

use std::sync::LazyLock;

use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1252};
use foldhash::HashMap;

use crate::check::prose::{Kind, Prose, Seen, is_han};
use crate::check::rule::{Findings, rule};
use crate::check::sheet::LeafPair;

use super::visible::prose;

rule! {
    /// ## What it does
    /// Finds letters that became others because UTF-8 was read as something else: `Ã«` for `ë`, `â€™` for `’`; the
    /// character U+FFFD, which stands for a lost one; and a question mark within a word.
    ///
    /// ## Why is this bad
    /// The reader cannot read the word, and takes the mail for a forgery.
    ///
    /// ## Example
    /// ```ftl
    /// ended = De service is beÃ«indigd.
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// ended = De service is beëindigd.
    /// ```
    pub(super) MOJIBAKE = "mojibake", Error, Text, Leaf(mojibake);
}

fn mojibake(pair: &LeafPair, findings: &mut Findings) {
    let flat = pair.leaf.flat();
    if flat.text.is_ascii() && !flat.text.contains('?') {
        return;
    }
    let prose = prose(pair.leaf);
    for run in runs(prose) {
        let (first, last) = (prose.seen[run.from], prose.seen[run.to - 1]);
        let span = flat.span(first.start, last.end);
        let written: String = prose.seen[run.from..run.to].iter().map(|seen| seen.char).collect();
        let shown = if run.meant.chars().all(char::is_whitespace) {
            crate::check::prose::shown(run.meant.chars().next().unwrap_or(' '))
        } else {
            format!("`{}`", run.meant)
        };
        let visible: String = written.chars().filter(|char| !char.is_control()).collect();
        let found =
            findings.report(pair.at(span), format!("`{visible}` was {shown} before the file was converted"));
        found.help(format!("write {shown}, and keep the file in UTF-8"));
        if last.end - first.start == written.len() {
            found.edit(span, run.meant);
        }
    }
    let small = |at: usize| prose.char(at).is_some_and(char::is_lowercase) && prose.is_text(at);
    for (at, seen) in prose.seen.iter().enumerate().filter(|(_, seen)| seen.kind != Kind::Address) {
        let is_lost = seen.char == '\u{FFFD}' || seen.char == '?' && at > 0 && small(at - 1) && small(at + 1);
        if is_lost {
            findings
                .report(
                    pair.at(flat.span(seen.start, seen.end)),
                    format!("a letter was lost here: `{}` stands in its place", seen.char),
                )
                .help("write the letter, and keep the file in UTF-8");
        }
    }
    if let Some(at) = flat.text.find('锟').and_then(|_| flat.text.find("锟斤拷")) {
        let span = flat.span(at, at + "锟斤拷".len());
        findings
            .report(pair.at(span), "letters were lost here: `锟斤拷` stands in their place")
            .help("write the words again, and keep the file in UTF-8");
    }
}

/// Characters that stand for others.
#[derive(Debug)]
pub(super) struct Run {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) meant: String,
}

/// What is certain to have been read in a wrong encoding. What is side by side is one run.
pub(super) fn runs(prose: &Prose) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    // What was one character is at least two now, and none of them is ASCII.
    let is_suspect = |seen: &Seen| !seen.char.is_ascii() && !is_east_asian(seen.char);
    if !prose.seen.windows(2).any(|two| two.iter().all(is_suspect)) {
        return runs;
    }
    let mut at = 0;
    while at < prose.seen.len() {
        let decoded = [WINDOWS_1252, MACINTOSH].into_iter().find_map(|encoding| decoded(prose, at, encoding));
        let Some((n, char)) = decoded else {
            at += 1;
            continue;
        };
        match runs.last_mut().filter(|run| run.to == at) {
            Some(run) => {
                run.meant.push(char);
                run.to = at + n;
            }
            None => runs.push(Run { from: at, to: at + n, meant: char.to_string() }),
        }
        at += n;
    }
    for run in &mut runs {
        while let Some(meant) = once_more(&run.meant) {
            run.meant = meant;
        }
    }
    // One Chinese character could be French: `é`, a no-break space, `»`.
    runs.retain(|run| !run.meant.chars().all(is_han) || run.meant.chars().count() > 1);
    runs
}

/// What `text` stands for, if all of it was read in a wrong encoding a second time.
fn once_more(text: &str) -> Option<String> {
    let seen =
        |(start, char): (usize, char)| Seen { char, start, end: start + char.len_utf8(), kind: Kind::Text };
    let prose = Prose::new(text.char_indices().map(seen).collect());
    let mut at = 0;
    let mut meant = String::new();
    while at < prose.seen.len() {
        let (n, char) = decoded(&prose, at, WINDOWS_1252)?;
        meant.push(char);
        at += n;
    }
    (!meant.is_empty()).then_some(meant)
}

/// The character whose bytes in UTF-8 were read as the characters at `at`, and how many these are.
fn decoded(prose: &Prose, at: usize, encoding: &'static Encoding) -> Option<(usize, char)> {
    let byte = |at: usize| {
        let seen = prose.seen.get(at).filter(|seen| seen.kind == Kind::Text)?;
        byte(seen.char, encoding)
    };
    let lead = byte(at)?;
    let n = match lead {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => return None,
    };
    let bytes: Vec<u8> = (at..at + n).map_while(byte).collect();
    let text = std::str::from_utf8(&bytes).ok().filter(|_| bytes.len() == n)?;
    let char = text.chars().next()?;
    is_plausible(char, encoding).then_some((n, char))
}

/// The byte that is read as `char`. Where the encoding has no character, it is read as a control character.
fn byte(char: char, encoding: &'static Encoding) -> Option<u8> {
    static WINDOWS: LazyLock<HashMap<char, u8>> = LazyLock::new(|| upper_half(WINDOWS_1252));
    static MAC: LazyLock<HashMap<char, u8>> = LazyLock::new(|| upper_half(MACINTOSH));
    if encoding == WINDOWS_1252 && ('\u{80}'..'\u{A0}').contains(&char) {
        return u8::try_from(u32::from(char)).ok();
    }
    let bytes = if encoding == WINDOWS_1252 { &WINDOWS } else { &MAC };
    bytes.get(&char).copied()
}

/// The bytes of an encoding that are not ASCII, by the characters that they are read as.
fn upper_half(encoding: &'static Encoding) -> HashMap<char, u8> {
    let char = |byte: u8| encoding.decode_without_bom_handling(&[byte]).0.chars().next();
    (0x80..=u8::MAX).filter_map(|byte| Some((char(byte)?, byte))).collect()
}

/// Whether `char` is of East Asia: neither encoding has any such character.
fn is_east_asian(char: char) -> bool {
    matches!(char, '\u{2E80}'..='\u{D7FF}' | '\u{FF00}'..='\u{FFEF}')
}

/// Whether a text may have `char`; what else two letters side by side could stand for is chance.
fn is_plausible(char: char, encoding: &'static Encoding) -> bool {
    match char {
        '\u{A0}'..='\u{FF}'
        | 'œ'
        | 'Œ'
        | '€'
        | '™'
        | '\u{2010}'..='\u{2027}'
        | '\u{202F}'..='\u{203A}'
        | '\u{3001}'..='\u{301F}'
        | '\u{FF01}'..='\u{FF5E}'
        | '\u{FEFF}'
        | '\u{1F300}'..='\u{1FAFF}' => true,
        _ => encoding == WINDOWS_1252 && is_han(char),
    }
}
