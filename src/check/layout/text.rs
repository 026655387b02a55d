//! The literal words of a template: what a reader sees of it in every language.

use super::Piece;
use crate::check::tree::Word;
use crate::diagnostic::Span;

/// Elements whose content nobody reads.
const UNREAD: [&str; 2] = ["style", "script"];

/// Attributes that are read, or read out.
const READ_ATTRIBUTES: [&str; 5] = ["alt", "aria-label", "placeholder", "summary", "title"];

/// Stands for what the engine fills in.
const HOLE: u8 = 0;

/// The words in the text of a template, in one piece for each line.
pub(super) fn words<'a>(text: &'a str, pieces: &[(Piece, Span)], is_html: bool) -> Vec<Word<'a>> {
    let mut masked = text.as_bytes().to_vec();
    for (_, span) in pieces.iter().filter(|(piece, _)| *piece != Piece::Text) {
        masked[span.start..span.end].fill(HOLE);
    }
    let spans = if is_html { html(&masked) } else { vec![Span::new(0, masked.len())] };
    let mut words = Vec::new();
    for span in spans {
        let mut start = span.start;
        for line in masked[span.start..span.end].split(|byte| matches!(*byte, HOLE | b'\n')) {
            let end = start + line.len();
            words.extend(text.get(start..end).and_then(|line| phrase(line, start)));
            start = end + 1;
        }
    }
    words
}

/// From the first to the last word of `line`; `None` if there is none.
fn phrase(line: &str, start: usize) -> Option<Word<'_>> {
    let mut blanked = line.as_bytes().to_vec();
    let mut from = 0;
    while let Some(at) = line[from..].find('&').map(|at| from + at) {
        // An entity is no word: `&nbsp;`.
        let end = line[at..].find(';').map_or(at + 1, |end| at + end + 1);
        let is_entity = line[at + 1..end]
            .trim_end_matches(';')
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'#');
        if is_entity {
            blanked[at..end].fill(b' ');
        }
        from = end;
    }
    let blanked = String::from_utf8(blanked).ok()?;
    let letters = |word: &&str| word.chars().filter(|char| char.is_alphabetic()).count() > 1;
    blanked.split_whitespace().find(letters)?;
    let (from, end) = (blanked.len() - blanked.trim_start().len(), blanked.trim_end().len());
    let text = line.get(from..end)?;
    // What stands before the first word and is no sentence: bullets, dashes.
    let bare = text.trim_start_matches(|char: char| !char.is_alphanumeric());
    let from = end - bare.len();
    // Nor are the braces of what is shown as it is written: `{% raw %}{{ amount }}{% endraw %}`.
    let bare = bare.trim_end_matches(|char: char| matches!(char, '{' | '}') || char.is_whitespace());
    Some(Word { text: bare, span: Span::new(start + from, start + from + bare.len()) })
}

/// The texts and the attributes of HTML that are read.
fn html(masked: &[u8]) -> Vec<Span> {
    let find = |needle: &[u8], from: usize| {
        let found =
            masked[from..].windows(needle.len()).position(|window| window.eq_ignore_ascii_case(needle));
        found.map(|at| from + at)
    };
    let mut spans = Vec::new();
    let mut at = 0;
    let mut text_start = 0;
    while let Some(open) = find(b"<", at) {
        let name_len = masked[open + 1..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        let is_tag = name_len > 0 || matches!(masked.get(open + 1), Some(b'/' | b'!' | b'?'));
        if !is_tag {
            at = open + 1;
            continue;
        }
        spans.push(Span::new(text_start, open));
        let end = if masked[open..].starts_with(b"<!--") {
            find(b"-->", open + 4).map(|end| end + 3)
        } else {
            tag_end(masked, open + 1 + name_len, &mut spans)
        };
        at = end.unwrap_or(masked.len());
        let name = String::from_utf8_lossy(&masked[open + 1..open + 1 + name_len]).to_ascii_lowercase();
        if UNREAD.contains(&name.as_str()) {
            at = find(format!("</{name}").as_bytes(), at).unwrap_or(masked.len());
        }
        text_start = at;
    }
    spans.push(Span::new(text_start, masked.len()));
    spans
}

/// Behind the `>` of a tag whose attributes begin at `from`; those that are read are added to `spans`.
fn tag_end(masked: &[u8], from: usize, spans: &mut Vec<Span>) -> Option<usize> {
    let mut at = from;
    loop {
        match masked.get(at)? {
            b'>' => return Some(at + 1),
            quote @ (b'"' | b'\'') => {
                let len = masked[at + 1..].iter().position(|byte| byte == quote)?;
                let before = &masked[from..at];
                let name = before.strip_suffix(b"=").unwrap_or_default();
                let is_part = |byte: &&u8| byte.is_ascii_alphanumeric() || **byte == b'-';
                let name_len = name.iter().rev().take_while(is_part).count();
                let name = &name[name.len() - name_len..];
                if READ_ATTRIBUTES.iter().any(|read| name.eq_ignore_ascii_case(read.as_bytes())) {
                    spans.push(Span::new(at + 1, at + 1 + len));
                }
                at += len + 2;
            }
            _ => at += 1,
        }
    }
}
