//! What is there twice.

use std::collections::HashMap;

use crate::check::corpus::{Corpus, Edition, Located};
use crate::check::rule::{Findings, rule};
use crate::check::sheet::Pair;
use crate::check::tree::Select;
use crate::diagnostic::{Place, Span};

rule! {
    /// ## What it does
    /// Finds messages and terms that a locale has twice, in one file or in two.
    ///
    /// ## Why is this bad
    /// Only the first one is used. Whoever changes the other one wonders why nothing happens.
    ///
    /// ## Example
    /// ```ftl
    /// help = Hulp nodig?
    /// help = Heeft u hulp nodig?
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// help = Heeft u hulp nodig?
    /// ```
    pub(super) DUPLICATE_ID = "duplicate-id", Error, Structure, Edition(duplicate_id);
}

fn duplicate_id(_: &Corpus, edition: &Edition, findings: &mut Findings) {
    for found in edition.entries() {
        let Some(first) = edition.counterpart(found.entry) else { continue };
        if std::ptr::eq(first.entry, found.entry) {
            continue;
        }
        let text = format!("`{}` is there twice, and the other one is used", found.entry.name());
        let same = if canonical(first) == canonical(found) { ": they are the same" } else { "" };
        findings
            .report(edition.at(found, found.entry.id.span), text)
            .related(first.place(first.entry.span), "the one that is used")
            .help(format!("delete one of the two{same}"));
    }
}

fn canonical<'a>(located: Located<'_, 'a>) -> &'a str {
    let Span { start, end } = located.entry.span;
    located.resource.text.get(start..end).unwrap_or_default()
}

rule! {
    /// ## What it does
    /// Finds attributes that a message has twice.
    ///
    /// ## Why is this bad
    /// Only the last one is used. Whoever changes the other one wonders why nothing happens.
    ///
    /// ## Example
    /// ```ftl
    /// help = Hulp nodig?
    ///     .title = Hulp
    ///     .title = Naar de helppagina
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// help = Hulp nodig?
    ///     .title = Naar de helppagina
    /// ```
    pub(super) DUPLICATE_ATTRIBUTE = "duplicate-attribute", Warning, Structure, Entry(duplicate_attribute);
}

fn duplicate_attribute(pair: &Pair, findings: &mut Findings) {
    for attribute in &pair.entry.attributes {
        let name = attribute.id.text;
        let Some(last) = pair.entry.attribute(name).filter(|last| !std::ptr::eq(*last, attribute)) else {
            continue;
        };
        let dotted = Span::new(attribute.id.span.start - 1, attribute.id.span.end);
        let mut here = pair.at(dotted).attribute(name);
        here.source = None;
        findings
            .report(here, format!("the attribute `.{name}` is there twice, and the last one is used"))
            .related(
                Place { file: pair.resource.file, span: last.id.span.to(last.pattern.span) },
                "the one that is used",
            )
            .help("delete one of the two");
    }
}

rule! {
    /// ## What it does
    /// Finds variants with the same key.
    ///
    /// ## Why is this bad
    /// Only the first one is used. Probably the key of the other one should be another.
    ///
    /// ## Example
    /// ```ftl
    /// days = { $daysLeft ->
    ///     [one] Nog één dag.
    ///     [one] Nog { $daysLeft } dagen.
    ///    *[other] Nog { $daysLeft } dagen.
    /// }
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// days = { $daysLeft ->
    ///     [one] Nog één dag.
    ///    *[other] Nog { $daysLeft } dagen.
    /// }
    /// ```
    pub(super) DUPLICATE_VARIANT = "duplicate-variant", Warning, Structure, Entry(duplicate_variant);
}

fn duplicate_variant(pair: &Pair, findings: &mut Findings) {
    for pattern in &pair.patterns {
        let mut report = |select: &Select| {
            let mut firsts = HashMap::new();
            for variant in &select.variants {
                let key = variant.key;
                let first = *firsts.entry((variant.is_number, key.text)).or_insert(variant);
                if std::ptr::eq(first, variant) {
                    continue;
                }
                let mut here = pair.at(Span::new(key.span.start - 1, key.span.end + 1));
                here.source = None;
                here.attribute = pattern.attribute.map(|word| word.text.to_owned());
                let text = format!("the variant `[{}]` is there twice, and the first one is used", key.text);
                findings
                    .report(here, text)
                    .related(Place { file: pair.resource.file, span: first.key.span }, "the one that is used")
                    .help("delete one of the two, or give it the key that was meant");
            }
        };
        pattern.pattern.each_select(&mut |select| report(select));
    }
}
