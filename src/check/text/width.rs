//! Marks of the wrong width, or of another language.

use crate::check::leaf::OBJECT;
use crate::check::prose::{Kind, Prose, is_han, is_no_break};
use crate::check::rule::{Findings, rule};
use crate::check::sheet::LeafPair;

use super::spacing::{is_wide_mark, typography};
use super::visible::prose;

rule! {
    /// ## What it does
    /// Finds half-width marks in Chinese (`,` for `，`), and full-width marks, letters and digits in languages that are
    /// not written with them.
    ///
    /// Times, amounts, addresses and Latin words with their marks are left alone.
    ///
    /// ## Why is this bad
    /// The marks look torn from the text: it was typed with the wrong keyboard.
    ///
    /// ## Example
    /// ```ftl
    /// greeting = 您好,請更新付款資訊.
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// greeting = 您好，請更新付款資訊。
    /// ```
    pub(super) PUNCTUATION_WIDTH = "punctuation-width", Warning, Text, Leaf(punctuation_width);
}

fn punctuation_width(pair: &LeafPair, findings: &mut Findings) {
    let language = pair.pair.language().unwrap_or_default();
    let here = prose(pair.leaf);
    let is_wide = match typography(pair) {
        Some(typography) => typography.is_wide,
        // Korean has both, and of Japanese nothing is known here.
        None if matches!(language, "zh" | "ja" | "ko" | "yue") => return,
        None => false,
    };
    for at in 0..here.seen.len() {
        if !here.is_text(at) {
            continue;
        }
        let instead = if is_wide { widened(here, at) } else { narrowed(pair, here, at) };
        let Some(instead) = instead else { continue };
        let seen = here.seen[at];
        let flat = pair.leaf.flat();
        let next = here.seen.get(at + 1);
        // The space after a half-width mark goes with it.
        let is_spaced = pair.pair.edition.lexicon.code == "zh"
            && !matches!(seen.char, '(')
            && next.is_some_and(|next| next.char == ' ' && next.start == seen.end && next.kind == Kind::Text)
            && at + 2 < here.seen.len()
            && pair
                .pair
                .resource
                .text
                .get(flat.span(seen.end, seen.end + 1).start..)
                .is_some_and(|rest| rest.starts_with(' '));
        let is_space_before =
            seen.char == '(' && here.before(at) == Some(' ') && at > 1 && here.seen[at - 1].end == seen.start;
        let start = if is_space_before { here.seen[at - 1].start } else { seen.start };
        let end = if is_spaced { seen.end + 1 } else { seen.end };
        let width = if is_wide { "half-width" } else { "full-width" };
        findings
            .report(pair.at(flat.span(seen.start, seen.end)), format!("`{}` is {width}", seen.char))
            .help(format!("write `{}`", instead.trim()))
            .edit(flat.span(start, end), instead);
    }
}

/// The full-width mark for a half-width one that belongs to Chinese words.
fn widened(prose: &Prose, at: usize) -> Option<String> {
    let char = prose.char(at)?;
    let wide = match char {
        ',' => '，',
        '.' => '。',
        ';' => '；',
        ':' => '：',
        '!' => '！',
        '?' => '？',
        '(' => '（',
        ')' => '）',
        _ => return None,
    };
    let is_chinese = |char: Option<char>| char.is_some_and(|char| is_han(char) || is_wide_mark(char));
    let (before, after) = (prose.before(at), prose.char(at + 1));
    let is_wide = match char {
        '(' | ')' => return brackets(prose, at).then(|| wide.to_string()),
        // `...` is an ellipsis.
        '.' if before == Some('.') || after == Some('.') => false,
        '.' => {
            let is_end = after.is_none_or(|after| after == ' ' || is_han(after));
            is_end && (is_chinese(before) || before == Some(OBJECT) && after.is_none() && prose.has_han())
        }
        _ => is_chinese(before) || is_chinese(after) && before.is_some_and(|before| before != ' '),
    };
    is_wide.then(|| wide.to_string())
}

/// Whether the bracket at `at` has Chinese words within its pair.
fn brackets(prose: &Prose, at: usize) -> bool {
    let find = |wanted: char, mut range: Box<dyn Iterator<Item = usize>>| {
        range.find(|at| prose.char(*at) == Some(wanted))
    };
    let (from, to) = if prose.char(at) == Some('(') {
        (Some(at), find(')', Box::new(at..prose.seen.len())))
    } else {
        (find('(', Box::new((0..at).rev())), Some(at))
    };
    let (Some(from), Some(to)) = (from, to) else { return false };
    prose.seen[from..to].iter().any(|seen| is_han(seen.char))
}

/// The half-width character for a full-width one.
fn narrowed(pair: &LeafPair, prose: &Prose, at: usize) -> Option<String> {
    let char = prose.char(at).filter(|char| !char.is_ascii())?;
    // Chinese names and titles keep their marks.
    if [prose.before(at), prose.char(at + 1)].iter().flatten().any(|char| is_han(*char)) {
        return None;
    }
    let narrow = match char {
        '。' => '.',
        '、' => ',',
        // Braces, brackets and signs of Fluent and of markup are told as such.
        '｛' | '｝' | '＜' | '＞' | '＄' | '［' | '］' | '＊' | '＝' | '＃' | '－' => return None,
        '！'..='～' => char::from_u32(u32::from(char) - u32::from('！') + u32::from('!'))?,
        _ => return None,
    };
    let next = prose.char(at + 1);
    let mut text = String::new();
    let spaces = typography(pair).and_then(|typography| typography.mark_spaces);
    if let (Some((colon, other)), ':' | ';' | '!' | '?') = (spaces, narrow) {
        let is_spaced = prose.before(at).is_none_or(|before| is_no_break(before) || before == ' ');
        if !is_spaced {
            text.push(if narrow == ':' { colon } else { other });
        }
    }
    text.push(narrow);
    if matches!(narrow, ',' | '.' | ';' | ':' | '!' | '?')
        && next.is_some_and(|next| next.is_alphanumeric() || next == OBJECT)
    {
        text.push(' ');
    }
    Some(text)
}
