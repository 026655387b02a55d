//! What a subject, a preheader, a button must be.

mod sample;
mod line;
mod plain;

use super::rule::Rule;

/// The rules, in the order of their pages.
pub(super) static RULES: &[&Rule] = &[
    &line::SUBJECT_NEWLINE,
    &line::SUBJECT_TOO_LONG,
    &line::PREHEADER_TOO_LONG,
    &plain::PREHEADER_EQUALS_SUBJECT,
    &line::BUTTON_TOO_LONG,
    &plain::MARKUP_IN_PLAIN,
    &plain::SHOUTING,
];
