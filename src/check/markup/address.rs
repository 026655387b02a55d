//! Addresses in a text: of pages, of mailboxes, and links in the notation of Markdown.

use crate::check::leaf::{Leaf, OBJECT};
use crate::check::near::near;
use crate::check::rule::{Findings, Here, rule};
use crate::check::sheet::LeafPair;
use crate::check::variable::printed::{first_line, is_blank};

use super::tag::tags;

rule! {
    /// ## What it does
    /// Finds web addresses of the source that the translation does not have, and such as it has alone. An address
    /// may differ in its language: `/en-us/` and `/nl-nl/`.
    ///
    /// ## Why is this bad
    /// The reader is led to a page that does not exist, or to a stranger's.
    ///
    /// ## Example
    /// ```ftl
    /// help = Ga naar https://exmaple.com/help.
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// help = Ga naar https://example.com/help.
    /// ```
    pub(super) URL_CHANGED = "url-changed", Warning, Markup, Leaf(url_changed);
}

fn url_changed(pair: &LeafPair, findings: &mut Findings) {
    compare(pair, urls, without_language, "address", findings);
}

rule! {
    /// ## What it does
    /// Finds mail addresses of the source that the translation does not have, and such as it has alone.
    ///
    /// ## Why is this bad
    /// Nobody gets the mail of whoever asks for help, or a stranger does.
    ///
    /// ## Example
    /// ```ftl
    /// help = Schrijf naar hulp@example.com.
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// help = Schrijf naar help@example.com.
    /// ```
    pub(super) EMAIL_CHANGED = "email-changed", Warning, Markup, Leaf(email_changed);
}

fn email_changed(pair: &LeafPair, findings: &mut Findings) {
    compare(pair, emails, str::to_ascii_lowercase, "mail address", findings);
}

/// Reports addresses that only one side has. Two are the same if `folded` makes them so.
fn compare(
    pair: &LeafPair,
    find: impl Fn(&str) -> Vec<(usize, &str)>,
    folded: impl Fn(&str) -> String,
    noun: &str,
    findings: &mut Findings,
) {
    let (Some(source), Some(located)) = (pair.source, pair.pair.source) else { return };
    let flat = pair.leaf.flat();
    let mut missing = outside_tags(source, find(&source.flat().text));
    let mut extra = outside_tags(pair.leaf, find(&flat.text));
    if missing.is_empty() && extra.is_empty() {
        return;
    }
    let all: Vec<&str> = missing.iter().map(|(_, address)| *address).collect();
    let keys: Vec<String> = all.iter().map(|address| folded(address)).collect();
    let has: Vec<String> = extra.iter().map(|(_, address)| folded(address)).collect();
    extra.retain(|(_, address)| !keys.contains(&folded(address)));
    missing.retain(|(_, address)| !has.contains(&folded(address)));
    let place =
        |address: &(usize, &str)| located.place(source.flat().span(address.0, address.0 + address.1.len()));
    for (at, address) in extra {
        let here: Here = pair.at(flat.span(at, at + address.len()));
        // The one that it stands for: the one most like it, else the next that is missing.
        let meant = near(address, missing.iter().map(|(_, address)| *address));
        let found = meant.and_then(|meant| missing.iter().position(|(_, address)| *address == meant));
        if missing.is_empty() {
            findings
                .report(here, format!("the source has no {noun} `{}`", shown(address)))
                .help("delete it: addresses are those of the source");
            continue;
        }
        let original = missing.remove(found.unwrap_or_default());
        findings
            .report(
                here.source(place(&original)),
                format!("the {noun} `{}` is not that of the source", shown(address)),
            )
            .help(format!("write `{}`", shown(original.1)));
    }
    for original in missing.iter().filter(|_| !is_blank(pair.leaf)) {
        findings
            .report(
                pair.at(first_line(pair)).source(place(original)),
                format!("the {noun} `{}` is missing", shown(original.1)),
            )
            .help("write it where it belongs in the sentence");
    }
}

/// The addresses that a reader sees. What is in a tag is markup.
fn outside_tags<'t>(leaf: &Leaf, mut addresses: Vec<(usize, &'t str)>) -> Vec<(usize, &'t str)> {
    if !addresses.is_empty() {
        let tags = tags(leaf);
        addresses.retain(|(at, _)| !tags.iter().any(|tag| tag.start < *at && *at < tag.end));
    }
    addresses
}

fn shown(address: &str) -> String {
    address.replace(OBJECT, "{ … }")
}

/// The web addresses in `text`, with their places.
pub(in crate::check) fn urls(text: &str) -> Vec<(usize, &str)> {
    let mut urls = Vec::new();
    if !text.contains("://") && !text.contains("www.") {
        return urls;
    }
    let mut from = 0;
    while let Some(at) = next_url(text, from) {
        let rest = &text[at..];
        let is_end = |char: char| {
            !(char.is_ascii_graphic() || char == OBJECT)
                || matches!(char, '<' | '>' | '"' | '`' | '|' | '\\' | '^')
        };
        let url = &rest[..rest.find(is_end).unwrap_or(rest.len())];
        let url = url.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'', '*', '_']);
        if url.len() > "https://".len() {
            urls.push((at, url));
        }
        from = at + url.len().max(1);
    }
    urls
}

fn next_url(text: &str, from: usize) -> Option<usize> {
    let rest = &text[from..];
    let scheme = ["https://", "http://"].iter().filter_map(|scheme| rest.find(scheme)).min();
    let www = rest.match_indices("www.").map(|(at, _)| at).find(|&at| {
        let before = rest[..at].chars().next_back();
        before.is_none_or(|char| !char.is_ascii_alphanumeric() && !matches!(char, '/' | '.' | '-'))
    });
    scheme.into_iter().chain(www).min().map(|at| from + at)
}

/// The address without the parts that name a language, in lower case.
fn without_language(url: &str) -> String {
    let url = url.to_ascii_lowercase();
    let (path, query) = url.split_once('?').unwrap_or((&url, ""));
    let parts = path.trim_end_matches('/').split('/').enumerate();
    let parts: Vec<&str> =
        parts.filter(|(n, part)| *n < 3 || !is_language(part)).map(|(_, part)| part).collect();
    let is_kept = |pair: &&str| {
        let name = pair.split('=').next().unwrap_or_default();
        !matches!(name, "hl" | "lang" | "locale" | "language" | "culture")
    };
    let query: Vec<&str> = query.split('&').filter(is_kept).collect();
    format!("{}?{}", parts.join("/"), query.join("&"))
}

/// Whether a part of a path is a language tag such as `nl`, `nl-nl`, `zh-hant-tw`.
fn is_language(part: &str) -> bool {
    let mut subtags = part.split(['-', '_']);
    let is_alphabetic = |subtag: &str| subtag.bytes().all(|byte| byte.is_ascii_alphabetic());
    let language = subtags.next().unwrap_or_default();
    (2..=3).contains(&language.len())
        && is_alphabetic(language)
        // A word of three letters is a word.
        && (language.len() == 2 || part.len() > 3)
        && subtags.all(|subtag| (2..=4).contains(&subtag.len()) && is_alphabetic(subtag))
}

/// The mail addresses in `text`, with their places.
pub(in crate::check) fn emails(text: &str) -> Vec<(usize, &str)> {
    let is_local = |char: char| char.is_ascii_alphanumeric() || matches!(char, '.' | '_' | '-' | '+');
    let is_domain = |char: char| char.is_ascii_alphanumeric() || matches!(char, '.' | '-');
    let mut emails = Vec::new();
    for (at, _) in text.match_indices('@') {
        let before = &text[..at];
        let start = before.len() - before.chars().rev().take_while(|char| is_local(*char)).count();
        let after = &text[at + 1..];
        let domain = &after[..after.find(|char| !is_domain(char)).unwrap_or(after.len())];
        let domain = domain.trim_end_matches(['.', '-']);
        if start < at && domain.contains('.') {
            emails.push((start, &text[start..at + 1 + domain.len()]));
        }
    }
    emails
}

rule! {
    /// ## What it does
    /// Finds links in the notation of Markdown. It is silent where the source has such links too.
    ///
    /// ## Why is this bad
    /// The reader sees the brackets, and there is no link.
    ///
    /// ## Example
    /// ```ftl
    /// help = Neem [contact op](support).
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// help = Neem <a data-l10n-name="support">contact op</a>.
    /// ```
    pub(super) MARKDOWN_LINK = "markdown-link", Warning, Markup, Leaf(markdown_link);
}

fn markdown_link(pair: &LeafPair, findings: &mut Findings) {
    let flat = pair.leaf.flat();
    if !flat.text.contains("](") || pair.source.is_some_and(|source| source.flat().text.contains("](")) {
        return;
    }
    // A source that has them, in a program that knows no tags, means Markdown.
    if pair.source.is_none() && !pair.pair.corpus.contract.allowed_markup.contains_key("a") {
        return;
    }
    let mut from = 0;
    while let Some(at) = flat.text[from..].find("](").map(|at| from + at) {
        from = at + 2;
        let Some(start) = flat.text[..at].rfind('[') else { continue };
        let Some(end) = flat.text[from..].find(')').map(|end| from + end + 1) else { continue };
        let (words, target) = (&flat.text[start + 1..at], &flat.text[from..end - 1]);
        if words.trim().is_empty() || target.contains(' ') {
            continue;
        }
        findings
            .report(
                pair.at(flat.span(start, end)),
                "a link in the notation of Markdown is printed as it stands",
            )
            .help(format!(
                "write `<a data-l10n-name=\"…\">{}</a>`, with the name that the source has",
                shown(words)
            ));
        from = end;
    }
}
