//! What a reader sees of a leaf.

use crate::check::leaf::{Leaf, OBJECT};
use crate::check::markup::address::{emails, urls};
use crate::check::markup::tag::tags;
use crate::check::prose::{Kind, Prose, Seen, Word};
use crate::check::sheet::LeafPair;
use crate::check::tree::Expression;

/// Endings of names of hosts that a sentence may mention without a scheme.
const DOMAINS: [&str; 14] = [
    ".com", ".org", ".net", ".io", ".nl", ".fr", ".se", ".tw", ".eu", ".de", ".uk", ".example", ".app",
    ".dev",
];

/// What a reader sees of `leaf`.
pub(super) fn prose<'l>(leaf: &'l Leaf) -> &'l Prose {
    leaf.prose.get_or_init(|| read(leaf))
}

fn read(leaf: &Leaf) -> Prose {
    let flat = leaf.flat();
    let text = flat.text.as_str();
    let tags = tags(leaf);
    let mut addresses: Vec<(usize, usize)> =
        urls(text).into_iter().chain(emails(text)).map(|(at, address)| (at, at + address.len())).collect();
    if text.as_bytes().windows(2).any(|two| two[0] == b'.' && two[1].is_ascii_lowercase()) {
        addresses.extend(hosts(text));
    }
    let entities = entities(text);
    let mut placeables = leaf.placeables();
    let mut seen = Vec::with_capacity(text.len());
    for (start, char) in text.char_indices() {
        let end = start + char.len_utf8();
        let literal =
            if char == OBJECT { placeables.next().and_then(|it| literal(&it.expression)) } else { None };
        if tags.iter().any(|tag| tag.start <= start && start < tag.end) {
            continue;
        }
        if let Some(literal) = literal {
            seen.extend(literal.chars().map(|char| Seen { char, start, end, kind: Kind::Literal }));
            continue;
        }
        let is_address = addresses.iter().any(|(from, to)| *from <= start && start < *to);
        let is_entity = entities.iter().any(|(from, to)| *from <= start && start < *to);
        let kind = match char {
            OBJECT => Kind::Object,
            _ if is_entity => Kind::Entity,
            _ if is_address => Kind::Address,
            _ => Kind::Text,
        };
        seen.push(Seen { char, start, end, kind });
    }
    Prose::new(seen)
}

/// What a literal prints.
fn literal(expression: &Expression) -> Option<String> {
    let Expression::Text(word) = expression else { return None };
    let mut text = String::new();
    let mut rest = word.text;
    while let Some(at) = rest.find('\\') {
        text.push_str(&rest[..at]);
        let escape = &rest[at + 1..];
        let n_digits = match escape.chars().next() {
            Some('u') => 4,
            Some('U') => 6,
            Some(char) => {
                text.push(char);
                rest = &escape[char.len_utf8()..];
                continue;
            }
            None => return Some(text),
        };
        let digits = escape.get(1..=n_digits).unwrap_or_default();
        text.extend(u32::from_str_radix(digits, 16).ok().and_then(char::from_u32));
        rest = escape.get(1 + n_digits..).unwrap_or_default();
    }
    text.push_str(rest);
    Some(text)
}

/// Names of hosts, such as `example.com/help`.
fn hosts(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let is_part = |char: char| char.is_ascii_alphanumeric() || matches!(char, '.' | '-' | '/' | '_');
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + text[from..].find(is_part)?;
        let length = text[start..].find(|char| !is_part(char)).unwrap_or(text.len() - start);
        from = start + length;
        Some((start, from))
    })
    .filter(move |(start, end)| {
        let host = text[*start..*end].split('/').next().unwrap_or_default().trim_end_matches('.');
        DOMAINS.iter().any(|domain| host.len() > domain.len() && host.ends_with(domain))
    })
}

/// What looks like an entity of HTML, broken ones included. `R&D` has none.
fn entities(text: &str) -> Vec<(usize, usize)> {
    let entity = |(start, _): (usize, &str)| {
        let name = text[start + 1..].trim_start_matches([' ', '#']);
        let rest = name.trim_start_matches(|char: char| char.is_ascii_alphanumeric());
        let is_near = text[start + 1..].starts_with(|char: char| char == '#' || char.is_ascii_alphanumeric());
        let n_name = name.len() - rest.len();
        let end = text.len() - rest.trim_start().strip_prefix(';').unwrap_or(rest).len();
        (n_name > 1 && (is_near || text[..end].ends_with(';'))).then_some((start, end))
    };
    text.match_indices('&').filter_map(entity).collect()
}

/// Whether the text has the words of the source and no others.
pub(super) fn is_same_as_source(pair: &LeafPair) -> bool {
    let Some(source) = pair.source else { return false };
    let (own, other) = (prose(pair.leaf).words(), prose(source).words());
    !own.is_empty() && own.iter().map(|word| &word.small).eq(other.iter().map(|word| &word.small))
}

/// Whether two tags are of one language.
pub(super) fn is_same_language(a: &str, b: &str) -> bool {
    a.split('-').next() == b.split('-').next()
}

/// Whether nothing but spaces stands between two words.
pub(super) fn is_beside(prose: &Prose, first: &Word, second: &Word) -> bool {
    second.from > first.to && prose.seen[first.to..second.from].iter().all(|seen| seen.char == ' ')
}

/// Whether the text is translated from English.
pub(super) fn is_english_source(pair: &LeafPair) -> bool {
    let (own, source) = (pair.pair.edition, &pair.pair.corpus.source);
    source.lexicon.is_english() && !is_same_language(own.tag, source.tag)
}
