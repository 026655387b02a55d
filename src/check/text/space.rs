//! Spaces where there should be one or none.

use crate::check::leaf::Leaf;
use crate::check::prose::{Kind, Prose, Seen, is_no_break};
use crate::check::rule::{Findings, rule};
use crate::check::sheet::LeafPair;

use super::spacing;
use super::visible::prose;

rule! {
    /// ## What it does
    /// Finds two or more spaces in a row.
    ///
    /// ## Why is this bad
    /// The plain-text mail shows a gap, which often is what is left of a word.
    ///
    /// ## Example
    /// ```ftl
    /// request = Betaal  de factuur.
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// request = Betaal de factuur.
    /// ```
    pub(super) DOUBLE_SPACE = "double-space", Warning, Text, Leaf(double_space);
}

fn double_space(pair: &LeafPair, findings: &mut Findings) {
    let prose = prose(pair.leaf);
    let text = &pair.leaf.flat().text;
    let is_gap = |seen: &Seen| {
        seen.kind == Kind::Text && (seen.char == ' ' || is_no_break(seen.char) || seen.char == '\u{3000}')
    };
    let mut at = 0;
    while at < prose.seen.len() {
        let n = prose.seen[at..].iter().take_while(|seen| is_gap(seen)).count();
        let (from, to) = (at, at + n);
        at = to.max(at + 1);
        // The edges of a text are other rules, and so is what stands before a mark.
        if n < 2 || from == 0 || to == prose.seen.len() || spacing::owns_spaces_before(pair, prose, to) {
            continue;
        }
        let (start, end) = (prose.seen[from].start, prose.seen[to - 1].end);
        let gap = &text[start..end];
        let span = pair.leaf.flat().span(start, end);
        // Tags may stand between the spaces, and the end of a line is one of them.
        let is_whole = gap.chars().count() == n && span.end - span.start == end - start;
        let in_file = pair.pair.resource.text.get(span.start..span.end);
        if !is_whole || in_file != Some(gap) {
            continue;
        }
        // Leading spaces of a line below are no part of the text, so these are all printed.
        let kept = gap.chars().find(|char| *char != ' ').unwrap_or(' ');
        let kept = if kept == '\u{3000}' { ' ' } else { kept };
        findings
            .report(
                pair.at(span),
                if n == 2 { "two spaces in a row".to_owned() } else { format!("{n} spaces in a row") },
            )
            .help("one is enough; if a word is missing here, write it")
            .edit(span, kept.to_string());
    }
}

rule! {
    /// ## What it does
    /// Finds white space at the beginning of a text that the source does not have, or the other way round. Ordinary
    /// spaces are none: Fluent leaves them out.
    ///
    /// ## Why is this bad
    /// The text is shifted to the right, and a subject with it looks like spam.
    ///
    /// ## Example
    /// ```ftl
    /// help-heading = { " " }Hulp nodig?
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// help-heading = Hulp nodig?
    /// ```
    pub(super) LEADING_SPACE = "leading-space", Warning, Text, Leaf(leading_space);
}

fn leading_space(pair: &LeafPair, findings: &mut Findings) {
    edge(pair, Edge::Start, findings);
}

rule! {
    /// ## What it does
    /// Finds white space at the end of a text that the source does not have, or the other way round. Ordinary spaces
    /// are none: Fluent leaves them out.
    ///
    /// ## Why is this bad
    /// What follows the text stands too far away, or on a line of its own.
    ///
    /// ## Example
    /// ```ftl
    /// help-heading = Hulp nodig?{ " " }
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// help-heading = Hulp nodig?
    /// ```
    pub(super) TRAILING_SPACE = "trailing-space", Warning, Text, Leaf(trailing_space);
}

fn trailing_space(pair: &LeafPair, findings: &mut Findings) {
    edge(pair, Edge::End, findings);
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Edge {
    Start,
    End,
}

/// The white space at one edge, as characters of the prose.
fn white(prose: &Prose, edge: Edge) -> &[Seen] {
    let is_white = |seen: &&Seen| seen.char.is_whitespace() && !matches!(seen.char, '\n' | '\r');
    let all = prose.seen.as_slice();
    match edge {
        Edge::Start => &all[..all.iter().take_while(is_white).count()],
        Edge::End => &all[all.len() - all.iter().rev().take_while(is_white).count()..],
    }
}

fn has_white(leaf: &Leaf, edge: Edge) -> bool {
    !white(prose(leaf), edge).is_empty()
}

fn edge(pair: &LeafPair, edge: Edge, findings: &mut Findings) {
    let prose = prose(pair.leaf);
    let white = white(prose, edge);
    let side = if edge == Edge::Start { "begins" } else { "ends" };
    let flat = pair.leaf.flat();
    // A text of nothing but white space is empty, which is told as such.
    if white.len() == prose.seen.len() {
        return;
    }
    let (Some(first), Some(last)) = (white.first(), white.last()) else {
        if pair.source.is_some_and(|source| has_white(source, edge)) {
            let at = if edge == Edge::Start { 0 } else { flat.text.len() };
            let span =
                if at == 0 { flat.span(0, 0) } else { crate::diagnostic::Span::empty(flat.span(0, at).end) };
            findings
                .report(pair.at(span), format!("the source {side} with a space, and this does not"))
                .help("write `{ \" \" }`, as the source does");
        }
        return;
    };
    let is_literal = white.iter().any(|seen| seen.kind == Kind::Literal);
    let is_wanted = match pair.source {
        Some(source) => has_white(source, edge),
        // Whoever writes braces and quotes around it means it.
        None => is_literal,
    };
    // Of a literal with words, a part is white.
    let is_part = prose
        .seen
        .iter()
        .any(|seen| seen.start >= first.start && seen.end <= last.end && !seen.char.is_whitespace());
    if is_wanted || is_part {
        return;
    }
    let span = flat.span(first.start, last.end);
    findings
        .report(pair.at(span), format!("the text {side} with white space"))
        .help("delete it")
        .edit(span, "");
}
