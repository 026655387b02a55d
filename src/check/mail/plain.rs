//! What a subject, a preheader, a button and a heading are not: marked up, loud, or all the same.

use crate::check::corpus::{Corpus, Edition};
use crate::check::leaf::OBJECT;
use crate::check::markup::tag::tags;
use crate::check::rule::{Findings, rule};
use crate::check::sheet::{LeafPair, Pair};
use crate::check::variable::printed::first_line;

use super::sample::role;

rule! {
    /// ## What it does
    /// Finds preheaders with the words of a subject.
    ///
    /// ## Why is this bad
    /// The inbox shows both side by side, so the reader is told the same twice, and nothing else.
    ///
    /// ## Example
    /// ```ftl
    /// subject = Uw betaling is niet gelukt
    /// preheader = Uw betaling is niet gelukt.
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// subject = Uw betaling is niet gelukt
    /// preheader = Werk uw betalingsgegevens bij.
    /// ```
    pub(super) PREHEADER_EQUALS_SUBJECT = "preheader-equals-subject", Warning, Mail, Edition(preheader_equals_subject);
}

fn preheader_equals_subject(corpus: &Corpus, edition: &Edition, findings: &mut Findings) {
    let of_role = |name: &'static str| {
        edition.entries().filter(move |located| {
            let role = corpus.contract.roles.get(located.entry.id.text);
            !located.entry.is_term && role.is_some_and(|role| role.role == name)
        })
    };
    let words = |pair: &LeafPair| {
        let file = pair.pair.resource.text;
        let text = file.get(pair.leaf.span.start..pair.leaf.span.end).unwrap_or_default().to_lowercase();
        text.split(|char: char| {
            char.is_whitespace() || char.is_ascii_punctuation() || matches!(char, '。' | '！' | '，')
        })
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
    };
    let mut subjects = Vec::new();
    for located in of_role("subject") {
        let pair = Pair::new(corpus, edition, located, None);
        subjects.extend(pair.leaves().map(|leaf| (words(&leaf), located)));
    }
    for located in of_role("preheader") {
        let of_source = corpus.source.counterpart(located.entry).filter(|_| !corpus.is_source(edition));
        let of_source = of_source.map(|source| Pair::new(corpus, &corpus.source, source, None));
        let pair = Pair::new(corpus, edition, located, of_source.as_ref());
        for leaf in pair.leaves().filter(|leaf| role(leaf).is_some()) {
            let own = words(&leaf);
            let same = subjects.iter().find(|(subject, _)| *subject == own && !own.is_empty());
            if let Some((_, subject)) = same {
                findings
                    .report(
                        leaf.at(first_line(&leaf)),
                        format!("the preheader is the same as the subject `{}`", subject.entry.id.text),
                    )
                    .help("say what the subject does not: the amount, the date, what to do")
                    .related(subject.place(subject.entry.span), "the subject");
            }
        }
    }
}

rule! {
    /// ## What it does
    /// Finds markup in messages that are plain text: subjects, preheaders, and what the contract calls plain.
    ///
    /// ## Why is this bad
    /// The inbox shows `<a data-l10n-name="support">`.
    ///
    /// ## Example
    /// ```ftl
    /// subject = Uw betaling is <strong>niet</strong> gelukt
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// subject = Uw betaling is niet gelukt
    /// ```
    pub(super) MARKUP_IN_PLAIN = "markup-in-plain", Error, Mail, Leaf(markup_in_plain);
}

fn markup_in_plain(pair: &LeafPair, findings: &mut Findings) {
    let is_plain = |role: &&crate::check::contract::Role| {
        role.plain || matches!(role.role.as_str(), "subject" | "preheader")
    };
    let Some(role) = role(pair).filter(is_plain) else { return };
    for tag in tags(pair.leaf) {
        let text = &pair.leaf.flat().text[tag.start..tag.end];
        findings
            .report(
                pair.at(tag.span),
                format!("`{}` is markup, and the {} is plain text", text.replace(OBJECT, "{ … }"), role.role),
            )
            .help("delete the tag, and keep the words");
    }
}

rule! {
    /// ## What it does
    /// Finds capitals and exclamation marks in subjects, preheaders, headings and buttons: two words in capitals, one of
    /// five letters or more, or `!`. In a translation it is silent about what the source has too.
    ///
    /// ## Why is this bad
    /// Whoever owes money is not shouted at, and filters take such a subject for spam.
    ///
    /// ## Example
    /// ```ftl
    /// subject = DRINGEND: betaal nu!
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// subject = Laatste herinnering: betaal vóór { DATETIME($serviceEndsOn) }
    /// ```
    pub(super) SHOUTING = "shouting", Warning, Mail, Leaf(shouting);
}

fn shouting(pair: &LeafPair, findings: &mut Findings) {
    let quiet = ["subject", "preheader", "heading", "button"];
    let Some(role) = role(pair).filter(|role| quiet.contains(&role.role.as_str())) else { return };
    let flat = pair.leaf.flat();
    let of_source = pair.source.map(|source| source.flat().text.as_str()).unwrap_or_default();
    let is_letter = |char: char| char.is_alphabetic();
    let mut words: Vec<(usize, &str)> = Vec::new();
    let mut from = 0;
    while let Some(start) = flat.text[from..].find(is_letter).map(|at| from + at) {
        let length = flat.text[start..].find(|char| !is_letter(char)).unwrap_or(flat.text.len() - start);
        words.push((start, &flat.text[start..start + length]));
        from = start + length;
    }
    let tags = tags(pair.leaf);
    let is_loud = |(at, word): &(usize, &str)| {
        let n_letters = word.chars().count();
        n_letters > 1
            && word.chars().all(char::is_uppercase)
            && !of_source.contains(word)
            && !tags.iter().any(|tag| tag.start <= *at && *at < tag.end)
    };
    let loud: Vec<&(usize, &str)> = words.iter().filter(|word| is_loud(word)).collect();
    let is_shout = loud.iter().any(|(_, word)| word.chars().count() > 4)
        || words.windows(2).any(|two| two.iter().all(|word| is_loud(word) && word.1.chars().count() > 2));
    if let (true, Some(first), Some(last)) = (is_shout, loud.first(), loud.last()) {
        let span = flat.span(first.0, last.0 + last.1.len());
        findings
            .report(pair.at(span), format!("capitals in the {} shout at the reader", role.role))
            .help("write small letters");
    }
    if let Some((at, mark)) = flat.text.match_indices(['!', '！']).next().filter(|_| !of_source.contains('!'))
    {
        findings
            .report(
                pair.at(flat.span(at, at + mark.len())),
                format!("`{mark}` in the {} shouts at the reader", role.role),
            )
            .help("delete it: the fact is enough");
    }
}
