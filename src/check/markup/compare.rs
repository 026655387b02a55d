//! The tags of a translation beside those of the source.

use crate::check::leaf::{Leaf, OBJECT};
use crate::check::near::near;
use crate::check::rule::{Findings, rule};
use crate::check::sheet::LeafPair;
use crate::check::variable::printed::{first_line, is_blank};
use crate::diagnostic::Span;

use super::balance::lost_its_opening;
use super::notation::{DANGEROUS_ELEMENTS, allowed_elements, is_dangerous_attribute};
use super::tag::{Kind, LINK_NAME, Tag, tags};

rule! {
    /// ## What it does
    /// Finds tags that the source has and the translation does not, in every variant.
    ///
    /// ## Why is this bad
    /// A link is lost: the reader is told to do something and not where.
    ///
    /// ## Example
    /// ```ftl
    /// help = Neem contact op.
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// help = <a data-l10n-name="support">Neem contact op</a>.
    /// ```
    pub(super) MARKUP_MISSING = "markup-missing", Error, Markup, Leaf(missing);
}

fn missing(pair: &LeafPair, findings: &mut Findings) {
    let Some(located) = pair.pair.source.filter(|_| has_other_tags(pair) && !is_blank(pair.leaf)) else {
        return;
    };
    let text = pair.leaf.flat().text.as_str();
    // A tag in the notation of Markdown, or written with entities, is told as such.
    let is_in_disguise = text.contains("](") || text.contains("&lt;");
    for tag in Comparison::new(pair).missing.into_iter().filter(|_| !is_in_disguise) {
        let written = tag.written();
        let help = match tag.kind {
            Kind::Empty => format!("write `{written}` where the source has it"),
            _ if lost_its_opening(pair, tag.name) => {
                format!("write `{written}` before the words that `</{}>` ends", tag.name)
            }
            _ => format!("write `{written}` and `</{}>` around the words that belong to it", tag.name),
        };
        findings
            .report(
                pair.at(first_line(pair)).source(located.place(tag.span)),
                format!("the tag `{written}` is missing"),
            )
            .help(help);
    }
}

rule! {
    /// ## What it does
    /// Finds tags that the translation has and the source does not, or has less often.
    ///
    /// ## Why is this bad
    /// There is nowhere that a link leads to, and a program that does not know an element prints its tags.
    ///
    /// ## Example
    /// ```ftl
    /// help = <b>Neem contact op.</b>
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// help = Neem contact op.
    /// ```
    pub(super) MARKUP_EXTRA = "markup-extra", Error, Markup, Leaf(extra);
}

fn extra(pair: &LeafPair, findings: &mut Findings) {
    if pair.source.is_none() || !has_other_tags(pair) {
        return;
    }
    let allowed = &pair.pair.corpus.contract.allowed_markup;
    let comparison = Comparison::new(pair);
    for tag in &comparison.extra {
        let name = tag.name.to_ascii_lowercase();
        let is_forbidden = DANGEROUS_ELEMENTS.contains(&name.as_str()) && !allowed.contains_key(&name);
        // What is written wrong or forbidden is told as such.
        if tag.slip.is_some() || is_forbidden {
            continue;
        }
        let is_twice = comparison.source.iter().any(|source| key(source) == key(tag));
        let message = if is_twice {
            format!("the tag `{}` stands here more often than in the source", tag.written())
        } else {
            format!("the source has no tag `{}`", tag.written())
        };
        let found = findings.report(pair.at(tag.span), message);
        if allowed.is_empty() || allowed.contains_key(&name) {
            found.help(format!("delete it, and the `</{name}>` that belongs to it"));
        } else {
            found.help(allowed_elements(pair));
        }
    }
}

rule! {
    /// ## What it does
    /// Finds tags that are not quite those of the source: another name of the link (misspelled or translated),
    /// another element, an attribute that is missing or has another value.
    ///
    /// ## Why is this bad
    /// The program does not know where the link leads: the mail is not written.
    ///
    /// ## Example
    /// ```ftl
    /// help = Neem <a data-l10n-name="ondersteuning">contact op</a>.
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// help = Neem <a data-l10n-name="support">contact op</a>.
    /// ```
    pub(super) MARKUP_MISMATCH = "markup-mismatch", Error, Markup, Leaf(mismatch);
}

fn mismatch(pair: &LeafPair, findings: &mut Findings) {
    let Some(located) = pair.pair.source.filter(|_| has_other_tags(pair)) else { return };
    let comparison = Comparison::new(pair);
    for (source, target) in &comparison.changed {
        // What is written wrong is told as such.
        if target.slip.is_some() {
            continue;
        }
        let here = |span: Span| pair.at(span).source(located.place(source.span));
        if source.name != target.name.to_ascii_lowercase() {
            findings
                .report(
                    here(target.span),
                    format!("`<{}>` stands where the source has `<{}>`", target.name, source.name),
                )
                .help(format!("write `{}`: names of tags are not translated", source.written()));
            continue;
        }
        match (source.link_name(), target.attribute(LINK_NAME)) {
            // A variable in a tag is told as such.
            (Some(_), Some(attribute)) if attribute.value.is_some_and(|value| value.contains(OBJECT)) => {}
            (Some(_), Some(attribute)) => {
                let value = attribute.value.unwrap_or_default();
                let names = comparison.source.iter().filter_map(Tag::link_name);
                if let Some(name) = source.link_name().filter(|_| names.clone().any(|name| name == value)) {
                    findings
                        .report(
                            here(attribute.value_span),
                            format!("the link `{value}` stands here once too often, and `{name}` is missing"),
                        )
                        .help(format!("write `{}` where that link belongs", source.written()));
                    continue;
                }
                let help = match near(value, names) {
                    Some(near) => format!("did you mean `{near}`? Names of links are not translated"),
                    None => format!("write `{}`: names of links are not translated", source.written()),
                };
                findings
                    .report(here(attribute.value_span), format!("the source has no link `{value}`"))
                    .help(help);
            }
            (Some(_), None) if is_told(target) => {}
            (Some(name), None) => {
                findings
                    .report(
                        here(target.span),
                        format!("the tag `<{}>` does not say which link it is", target.name),
                    )
                    .help(format!("write `<{} data-l10n-name=\"{name}\">`", target.name));
            }
            (None, Some(attribute)) => {
                let span = attribute.name_span.to(attribute.value_span);
                findings
                    .report(here(span), format!("the link of the source has no `{}`", attribute.name))
                    .help(format!("write `{}`", source.written()));
            }
            (None, None) => {}
        }
    }
    for (source, target) in comparison.same.iter().filter(|(_, target)| target.slip.is_none()) {
        for attribute in source.attributes.iter().filter(|it| !is_for_readers(it.name)) {
            let other = target.attribute(attribute.name);
            if other.is_some_and(|other| other.value == attribute.value) {
                continue;
            }
            let span = other.map_or(target.span, |other| other.value_span);
            findings
                .report(
                    pair.at(span).source(located.place(source.span)),
                    format!("the attribute `{}` is not that of the source", attribute.name),
                )
                .help(format!("write `{}`", source.written()));
        }
    }
}

/// Whether an attribute is misspelled, or forbidden: that is told as such.
fn is_told(tag: &Tag) -> bool {
    tag.attributes.iter().any(|attribute| {
        near(attribute.name, std::iter::once(LINK_NAME)).is_some() || is_dangerous_attribute(attribute.name)
    })
}

/// Attributes that are read, and so translated.
fn is_for_readers(name: &str) -> bool {
    matches!(name, "title" | "alt" | "aria-label" | "placeholder" | "label")
}

/// Whether the tags are not those of the source, letter for letter and in its order.
fn has_other_tags(pair: &LeafPair) -> bool {
    let own = pair.leaf.flat().text.as_str();
    let source = pair.source.map(|source| source.flat().text.as_str()).unwrap_or_default();
    own.contains('＜') || source.contains('＜') || !raw_tags(own).eq(raw_tags(source))
}

/// What stands between `<` and `>`.
fn raw_tags(text: &str) -> impl Iterator<Item = &str> {
    text.split('<').skip(1).map(|rest| rest.split_once('>').map_or(rest, |(tag, _)| tag))
}

/// What of the source's tags became what.
struct Comparison<'p> {
    source: Vec<Tag<'p>>,
    same: Vec<(Tag<'p>, Tag<'p>)>,
    changed: Vec<(Tag<'p>, Tag<'p>)>,
    missing: Vec<Tag<'p>>,
    extra: Vec<Tag<'p>>,
}

impl<'p> Comparison<'p> {
    fn new(pair: &LeafPair<'p, '_, '_>) -> Comparison<'p> {
        let source = pair.source.map(begin_tags).unwrap_or_default();
        let mut missing = source.clone();
        let mut extra = begin_tags(pair.leaf);
        let same = matches(&mut missing, &mut extra, |source, target| key(source) == key(target));
        // Of the same element, then of a name like it, and at last the only ones that are left.
        let mut changed = matches(&mut missing, &mut extra, |source, target| {
            source.name == target.name.to_ascii_lowercase()
        });
        changed.extend(matches(&mut missing, &mut extra, |source, target| {
            near(target.name, std::iter::once(source.name)).is_some()
        }));
        let allowed = &pair.pair.corpus.contract.allowed_markup;
        if let ([_], [other]) = (missing.as_slice(), extra.as_slice())
            && !allowed.contains_key(other.name)
            && !DANGEROUS_ELEMENTS.contains(&other.name)
        {
            changed.extend(missing.pop().zip(extra.pop()));
        }
        Comparison { source, same, changed, missing, extra }
    }
}

/// Takes out of both lists what `is_match` says belongs together.
fn matches<'p>(
    sources: &mut Vec<Tag<'p>>,
    targets: &mut Vec<Tag<'p>>,
    is_match: impl Fn(&Tag, &Tag) -> bool,
) -> Vec<(Tag<'p>, Tag<'p>)> {
    let mut pairs = Vec::new();
    targets.retain(|target| {
        let Some(at) = sources.iter().position(|source| is_match(source, target)) else { return true };
        pairs.push((sources.remove(at), target.clone()));
        false
    });
    pairs
}

/// What makes two tags the same one.
fn key<'t>(tag: &'t Tag) -> (String, Option<&'t str>) {
    (tag.name.to_ascii_lowercase(), tag.link_name())
}

/// How many tags of a text are compared: nobody writes as many, and comparing costs the product of both numbers.
const MAX_COMPARED: usize = 64;

/// The tags that begin an element. A second `<a>` without attributes within a link was meant to end it.
fn begin_tags<'p>(leaf: &'p Leaf) -> Vec<Tag<'p>> {
    let mut begun: Vec<Tag> = Vec::new();
    let mut open = None;
    for tag in tags(leaf).into_iter().take(MAX_COMPARED) {
        let is_end = tag.kind == Kind::Open && tag.attributes.is_empty() && open == Some(tag.name);
        open = match tag.kind {
            Kind::Open if !is_end => Some(tag.name),
            Kind::Open | Kind::Close => None,
            Kind::Empty => open,
        };
        if tag.kind != Kind::Close && !is_end {
            begun.push(tag);
        }
    }
    begun
}
