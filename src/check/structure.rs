//! What is there that should not be, and the other way round.

mod file;
mod message;
mod part;
mod duplicate;
mod empty;

use super::rule::Rule;

/// The rules, in the order of their pages.
pub(super) static RULES: &[&Rule] = &[
    &message::MISSING_MESSAGE,
    &part::MISSING_ATTRIBUTE,
    &part::MISSING_VALUE,
    &file::MISSING_FILE,
    &message::OBSOLETE_MESSAGE,
    &part::OBSOLETE_ATTRIBUTE,
    &file::OBSOLETE_FILE,
    &message::ID_TYPO,
    &duplicate::DUPLICATE_ID,
    &duplicate::DUPLICATE_ATTRIBUTE,
    &duplicate::DUPLICATE_VARIANT,
    &empty::EMPTY_TRANSLATION,
    &file::BAD_LOCALE_DIR,
];
