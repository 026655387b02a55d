//! What the parser cannot read.

mod encoding;
mod sight;
mod lookalike;
mod entry;
mod call;
mod brace;
mod fault;

use std::collections::HashSet;

use super::corpus::{Corpus, Edition};
use super::rule::Rule;

/// The rules, in the order of their pages.
pub(super) static RULES: &[&Rule] = &[&fault::SYNTAX, &lookalike::LOOKALIKE_SYNTAX, &encoding::ENCODING];

/// The messages of the source that are there but for their syntax, under an id that is not written as one.
/// They must not be told to be missing.
pub(super) fn meant<'a>(corpus: &Corpus<'a>, edition: &Edition<'a>) -> HashSet<&'a str> {
    let junk = edition.resources.iter().flat_map(|resource| &resource.junk);
    junk.filter_map(|junk| entry::meant(corpus, junk)).collect()
}
