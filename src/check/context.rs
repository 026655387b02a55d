//! Comments, templates, and translations that have gone stale.

mod comment;
mod template;
mod stale;

use super::rule::Rule;

/// The rules, in the order of their pages.
pub(super) static RULES: &[&Rule] = &[
    &comment::MISSING_COMMENT,
    &comment::COMMENT_VARIABLE_MISMATCH,
    &stale::STALE,
    &template::TEMPLATE_UNKNOWN_MESSAGE,
    &template::TEMPLATE_MISSING_VARIABLE,
    &template::UNUSED_MESSAGE,
    &template::TEMPLATE_HARDCODED_TEXT,
];
