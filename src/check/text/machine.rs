//! What machines leave behind: words run together, broken placeholders, the same again and again.

use crate::check::lexicon::{has, is_english};
use crate::check::prose::{Word, is_han};
use crate::check::rule::{Findings, rule};
use crate::check::sheet::LeafPair;

use super::visible::{is_beside, prose};

rule! {
    /// ## What it does
    /// Finds what machine translation leaves behind: English words run together (`toomake`, `aaaPast`), a greeting in
    /// the place of an article (`hello 服務`), placeholders of its own (`__PH0__`), and words or phrases said again and
    /// again.
    ///
    /// ## Why is this bad
    /// The reader sees that no person has read the text.
    ///
    /// ## Example
    /// ```ftl
    /// help = Neem contact op tooresolve het probleem.
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// help = Neem contact op om het probleem op te lossen.
    /// ```
    pub(super) MT_ARTEFACT = "mt-artefact", Warning, Text, Leaf(mt_artefact);
}

/// Whether machines have taken `the` for the word.
fn is_hello(word: &str) -> bool {
    matches!(word, "hello" | "hallo" | "hej" | "bonjour")
}

/// Whether machines run the English word together with the next one.
fn is_run_on(word: &str) -> bool {
    matches!(
        word,
        "to" | "the" | "your" | "you" | "our" | "we" | "is" | "are" | "be" | "please" | "can" | "this" | "of"
    )
}

/// How placeholders are called that machines are given in place of ours.
const PLACEHOLDERS: &str = "ph var xph placeholder arg param xx xxx tag inline";

fn mt_artefact(pair: &LeafPair, findings: &mut Findings) {
    let Some(source) = pair.source else { return };
    let of_source = prose(source).words();
    let here = prose(pair.leaf);
    let greetings = pair.pair.corpus.source.lexicon.greetings;
    let greets = || {
        greetings.is_empty()
            || of_source.iter().any(|word| has(greetings, &word.small))
            || pair.pair.entry.id.text.contains("greeting")
    };
    let run_ons = run_ons(of_source);
    for word in here.words() {
        let report = |findings: &mut Findings, message: String, help: &str| {
            let span = pair.leaf.flat().span(word.start, word.end);
            findings.report(pair.at(span), message).help(help);
        };
        let in_source = || of_source.iter().any(|other| other.small == word.small);
        if let Some(apart) = run_together(word, &run_ons).filter(|_| !in_source()) {
            report(findings, format!("`{}` is `{apart}`, English, run together", word.text), "translate it");
            continue;
        }
        if !word.small.split('-').any(is_hello) || greets() {
            continue;
        }
        let is_opening = here.is_first(word)
            && here.seen[word.to..]
                .iter()
                .find(|seen| seen.char != ' ')
                .is_none_or(|next| matches!(next.char, ',' | '!' | '，' | '！' | crate::check::leaf::OBJECT));
        if !is_opening && !in_source() {
            let message = format!("`{}` greets nobody: the source has no greeting", word.text);
            report(findings, message, "delete it, or write the article that belongs here");
        }
    }
    placeholders(pair, findings);
    again(pair, findings);
}

/// Words of the source that machines may have run together.
fn run_ons(source: &[Word]) -> Vec<(&str, &str)> {
    let pairs = source.windows(2).filter(|pair| pair[1].facts.is_english && is_run_on(&pair[0].small));
    pairs.map(|pair| (pair[0].small.as_str(), pair[1].small.as_str())).collect()
}

/// The two words of which one was made.
fn run_together(word: &Word, run_ons: &[(&str, &str)]) -> Option<String> {
    let small = word.small.as_str();
    if word.text.starts_with("aaa") && word.text[3..].starts_with(|char: char| char.is_ascii_uppercase()) {
        return Some(word.text[3..].to_owned());
    }
    if let Some(rest) = small.strip_prefix("too").filter(|rest| rest.len() > 2 && is_english(rest)) {
        return Some(format!("to {rest}"));
    }
    if let Some(rest) = small.strip_suffix("hello").filter(|rest| is_english(rest)) {
        return Some(format!("{rest} hello"));
    }
    if small.len() < 6 || word.facts.is_english {
        return None;
    }
    let mut run_ons = run_ons.iter();
    run_ons
        .find(|(first, second)| small.strip_prefix(first) == Some(second))
        .map(|(first, second)| format!("{first} {second}"))
}

/// Placeholders that are not ours, and that the source does not have.
fn placeholders(pair: &LeafPair, findings: &mut Findings) {
    let flat = pair.leaf.flat();
    let is_marked = flat.text.contains(['_', '⟦', '@', '%']);
    if !is_marked && !flat.text.as_bytes().windows(2).any(|two| two.iter().all(u8::is_ascii_uppercase)) {
        return;
    }
    let in_source = |token: &str| pair.source.is_some_and(|source| source.flat().text.contains(token));
    let is_part = |char: char| char.is_ascii_alphanumeric() || matches!(char, '_' | '⟦' | '⟧' | '@' | '%');
    let mut from = 0;
    while let Some(start) = flat.text[from..].find(is_part).map(|at| from + at) {
        let length = flat.text[start..].find(|char| !is_part(char)).unwrap_or(flat.text.len() - start);
        from = start + length;
        let token = &flat.text[start..from];
        let inner = token.trim_matches(|char: char| !char.is_ascii_alphanumeric());
        let is_marked =
            ["__", "⟦", "@@", "%%"].iter().any(|mark| token.starts_with(mark)) && !inner.is_empty();
        let name = inner.trim_end_matches(|char: char| char.is_ascii_digit() || char == '_');
        let is_named = inner == inner.to_ascii_uppercase()
            && has(PLACEHOLDERS, &name.to_ascii_lowercase())
            && (name.len() < inner.len() || name == "PLACEHOLDER");
        if (is_marked || is_named) && !in_source(token) {
            findings
                .report(
                    pair.at(flat.span(start, from)),
                    format!("`{token}` stands for something that is lost"),
                )
                .help("write what the source has in its place, such as `{ $amount }`");
        }
    }
}

/// A word three times in a row, or a phrase twice.
fn again(pair: &LeafPair, findings: &mut Findings) {
    let prose = prose(pair.leaf);
    let words = prose.words();
    let is_row =
        |from: usize, to: usize| words[from..to].windows(2).all(|pair| is_beside(prose, &pair[0], &pair[1]));
    let same = |a: usize, b: usize, n: usize| (0..n).all(|k| words[a + k].small == words[b + k].small);
    let mut at = 0;
    while at < words.len() {
        let found = [(1, 3), (2, 2), (3, 2), (4, 2)].into_iter().find(|(n, times)| {
            let to = at + n * times;
            let is_many = || *n == 1 || words.get(at + 1).is_some_and(|next| next.small != words[at].small);
            to <= words.len() && (1..*times).all(|k| same(at, at + k * n, *n)) && is_many() && is_row(at, to)
        });
        let Some((n, times)) = found else {
            at += 1;
            continue;
        };
        let to = at + n * times;
        let phrase = &pair.leaf.flat().text[words[at].start..words[at + n - 1].end];
        let span = pair.leaf.flat().span(words[at].start, words[to - 1].end);
        let often = if times == 2 { "twice" } else { "again and again" };
        findings.report(pair.at(span), format!("`{phrase}` is said {often}")).help("say it once");
        at = to;
    }
}

rule! {
    /// ## What it does
    /// Finds a word that is said twice in a row. Words that a language repeats, such as the French `nous nous`, are none.
    ///
    /// ## Why is this bad
    /// It is a slip of the keyboard, and hides where another word is missing.
    ///
    /// ## Example
    /// ```ftl
    /// request = Betaal de factuur factuur.
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// request = Betaal de factuur.
    /// ```
    pub(super) REPEATED_WORD = "repeated-word", Warning, Text, Leaf(repeated_word);
}

/// Chinese characters that never stand twice in a row.
const NEVER_TWICE: &str = "您 已 與 及 我 將 們 於";

fn repeated_word(pair: &LeafPair, findings: &mut Findings) {
    let here = prose(pair.leaf);
    let own = pair.pair.edition.lexicon;
    let words = here.words();
    let in_source = pair.source.is_some_and(|source| {
        let source = prose(source);
        source
            .words()
            .windows(2)
            .any(|pair| pair[0].small == pair[1].small && is_beside(source, &pair[0], &pair[1]))
    });
    if in_source {
        return;
    }
    for (at, two) in words.windows(2).enumerate() {
        let (first, second) = (&two[0], &two[1]);
        let is_third = |other: Option<&Word>| other.is_some_and(|other| other.small == first.small);
        let is_again = first.small == second.small && is_beside(here, first, second);
        // Said more often it is a machine’s, and told as such.
        let is_more = is_third(words.get(at + 2)) || at > 0 && is_third(words.get(at - 1));
        // Two names may be the same: `Baden Baden`.
        let is_name =
            first.text.starts_with(char::is_uppercase) && second.text.starts_with(char::is_uppercase);
        if is_again && !is_more && !has(own.doubles, &first.small) && !is_name {
            findings
                .report(
                    pair.at(pair.leaf.flat().span(first.start, second.end)),
                    format!("`{}` stands twice", second.text),
                )
                .help("delete one of the two, or write the word that is missing");
        }
    }
    for two in here.seen.windows(2).filter(|two| is_han(two[0].char) && two[0].char == two[1].char) {
        if has(NEVER_TWICE, two[0].char.encode_utf8(&mut [0; 4])) && own.code == "zh" {
            findings
                .report(
                    pair.at(pair.leaf.flat().span(two[0].start, two[1].end)),
                    format!("`{}` stands twice", two[0].char),
                )
                .help("delete one of the two");
        }
    }
}
