//! Select expressions that choose by a count.

use std::sync::Arc;

use crate::check::contract::{PlainType, VariableType};
use crate::check::rule::Here;
use crate::check::sheet::{Pair, PatternPair};
use crate::check::tree::{Argument, Element, Expression, Pattern, Select, Variant, Word};
use crate::check::variable::kind::PLURAL_CATEGORIES;
use crate::check::variable::printed::{selected, source_of};
use crate::diagnostic::Span;

use super::category::{Categories, Count, categories};

/// Variants that are chosen by a count, with what the language has to choose from.
pub(super) struct Counted<'t, 'a> {
    pub(super) select: &'t Select<'a>,
    pub(super) variable: Word<'a>,
    pub(super) categories: Arc<Categories>,
}

/// Calls `visit` with each select expression of the entry that chooses by a count.
pub(super) fn each_counted<'c, 'a>(
    pair: &Pair<'c, 'a>,
    mut visit: impl FnMut(&PatternPair<'c, 'a>, &Counted<'c, 'a>),
) {
    let Some(locale) = &pair.edition.locale else { return };
    for pattern in &pair.patterns {
        pattern.pattern.each_select(&mut |select| {
            if let Some((variable, count)) = count(pair, select) {
                visit(pattern, &Counted { select, variable, categories: categories(locale.as_str(), count) });
            }
        });
    }
}

/// The variable that `select` counts by, if it counts.
pub(super) fn count<'a>(pair: &Pair, select: &Select<'a>) -> Option<(Word<'a>, Count)> {
    let by = selected(select)?;
    let its = pair.corpus.contract.variables.get(by.variable.text);
    let is_count = match its {
        Some(VariableType::Plain(PlainType::Number)) => true,
        // What is of another type is told as such.
        Some(_) if !pair.entry.is_term => false,
        // An argument of a term, or a variable of which the contract knows nothing.
        _ => select.variants.iter().any(|it| is_category(it) && it.key.text != "other"),
    };
    let is_plain = by.function.is_none_or(|function| function.text == "NUMBER");
    let is_ordinal = by.arguments.iter().any(is_ordinal);
    let count = if is_ordinal { Count::Ordinal } else { Count::Cardinal };
    (is_count && is_plain).then_some((by.variable, count))
}

fn is_ordinal(argument: &Argument) -> bool {
    argument.name.is_some_and(|name| name.text == "type")
        && matches!(&argument.value, Expression::Text(word) if word.text == "ordinal")
}

/// Whether the key names a plural category.
pub(super) fn is_category(variant: &Variant) -> bool {
    !variant.is_number && PLURAL_CATEGORIES.contains(&variant.key.text)
}

/// Whether `pattern` prints the variable anywhere.
pub(super) fn prints(pattern: &Pattern, name: &str) -> bool {
    pattern.elements.iter().any(|element| match element {
        Element::Text(_) => false,
        Element::Placeable(placeable) => {
            let mut is_printed = false;
            placeable.expression.each(&mut |expression| {
                is_printed |= matches!(expression, Expression::Variable(word) if word.text == name);
            });
            is_printed
        }
        Element::Select(select) => select.variants.iter().any(|variant| prints(&variant.pattern, name)),
    })
}

/// A place in one of the patterns of an entry.
pub(super) fn here(pair: &Pair, pattern: &PatternPair, span: Span) -> Here {
    Here {
        attribute: pattern.attribute.map(|word| word.text.to_owned()),
        source: source_of(pair, pattern),
        ..pair.at(span)
    }
}

/// Some of `numbers` as a translator would name them: `0, 1`, or `2, 3, 4, …`.
pub(super) fn examples(numbers: &[usize]) -> String {
    let shown: Vec<String> = numbers.iter().take(3).map(ToString::to_string).collect();
    let rest = if numbers.len() > 3 { ", …" } else { "" };
    shown.join(", ") + rest
}
