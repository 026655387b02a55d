//! The words themselves.

mod visible;
mod spacing;
mod space;
mod mojibake;
mod character;
mod script;
mod foreign;
mod untranslated;
mod machine;
mod address;
mod negation;
mod number;
mod currency;
mod width;
mod mark;
mod whole;
mod marker;

use super::rule::Rule;

/// The rules, in the order of their pages.
pub(super) static RULES: &[&Rule] = &[
    &untranslated::UNTRANSLATED,
    &untranslated::SOURCE_RESIDUE,
    &machine::MT_ARTEFACT,
    &mojibake::MOJIBAKE,
    &script::WRONG_SCRIPT,
    &foreign::WRONG_LOCALE,
    &spacing::PUNCTUATION_SPACING,
    &width::PUNCTUATION_WIDTH,
    &mark::QUOTES,
    &mark::APOSTROPHE,
    &mark::ELLIPSIS,
    &space::DOUBLE_SPACE,
    &space::LEADING_SPACE,
    &space::TRAILING_SPACE,
    &character::INVISIBLE_CHARACTER,
    &character::BIDI_CONTROL,
    &character::CONTROL_CHARACTER,
    &character::NOT_NORMALIZED,
    &address::FORMALITY,
    &negation::NEGATION_LOST,
    &number::NUMBER_MISMATCH,
    &currency::HARDCODED_CURRENCY,
    &marker::GLOSSARY,
    &machine::REPEATED_WORD,
    &whole::END_PUNCTUATION,
    &whole::TOO_LONG,
    &whole::TOO_SHORT,
    &marker::TODO_MARKER,
    &marker::ID_IN_VALUE,
];
