//! What is there that should not be, and the other way round.

mod message;

use super::rule::Rule;

/// The rules, in the order of their pages.
pub(super) static RULES: &[&Rule] = &[&message::MISSING_MESSAGE, &message::OBSOLETE_MESSAGE];
