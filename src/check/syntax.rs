//! What the parser cannot read.

mod encoding;
mod sight;
mod lookalike;
mod entry;
mod call;
mod brace;
mod fault;

use std::collections::HashSet;

use self::sight::Sight;
use super::corpus::{Corpus, Edition};
use super::rule::{Findings, Rule};

/// The rules, in the order of their pages.
pub(super) static RULES: &[&Rule] = &[&fault::SYNTAX, &lookalike::LOOKALIKE_SYNTAX, &encoding::ENCODING];

/// The messages of the source that are there but for their syntax, under an id that is not written as one.
/// They must not be told to be missing.
pub(super) fn meant<'a>(corpus: &Corpus<'a>, edition: &Edition<'a>) -> HashSet<&'a str> {
    let of_resource = |resource| move |junk| entry::meant(corpus, resource, junk);
    let resources = edition.resources.iter();
    resources.flat_map(|resource| resource.junk.iter().filter_map(of_resource(resource))).collect()
}

/// Reports ids with nothing behind their equals sign.
pub(super) fn report_empty(corpus: &Corpus, edition: &Edition, findings: &mut Findings) {
    for resource in &edition.resources {
        for (n, junk) in resource.junk.iter().enumerate() {
            let sight = Sight { corpus, edition, resource, junk };
            if !entry::is_empty(&sight) {
                continue;
            }
            // The next line may be the text, without indentation.
            let next = resource.junk.get(n + 1).map(|junk| Sight { corpus, edition, resource, junk });
            let is_told =
                next.is_some_and(|next| next.junk.span.start == junk.span.end && entry::goes_on(&next));
            if !is_told {
                sight.report(entry::empty(&sight), findings);
            }
        }
    }
}
