//! The words themselves.

#[expect(dead_code, reason = "the rules that follow use the rest")]
mod lexicon;
mod visible;
mod spacing;
mod space;
mod mojibake;
mod character;
mod script;

use super::rule::Rule;

/// The rules, in the order of their pages.
pub(super) static RULES: &[&Rule] = &[
    &mojibake::MOJIBAKE,
    &script::WRONG_SCRIPT,
    &spacing::PUNCTUATION_SPACING,
    &space::DOUBLE_SPACE,
    &space::LEADING_SPACE,
    &space::TRAILING_SPACE,
    &character::INVISIBLE_CHARACTER,
    &character::BIDI_CONTROL,
    &character::CONTROL_CHARACTER,
    &character::NOT_NORMALIZED,
];
