//! Messages that are missing, and messages that nothing needs any more.

use crate::check::corpus::{Corpus, Edition, Located};
use crate::check::rule::{Findings, Here, rule};
use crate::check::syntax;
use crate::check::tree::Encoding;
use crate::diagnostic::{Place, Span};

rule! {
    /// ## What it does
    /// Finds messages of the source locale that a translation does not have.
    ///
    /// ## Why is this bad
    /// A mail is offered in a language only if every message of it is there: one that is missing takes the whole
    /// mail away from its readers, who get it in the default language.
    ///
    /// ## Example
    /// `en-US` has `help = Need help?`, and the file of the translation has no `help`.
    ///
    /// ## Use instead
    /// ```ftl
    /// help = Hulp nodig?
    /// ```
    pub(super) MISSING_MESSAGE = "missing-message", Error, Structure, Edition(missing_message);
}

fn missing_message(corpus: &Corpus, edition: &Edition, findings: &mut Findings) {
    let is_source = std::ptr::eq(edition, &raw const corpus.source);
    let meant = syntax::meant(corpus, edition);
    for needed in corpus.source.entries().filter(|needed| !is_source && !needed.entry.is_term) {
        let id = needed.entry.id.text;
        // What is in a file that is missing, or that cannot be read at all, is told with the file.
        let file = edition.resource(needed.resource.name);
        let is_read = file.is_some_and(|file| file.encoding != Encoding::Utf16);
        let is_there = edition.message(id).is_some() || edition.is_junk(id) || meant.contains(id);
        if !is_read || is_there {
            continue;
        }
        let here = Here::new(place_for(corpus, edition, needed), edition.tag)
            .about(id)
            .source(needed.place(needed.entry.span));
        findings
            .report(here, format!("the message `{id}` is missing"))
            .help(format!("translate the line of the source, and add it here: `{id} = …`"));
    }
}

/// Where `needed` would stand: behind the message that it follows in the source.
fn place_for(corpus: &Corpus, edition: &Edition, needed: Located) -> Place {
    let Some(resource) = edition.resource(needed.resource.name) else {
        return Place { file: needed.resource.file, span: needed.entry.span };
    };
    let source = corpus.source.resource(needed.resource.name);
    let before = source.into_iter().flat_map(|source| &source.entries);
    let before = before.take_while(|entry| entry.id.span.start < needed.entry.id.span.start);
    let neighbour = before
        .filter_map(|entry| edition.counterpart(entry))
        .filter(|found| found.resource.file == resource.file)
        .last();
    let at = neighbour.map_or(0, |found| found.entry.span.end);
    Place { file: resource.file, span: Span::empty(at) }
}

rule! {
    /// ## What it does
    /// Finds messages of a translation that the source locale does not have.
    ///
    /// ## Why is this bad
    /// Nobody ever reads them, and whoever keeps the file translates them again and again.
    ///
    /// ## Example
    /// ```ftl
    /// old-greeting = Goedendag!
    /// ```
    ///
    /// ## Use instead
    /// Delete the message.
    pub(super) OBSOLETE_MESSAGE = "obsolete-message", Warning, Structure, Edition(obsolete_message);
}

fn obsolete_message(corpus: &Corpus, edition: &Edition, findings: &mut Findings) {
    for found in edition.entries().filter(|found| !found.entry.is_term) {
        let id = found.entry.id;
        if corpus.source.message(id.text).is_none() && !corpus.source.is_junk(id.text) {
            findings
                .report(edition.at(found, id.span), format!("the source has no message `{}`", id.text))
                .help("delete it");
        }
    }
}
