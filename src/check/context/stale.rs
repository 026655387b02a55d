//! Translations whose source has changed since.

use crate::check::corpus::{Corpus, Edition};
use crate::check::lock::Standing;
use crate::check::rule::{Findings, Here, rule};
use crate::diagnostic::Place;

rule! {
    /// ## What it does
    /// Finds translations of messages whose source has been changed since they were translated, with the help of
    /// `l10n.lock` in the folder of the locales. White space and comments do not count as a change. A translation
    /// that has been changed too is taken for up to date.
    ///
    /// ## Why is this bad
    /// The translation still says what the source said before: perhaps another date, another step, another promise.
    ///
    /// ## Example
    /// `en-US` said `Pay within 30 days.` when it was translated, and now says `Pay within 14 days.`
    /// ```ftl
    /// pay-soon = Betaal binnen 30 dagen.
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// pay-soon = Betaal binnen 14 dagen.
    /// ```
    /// If the translation needs no change, accept it as it is: `pastdue check --locales locales --accept nl-NL pay-soon`.
    pub(super) STALE = "stale", Warning, Context, Edition(stale);
}

fn stale(corpus: &Corpus, edition: &Edition, findings: &mut Findings) {
    let Some(lock) = &corpus.lock else { return };
    if std::ptr::eq(edition, &raw const corpus.source) {
        for span in &lock.strange {
            findings
                .report(Here::new(Place { file: lock.file, span: *span }, edition.tag), "no line of a lock")
                .help("delete it; of two lines of one message, which a merge leaves, both may stay");
        }
        return;
    }
    for (source, translation) in corpus.translated(edition) {
        let (tag, name) = (edition.tag, translation.entry.name());
        let Standing::Stale(line) = lock.standing(tag, source.entry, translation.entry) else { continue };
        let now = source.place(source.entry.span);
        let then = Place { file: lock.file, span: line.text.span };
        findings
            .report(
                edition.at(translation, translation.entry.id.span),
                format!("the source of `{name}` has changed since it was translated"),
            )
            .related(now, "the source now")
            .related(then, "the source when it was translated")
            .help(format!(
                "change the translation, or keep it with `pastdue check --locales DIR --accept {tag} {name}`"
            ));
    }
}
