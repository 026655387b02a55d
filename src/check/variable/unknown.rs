//! Variables that the program does not have.

use crate::check::rule::{Findings, rule};
use crate::check::sheet::{LeafPair, Pair};
use crate::check::tree::{Expression, Word};
use crate::diagnostic::Diagnostic;

use super::printed::{not_printed, printed, selected, with_sign};
use crate::check::near::near;

rule! {
    /// ## What it does
    /// Finds variables that the program does not have: misspelled, translated, or with other capitals.
    ///
    /// ## Why is this bad
    /// There is nothing to print in its place: the mail is not written, or its reader sees `{ $bedrag }`.
    ///
    /// ## Example
    /// ```ftl
    /// request = Betaal { MONEY($bedrag) }.
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// request = Betaal { MONEY($amount) }.
    /// ```
    pub(super) UNKNOWN_VARIABLE = "unknown-variable", Error, Variable, Leaf(unknown_variable);
}

fn unknown_variable(pair: &LeafPair, findings: &mut Findings) {
    for printed in printed(pair.leaf) {
        let variable = printed.variable;
        if is_known(pair.pair, variable.text) {
            continue;
        }
        let found = findings.report(
            pair.at(with_sign(variable)),
            format!("the program has no variable `${}`", variable.text),
        );
        advise(found, variable, meant(pair, variable.text));
    }
}

rule! {
    /// ## What it does
    /// Finds variants that are chosen by a variable that the program does not have.
    ///
    /// ## Why is this bad
    /// There is nothing to choose by: the mail is not written, or it always shows the variant with the star.
    ///
    /// ## Example
    /// ```ftl
    /// left = { $dagen ->
    ///     [one] Nog één dag
    ///    *[other] Nog een paar dagen
    /// }
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// left = { $retentionDays ->
    ///     [one] Nog één dag
    ///    *[other] Nog een paar dagen
    /// }
    /// ```
    pub(super) UNKNOWN_SELECTOR_VARIABLE = "unknown-selector-variable", Error, Variable, Leaf(unknown_selector);
}

fn unknown_selector(pair: &LeafPair, findings: &mut Findings) {
    for choice in &pair.leaf.path {
        let Some(selected) = selected(choice.select) else { continue };
        let variable = selected.variable;
        if is_known(pair.pair, variable.text) {
            continue;
        }
        let mut here = pair.at(with_sign(variable));
        here.variant = None;
        let found = findings.report(
            here,
            format!("variants are chosen by `${}`, a variable that the program does not have", variable.text),
        );
        let source = source_selectors(pair.pair);
        let only = if let [one] = source.as_slice() { Some(*one) } else { None };
        advise(found, variable, nearest(pair.pair, variable.text).or(only));
    }
}

fn advise(found: &mut Diagnostic, variable: Word, meant: Option<&str>) {
    match meant {
        Some(meant) if meant.eq_ignore_ascii_case(variable.text) => {
            found.help(format!("capitals count: write `${meant}`"));
        }
        Some(meant) => {
            found.help(format!("did you mean `${meant}`? Names of variables are not translated"));
        }
        None => {
            found.help("use a variable that the program has, with its name as it stands in the source");
        }
    }
}

/// Whether messages may use the variable. Within terms a variable is an argument of the term, and known there.
pub(in crate::check) fn is_known(pair: &Pair, name: &str) -> bool {
    let known = &pair.corpus.contract.variables;
    if pair.entry.is_term || known.contains_key(name) {
        return true;
    }
    // A contract that lists none leaves it to the source.
    known.is_empty()
        && pair.source.is_none_or(|source| {
            let mut is_used = false;
            source.entry.each_expression(|expression| {
                is_used |= matches!(expression, Expression::Variable(word) if word.text == name);
            });
            is_used
        })
}

/// The variable that an unknown one most probably stands for: one with a name like it, or the only one of the
/// source that the translation does not print.
pub(super) fn meant<'p>(pair: &LeafPair<'p, '_, '_>, name: &str) -> Option<&'p str> {
    nearest(pair.pair, name).or_else(|| match not_printed(pair).as_slice() {
        [one] if is_known(pair.pair, one) => Some(*one),
        _ => None,
    })
}

fn nearest<'p>(pair: &'p Pair, name: &str) -> Option<&'p str> {
    let mut of_source = Vec::new();
    if let Some(source) = pair.source {
        source.entry.each_expression(|expression| {
            if let Expression::Variable(word) = expression {
                of_source.push(word.text);
            }
        });
    }
    // What the source has wrong is no advice.
    of_source.retain(|name| is_known(pair, name));
    let known = pair.corpus.contract.variables.keys().map(String::as_str);
    near(name, of_source.into_iter()).or_else(|| near(name, known))
}

/// The variables that variants of the source are chosen by.
fn source_selectors<'a>(pair: &Pair<'_, 'a>) -> Vec<&'a str> {
    let mut names = Vec::new();
    for pattern in pair.patterns.iter().filter_map(|pattern| pattern.source) {
        pattern
            .pattern
            .each_select(&mut |select| names.extend(selected(select).map(|selected| selected.variable.text)));
    }
    names.sort_unstable();
    names.dedup();
    names
}
