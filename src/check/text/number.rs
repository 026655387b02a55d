//! Numbers in a text.

use crate::check::lexicon::{Lexicon, month};
use crate::check::prose::{Kind, Prose, is_han};
use crate::check::rule::{Findings, rule};
use crate::check::sheet::LeafPair;
use crate::check::variable::printed::{first_line, is_blank, printed};

use super::visible::prose;

rule! {
    /// ## What it does
    /// Finds numbers of the source that the translation does not have, and such as it has alone. How a number is written
    /// does not matter, and it may be a word: `90`, `ninety`, `negentig`.
    ///
    /// ## Why is this bad
    /// The reader is told a wrong amount or a wrong term.
    ///
    /// ## Example
    /// The source says `90 days`:
    ///
    /// ```ftl
    /// deleted = Uw gegevens worden na 30 dagen verwijderd.
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// deleted = Uw gegevens worden na 90 dagen verwijderd.
    /// ```
    pub(super) NUMBER_MISMATCH = "number-mismatch", Error, Text, Leaf(number_mismatch);
}

fn number_mismatch(pair: &LeafPair, findings: &mut Findings) {
    let Some(source) = pair.source.filter(|_| !is_blank(pair.leaf)) else { return };
    let (own, of_source) = (pair.pair.edition.lexicon, pair.pair.corpus.source.lexicon);
    let (here, there) = (prose(pair.leaf), prose(source));
    let (mut ours, mut theirs) = (numbers(here), numbers(there));
    if ours.is_empty() && theirs.is_empty() {
        return;
    }
    let has_pm = there.words().iter().any(|word| matches!(word.small.as_str(), "pm" | "am"));
    let same = |a: &str, b: &str| a == b || has_pm && is_of_afternoon(a, b);
    let kept: Vec<String> = ours.iter().map(|number| number.digits.clone()).collect();
    ours.retain(|number| {
        !theirs.iter().any(|other| same(&number.digits, &other.digits))
            && !is_said(there, of_source, &number.digits)
    });
    theirs.retain(|number| {
        !kept.iter().any(|digits| same(digits, &number.digits)) && !is_said(here, own, &number.digits)
    });
    // In a plural form, small numbers are the count: `[one] 1 day`.
    let is_counted = !pair.leaf.path.is_empty() || !source.path.is_empty();
    let is_count = |number: &Number| is_counted && number.digits.len() == 1;
    ours.retain(|number| !is_count(number));
    theirs.retain(|number| !is_count(number));
    // Nothing is known of how the language says small numbers.
    theirs.retain(|number| !own.numbers.is_empty() || number.digits.len() > 1);
    let flat = pair.leaf.flat();
    let is_variable_lost = printed(source)
        .iter()
        .any(|one| !printed(pair.leaf).iter().any(|other| other.variable.text == one.variable.text));
    for number in ours {
        let here = pair.at(flat.span(here.seen[number.from].start, here.seen[number.to - 1].end));
        if theirs.is_empty() {
            // A number in the place of a variable is told as the lost variable.
            if !is_variable_lost {
                findings
                    .report(here, format!("the source has no number `{}`", number.text))
                    .help("delete it, or write what the source says");
            }
            continue;
        }
        let meant = theirs.remove(0);
        findings
            .report(here, format!("the number `{}` is `{}` in the source", number.text, meant.text))
            .help(format!("write `{}`", meant.text));
    }
    for number in theirs {
        findings
            .report(
                pair.at(first_line(pair)),
                format!("the number `{}` of the source is missing", number.text),
            )
            .help("write it where it belongs in the sentence");
    }
}

/// A number in a text.
struct Number {
    /// As it stands there.
    text: String,
    /// Its digits alone, without zeros at the beginning.
    digits: String,
    from: usize,
    to: usize,
}

/// The numbers that are no parts of names.
fn numbers(prose: &Prose) -> Vec<Number> {
    let digit = |at: usize| {
        let seen = prose.seen.get(at).filter(|seen| seen.kind == Kind::Text)?;
        match seen.char {
            '0'..='9' => Some(seen.char),
            '０'..='９' => char::from_u32(u32::from(seen.char) - u32::from('０') + u32::from('0')),
            _ => None,
        }
    };
    let mut numbers = Vec::new();
    let mut at = 0;
    while at < prose.seen.len() {
        if digit(at).is_none() {
            at += 1;
            continue;
        }
        let from = at;
        let mut digits = String::new();
        loop {
            if let Some(digit) = digit(at) {
                digits.push(digit);
                at += 1;
                continue;
            }
            // What parts thousands or decimals stands between digits.
            let is_group = (1..=3).all(|n| digit(at + n).is_some()) && digit(at + 4).is_none();
            let goes_on = match prose.char(at) {
                Some('.' | ',' | '٫') => digit(at + 1).is_some(),
                Some('\u{A0}' | '\u{202F}' | '\u{2009}' | '’' | '\'') => is_group,
                _ => false,
            };
            if !goes_on {
                break;
            }
            at += 1;
        }
        let is_name = |char: Option<char>| {
            char.is_some_and(|char| char.is_alphabetic() && !is_han(char) || matches!(char, '_' | '#'))
        };
        let before = prose.before(from);
        // `INV-2026-0042` is a name up to its end.
        let joined = prose.seen[..from].iter().rev().map(|seen| seen.char);
        let is_behind_hyphen = before == Some('-')
            && joined
                .take_while(|char| char.is_ascii_alphanumeric() || *char == '-')
                .any(|char| is_name(Some(char)));
        if is_name(before) || is_name(prose.char(at)) || is_behind_hyphen {
            continue;
        }
        let digits = digits.trim_start_matches('0');
        numbers.push(Number {
            text: prose.seen[from..at].iter().map(|seen| seen.char).collect(),
            digits: if digits.is_empty() { "0" } else { digits }.to_owned(),
            from,
            to: at,
        });
    }
    numbers
}

/// Whether the text says the number in a word, as an ordinal or as a month.
fn is_said(prose: &Prose, lexicon: &Lexicon, digits: &str) -> bool {
    let Ok(value) = digits.parse::<u64>() else { return false };
    prose.words().iter().any(|word| {
        let small = word.small.as_str();
        if small.chars().any(is_han) {
            return lexicon
                .numbers
                .split(' ')
                .filter_map(|number| number.split_once(':'))
                .any(|(word, number)| small.contains(word) && number == digits);
        }
        let parts: Option<u64> = small.split('-').map(|part| lexicon.number(part)).sum();
        lexicon.number(small) == Some(value) || parts == Some(value) || month(small) == Some(value)
    })
}

/// Whether one is the hour of the other by the clock of 24 hours.
fn is_of_afternoon(a: &str, b: &str) -> bool {
    let (Ok(a), Ok(b)) = (a.parse::<u64>(), b.parse::<u64>()) else { return false };
    a.abs_diff(b) == 12
}
