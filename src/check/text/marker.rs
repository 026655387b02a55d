//! Notes and ids that were left in a text.

use crate::check::lexicon::Avoid;
use crate::check::prose::Word;
use crate::check::rule::{Findings, rule};
use crate::check::sheet::LeafPair;

use super::visible::prose;

rule! {
    /// ## What it does
    /// Finds notes of a writer to himself in a text: `TODO`, `FIXME`, `XXX`, `TBD`, `???`, `lorem ipsum`, `[nl]`.
    ///
    /// ## Why is this bad
    /// Customers read it.
    ///
    /// ## Example
    /// ```ftl
    /// help = TODO: Hulp nodig?
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// help = Hulp nodig?
    /// ```
    pub(super) TODO_MARKER = "todo-marker", Warning, Text, Leaf(todo_marker);
}

/// Words in capitals that are notes.
const MARKERS: [&str; 9] = ["TODO", "FIXME", "XXX", "TBD", "TBC", "WIP", "TKTK", "HACK", "TRANSLATE"];
/// What is a note however it is written, by what the phrases have in common.
const PHRASES: [(&str, &[&str]); 3] = [
    ("lorem", &["lorem ipsum"]),
    ("transla", &["translate me", "translation missing", "missing translation", "to be translated"]),
    ("???", &["???"]),
];

fn todo_marker(pair: &LeafPair, findings: &mut Findings) {
    let here = prose(pair.leaf);
    let flat = pair.leaf.flat();
    let mut found: Vec<(usize, usize)> = Vec::new();
    // A text in capitals may have such a word in its language: the Spanish `TODO`.
    let is_loud = || here.words().iter().filter(|word| word.text.chars().all(char::is_uppercase)).count() > 2;
    let is_marker = |word: &&Word| {
        word.text.starts_with(|char: char| char.is_ascii_uppercase())
            && MARKERS.contains(&word.text.as_str())
            && !is_loud()
    };
    for word in here.words().iter().filter(is_marker) {
        found.push((word.start, word.end));
    }
    let small = flat.small();
    if small.len() == flat.text.len() {
        let phrases =
            PHRASES.iter().filter(|(part, _)| small.contains(part)).flat_map(|(_, phrases)| *phrases);
        found.extend(
            phrases
                .flat_map(|phrase| small.match_indices(phrase))
                .map(|(at, phrase)| (at, at + phrase.len())),
        );
        // `[nl] Betaal nu`, as some tools mark what they have not translated.
        if let Some((name, _)) = small.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
            let language = pair.pair.language().unwrap_or_default();
            if name == "en" || name == language || name == pair.pair.edition.tag.to_lowercase() {
                found.push((0, name.len() + 2));
            }
        }
    }
    if matches!(flat.text.trim(), "…" | "..." | "……")
        && pair.source.is_some_and(|source| source.flat().text.contains(char::is_alphabetic))
    {
        found.push((0, flat.text.trim_end().len()));
    }
    for (start, end) in found {
        let source = pair.source.map(|source| source.flat().small()).unwrap_or_default();
        let text = &flat.text[start..end];
        if !source.contains(&text.to_lowercase()) {
            findings
                .report(pair.at(flat.span(start, end)), format!("`{text}` is a note, and no text"))
                .help("write the text, and delete the note");
        }
    }
}

rule! {
    /// ## What it does
    /// Finds the id of a message in the place of its text, or within a text: an id of three words or more.
    ///
    /// ## Why is this bad
    /// Customers read `payment-failed-heading-first`.
    ///
    /// ## Example
    /// ```ftl
    /// payment-failed-heading-first = payment-failed-heading-first
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// payment-failed-heading-first = Uw creditcardbetaling is niet gelukt
    /// ```
    pub(super) ID_IN_VALUE = "id-in-value", Warning, Text, Leaf(id_in_value);
}

fn id_in_value(pair: &LeafPair, findings: &mut Findings) {
    let flat = pair.leaf.flat();
    // An id that is told from a word has hyphens.
    if !flat.text.contains(['-', '_']) {
        return;
    }
    let own = pair.pair.entry.id.text;
    let visible: String = prose(pair.leaf).seen.iter().map(|seen| seen.char).collect();
    let (edition, source) = (pair.pair.edition, &pair.pair.corpus.source);
    let is_known = |id: &str| edition.message(id).is_some() || source.message(id).is_some();
    let in_source = || pair.source.is_some_and(|source| source.flat().text.contains(own));
    let is_part = |char: char| char.is_ascii_alphanumeric() || matches!(char, '-' | '_');
    for token in visible.split(|char| !is_part(char)) {
        let n_words = token.split(['-', '_']).filter(|part| !part.is_empty()).count();
        let is_whole = || token == own && n_words > 1 && visible.trim() == own && !in_source();
        if !(n_words > 2 && is_known(token) || is_whole()) {
            continue;
        }
        if let Some(at) = flat.text.find(token) {
            findings
                .report(pair.at(flat.span(at, at + token.len())), format!("`{token}` is the id of a message"))
                .help("write the text of the message");
        }
    }
}

rule! {
    /// ## What it does
    /// Finds words of the contract’s glossary that are to stay as they are and do not, and words that must not be
    /// written for what the source says: the Dutch `op bestand` for a card on file, the Chinese `充電` for charging one,
    /// and words with a meaning in law, such as *mise en demeure* or *inkasso*.
    ///
    /// ## Why is this bad
    /// The reader does not recognise the name of the product, or understands something else.
    ///
    /// ## Example
    /// ```ftl
    /// card = De creditcard op bestand is verlopen.
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// card = De geregistreerde creditcard is verlopen.
    /// ```
    pub(super) GLOSSARY = "glossary", Warning, Text, Leaf(glossary);
}

fn glossary(pair: &LeafPair, findings: &mut Findings) {
    let Some(source) = pair.source else { return };
    let flat = pair.leaf.flat();
    for kept in pair.pair.corpus.contract.glossary.keys() {
        if !source.flat().text.contains(kept.as_str()) || flat.text.contains(kept.as_str()) {
            continue;
        }
        let small = kept.to_lowercase();
        let like = prose(pair.leaf).words().iter().find(|word| word.small == small);
        let span = match like {
            Some(word) => flat.span(word.start, word.end),
            None => crate::check::variable::printed::first_line(pair),
        };
        findings
            .report(pair.at(span), format!("`{kept}` of the source is not here as it stands there"))
            .help(format!("write `{kept}`: it stays as it is in every language"));
    }
    let (text, of_source) = (flat.small(), source.flat().small());
    if text.len() != flat.text.len() {
        return;
    }
    let lexicon = pair.pair.edition.lexicon;
    let is_met = |avoid: &&Avoid| text.contains(avoid.words) && of_source.contains(avoid.source);
    for avoid in lexicon.avoid.iter().filter(is_met) {
        let is_end = |char: Option<char>| {
            char.is_none_or(|char| !char.is_alphabetic() || crate::check::prose::is_han(char))
        };
        for (at, words) in text.match_indices(avoid.words) {
            let end = at + words.len();
            if !is_end(text[..at].chars().next_back()) || !is_end(text[end..].chars().next()) {
                continue;
            }
            let written = &flat.text[at..end];
            let message = if avoid.source.is_empty() {
                format!("`{written}` has a meaning in law")
            } else {
                format!("`{written}` is not what `{}` means here", avoid.source)
            };
            let found = findings.report(pair.at(flat.span(at, end)), message);
            if avoid.instead.is_empty() {
                found.help("say it in other words");
            } else {
                found.help(format!("write `{}`", avoid.instead));
            }
        }
    }
}
