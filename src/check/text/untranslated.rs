//! Texts, and words, that are still those of the source.

use crate::check::contract::Contract;
use crate::check::lexicon::{Lexicon, facts, has};
use crate::check::prose::Word;
use crate::check::rule::{Findings, rule};
use crate::check::sheet::{LeafPair, Sheet};
use crate::check::variable::printed::first_line;

use super::foreign::{language_of_text, native_leaves};
use super::visible::{is_beside, is_same_as_source, is_same_language, prose};

rule! {
    /// ## What it does
    /// Finds texts, and single variants, that are the same as in the source. Words that both languages have, names,
    /// numbers, addresses and texts that are all variables are none.
    ///
    /// ## Why is this bad
    /// The reader gets a mail in two languages.
    ///
    /// ## Example
    /// ```ftl
    /// help-heading = Need help?
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// help-heading = Hulp nodig?
    /// ```
    pub(super) UNTRANSLATED = "untranslated", Warning, Text, File(untranslated);
}

fn untranslated(sheet: &Sheet, findings: &mut Findings) {
    for pair in native_leaves(sheet) {
        if !is_same_as_source(&pair) || !is_translatable(&pair) {
            continue;
        }
        let what = if pair.leaf.path.is_empty() { "the text" } else { "this variant" };
        findings
            .report(pair.at(first_line(&pair)), format!("{what} is the same as in the source"))
            .help("translate it");
    }
}

/// Whether the text has words that the language would have others for.
fn is_translatable(pair: &LeafPair) -> bool {
    let (tag, source_tag) = (pair.pair.edition.tag, pair.pair.corpus.source.tag);
    if is_same_language(tag, source_tag) {
        return false;
    }
    let words = prose(pair.leaf).words();
    // A term is a name, if each of its words begins as one.
    let is_name = |word: &Word| word.text.starts_with(char::is_uppercase);
    if pair.pair.entry.is_term && words.iter().all(is_name) {
        return false;
    }
    let words = || words.iter().filter(|word| !is_kept(pair.pair.corpus.contract, word));
    if !pair.pair.corpus.source.lexicon.is_english() {
        return words().count() > 2;
    }
    let own = pair.pair.edition.lexicon;
    match own.shared {
        Some(_) => words().any(|word| is_left_over(word, own)),
        None => words().filter(|word| word.facts.is_english).count() > 1,
    }
}

/// Whether the word stays as it is in every language.
fn is_kept(contract: &Contract, word: &Word) -> bool {
    contract.glossary.keys().any(|kept| kept.split_whitespace().any(|part| part == word.text))
}

/// Whether the word is English, and not one of the language too. Of a compound, all parts are.
fn is_left_over(word: &Word, own: &Lexicon) -> bool {
    let is_capitals = word.text.chars().count() > 1 && !word.text.chars().any(char::is_lowercase);
    let is_left = |part: &str| {
        let known = facts(part);
        known.is_english
            && !own.shares(known)
            && own.number(part).is_none()
            && !has(own.negations, part)
            && known.language.is_none_or(Lexicon::is_english)
    };
    !is_capitals && (is_left(&word.small) || word.small.contains('-') && word.small.split('-').all(is_left))
}

rule! {
    /// ## What it does
    /// Finds words of the source in a text that is translated otherwise. It knows the words that English shares with
    /// the language, and leaves names alone.
    ///
    /// ## Why is this bad
    /// The reader stumbles over the word, and takes the mail for a machine’s.
    ///
    /// ## Example
    /// ```ftl
    /// request = Betaal de invoice zo snel mogelijk.
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// request = Betaal de factuur zo snel mogelijk.
    /// ```
    pub(super) SOURCE_RESIDUE = "source-residue", Warning, Text, File(source_residue);
}

fn source_residue(sheet: &Sheet, findings: &mut Findings) {
    let own = sheet.edition.lexicon;
    let is_of_english = sheet.corpus.source.lexicon.is_english() && !own.is_english();
    if !is_of_english || own.shared.is_none() {
        return;
    }
    for pair in native_leaves(sheet) {
        if pair.source.is_some() && !is_same_as_source(&pair) && language_of_text(&pair).is_none() {
            residue(&pair, own, findings);
        }
    }
}

fn residue(pair: &LeafPair, own: &Lexicon, findings: &mut Findings) {
    let prose = prose(pair.leaf);
    let source = pair.source.map(super::visible::prose);
    let in_source = |word: &Word| {
        source.is_some_and(|source| source.words().iter().any(|other| other.small == word.small))
    };
    let is_wrong = |word: &Word| {
        if !word.facts.is_english && !word.small.contains('-') {
            return false;
        }
        let is_name = word.text.starts_with(char::is_uppercase) && !prose.is_first(word);
        let is_certain = word.facts.language.is_some_and(Lexicon::is_english) || in_source(word);
        is_certain
            && !is_name
            && word.text.chars().count() > 1
            && is_left_over(word, own)
            && !is_kept(pair.pair.corpus.contract, word)
    };
    let words = prose.words();
    let mut at = 0;
    while at < words.len() {
        if !is_wrong(&words[at]) {
            at += 1;
            continue;
        }
        let mut to = at;
        while to + 1 < words.len() && is_beside(prose, &words[to], &words[to + 1]) && is_wrong(&words[to + 1])
        {
            to += 1;
        }
        let text = &pair.leaf.flat().text[words[at].start..words[to].end];
        let it = if to > at { "them" } else { "it" };
        findings
            .report(
                pair.at(pair.leaf.flat().span(words[at].start, words[to].end)),
                format!("`{text}` was left in English"),
            )
            .help(format!("translate {it}"));
        at = to + 1;
    }
}
