//! Numbers written out in plural forms.

use crate::check::leaf::Leaf;
use crate::check::rule::{Findings, rule};
use crate::check::sheet::LeafPair;
use crate::check::variable::printed::printed;

use super::category::categories;
use super::counted::{count, examples, is_category};

rule! {
    /// ## What it does
    /// Finds a number written out in a plural form that is for other numbers too: the French `[one]` is also for 0.
    ///
    /// A form that is for this number alone may have it: the Dutch `[one] 1 dag`, and `[1]` in every language.
    ///
    /// ## Why is this bad
    /// The reader is told a wrong number.
    ///
    /// ## Example
    /// ```ftl
    /// left = { $retentionDays ->
    ///     [one] Il reste 1 jour
    ///    *[other] Il reste { $retentionDays } jours
    /// }
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// left = { $retentionDays ->
    ///     [one] Il reste { $retentionDays } jour
    ///    *[other] Il reste { $retentionDays } jours
    /// }
    /// ```
    pub(super) PLURAL_HARDCODED_NUMBER = "plural-hardcoded-number", Warning, Plural, Leaf(hardcoded_number);
}

fn hardcoded_number(pair: &LeafPair, findings: &mut Findings) {
    let Some(locale) = pair.pair.edition.locale.as_ref().filter(|_| !pair.leaf.path.is_empty()) else {
        return;
    };
    for choice in &pair.leaf.path {
        let Some((variable, kind)) = count(pair.pair, choice.select) else { continue };
        let is_printed = printed(pair.leaf).iter().any(|printed| printed.variable.text == variable.text);
        let key = choice.variant.key.text;
        if is_printed || !is_category(choice.variant) || key == "other" {
            continue;
        }
        let categories = categories(locale.as_str(), kind);
        let stands_for = categories.numbers(key);
        let is_from_source = |number: &str| pair.source.is_some_and(|source| has_number(source, number));
        let flat = pair.leaf.flat();
        for (at, number) in numbers(&flat.text) {
            let Ok(value) = number.parse::<usize>() else { continue };
            let is_of_form = stands_for.contains(&value);
            // Another number may be about something else: `within 24 hours`.
            if is_of_form && stands_for.len() > 1 || !is_of_form && value < 10 && !is_from_source(number) {
                let span = flat.span(at, at + number.len());
                findings
                    .report(
                        pair.at(span),
                        format!("`{number}` is written out, and `[{key}]` is for {}", examples(stands_for)),
                    )
                    .help(format!("write `{{ ${} }}` in place of the number", variable.text));
                break;
            }
        }
    }
}

fn has_number(leaf: &Leaf, wanted: &str) -> bool {
    numbers(&leaf.flat().text).any(|(_, number)| number == wanted)
}

/// The whole numbers in `text` that are words of their own, with their places.
fn numbers(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let bytes = text.as_bytes();
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let start = from + text[from..].find(|char: char| char.is_ascii_digit())?;
            let rest = &text[start..];
            let length = rest.find(|char: char| !char.is_ascii_digit()).unwrap_or(rest.len());
            from = start + length;
            // A part of a time, an amount, a date, a name or a tag is none.
            let is_part = |at: Option<usize>| {
                at.and_then(|at| bytes.get(at)).is_some_and(|byte| {
                    byte.is_ascii_alphanumeric()
                        || matches!(byte, b'-' | b'_' | b'/' | b'"' | b'=' | b'#' | b'$')
                })
            };
            let is_decimal = |at: usize, next: usize| {
                bytes.get(at).is_some_and(|byte| matches!(byte, b'.' | b',' | b':'))
                    && bytes.get(next).is_some_and(u8::is_ascii_digit)
            };
            let before = start.checked_sub(1);
            let is_behind_digits = start >= 2 && is_decimal(start - 1, start - 2);
            if !is_part(before) && !is_part(Some(from)) && !is_decimal(from, from + 1) && !is_behind_digits {
                return Some((start, &rest[..length]));
            }
        }
    })
}
