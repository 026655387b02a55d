//! What a leaf prints, by itself and through what it refers to.

use std::collections::HashSet;

use crate::check::corpus::Edition;
use crate::check::leaf::Leaf;
use crate::check::sheet::{LeafPair, Pair, PatternPair};
use crate::check::tree::{Argument, Expression, Pattern, Placeable, Select, Word};
use crate::diagnostic::{Place, Span};

/// How many patterns are followed from one: a chain of references that long is no text any more.
const MAX_FOLLOWED: usize = 64;

/// A variable in a placeable, with the function around it if there is one.
#[derive(Debug, Clone, Copy)]
pub(in crate::check) struct Printed<'t, 'a> {
    pub(in crate::check) variable: Word<'a>,
    pub(in crate::check) function: Option<Word<'a>>,
    pub(in crate::check) placeable: &'t Placeable<'a>,
}

/// The variables that the placeables of `leaf` print.
pub(in crate::check) fn printed<'t, 'a>(leaf: &Leaf<'t, 'a>) -> Vec<Printed<'t, 'a>> {
    let mut all = Vec::new();
    for placeable in leaf.placeables() {
        let function = match &placeable.expression {
            Expression::Function { id, .. } => Some(*id),
            _ => None,
        };
        placeable.expression.each(&mut |expression| {
            if let Expression::Variable(variable) = expression {
                all.push(Printed { variable: *variable, function, placeable });
            }
        });
    }
    all
}

/// The variables that the source prints and the leaf does not, each once, in the order of the source.
pub(super) fn not_printed<'a>(pair: &LeafPair<'_, '_, 'a>) -> Vec<&'a str> {
    let here = printed(pair.leaf);
    let mut missing: Vec<&str> = Vec::new();
    for name in pair.source.map(printed).unwrap_or_default().iter().map(|it| it.variable.text) {
        if !missing.contains(&name) && !here.iter().any(|printed| printed.variable.text == name) {
            missing.push(name);
        }
    }
    missing
}

/// The names of the variables in the bodies of the messages and terms that `leaf` refers to, and of those that
/// these refer to.
pub(super) fn through_references<'a>(edition: &Edition<'a>, leaf: &Leaf<'_, 'a>) -> HashSet<&'a str> {
    let mut names = HashSet::new();
    let mut followed: Vec<&Pattern> = Vec::new();
    leaf.each_expression(|expression| followed.extend(referred_to(edition, expression)));
    let mut at = 0;
    while at < followed.len().min(MAX_FOLLOWED) {
        let mut found = Vec::new();
        followed[at].each_expression(&mut |expression| {
            if let Expression::Variable(variable) = expression {
                names.insert(variable.text);
            }
            found.extend(referred_to(edition, expression));
        });
        found.retain(|pattern| !followed.iter().any(|known| std::ptr::eq(*known, *pattern)));
        followed.extend(found);
        at += 1;
    }
    names
}

/// The pattern that a reference prints.
pub(in crate::check) fn referred_to<'e, 'a>(
    edition: &'e Edition<'a>,
    expression: &Expression<'a>,
) -> Option<&'e Pattern<'a>> {
    let (found, attribute) = match expression {
        Expression::Message { id, attribute } => (edition.message(id.text)?, attribute),
        Expression::Term { id, attribute, .. } => (edition.term(id.text)?, attribute),
        _ => return None,
    };
    found.entry.pattern(attribute.map(|word| word.text))
}

/// Where the source has what the pattern translates: what its variants are chosen by, else the whole pattern.
pub(in crate::check) fn source_of(pair: &Pair, pattern: &PatternPair) -> Option<Place> {
    let (source, of_source) = (pair.source?, pattern.source?.pattern);
    let mut selector = None;
    of_source.each_select(&mut |select| selector = selector.or(selected(select)));
    Some(source.place(selector.map_or(of_source.span, |by| with_sign(by.variable))))
}

/// What a select expression chooses by: a variable, perhaps in a function.
#[derive(Debug, Clone, Copy)]
pub(in crate::check) struct Selected<'t, 'a> {
    pub(in crate::check) variable: Word<'a>,
    pub(in crate::check) function: Option<Word<'a>>,
    pub(in crate::check) arguments: &'t [Argument<'a>],
}

/// What `select` chooses by; `None` if by an attribute of a term or by a literal.
pub(in crate::check) fn selected<'t, 'a>(select: &'t Select<'a>) -> Option<Selected<'t, 'a>> {
    match &select.selector {
        Expression::Variable(variable) => {
            Some(Selected { variable: *variable, function: None, arguments: &[] })
        }
        Expression::Function { id, arguments } => {
            arguments.iter().find_map(|argument| match &argument.value {
                Expression::Variable(variable) => {
                    Some(Selected { variable: *variable, function: Some(*id), arguments })
                }
                _ => None,
            })
        }
        _ => None,
    }
}

/// The `$` and the name.
pub(in crate::check) fn with_sign(variable: Word) -> Span {
    Span::new(variable.span.start.saturating_sub(1), variable.span.end)
}

/// The placeable of the source as it stands there, such as `{ MONEY($amount) }`.
pub(in crate::check) fn as_written<'a>(pair: &LeafPair<'_, '_, 'a>, placeable: &Placeable) -> &'a str {
    let text = pair.pair.source.map_or("", |source| source.resource.text);
    text.get(placeable.span.start..placeable.span.end).unwrap_or_default()
}

/// The part of the leaf in its first line: where something is missing, more would only be in the way.
pub(in crate::check) fn first_line(pair: &LeafPair) -> Span {
    let span = pair.leaf.span;
    let text = pair.pair.resource.text.get(span.start..span.end).unwrap_or_default();
    let line = text.lines().next().unwrap_or_default();
    Span::new(span.start, span.start + line.trim_end().len())
}

/// Whether nothing is printed at all: that is told as such, and nothing more.
pub(in crate::check) fn is_blank(leaf: &Leaf) -> bool {
    leaf.parts.is_empty() || leaf.flat().text.trim().is_empty()
}
