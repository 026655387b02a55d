//! A text with the longest values that it may get.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use jiff::civil::Date;
use unicode_width::UnicodeWidthStr;

use crate::catalog::formats;
use crate::check::contract::{PlainType, Role, VariableType};
use crate::check::leaf::{Leaf, Part};
use crate::check::sheet::{LeafPair, Pair};
use crate::check::tree::{Argument, Expression, Pattern};
use crate::check::variable::printed::referred_to;
use crate::notice::{Currency, Money};

/// The widest name that a subject shows whole; the program cuts longer ones.
const MAX_NAME_COLUMNS: usize = 24;
/// How deep references are followed.
const MAX_DEPTH: usize = 4;

/// The role of the message, if it has one and this is its value.
pub(super) fn role<'p>(pair: &'p LeafPair) -> Option<&'p Role> {
    let is_value = pair.pattern.attribute.is_none() && !pair.pair.entry.is_term;
    role_of(pair.pair).filter(|_| is_value)
}

fn role_of<'p>(pair: &'p Pair) -> Option<&'p Role> {
    pair.corpus.contract.roles.get(pair.entry.id.text)
}

/// The columns that `text` takes; a Chinese character takes two.
pub(super) fn columns(text: &str) -> usize {
    text.width()
}

/// The text with the longest values.
pub(super) fn longest(pair: &LeafPair) -> String {
    let mut text = String::new();
    add(pair, pair.leaf, 0, &mut text);
    text
}

fn add(pair: &LeafPair, leaf: &Leaf, depth: usize, text: &mut String) {
    for part in &leaf.parts {
        match part {
            Part::Text(word) => text.push_str(&word.text.replace(['\r', '\n'], " ")),
            Part::Placeable(placeable) => add_expression(pair, &placeable.expression, depth, text),
        }
    }
}

fn add_expression(pair: &LeafPair, expression: &Expression, depth: usize, text: &mut String) {
    match expression {
        // An escape is one character.
        Expression::Text(word) if word.text.starts_with('\\') => text.push('x'),
        Expression::Text(word) | Expression::Number(word) => text.push_str(word.text),
        Expression::Variable(word) => text.push_str(&value(pair, word.text)),
        Expression::Function { arguments, .. } => {
            let variable = arguments.iter().find_map(|Argument { value, .. }| match value {
                Expression::Variable(word) => Some(word.text),
                _ => None,
            });
            text.push_str(&variable.map(|name| value(pair, name)).unwrap_or_default());
        }
        Expression::Message { .. } | Expression::Term { .. } if depth < MAX_DEPTH => {
            let leaves = referred_to(pair.pair.edition, expression).map(Pattern::leaves);
            if let Some(leaf) = leaves.as_ref().and_then(|leaves| leaves.first()) {
                add(pair, leaf, depth + 1, text);
            }
        }
        Expression::Message { .. } | Expression::Term { .. } | Expression::Select(_) => {}
    }
}

/// The longest value of a variable.
fn value(pair: &LeafPair, name: &str) -> String {
    let of_locale = values(pair.pair.edition.tag);
    match pair.pair.corpus.contract.variables.get(name) {
        Some(VariableType::Plain(PlainType::Money)) => of_locale.money.clone(),
        Some(VariableType::Plain(PlainType::Date)) => of_locale.date.clone(),
        Some(VariableType::Plain(PlainType::Number)) => "100".to_owned(),
        Some(VariableType::Choice(texts)) => {
            texts.iter().max_by_key(|text| columns(text)).cloned().unwrap_or_default()
        }
        Some(VariableType::Plain(PlainType::String | PlainType::Url)) | None => "x".repeat(MAX_NAME_COLUMNS),
    }
}

/// The longest amount and the longest date of a locale.
#[derive(Debug, Default)]
struct Values {
    money: String,
    date: String,
}

fn values(tag: &str) -> Arc<Values> {
    static KNOWN: OnceLock<RwLock<HashMap<String, Arc<Values>>>> = OnceLock::new();
    let known = KNOWN.get_or_init(RwLock::default);
    if let Some(values) = known.read().unwrap_or_else(PoisonError::into_inner).get(tag) {
        return Arc::clone(values);
    }
    let values = Arc::new(find_values(tag).unwrap_or_default());
    known.write().unwrap_or_else(PoisonError::into_inner).insert(tag.to_owned(), Arc::clone(&values));
    values
}

fn find_values(tag: &str) -> Option<Values> {
    let formats = formats(&tag.parse().ok()?)?;
    let amount = Money::new("123456789.99", Currency::new("SEK").ok()?).ok()?;
    let dates = (1..=12).filter_map(|month| formats.date(Date::new(2026, month, 28).ok()?));
    Some(Values {
        money: formats.money(&amount).unwrap_or_default(),
        date: dates.max_by_key(|date| columns(date)).unwrap_or_default(),
    })
}
