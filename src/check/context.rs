//! Comments, templates, and translations that have gone stale.

mod stale;

use super::rule::Rule;

/// The rules, in the order of their pages.
pub(super) static RULES: &[&Rule] = &[&stale::STALE];
