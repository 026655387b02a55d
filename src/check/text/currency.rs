//! Currencies written out beside amounts.

use crate::check::contract::{PlainType, VariableType};
use crate::check::leaf::Leaf;
use crate::check::prose::{Kind, Prose};
use crate::check::rule::{Findings, rule};
use crate::check::sheet::LeafPair;
use crate::check::tree::{Expression, Placeable};

use super::visible::prose;

rule! {
    /// ## What it does
    /// Finds currencies written out: beside a variable that prints its own, and beside a number where the source has
    /// another currency or none.
    ///
    /// ## Why is this bad
    /// The reader is told a wrong amount: `€ $1,234.50`.
    ///
    /// ## Example
    /// ```ftl
    /// request = Betaal € { MONEY($amount) }.
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// request = Betaal { MONEY($amount) }.
    /// ```
    pub(super) HARDCODED_CURRENCY = "hardcoded-currency", Error, Text, Leaf(hardcoded_currency);
}

/// Whether a word, in small letters, is the name or the code of a currency.
fn is_currency(word: &str) -> bool {
    matches!(
        word,
        "eur"
            | "usd"
            | "sek"
            | "gbp"
            | "twd"
            | "cad"
            | "aud"
            | "chf"
            | "nok"
            | "dkk"
            | "jpy"
            | "cny"
            | "pln"
            | "kr"
            | "euro"
            | "euros"
            | "dollar"
            | "dollars"
            | "kronor"
            | "krona"
            | "pond"
            | "yen"
    )
}

fn hardcoded_currency(pair: &LeafPair, findings: &mut Findings) {
    let here = prose(pair.leaf);
    // A currency is wrong beside an amount alone.
    if !here.seen.iter().any(|seen| seen.kind == Kind::Object || seen.char.is_ascii_digit()) {
        return;
    }
    for (from, to) in currencies(here) {
        let text: String = here.seen[from..to].iter().map(|seen| seen.char).collect();
        let span = pair.leaf.flat().span(here.seen[from].start, here.seen[to - 1].end);
        let beside = [beside(here, from, false), beside(here, to, true)];
        let is_money = beside.iter().flatten().any(|at| is_money(pair, here, *at));
        if is_money {
            findings
                .report(
                    pair.at(span),
                    format!("`{text}` stands beside an amount that prints its own currency"),
                )
                .help("delete it");
            continue;
        }
        let is_number =
            beside.iter().flatten().any(|at| here.char(*at).is_some_and(|char| char.is_ascii_digit()));
        let Some(source) = pair.source.filter(|_| is_number) else { continue };
        // An amount in place of the variable is told as the lost variable.
        let prints_money = |leaf: &Leaf| leaf.placeables().any(|placeable| prints_money(pair, placeable));
        if prints_money(source) && !prints_money(pair.leaf) {
            continue;
        }
        let of_source = prose(source);
        let is_same = currencies(of_source).iter().any(|(from, to)| {
            let other: String = of_source.seen[*from..*to].iter().map(|seen| seen.char).collect();
            family(&other) == family(&text)
        });
        if !is_same {
            findings
                .report(pair.at(span), format!("the source has no `{text}`"))
                .help("write the currency of the source; an amount is not converted by translating it");
        }
    }
}

/// The signs and words of currencies, as ranges of characters.
fn currencies(prose: &Prose) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (at, seen) in prose.seen.iter().enumerate().filter(|(_, seen)| seen.kind == Kind::Text) {
        let is_sign =
            matches!(seen.char, '$' | '£' | '¥' | '¢' | '＄' | '￥' | '￡' | '\u{20A0}'..='\u{20CF}');
        // `$amount` is a variable that lost its braces.
        let is_variable = seen.char == '$' && prose.char(at + 1).is_some_and(char::is_alphabetic);
        if is_sign && !is_variable {
            // `US$`, `NT$`.
            let n_letters =
                prose.seen[..at].iter().rev().take_while(|seen| seen.char.is_ascii_uppercase()).count();
            found.push((at - n_letters, at + 1));
        }
    }
    for word in prose.words().iter().filter(|word| is_currency(&word.small)) {
        if !found.iter().any(|(from, to)| *from <= word.from && word.from < *to) {
            found.push((word.from, word.to));
        }
    }
    found.extend(
        prose.seen.iter().enumerate().filter(|(_, seen)| seen.char == '元').map(|(at, _)| (at, at + 1)),
    );
    found
}

/// The character beside `at` that is no space.
fn beside(prose: &Prose, at: usize, is_after: bool) -> Option<usize> {
    let is_space = |at: usize| prose.char(at).is_some_and(char::is_whitespace);
    if is_after {
        let at = at + usize::from(is_space(at));
        (at < prose.seen.len()).then_some(at)
    } else {
        let at = at.checked_sub(1)?;
        if is_space(at) { at.checked_sub(1) } else { Some(at) }
    }
}

fn is_money(pair: &LeafPair, prose: &Prose, at: usize) -> bool {
    let Some(seen) = prose.seen.get(at).filter(|seen| seen.kind == Kind::Object) else { return false };
    let span = pair.leaf.flat().span(seen.start, seen.end);
    let mut placeables = pair.leaf.placeables().filter(|placeable| placeable.span == span);
    placeables.any(|placeable| prints_money(pair, placeable))
}

fn prints_money(pair: &LeafPair, placeable: &Placeable) -> bool {
    let mut is_money = false;
    placeable.expression.each(&mut |expression| {
        is_money |= match expression {
            Expression::Variable(word) => matches!(
                pair.pair.corpus.contract.variables.get(word.text),
                Some(VariableType::Plain(PlainType::Money))
            ),
            Expression::Function { id, .. } => matches!(id.text, "MONEY" | "CURRENCY"),
            _ => false,
        };
    });
    is_money
}

/// One name for the sign, the code and the words of a currency.
fn family(text: &str) -> String {
    let small = text.to_lowercase();
    let family = match small.as_str() {
        "€" | "eur" | "euro" | "euros" => "€",
        "$" | "usd" | "us$" | "dollar" | "dollars" | "nt$" | "twd" | "元" | "＄" => "$",
        "£" | "gbp" | "pond" | "￡" => "£",
        "¥" | "jpy" | "yen" | "cny" | "￥" => "¥",
        "kr" | "sek" | "kronor" | "krona" | "nok" | "dkk" => "kr",
        other => other,
    };
    family.to_owned()
}
