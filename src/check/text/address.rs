//! How the reader is addressed.

use crate::check::leaf::OBJECT;
use crate::check::lexicon::{Address, has};
use crate::check::rule::{Findings, rule};
use crate::check::sheet::LeafPair;

use super::visible::prose;

rule! {
    /// ## What it does
    /// Finds words that address the reader otherwise than the contract says for the locale (`formality`): `je` beside
    /// `u`, `tu` beside `vous`, `ni` beside `du`, 你 beside 您; greetings that do not go with it; and such words with a
    /// capital within a sentence, where they have none.
    ///
    /// ## Why is this bad
    /// Whoever is addressed in two ways reads two writers, and one of them is rude.
    ///
    /// ## Example
    /// ```ftl
    /// profile = Kies een adres dat je regelmatig controleert.
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// profile = Kies een adres dat u regelmatig controleert.
    /// ```
    pub(super) FORMALITY = "formality", Warning, Text, Leaf(formality);
}

fn formality(pair: &LeafPair, findings: &mut Findings) {
    let tag = pair.pair.edition.tag;
    let Some(form) = pair.pair.corpus.contract.formality.get(tag) else { return };
    let all = pair.pair.edition.lexicon.address;
    let Some(own) = all.iter().find(|address| address.form == form.to_lowercase()) else { return };
    let here = prose(pair.leaf);
    let flat = pair.leaf.flat();
    let is_other = |address: &&Address| address.form != own.form;
    if pair.pair.edition.lexicon.code == "zh" {
        for seen in &here.seen {
            let char = seen.char.to_string();
            if let Some(other) = all.iter().filter(is_other).find(|other| has(other.words, &char)) {
                let span = flat.span(seen.start, seen.end);
                let found = findings.report(pair.at(span), clash(&char, other.form, own.form));
                found.help(format!("write `{}`", own.form)).edit(span, own.form);
            }
        }
    }
    for (at, word) in here.words().iter().enumerate() {
        let span = flat.span(word.start, word.end);
        // French words stand before an apostrophe too: `t’avons`.
        let small = word.small.split('’').next().unwrap_or_default();
        let before = at.checked_sub(1).map_or("", |at| here.words()[at].small.as_str());
        let is_noun = small == "ton" && has("le un ce du au quel son", before);
        if let Some(other) = all.iter().filter(is_other).find(|other| has(other.words, small) && !is_noun) {
            findings
                .report(pair.at(span), clash(&word.text, other.form, own.form))
                .help(format!("address the reader with {}", forms(own)));
            continue;
        }
        if let Some((_, instead)) = own.clashes.iter().find(|(clash, _)| *clash == small) {
            let next = here.seen[word.to..].iter().find(|seen| seen.char != ' ');
            let is_greeting =
                here.is_first(word) && next.is_some_and(|next| matches!(next.char, OBJECT | ',' | '!'));
            if is_greeting {
                findings
                    .report(pair.at(span), format!("`{}` does not go with `{}`", word.text, own.form))
                    .help(format!("write `{instead}`"));
            }
            continue;
        }
        let is_capital = word.text.starts_with(char::is_uppercase) && !here.is_first(word);
        if own.is_small && is_capital && has(own.words, &word.small) {
            findings
                .report(pair.at(span), format!("`{}` has a small letter within a sentence", word.text))
                .help(format!("write `{}`", word.small))
                .edit(span, word.small.as_str());
        }
    }
}

fn clash(word: &str, other: &str, own: &str) -> String {
    if word.to_lowercase() == other {
        format!("`{word}` stands here, and the reader is addressed with `{own}`")
    } else {
        format!("`{word}` belongs to `{other}`, and the reader is addressed with `{own}`")
    }
}

/// The words of a form, as a list.
fn forms(address: &Address) -> String {
    let words: Vec<String> = address.words.split(' ').take(3).map(|word| format!("`{word}`")).collect();
    words.join(", ")
}
