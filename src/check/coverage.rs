//! How far each locale is: what a team sees before it looks at single findings.

use std::fmt::Write as _;

use super::corpus::{Corpus, Edition};
use super::lock::{Lock, Standing};
use super::sheet::{Pair, Sheet};
use crate::diagnostic::{Diagnostic, Severity};

/// How far a translation is, in messages and terms of the source.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage {
    /// The locale, as its folder is named.
    pub locale: String,
    /// What the source has.
    pub total: usize,
    /// What is there and can be read.
    pub translated: usize,
    /// Of these, what has not been changed since its source was.
    pub stale: usize,
    /// Of these, what says the very words of the source.
    pub identical: usize,
    /// The findings that are errors.
    pub errors: usize,
    /// The other findings.
    pub warnings: usize,
}

impl Coverage {
    /// What the source has and the translation lacks.
    #[must_use]
    pub fn missing(&self) -> usize {
        self.total - self.translated
    }

    /// How much is translated, in whole percent: 100 only if nothing is missing.
    #[must_use]
    pub fn percent(&self) -> usize {
        (self.translated * 100).checked_div(self.total).unwrap_or(100)
    }

    /// Counts the findings anew.
    pub fn count(&mut self, diagnostics: &[Diagnostic]) {
        let own = || diagnostics.iter().filter(|found| found.locale.as_deref() == Some(&self.locale));
        let n_errors = own().filter(|found| found.severity == Severity::Error).count();
        (self.errors, self.warnings) = (n_errors, own().count() - n_errors);
    }
}

/// The coverage of a translation, without findings, and without what is identical.
pub(super) fn of_edition(corpus: &Corpus, edition: &Edition) -> Coverage {
    let source = &corpus.source;
    let total = source.message_ids().count() + source.term_ids().count();
    let mut coverage = Coverage { locale: edition.tag.to_owned(), total, ..Coverage::default() };
    for (source, translation) in corpus.translated(edition) {
        coverage.translated += 1;
        let standing = |lock: &Lock| {
            matches!(lock.standing(edition.tag, source.entry, translation.entry), Standing::Stale(_))
        };
        coverage.stale += usize::from(corpus.lock.as_ref().is_some_and(standing));
    }
    coverage
}

/// How many messages and terms of a file say the very words of the source; of two with one id, the one that counts.
pub(super) fn n_identical(sheet: &Sheet) -> usize {
    sheet.pairs.iter().filter(|pair| is_identical(pair) && sheet.edition.counts(pair.entry)).count()
}

/// Whether every variant says what the source says in words. What has no words is the same in every language.
fn is_identical(pair: &Pair) -> bool {
    let mut has_words = false;
    let is_same = pair.leaves().all(|leaf| {
        let text = &leaf.leaf.flat().text;
        has_words |= text.chars().any(char::is_alphabetic);
        leaf.source.is_some_and(|source| source.flat().text == *text)
    });
    is_same && has_words
}

/// The table, with a heading: the locales below each other, numbers to the right.
#[must_use]
pub fn table(coverage: &[Coverage]) -> String {
    let heading = ["locale", "translated", "", "missing", "stale", "identical", "errors", "warnings"];
    let mut rows = vec![heading.map(str::to_owned)];
    rows.extend(coverage.iter().map(|of| {
        let numbers = [of.missing(), of.stale, of.identical, of.errors, of.warnings];
        let [missing, stale, identical, errors, warnings] = numbers.map(|number| number.to_string());
        let translated = format!("{}/{}", of.translated, of.total);
        let percent = format!("{} %", of.percent());
        [of.locale.clone(), translated, percent, missing, stale, identical, errors, warnings]
    }));
    let width = |column: usize| rows.iter().map(|row| row[column].len()).max().unwrap_or_default();
    let widths: [usize; 8] = std::array::from_fn(width);
    let mut table = String::new();
    for row in &rows {
        // Writing to a string cannot fail.
        let _ = write!(table, "{:<1$}", row[0], widths[0]);
        for (cell, width) in row.iter().zip(widths).skip(1) {
            let _ = write!(table, "  {cell:>width$}");
        }
        table.push('\n');
    }
    table
}
