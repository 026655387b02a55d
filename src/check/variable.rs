//! Variables, references, functions, variants.

pub(super) mod printed;
pub(super) mod unknown;
mod as_text;
mod cut;
mod missing;
mod reference;
mod cycle;
mod term;
mod function;
pub(super) mod kind;
mod variant;

use super::rule::Rule;

/// The rules, in the order of their pages.
pub(super) static RULES: &[&Rule] = &[
    &unknown::UNKNOWN_VARIABLE,
    &missing::MISSING_VARIABLE,
    &as_text::VARIABLE_AS_TEXT,
    &unknown::UNKNOWN_SELECTOR_VARIABLE,
    &reference::MISSING_MESSAGE_REFERENCE,
    &reference::UNKNOWN_MESSAGE_REFERENCE,
    &reference::UNKNOWN_ATTRIBUTE_REFERENCE,
    &reference::UNKNOWN_TERM,
    &reference::MISSING_TERM,
    &cycle::REFERENCE_CYCLE,
    &function::UNKNOWN_FUNCTION,
    &function::UNKNOWN_OPTION,
    &function::BAD_OPTION_VALUE,
    &kind::WRONG_VARIABLE_TYPE,
    &kind::FUNCTION_MISMATCH,
    &variant::UNKNOWN_VARIANT_KEY,
    &variant::MISSING_VARIANT,
    &term::UNKNOWN_TERM_ARGUMENT,
];
