//! Values and attributes that are missing, and attributes that nothing needs.

use crate::check::rule::{Findings, rule};
use crate::check::sheet::Pair;
use crate::diagnostic::Span;

rule! {
    /// ## What it does
    /// Finds messages without an attribute that the source has.
    ///
    /// ## Why is this bad
    /// What the program prints there, such as the title of a link, is missing in this language.
    ///
    /// ## Example
    /// ```ftl
    /// help = Hulp nodig?
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// help = Hulp nodig?
    ///     .title = Naar de helppagina
    /// ```
    pub(super) MISSING_ATTRIBUTE = "missing-attribute", Error, Structure, Entry(missing_attribute);
}

fn missing_attribute(pair: &Pair, findings: &mut Findings) {
    // What attributes a term needs depends on the language.
    let Some(source) = pair.source.filter(|_| !pair.entry.is_term) else { return };
    for needed in &source.entry.attributes {
        let name = needed.id.text;
        if pair.entry.attribute(name).is_some() || is_junk(pair, name) {
            continue;
        }
        let here = pair.at(Span::empty(pair.entry.span.end)).attribute(name);
        let needed = source.place(needed.id.span.to(needed.pattern.span));
        findings
            .report(
                here.source(needed),
                format!("the attribute `.{name}` of `{}` is missing", pair.entry.name()),
            )
            .help(format!("write it in a line below, after four spaces: `.{name} = …`"));
    }
}

/// Whether the attribute is there, but is not Fluent.
fn is_junk(pair: &Pair, name: &str) -> bool {
    let resource = pair.resource;
    let n_before = resource.entries.partition_point(|entry| entry.span.start <= pair.entry.span.start);
    let first = resource.junk.partition_point(|junk| junk.span.start < pair.entry.span.end);
    let junk = resource.junk.get(first).filter(|junk| junk.n_before == n_before && junk.ids.is_empty());
    let is_name = |line: &str| {
        let rest = line.trim_start().strip_prefix('.').and_then(|line| line.strip_prefix(name));
        rest.is_some_and(|rest| !rest.starts_with(|char: char| char.is_ascii_alphanumeric() || char == '-'))
    };
    junk.is_some_and(|junk| junk.text.lines().any(is_name))
}

rule! {
    /// ## What it does
    /// Finds attributes that the message of the source does not have.
    ///
    /// ## Why is this bad
    /// Nobody ever reads them. Perhaps the name is misspelled, or what it says belongs to another message.
    ///
    /// ## Example
    /// ```ftl
    /// help = Hulp nodig?
    ///     .titel = Naar de helppagina
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// help = Hulp nodig?
    /// ```
    pub(super) OBSOLETE_ATTRIBUTE = "obsolete-attribute", Warning, Structure, Entry(obsolete_attribute);
}

fn obsolete_attribute(pair: &Pair, findings: &mut Findings) {
    let Some(source) = pair.source.filter(|_| !pair.entry.is_term) else { return };
    let obsolete = |name: &str| source.entry.attribute(name).is_none();
    for attribute in pair.entry.attributes.iter().filter(|attribute| obsolete(attribute.id.text)) {
        let name = attribute.id.text;
        let text = format!("the source has no attribute `.{name}` of `{}`", pair.entry.name());
        let dotted = Span::new(attribute.id.span.start - 1, attribute.id.span.end);
        let missing =
            source.entry.attributes.iter().filter(|needed| pair.entry.attribute(needed.id.text).is_none());
        let help = match missing.collect::<Vec<_>>()[..] {
            [missing] => format!("did you mean `.{}`?", missing.id.text),
            _ => "delete it".to_owned(),
        };
        findings.report(pair.at(dotted).attribute(name), text).help(help);
    }
}

rule! {
    /// ## What it does
    /// Finds messages that have only attributes where the source has a text of its own too.
    ///
    /// ## Why is this bad
    /// There is nothing to print: the mail is not offered in the language.
    ///
    /// ## Example
    /// ```ftl
    /// help =
    ///     .title = Naar de helppagina
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// help = Hulp nodig?
    ///     .title = Naar de helppagina
    /// ```
    pub(super) MISSING_VALUE = "missing-value", Error, Structure, Entry(missing_value);
}

fn missing_value(pair: &Pair, findings: &mut Findings) {
    let source = pair.source.and_then(|source| Some((source, source.entry.value.as_ref()?)));
    let Some((source, value)) = source.filter(|_| pair.entry.value.is_none()) else { return };
    let name = pair.entry.name();
    findings
        .report(
            pair.at(pair.entry.id.span).source(source.place(value.span)),
            format!("`{name}` has no text, only attributes"),
        )
        .help(format!("write the translation after `{name} =`"));
}
