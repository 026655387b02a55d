//! Translations that are not there though their ids are.

use crate::check::corpus::{Corpus, Edition};
use crate::check::leaf::Part;
use crate::check::rule::{Findings, rule};
use crate::check::syntax;
use crate::check::tree::{Expression, Pattern};

rule! {
    /// ## What it does
    /// Finds messages, terms and attributes that print nothing at all.
    ///
    /// ## Why is this bad
    /// The reader sees an empty line, or the message is not there for the program and its mail is not offered in the
    /// language.
    ///
    /// ## Example
    /// ```ftl
    /// help =
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// help = Hulp nodig?
    /// ```
    pub(super) EMPTY_TRANSLATION = "empty-translation", Error, Structure, Edition(empty_translation);
}

fn empty_translation(corpus: &Corpus, edition: &Edition, findings: &mut Findings) {
    syntax::report_empty(corpus, edition, findings);
    // A text of the source that prints nothing is meant so.
    let is_source = corpus.is_source(edition);
    for found in edition.entries().filter(|_| !is_source) {
        for (attribute, pattern) in found.entry.patterns().filter(|(_, pattern)| is_blank(pattern)) {
            let attribute = attribute.map(|word| word.text);
            let source = corpus.source.counterpart(found.entry);
            let source = source.and_then(|source| Some((source, source.entry.pattern(attribute)?)));
            if source.is_some_and(|(_, pattern)| is_blank(pattern)) {
                continue;
            }
            let mut here = edition.at(found, pattern.span);
            here.source = source.map(|(source, pattern)| source.place(pattern.span));
            here.attribute = attribute.map(str::to_owned);
            let name = match attribute {
                Some(attribute) => format!("{}.{attribute}", found.entry.name()),
                None => found.entry.name(),
            };
            findings.report(here, format!("`{name}` prints nothing")).help("write the text in its place");
        }
    }
}

/// Whether no way through the pattern prints anything.
fn is_blank(pattern: &Pattern) -> bool {
    let is_blank = |part: &Part| match part {
        Part::Text(word) => word.text.trim().is_empty(),
        Part::Placeable(placeable) => {
            matches!(placeable.expression, Expression::Text(word) if word.text.trim().is_empty())
        }
    };
    pattern.leaves().iter().all(|leaf| leaf.parts.iter().all(is_blank))
}
