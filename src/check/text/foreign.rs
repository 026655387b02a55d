//! Texts in a language that is not the one of their folder.

use crate::check::corpus::Edition;
use crate::check::lexicon::{Lexicon, lexicon};
use crate::check::prose::Prose;
use crate::check::rule::{Findings, Here, rule};
use crate::check::sheet::{LeafPair, Sheet};
use crate::check::variable::printed::first_line;
use crate::diagnostic::Place;

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
    pub(super) WRONG_LOCALE = "wrong-locale", Warning, Text, File(wrong_locale);
}

/// How many words of another language make it certain, in a file and in one text.
const MIN_IN_FILE: usize = 6;
const MIN_IN_TEXT: usize = 3;

fn wrong_locale(sheet: &Sheet, findings: &mut Findings) {
    let Sheet { edition, resource, .. } = sheet;
    if sheet.is_source() || edition.locale.is_none() {
        return;
    }
    let own = own_name(edition);
    if let (Some(found), Some(first)) = (foreign_language(sheet), resource.entries.first()) {
        let here = Here::new(Place { file: resource.file, span: first.id.span }, edition.tag);
        findings
            .report(here, format!("the texts of this file are {}, not {own}", found.name))
            .help("translate them, or put the file into the folder of its language");
    }
    for pair in native_leaves(sheet) {
        if let Some(found) = language_of_text(&pair) {
            findings
                .report(pair.at(first_line(&pair)), format!("this text is {}, not {own}", found.name))
                .help("translate it");
        }
    }
}

fn own_name(edition: &Edition) -> String {
    let name = edition.lexicon.name;
    if name.is_empty() { format!("that of `{}`", edition.tag) } else { name.to_owned() }
}

/// Every leaf of a translation, but none of a file that is in another language altogether.
pub(super) fn native_leaves<'s, 'c, 'a>(
    sheet: &'s Sheet<'c, 'a>,
) -> impl Iterator<Item = LeafPair<'s, 'c, 'a>> {
    let is_native = !sheet.is_source() && foreign_language(sheet).is_none();
    is_native.then(|| sheet.leaves()).into_iter().flatten()
}

/// Words by their language.
#[derive(Debug, Default)]
struct Count {
    n_words: usize,
    n_han: usize,
    by_language: Vec<(&'static Lexicon, usize)>,
}

impl Count {
    fn add(&mut self, prose: &Prose) {
        for word in prose.words() {
            if word.is_han {
                self.n_han += 1;
                continue;
            }
            self.n_words += 1;
            let Some(language) = word.language else { continue };
            match self.by_language.iter_mut().find(|(known, _)| std::ptr::eq(*known, language)) {
                Some((_, n)) => *n += 1,
                None => self.by_language.push((language, 1)),
            }
        }
    }

    fn of(&self, code: &str) -> usize {
        self.by_language.iter().find(|(known, _)| known.code == code).map_or(0, |(_, n)| *n)
    }

    /// The language, other than `own`, that there are most words of, and how many.
    fn other(&self, own: &str) -> Option<(usize, &'static Lexicon)> {
        let others = self.by_language.iter().filter(|(known, _)| known.code != own);
        others.map(|(known, n)| (*n, *known)).max_by_key(|(n, known)| (*n, known.code))
    }
}

/// The language of a file, if it is not the one of its folder.
fn foreign_language(sheet: &Sheet) -> Option<&'static Lexicon> {
    *sheet.foreign.get_or_init(|| find_foreign_language(sheet))
}

fn find_foreign_language(sheet: &Sheet) -> Option<&'static Lexicon> {
    let tag = sheet.edition.tag;
    let code = tag.split('-').next().unwrap_or_default();
    let own = sheet.edition.lexicon;
    let mut count = Count::default();
    for leaf in sheet.leaves().filter(|leaf| !leaf.pair.entry.is_term) {
        count.add(prose(leaf.leaf));
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
    *pair.leaf.foreign.get_or_init(|| find_language_of_text(pair))
}

fn find_language_of_text(pair: &LeafPair) -> Option<&'static Lexicon> {
    let tag = pair.pair.edition.tag;
    let code = tag.split('-').next().unwrap_or_default();
    let mut count = Count::default();
    count.add(prose(pair.leaf));
    if count.n_han > count.n_words && !matches!(code, "zh" | "ja" | "yue") && !is_same_as_source(pair) {
        return Some(lexicon("zh-TW"));
    }
    let (n, other) = count.other(code)?;
    let is_known =
        !pair.pair.edition.lexicon.function_words.is_empty() || matches!(code, "zh" | "ja" | "yue");
    let is_certain = is_known && count.of(code) == 0 && count.n_han == 0 && n * 5 >= count.n_words;
    (n >= MIN_IN_TEXT && is_certain && !is_same_as_source(pair)).then_some(other)
}
