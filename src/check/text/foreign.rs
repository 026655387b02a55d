//! Texts in a language that is not the one of their folder.

use std::collections::BTreeMap;

use crate::check::corpus::{Corpus, Edition, LeafPair, Pair};
use crate::check::prose::{Prose, Word, is_han};
use crate::check::rule::{Findings, Here, rule};
use crate::check::tree::Resource;
use crate::check::variable::printed::first_line;
use crate::diagnostic::Place;

use super::lexicon::{Lexicon, language_of, lexicon};
use super::visible::{is_same_as_source, prose};

rule! {
    /// ## What it does
    /// Finds files, and texts of some length, in another language than that of their folder, told by the words that
    /// hold sentences together, such as `the`, `het`, `att`.
    ///
    /// ## Why is this bad
    /// The file was put into the wrong folder, or was never translated: its readers do not understand the mail.
    ///
    /// ## Example
    /// In `sv-SE`:
    ///
    /// ```ftl
    /// help = Neem contact op met ons, dan helpen we u het probleem op te lossen.
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// help = Kontakta oss så hjälper vi dig att lösa problemet.
    /// ```
    pub(super) WRONG_LOCALE = "wrong-locale", Warning, Text, Edition(wrong_locale);
}

/// How many words of another language make it certain, in a file and in one text.
const MIN_IN_FILE: usize = 6;
const MIN_IN_TEXT: usize = 3;

fn wrong_locale(corpus: &Corpus, edition: &Edition, findings: &mut Findings) {
    if std::ptr::eq(edition, &raw const corpus.source) || edition.locale.is_none() {
        return;
    }
    for resource in &edition.resources {
        if let (Some(found), Some(first)) =
            (language_of_file(corpus, edition, resource), resource.entries.first())
        {
            let here = Here::new(Place { file: resource.file, span: first.id.span }, edition.tag);
            let own = own_name(edition);
            findings
                .report(here, format!("the texts of this file are {}, not {own}", found.name))
                .help("translate them, or put the file into the folder of its language");
        }
    }
    each_leaf(corpus, edition, |pair| {
        if let Some(found) = language_of_text(pair) {
            let own = own_name(edition);
            findings
                .report(pair.at(first_line(pair)), format!("this text is {}, not {own}", found.name))
                .help("translate it");
        }
    });
}

fn own_name(edition: &Edition) -> String {
    let name = lexicon(edition.tag).name;
    if name.is_empty() { format!("that of `{}`", edition.tag) } else { name.to_owned() }
}

/// Calls `visit` with every leaf of a translation, but for those of files that are in another language altogether.
pub(super) fn each_leaf(corpus: &Corpus, edition: &Edition, mut visit: impl FnMut(&LeafPair)) {
    if std::ptr::eq(edition, &raw const corpus.source) {
        return;
    }
    let mut skipped = None;
    for resource in &edition.resources {
        if language_of_file(corpus, edition, resource).is_some() {
            skipped = Some(resource.file);
        }
        for located in edition.entries().filter(|it| it.resource.file == resource.file) {
            if skipped == Some(resource.file) {
                break;
            }
            let pair = Pair::new(corpus, edition, located);
            pair.leaves().for_each(|leaf| visit(&leaf));
        }
    }
}

/// Words by their language.
#[derive(Debug, Default)]
struct Count {
    n_words: usize,
    n_han: usize,
    by_language: BTreeMap<&'static str, (usize, Option<&'static Lexicon>)>,
}

impl Count {
    fn add(&mut self, prose: &Prose) {
        for word in prose.words() {
            if word.text.chars().any(is_han) {
                self.n_han += 1;
                continue;
            }
            self.n_words += 1;
            // Two names with a capital each are no sentence.
            if let Some(lexicon) = language_of(bare(word)) {
                let count = self.by_language.entry(lexicon.code).or_default();
                *count = (count.0 + 1, Some(lexicon));
            }
        }
    }

    fn of(&self, code: &str) -> usize {
        self.by_language.get(code).map_or(0, |(n, _)| *n)
    }

    /// The language, other than `own`, that there are most words of, and how many.
    fn other(&self, own: &str) -> Option<(usize, &'static Lexicon)> {
        let others = self.by_language.iter().filter(|(code, _)| **code != own);
        let (n, lexicon) = others.map(|(_, count)| *count).max_by_key(|(n, _)| *n)?;
        Some((n, lexicon?))
    }
}

/// The word without what French has before an apostrophe.
fn bare(word: &Word) -> &str {
    match language_of(&word.small) {
        Some(_) => &word.small,
        None => word.small.rsplit('’').next().unwrap_or(&word.small),
    }
}

/// The language of a file, if it is not the one of its folder.
pub(super) fn language_of_file(
    corpus: &Corpus,
    edition: &Edition,
    resource: &Resource,
) -> Option<&'static Lexicon> {
    let code = edition.tag.split('-').next().unwrap_or_default();
    let own = lexicon(edition.tag);
    let mut count = Count::default();
    for located in edition.entries().filter(|it| it.resource.file == resource.file && !it.entry.is_term) {
        let pair = Pair::new(corpus, edition, located);
        for leaf in pair.leaves() {
            count.add(prose(leaf.leaf));
        }
    }
    if count.n_han >= MIN_IN_TEXT && count.n_han > count.n_words && !matches!(code, "zh" | "ja" | "yue") {
        return Some(lexicon("zh-TW"));
    }
    let (n, other) = count.other(code)?;
    let is_certain = if matches!(code, "zh" | "ja" | "yue") {
        n > 4 * count.n_han
    } else if own.function_words.is_empty() {
        // Of a language of which nothing is known, no other one has words as often as English has.
        other.is_english() && n * 4 > count.n_words
    } else {
        n > 4 * count.of(code)
    };
    (n >= MIN_IN_FILE && is_certain).then_some(other)
}

/// The language of a text, if it is certainly not the one of its folder. Of one that is as the source, another rule
/// tells.
pub(super) fn language_of_text(pair: &LeafPair) -> Option<&'static Lexicon> {
    let tag = pair.pair.edition.tag;
    let code = tag.split('-').next().unwrap_or_default();
    let mut count = Count::default();
    count.add(prose(pair.leaf));
    if count.n_han > count.n_words && !matches!(code, "zh" | "ja" | "yue") && !is_same_as_source(pair) {
        return Some(lexicon("zh-TW"));
    }
    let (n, other) = count.other(code)?;
    let is_known = !lexicon(tag).function_words.is_empty() || matches!(code, "zh" | "ja" | "yue");
    let is_certain = is_known && count.of(code) == 0 && count.n_han == 0 && n * 5 >= count.n_words;
    (n >= MIN_IN_TEXT && is_certain && !is_same_as_source(pair)).then_some(other)
}
