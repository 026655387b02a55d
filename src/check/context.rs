//! Comments, templates, and translations that have gone stale.

use super::rule::Rule;

/// The rules, in the order of their pages.
pub(super) static RULES: &[&Rule] = &[];
