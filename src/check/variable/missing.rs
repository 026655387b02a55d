//! Variables of the source that a translation does not print.

use std::collections::HashSet;

use crate::check::contract::VariableType;
use crate::check::leaf::Leaf;
use crate::check::rule::{Findings, rule};
use crate::check::sheet::LeafPair;

use super::as_text;
use super::cut::is_cut;
use super::printed::{Printed, as_written, first_line, is_blank, printed, selected, through_references};
use super::unknown;

rule! {
    /// ## What it does
    /// Finds variables that the source prints and the translation does not, in every variant and every attribute.
    ///
    /// A variant for one certain count may leave the count out: `[one] een dag`.
    ///
    /// ## Why is this bad
    /// The reader is not told the amount, the date or the name that the sentence is about.
    ///
    /// ## Example
    /// ```ftl
    /// request = Betaal het openstaande bedrag.
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// request = Betaal het openstaande bedrag van { MONEY($amount) }.
    /// ```
    pub(super) MISSING_VARIABLE = "missing-variable", Error, Variable, Leaf(missing_variable);
}

fn missing_variable(pair: &LeafPair, findings: &mut Findings) {
    let (Some(source), Some(located)) = (pair.source, pair.pair.source) else { return };
    let needed = needed(pair, source);
    if needed.is_empty() || is_blank(pair.leaf) {
        return;
    }
    let here = printed(pair.leaf);
    let is_here = |name: &str| here.iter().any(|printed| printed.variable.text == name);
    if needed.iter().all(|needed| is_here(needed.variable.text)) {
        return;
    }
    let mut has: HashSet<&str> = here.iter().map(|printed| printed.variable.text).collect();
    has.extend(through_references(pair.pair.edition, pair.leaf));
    // What is misspelled is told as such.
    for printed in &here {
        if !unknown::is_known(pair.pair, printed.variable.text) {
            has.extend(unknown::meant(pair, printed.variable.text));
        }
    }
    has.extend(as_text::slips(pair).iter().map(|slip| slip.name));
    // So is what stands in other braces.
    let in_full_width = pair.leaf.flat().text.split(['｛', '＄']).skip(1);
    let in_full_width = in_full_width.flat_map(|rest| rest.split(|char: char| !char.is_ascii_alphanumeric()));
    has.extend(in_full_width);
    for Printed { variable, placeable, .. } in needed {
        if !has.insert(variable.text) || is_told_by_variant(pair, variable.text) {
            continue;
        }
        let of_variant =
            pair.leaf.label().map_or(String::new(), |label| format!(" in the variant `[{label}]`"));
        findings
            .report(
                pair.at(first_line(pair)).source(located.place(placeable.span)),
                format!("`${}` is missing{of_variant}", variable.text),
            )
            .help(format!("write `{}` where it belongs in the sentence", as_written(pair, placeable)));
    }
}

/// What the source prints in the variant that the leaf translates. If the two choose by different things, what the
/// source prints in every variant.
fn needed<'p, 'c, 'a>(pair: &LeafPair<'p, 'c, 'a>, source: &'p Leaf<'c, 'a>) -> Vec<Printed<'c, 'a>> {
    let mut needed = printed(source);
    let n_choices = pair.leaf.path.len();
    if n_choices != 0 && n_choices != source.path.len() {
        for other in pair.pattern.source.into_iter().flat_map(|source| &source.leaves) {
            let names: HashSet<&str> = printed(other).iter().map(|printed| printed.variable.text).collect();
            needed.retain(|printed| names.contains(printed.variable.text));
        }
    }
    needed
}

/// Whether the variant itself says what the variable would: it stands for one number, or for one of a few texts.
fn is_told_by_variant(pair: &LeafPair, name: &str) -> bool {
    let is_choice = matches!(pair.pair.corpus.contract.variables.get(name), Some(VariableType::Choice(_)));
    pair.leaf.path.iter().any(|choice| {
        let key = choice.variant.key.text;
        let is_one_number = choice.variant.is_number || matches!(key, "zero" | "one" | "two");
        selected(choice.select).is_some_and(|selected| selected.variable.text == name)
            && (is_choice || is_one_number && !is_cut(pair, name))
    })
}
