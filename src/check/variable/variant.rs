//! Variants for texts: what may be compared with what.

use crate::check::contract::{PlainType, VariableType};
use crate::check::rule::{Findings, Here, rule};
use crate::check::sheet::{Pair, PatternPair};
use crate::check::tree::{Pattern, Select, Word};
use crate::diagnostic::Span;

use super::printed::{selected, source_of, with_sign};
use crate::check::near::near;

rule! {
    /// ## What it does
    /// Finds variants for a value that the variable never has: misspelled, or translated.
    ///
    /// ## Why is this bad
    /// The variant is never shown; its readers get the one with the star.
    ///
    /// ## Example
    /// ```ftl
    /// title = { $stage ->
    ///     [laatste] Laatste herinnering
    ///    *[other] Herinnering
    /// }
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// title = { $stage ->
    ///     [final] Laatste herinnering
    ///    *[other] Herinnering
    /// }
    /// ```
    pub(super) UNKNOWN_VARIANT_KEY = "unknown-variant-key", Error, Variable, Entry(unknown_key);
}

fn unknown_key(pair: &Pair, findings: &mut Findings) {
    each_select_on_text(pair, |pattern, select, variable| {
        let Some(keys) = keys(pair, pattern, variable.text) else { return };
        let missing = || keys.iter().copied().filter(|key| !has_key(select, key));
        for variant in &select.variants {
            let key = variant.key;
            if keys.contains(&key.text) {
                continue;
            }
            let meant = near(key.text, missing());
            // The one with the star is shown for all the rest: its key says nothing, unless it is misspelled.
            let is_fine = variant.is_default && meant.is_none_or(|_| key.text == "other");
            // A text may be anything: without a contract's list only what is nearly a key of the source is wrong.
            let is_listed = is_listed(pair, variable.text);
            if is_fine || !is_listed && meant.is_none() || !is_listed && variant.is_number {
                continue;
            }
            let found = findings.report(
                here(pair, pattern, key.span),
                format!("`${}` never is `{}`", variable.text, key.text),
            );
            // Of those that are missing, the source has the one that was meant.
            let mut left = missing().filter(|key| source_has(pattern, variable.text, key));
            match (meant, left.next(), left.next()) {
                (Some(meant), ..) | (None, Some(meant), None) => {
                    found.help(format!("did you mean `[{meant}]`? Keys are not translated"));
                }
                _ => {
                    found.help(format!("its values are `{}`", keys.join("`, `")));
                }
            }
        }
    });
}

rule! {
    /// ## What it does
    /// Finds variants of the source that a translation does not have.
    ///
    /// ## Why is this bad
    /// What the source says in this case alone is not said; the reader gets the variant with the star.
    ///
    /// ## Example
    /// ```ftl
    /// title = { $stage ->
    ///    *[other] Herinnering
    /// }
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// title = { $stage ->
    ///     [final] Laatste herinnering
    ///    *[other] Herinnering
    /// }
    /// ```
    pub(super) MISSING_VARIANT = "missing-variant", Warning, Variable, Entry(missing_variant);
}

fn missing_variant(pair: &Pair, findings: &mut Findings) {
    let Some(located) = pair.source else { return };
    for pattern in &pair.patterns {
        let Some(source) = pattern.source else { continue };
        source.pattern.each_select(&mut |of_source| {
            let Some(variable) = text_variable(pair, of_source) else { return };
            let here = selects_on(pattern.pattern, variable.text);
            let is_there = |key: &str| here.iter().any(|select| has_key(select, key));
            let is_typo = |key: &str| {
                let all = here.iter().flat_map(|select| &select.variants);
                let source_has = |key: &str| has_key(of_source, key);
                all.filter(|variant| !source_has(variant.key.text))
                    .any(|variant| near(variant.key.text, std::iter::once(key)).is_some())
            };
            let missing: Vec<Word> = of_source
                .variants
                .iter()
                .filter(|variant| {
                    !variant.is_default && !is_there(variant.key.text) && !is_typo(variant.key.text)
                })
                .map(|variant| variant.key)
                .collect();
            // A key that the variable never has stands for one of them, and is told as such.
            let n_unknown = n_unknown_keys(pair, variable.text, &here);
            let Some(first) = missing.first().filter(|_| missing.len() > n_unknown) else { return };
            let names: Vec<String> = missing.iter().map(|key| format!("`[{}]`", key.text)).collect();
            let (names, n) = (names.join(", "), missing.len());
            let span = here.first().map_or(first_line(pair, pattern.pattern), |select| {
                selected(select).map_or(select.span, |by| with_sign(by.variable))
            });
            let message = match n {
                1 => format!("the variant {names} for `${}` is missing", variable.text),
                _ => format!("the variants {names} for `${}` are missing", variable.text),
            };
            findings
                .report(self::here(pair, pattern, span).source(located.place(first.span)), message)
                .help("translate each variant of the source, under its key as it stands there");
        });
    }
}

/// How many keys there are that the contract does not list.
fn n_unknown_keys(pair: &Pair, variable: &str, selects: &[&Select]) -> usize {
    let Some(VariableType::Choice(keys)) = pair.corpus.contract.variables.get(variable) else { return 0 };
    let all = selects.iter().flat_map(|select| &select.variants).filter(|variant| !variant.is_default);
    all.filter(|variant| keys.iter().all(|key| key != variant.key.text)).count()
}

/// Calls `visit` with each select expression of a message that chooses by a text.
fn each_select_on_text<'c, 'a>(
    pair: &Pair<'c, 'a>,
    mut visit: impl FnMut(&PatternPair<'c, 'a>, &'c Select<'a>, Word<'a>),
) {
    for pattern in &pair.patterns {
        pattern.pattern.each_select(&mut |select| {
            if let Some(variable) = text_variable(pair, select) {
                visit(pattern, select, variable);
            }
        });
    }
}

/// The variable that `select` chooses by, if it is a text. Within terms types are not known.
fn text_variable<'a>(pair: &Pair, select: &Select<'a>) -> Option<Word<'a>> {
    let by = selected(select).filter(|by| by.function.is_none() && !pair.entry.is_term)?;
    match pair.corpus.contract.variables.get(by.variable.text)? {
        VariableType::Choice(_) | VariableType::Plain(PlainType::String) => Some(by.variable),
        VariableType::Plain(_) => None,
    }
}

fn source_has(pattern: &PatternPair, variable: &str, key: &str) -> bool {
    let selects = pattern.source.map(|source| selects_on(source.pattern, variable)).unwrap_or_default();
    selects.iter().any(|select| has_key(select, key))
}

fn is_listed(pair: &Pair, variable: &str) -> bool {
    matches!(pair.corpus.contract.variables.get(variable), Some(VariableType::Choice(_)))
}

/// The values that the variable may have: those that the contract lists, or those that the source asks for.
fn keys<'k>(pair: &'k Pair, pattern: &PatternPair<'k, '_>, variable: &str) -> Option<Vec<&'k str>> {
    if let Some(VariableType::Choice(keys)) = pair.corpus.contract.variables.get(variable) {
        return Some(keys.iter().map(String::as_str).collect());
    }
    let selects = selects_on(pattern.source?.pattern, variable);
    Some(selects.iter().flat_map(|select| &select.variants).map(|variant| variant.key.text).collect())
}

fn selects_on<'t, 'a>(pattern: &'t Pattern<'a>, variable: &str) -> Vec<&'t Select<'a>> {
    let mut selects = Vec::new();
    pattern.each_select(&mut |select| {
        if selected(select).is_some_and(|by| by.variable.text == variable) {
            selects.push(select);
        }
    });
    selects
}

fn has_key(select: &Select, key: &str) -> bool {
    select.variants.iter().any(|variant| variant.key.text == key)
}

fn first_line(pair: &Pair, pattern: &Pattern) -> Span {
    let text = pair.resource.text.get(pattern.span.start..pattern.span.end).unwrap_or_default();
    let line = text.lines().next().unwrap_or_default();
    Span::new(pattern.span.start, pattern.span.start + line.trim_end().len())
}

fn here(pair: &Pair, pattern: &PatternPair, span: Span) -> Here {
    Here {
        attribute: pattern.attribute.map(|word| word.text.to_owned()),
        source: source_of(pair, pattern),
        ..pair.at(span)
    }
}
