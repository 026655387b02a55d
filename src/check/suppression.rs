//! Comments that suppress findings: `# check-ignore: RULE reason` above a message.

use super::rule::Rule;

/// The rules, in the order of their pages.
pub(super) static RULES: &[&Rule] = &[];
