//! Sentences that lost their *not*.

use crate::check::lexicon::Lexicon;
use crate::check::prose::{Prose, is_han};
use crate::check::rule::{Findings, rule};
use crate::check::sheet::LeafPair;
use crate::check::variable::printed::{first_line, is_blank};
use crate::diagnostic::Span;

use super::foreign::language_of_text;
use super::visible::{is_same_as_source, is_same_language, prose};

rule! {
    /// ## What it does
    /// Finds translations without any word that says no, where the source has one: `couldn’t`, `unable`, `never`. Where
    /// both have as many sentences, it counts those that say no.
    ///
    /// ## Why is this bad
    /// The sentence may say the contrary: that the card was charged. Only a person can tell, so read this one.
    ///
    /// ## Example
    /// The source says `We couldn’t charge your card`:
    ///
    /// ```ftl
    /// heading = Vi har kunnat debitera ditt kort
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// heading = Vi kunde inte debitera ditt kort
    /// ```
    pub(super) NEGATION_LOST = "negation-lost", Warning, Text, Leaf(negation_lost);
}

fn negation_lost(pair: &LeafPair, findings: &mut Findings) {
    let Some(source) = pair.source.filter(|_| !is_blank(pair.leaf)) else { return };
    let (tag, source_tag) = (pair.pair.edition.tag, pair.pair.corpus.source.tag);
    let (own, of_source) = (pair.pair.edition.lexicon, pair.pair.corpus.source.lexicon);
    let is_unknown = |lexicon: &Lexicon| lexicon.negations.is_empty() && lexicon.negation_parts.is_empty();
    if is_unknown(own) || is_unknown(of_source) || is_same_language(tag, source_tag) {
        return;
    }
    let (here, source) = (prose(pair.leaf), prose(source));
    let all = (0, source.seen.len());
    let Some(word) = negation(source, all, of_source) else { return };
    if is_same_as_source(pair) || language_of_text(pair).is_some() {
        return;
    }
    if negation(here, (0, here.seen.len()), own).is_none() {
        return report(pair, first_line(pair), &word, findings);
    }
    let (ours, theirs) = (sentences(here), sentences(source));
    if ours.len() != theirs.len() {
        return;
    }
    let no_in_ours: Vec<bool> = ours.iter().map(|range| negation(here, *range, own).is_some()).collect();
    let no_in_theirs: Vec<Option<String>> =
        theirs.iter().map(|range| negation(source, *range, of_source)).collect();
    // What is said in another sentence is not lost.
    if no_in_ours.iter().filter(|no| **no).count() >= no_in_theirs.iter().flatten().count() {
        return;
    }
    for ((range, no), word) in ours.into_iter().zip(no_in_ours).zip(no_in_theirs) {
        if let Some(word) = word.filter(|_| !no) {
            let (first, last) = (here.seen[range.0], here.seen[range.1 - 1]);
            report(pair, pair.leaf.flat().span(first.start, last.end), &word, findings);
        }
    }
}

fn report(pair: &LeafPair, span: Span, word: &str, findings: &mut Findings) {
    findings
        .report(pair.at(span), format!("the source says `{word}`, and nothing here says no: read this one"))
        .help(
            "if it means the same in other words, write a comment above the message, with your reason: \
              `# check-ignore: negation-lost reason`",
        );
}

/// The first word in the characters `range` that says no.
fn negation(prose: &Prose, range: (usize, usize), lexicon: &Lexicon) -> Option<String> {
    let words = prose.words().iter().filter(|word| range.0 <= word.from && word.to <= range.1);
    let mut found = words.filter(|word| {
        // `no. 5` is a number.
        let is_number = word.small == "no"
            && prose.char(word.to) == Some('.')
            && prose.seen[word.to + 1..].iter().any(|seen| !seen.char.is_whitespace());
        !is_number && lexicon.is_negation(&word.small, word.facts)
    });
    found.next().map(|word| word.text.to_string())
}

/// The sentences, as ranges of characters.
fn sentences(prose: &Prose) -> Vec<(usize, usize)> {
    let mut sentences = Vec::new();
    let mut from = 0;
    for at in 0..prose.seen.len() {
        let next = prose.char(at + 1);
        let ends = match prose.seen[at].char {
            '。' | '！' | '？' => true,
            '.' | '!' | '?' => next.is_none_or(|next| next.is_whitespace() || is_han(next)),
            _ => next.is_none(),
        };
        if ends {
            let start = (from..at).find(|at| prose.char(*at).is_some_and(|char| !char.is_whitespace()));
            sentences.push((start.unwrap_or(at), at + 1));
            from = at + 1;
        }
    }
    sentences
}
