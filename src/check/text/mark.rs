//! Quotation marks, apostrophes and ellipses.

use crate::check::leaf::OBJECT;
use crate::check::lexicon::Typography;
use crate::check::prose::{Prose, is_han, is_no_break};
use crate::check::rule::{Findings, rule};
use crate::check::sheet::LeafPair;

use super::mojibake;
use super::spacing::typography;
use super::visible::prose;

rule! {
    /// ## What it does
    /// Finds quotation marks that are not the language’s: straight ones, and those of other languages. `“ ”` in English
    /// and Dutch, `« »` in French, `” ”` in Swedish, `「 」` in Chinese.
    ///
    /// ## Why is this bad
    /// The text looks like a machine’s, and in some languages a mark that opens looks like one that closes.
    ///
    /// ## Example
    /// ```ftl
    /// name = Prenumerationen “{ $subscriptionName }”
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// name = Prenumerationen ”{ $subscriptionName }”
    /// ```
    pub(super) QUOTES = "quotes", Warning, Text, Leaf(quotes);
}

fn quotes(pair: &LeafPair, findings: &mut Findings) {
    let Some(typography) = typography(pair) else { return };
    let prose = prose(pair.leaf);
    let marks: Vec<usize> = (0..prose.seen.len()).filter(|at| is_quote(prose, *at)).collect();
    // `Ã«` has no quotation mark.
    if marks.is_empty() || !mojibake::runs(prose).is_empty() {
        return;
    }
    let char = |at: usize| prose.seen[at].char;
    // Marks that come in twos, one after the other, are pairs; of others nobody knows which one opens.
    let mut pairs = marks.chunks_exact(2);
    let are_pairs = pairs.clone().all(|two| {
        let (first, last) = (char(two[0]), char(two[1]));
        first == last || OPENING.contains(&first) && !OPENING.contains(&last) || first == '”' || first == '“'
    });
    if marks.len().is_multiple_of(2) && are_pairs {
        for two in pairs.by_ref() {
            let (open, close) = (char(two[0]), char(two[1]));
            let is_right = typography.quotes.contains(&(open, close));
            let is_inner =
                is_within(prose, two[0], typography) && matches!((open, close), ('“', '”') | ('‘', '’'));
            if !is_right && !is_inner {
                replace(pair, prose, typography, two, findings);
            }
        }
        return;
    }
    for at in marks {
        let is_known = typography.quotes.iter().any(|(open, close)| char(at) == *open || char(at) == *close);
        if !is_known && !is_within(prose, at, typography) {
            let (open, close) = typography.quotes[0];
            let span = pair.leaf.flat().span(prose.seen[at].start, prose.seen[at].end);
            findings
                .report(pair.at(span), format!("`{}` is no quotation mark of this language", char(at)))
                .help(format!("write `{open}` before the words and `{close}` after them"));
        }
    }
}

const OPENING: [char; 10] = ['“', '‘', '„', '‚', '«', '‹', '「', '『', '《', '〈'];

/// Whether the character at `at` is a quotation mark. An apostrophe, and the sign for inches, is none.
fn is_quote(prose: &Prose, at: usize) -> bool {
    let char = prose.seen[at].char;
    if char.is_ascii_alphanumeric() || char == ' ' || !prose.is_text(at) {
        return false;
    }
    match prose.seen[at].char {
        '"' => {
            !prose.before(at).is_some_and(|before| before.is_ascii_digit())
                || prose.seen[..at].iter().any(|seen| seen.char == '"')
        }
        '“' | '”' | '„' | '«' | '»' | '‹' | '›' | '「' | '」' | '『' | '』' | '＂' => true,
        _ => false,
    }
}

/// Whether `at` is within other quotation marks of the language.
fn is_within(prose: &Prose, at: usize, typography: &Typography) -> bool {
    let (open, close) = typography.quotes[0];
    if open == close {
        return false;
    }
    let count = |char: char| prose.seen[..at].iter().filter(|seen| seen.char == char).count();
    count(open) > count(close)
}

/// Reports a pair of marks.
fn replace(pair: &LeafPair, prose: &Prose, typography: &Typography, two: &[usize], findings: &mut Findings) {
    let (open, close) = typography.quotes[0];
    let (first, last) = (prose.seen[two[0]], prose.seen[two[1]]);
    let flat = pair.leaf.flat();
    let (space_after, space_before) = (prose.char(two[0] + 1), prose.before(two[1]));
    let space = typography.quote_space.map(String::from).unwrap_or_default();
    let is_spaced = |char: Option<char>| char.is_some_and(|char| is_no_break(char) || char == ' ');
    let inner = if is_spaced(space_after) { "" } else { &space };
    let outer = if is_spaced(space_before) { "" } else { &space };
    let whole = flat.span(first.start, last.end);
    let is_one_line =
        pair.pair.resource.text.get(whole.start..whole.end).is_some_and(|text| !text.contains('\n'));
    let span = if is_one_line { whole } else { flat.span(first.start, first.end) };
    findings
        .report(
            pair.at(span),
            format!("`{} {}` are no quotation marks of this language", first.char, last.char),
        )
        .help(format!("write `{open}{space}…{space}{close}`"))
        .edit(flat.span(first.start, first.end), format!("{open}{inner}"))
        .edit(flat.span(last.start, last.end), format!("{outer}{close}"));
}

rule! {
    /// ## What it does
    /// Finds straight apostrophes and other strokes between letters, where an apostrophe belongs: `'`, `‘`, `´`, `` ` ``.
    ///
    /// ## Why is this bad
    /// The text looks like a machine’s. In Fluent files all of ours are `’`, so searching finds them.
    ///
    /// ## Example
    /// ```ftl
    /// signature = L'équipe { -brand }
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// signature = L’équipe { -brand }
    /// ```
    pub(super) APOSTROPHE = "apostrophe", Warning, Text, Leaf(apostrophe);
}

fn apostrophe(pair: &LeafPair, findings: &mut Findings) {
    if typography(pair).is_none_or(|typography| typography.is_wide) {
        return;
    }
    let prose = prose(pair.leaf);
    for (at, seen) in prose.seen.iter().enumerate() {
        if !matches!(seen.char, '\'' | '‘' | '´' | '`' | '′' | '＇') || !prose.is_text(at) {
            continue;
        }
        let is_letter = |char: Option<char>| char.is_some_and(|char| char.is_alphabetic() && !is_han(char));
        let (before, after) = (prose.before(at), prose.char(at + 1));
        let is_between = is_letter(before) && (is_letter(after) || after == Some(OBJECT))
            || before == Some(OBJECT) && after == Some('s');
        // Dutch: `'s avonds`, `'t`.
        let is_dutch = pair.pair.language() == Some("nl")
            && !is_letter(before)
            && matches!(after, Some('s' | 't' | 'n' | 'k'))
            && prose.char(at + 2).is_some_and(|char| matches!(char, ' ' | '-'));
        if is_between || is_dutch {
            let span = pair.leaf.flat().span(seen.start, seen.end);
            findings
                .report(pair.at(span), format!("`{}` is not the apostrophe of this language", seen.char))
                .help("write `’`")
                .edit(span, "’");
        }
    }
}

rule! {
    /// ## What it does
    /// Finds an ellipsis made of periods, and one that is not the language’s: `…` in most, `……` in Chinese.
    ///
    /// ## Why is this bad
    /// A line can end between two of the periods, and what reads aloud says “dot dot dot”.
    ///
    /// ## Example
    /// ```ftl
    /// wait = Even geduld...
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// wait = Even geduld…
    /// ```
    pub(super) ELLIPSIS = "ellipsis", Warning, Text, Leaf(ellipsis);
}

fn ellipsis(pair: &LeafPair, findings: &mut Findings) {
    let Some(typography) = typography(pair) else { return };
    let prose = prose(pair.leaf);
    let mut at = 0;
    while at < prose.seen.len() {
        let char = prose.seen[at].char;
        let n = (at..prose.seen.len())
            .take_while(|at| prose.is_text(*at) && prose.seen[*at].char == char)
            .count();
        let from = at;
        at += n.max(1);
        let is_wrong = match char {
            '.' | '。' => n > 1,
            '…' => n != typography.ellipsis.chars().count() && prose.has_han() == typography.is_wide,
            _ => false,
        };
        // `../` is a path.
        if !is_wrong || matches!(prose.char(from + n), Some('/' | '\\')) {
            continue;
        }
        let span = pair.leaf.flat().span(prose.seen[from].start, prose.seen[from + n - 1].end);
        let text: String = std::iter::repeat_n(char, n).collect();
        if n == 2 && char != '…' {
            findings
                .report(pair.at(span), format!("`{text}` is neither a period nor an ellipsis"))
                .help(format!("write `{char}` or `{}`", typography.ellipsis));
            continue;
        }
        findings
            .report(pair.at(span), format!("`{text}` is no ellipsis of this language"))
            .help(format!("write `{}`", typography.ellipsis))
            .edit(span, typography.ellipsis);
    }
}
