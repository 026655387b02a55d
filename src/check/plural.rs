//! Plural forms, by the rules of the runtime.

mod category;
mod counted;
mod form;
mod number;

use super::rule::Rule;

/// The rules, in the order of their pages.
pub(super) static RULES: &[&Rule] = &[
    &form::PLURAL_MISSING,
    &form::PLURAL_UNREACHABLE,
    &form::PLURAL_FLATTENED,
    &form::PLURAL_DEFAULT_NOT_OTHER,
    &number::PLURAL_HARDCODED_NUMBER,
];
