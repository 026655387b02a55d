//! References to messages and terms.

use crate::check::corpus::Edition;
use crate::check::leaf::Leaf;
use crate::check::rule::{Findings, rule};
use crate::check::sheet::LeafPair;
use crate::check::tree::{Expression, Word};
use crate::diagnostic::Span;

use super::as_text;
use super::printed::{as_written, first_line, is_blank};
use crate::check::near::near;

rule! {
    /// ## What it does
    /// Finds references to other messages that the source has and the translation does not.
    ///
    /// ## Why is this bad
    /// What the other message says is lost, or written out here, where it does not change with the other one.
    ///
    /// ## Example
    /// ```ftl
    /// help = Neem contact op.
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// help = Neem contact op: { support-hours }.
    /// ```
    pub(super) MISSING_MESSAGE_REFERENCE = "missing-message-reference", Error, Variable, Leaf(missing_reference);
}

fn missing_reference(pair: &LeafPair, findings: &mut Findings) {
    let (Some(source), Some(located)) = (pair.source, pair.pair.source) else { return };
    if is_blank(pair.leaf) {
        return;
    }
    for placeable in source.placeables() {
        let Expression::Message { id, attribute } = &placeable.expression else { continue };
        let is_same = |other: &Expression| match other {
            Expression::Message { id: other, attribute: of_other } => {
                let is_attribute = of_other.map(|word| word.text) == attribute.map(|word| word.text);
                // What is misspelled is told as such.
                let found = pair.pair.edition.message(other.text);
                let is_there =
                    found.is_some_and(|found| found.entry.pattern(of_other.map(|word| word.text)).is_some());
                !is_there || other.text == id.text && is_attribute
            }
            _ => false,
        };
        if !prints(pair.leaf, is_same) {
            let written = as_written(pair, placeable);
            findings
                .report(
                    pair.at(first_line(pair)).source(located.place(placeable.span)),
                    format!("the reference `{written}` is missing"),
                )
                .help(format!("write `{written}` where it belongs in the sentence"));
        }
    }
}

rule! {
    /// ## What it does
    /// Finds references to messages that are not there, or that have no text of their own.
    ///
    /// ## Why is this bad
    /// There is nothing to print in its place: the mail is not written.
    ///
    /// ## Example
    /// ```ftl
    /// help = Neem contact op: { suport-hours }.
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// help = Neem contact op: { support-hours }.
    /// ```
    pub(super) UNKNOWN_MESSAGE_REFERENCE = "unknown-message-reference", Error, Variable, Leaf(unknown_message);
}

fn unknown_message(pair: &LeafPair, findings: &mut Findings) {
    let edition = pair.pair.edition;
    let mut slips = None;
    each_reference(pair.leaf, |expression| {
        let Expression::Message { id, attribute } = expression else { return };
        match edition.message(id.text) {
            Some(found) if attribute.is_none() && found.entry.value.is_none() => {
                let attributes: Vec<String> =
                    found.entry.attributes.iter().map(|it| format!("`{}.{}`", id.text, it.id.text)).collect();
                let of = attributes.join(", ");
                findings
                    .report(pair.at(id.span), format!("the message `{}` has no text of its own", id.text))
                    .help(format!("refer to one of its attributes: {of}"));
            }
            Some(_) => {}
            None if edition.is_junk(id.text) => {}
            None => {
                let slips = slips.get_or_insert_with(|| as_text::slips(pair));
                let is_slip =
                    slips.iter().any(|slip| slip.span.start <= id.span.start && id.span.end <= slip.span.end);
                if !is_slip {
                    report_unknown(pair, *id, findings);
                }
            }
        }
    });
}

fn report_unknown(pair: &LeafPair, id: Word, findings: &mut Findings) {
    let edition = pair.pair.edition;
    let found = findings.report(pair.at(id.span), format!("there is no message `{}`", id.text));
    let variables = pair.pair.corpus.contract.variables.keys().map(String::as_str);
    if pair.pair.corpus.source.message(id.text).is_some() {
        found.help(format!("the source has `{}`: translate it, so that it can be printed here", id.text));
    } else if edition.term(id.text).is_some() {
        found.help(format!("`{0}` is a term: write `{{ -{0} }}`", id.text));
    } else if let Some(near) = near(id.text, edition.message_ids()) {
        found.help(format!("did you mean `{near}`?"));
    } else if let Some(near) = near(id.text, variables) {
        found.help(format!("did you mean the variable `{{ ${near} }}`? Variables have a dollar sign"));
    } else {
        found.help("refer to a message that exists, or write its words here");
    }
}

rule! {
    /// ## What it does
    /// Finds references to attributes that a message or a term does not have.
    ///
    /// ## Why is this bad
    /// There is nothing to print in its place, or to choose a variant by: the mail is not written, or it shows
    /// the variant with the star.
    ///
    /// ## Example
    /// ```ftl
    /// -brand = Example Cloud
    ///     .gender = neuter
    /// help = { -brand.gendre ->
    ///     [neuter] Het { -brand }
    ///    *[other] De { -brand }
    /// }
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// help = { -brand.gender ->
    ///     [neuter] Het { -brand }
    ///    *[other] De { -brand }
    /// }
    /// ```
    pub(super) UNKNOWN_ATTRIBUTE_REFERENCE = "unknown-attribute-reference", Error, Variable, Leaf(unknown_attribute);
}

fn unknown_attribute(pair: &LeafPair, findings: &mut Findings) {
    let edition = pair.pair.edition;
    each_reference(pair.leaf, |expression| {
        let (found, name, attribute) = match expression {
            Expression::Message { id, attribute: Some(attribute) } => {
                (edition.message(id.text), id.text.to_owned(), attribute)
            }
            Expression::Term { id, attribute: Some(attribute), .. } => {
                (edition.term(id.text), format!("-{}", id.text), attribute)
            }
            _ => return,
        };
        let Some(found) = found.filter(|found| found.entry.attribute(attribute.text).is_none()) else {
            return;
        };
        let mut here = pair.at(attribute.span);
        here.variant = None;
        let reported = findings.report(here, format!("`{name}` has no attribute `.{}`", attribute.text));
        let attributes: Vec<&str> = found.entry.attributes.iter().map(|it| it.id.text).collect();
        if let Some(near) = near(attribute.text, attributes.iter().copied()) {
            reported.help(format!("did you mean `{name}.{near}`?"));
        } else if attributes.is_empty() {
            reported.help(format!("`{name}` has no attributes: add `.{} = …` below it", attribute.text));
        } else {
            reported.help(format!("it has `.{}`", attributes.join("`, `.")));
        }
    });
}

rule! {
    /// ## What it does
    /// Finds references to terms that are not there.
    ///
    /// ## Why is this bad
    /// There is nothing to print in its place: the mail is not written.
    ///
    /// ## Example
    /// ```ftl
    /// signature = Het { -brnad }-team
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// signature = Het { -brand }-team
    /// ```
    pub(super) UNKNOWN_TERM = "unknown-term", Error, Variable, Leaf(unknown_term);
}

fn unknown_term(pair: &LeafPair, findings: &mut Findings) {
    let edition = pair.pair.edition;
    each_reference(pair.leaf, |expression| {
        let Expression::Term { id, .. } = expression else { return };
        let name = format!("-{}", id.text);
        if edition.term(id.text).is_some() || edition.is_junk(&name) {
            return;
        }
        let span = Span::new(id.span.start.saturating_sub(1), id.span.end);
        let found = findings.report(pair.at(span), format!("there is no term `{name}`"));
        if let Some(near) = near(id.text, edition.term_ids()) {
            found.help(format!("did you mean `{{ -{near} }}`?"));
        } else if pair.pair.corpus.source.term(id.text).is_some() {
            found.help(format!("the source has it: add `{name} = …` to this locale"));
        } else if edition.message(id.text).is_some() {
            found.help(format!("`{0}` is a message: write `{{ {0} }}`", id.text));
        } else if let [meant] = terms_left_out(pair).as_slice() {
            found.help(format!("write `{{ -{meant} }}`: its name is not translated"));
        } else {
            found.help("refer to a term that exists, or write its words here");
        }
    });
}

rule! {
    /// ## What it does
    /// Finds terms that the source prints and the translation does not.
    ///
    /// ## Why is this bad
    /// The name of the company or product is lost, or written out, where it does not change with the others.
    ///
    /// ## Example
    /// ```ftl
    /// signature = Het Example Cloud-team
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// signature = Het { -brand }-team
    /// ```
    pub(super) MISSING_TERM = "missing-term", Warning, Variable, Leaf(missing_term);
}

/// The terms that the source prints and the leaf does not.
fn terms_left_out<'a>(pair: &LeafPair<'_, '_, 'a>) -> Vec<&'a str> {
    let mut names: Vec<&str> = Vec::new();
    for placeable in pair.source.iter().flat_map(|source| source.placeables()) {
        let Expression::Term { id, .. } = &placeable.expression else { continue };
        let is_same =
            |other: &Expression| matches!(other, Expression::Term { id: other, .. } if other.text == id.text);
        if !names.contains(&id.text) && !prints(pair.leaf, is_same) {
            names.push(id.text);
        }
    }
    names
}

fn missing_term(pair: &LeafPair, findings: &mut Findings) {
    let (Some(source), Some(located)) = (pair.source, pair.pair.source) else { return };
    if is_blank(pair.leaf) {
        return;
    }
    for placeable in source.placeables() {
        let Expression::Term { id, .. } = &placeable.expression else { continue };
        let edition = pair.pair.edition;
        let is_same = |other: &Expression| match other {
            // One that is misspelled is told as such.
            Expression::Term { id: other, .. } => other.text == id.text || edition.term(other.text).is_none(),
            Expression::Message { id: other, .. } => other.text == id.text,
            _ => false,
        };
        if prints(pair.leaf, is_same) {
            continue;
        }
        let spelled = spelled_out(pair, id.text);
        let found = findings.report(
            pair.at(spelled.unwrap_or(first_line(pair))).source(located.place(placeable.span)),
            format!("the term `-{}` is missing", id.text),
        );
        match spelled {
            Some(span) => found
                .help(format!("write `{{ -{} }}` in place of the words", id.text))
                .edit(span, format!("{{ -{} }}", id.text)),
            None => found.help(format!("write `{{ -{} }}` where it belongs in the sentence", id.text)),
        };
    }
}

/// Where the words of the term stand in the leaf.
fn spelled_out(pair: &LeafPair, id: &str) -> Option<Span> {
    let words = |edition: &Edition| {
        let pattern = edition.term(id)?.entry.value.as_ref()?;
        Some(pattern.leaves().first()?.flat().text.clone())
    };
    let edition = pair.pair.edition;
    let words = words(edition).or_else(|| words(&pair.pair.corpus.source))?;
    let words = words.trim();
    let flat = pair.leaf.flat();
    let at = flat.text.find(words).filter(|_| !words.is_empty())?;
    Some(flat.span(at, at + words.len()))
}

fn prints(leaf: &Leaf, is_wanted: impl Fn(&Expression) -> bool) -> bool {
    let mut is_printed = false;
    leaf.each_expression(|expression| is_printed |= is_wanted(expression));
    is_printed
}

/// Calls `visit` with what the leaf prints and with what its variants are chosen by.
fn each_reference<'t, 'a>(leaf: &Leaf<'t, 'a>, mut visit: impl FnMut(&'t Expression<'a>)) {
    leaf.each_expression(&mut visit);
    for choice in &leaf.path {
        choice.select.selector.each(&mut visit);
    }
}
