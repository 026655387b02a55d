//! Tags that are written wrong, and tags that a translator may not write.

use crate::check::leaf::OBJECT;
use crate::check::near::near;
use crate::check::rule::{Findings, rule};
use crate::check::sheet::LeafPair;

use super::tag::{Attribute, Kind, LINK_NAME, Slip, Tag, tags};

rule! {
    /// ## What it does
    /// Finds tags that are not written as tags are: without `>`, with spaces, backslashes or curly quotes in them,
    /// with an attribute that means nothing, with a variable inside, or around no words; and a `<` or `>` that
    /// belongs to no tag.
    ///
    /// ## Why is this bad
    /// The link does not work and its reader sees the tag, or the mail is not written.
    ///
    /// ## Example
    /// ```ftl
    /// help = Neem <a data-l10n-name=“support”>contact op<\a>.
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// help = Neem <a data-l10n-name="support">contact op</a>.
    /// ```
    pub(super) MARKUP_BAD_TAG = "markup-bad-tag", Error, Markup, Leaf(bad_tag);
}

fn bad_tag(pair: &LeafPair, findings: &mut Findings) {
    let text = pair.leaf.flat().text.as_str();
    if !text.contains(['<', '>', '＜', '＞']) {
        return;
    }
    let tags = tags(pair.leaf);
    for tag in &tags {
        match tag.slip {
            Some(slip) => report_slip(pair, tag, slip, findings),
            None => check_spelling(pair, text, tag, findings),
        }
        for attribute in &tag.attributes {
            check_attribute(pair, tag, attribute, findings);
        }
        check_element(pair, tag, findings);
    }
    for two in tags.windows(2) {
        if let [open, close] = two {
            check_words(pair, text, open, close, findings);
        }
    }
    check_brackets(pair, text, &tags, findings);
}

fn report_slip(pair: &LeafPair, tag: &Tag, slip: Slip, findings: &mut Findings) {
    let name = tag.name;
    let sign = if tag.kind == Kind::Close { "/" } else { "" };
    let message = match slip {
        Slip::NoEnd => format!("the tag `<{sign}{name}` has no `>`"),
        Slip::Space => format!("there is a space before the name in the tag `<{sign}{name}>`"),
        Slip::Backslash => format!("the tag `</{name}>` is written with a backslash"),
        Slip::CurlyQuotes => format!("the tag `<{name}>` has typographic quotes: tags need straight ones"),
        Slip::NoQuotes => format!("an attribute of `<{name}>` has no quotes around its value"),
        Slip::OpenQuote => format!("a quote in the tag `<{name}>` is not closed"),
        Slip::AttributesInClose => format!("the tag `</{name}>` has attributes: they belong to `<{name}>`"),
        Slip::SelfClosing => format!("the tag `<{name}/>` stands around no words"),
        Slip::FullWidth => format!("the tag `<{sign}{name}>` is written with full-width characters"),
        Slip::Stray => format!("there is something in the tag `<{sign}{name}>` that does not belong there"),
    };
    let written = match slip {
        Slip::AttributesInClose => format!("</{name}>"),
        Slip::SelfClosing => format!("{}…</{name}>", tag.written()),
        _ => tag.written(),
    };
    findings.report(pair.at(tag.span), message).help(format!("write `{written}`"));
}

/// A tag that is the source's but for capitals, spaces or the kind of quotes: not every program is as tolerant.
fn check_spelling(pair: &LeafPair, text: &str, tag: &Tag, findings: &mut Findings) {
    let written = tag.written();
    let raw = text.get(tag.start..tag.end).unwrap_or_default();
    let is_as_in_source = || pair.source.is_some_and(|source| source.flat().text.contains(&written));
    if raw != written && is_as_in_source() {
        findings
            .report(pair.at(tag.span), format!("the tag `{raw}` is not written as in the source"))
            .help(format!("write `{written}`"));
    }
}

fn check_attribute(pair: &LeafPair, tag: &Tag, attribute: &Attribute, findings: &mut Findings) {
    let is_dynamic = |value: Option<&str>| value.is_some_and(|value| value.contains(OBJECT));
    if is_dynamic(attribute.value) && pair.source.is_some_and(|source| !source.flat().text.contains(OBJECT)) {
        findings
            .report(pair.at(attribute.value_span), format!("a variable stands in the tag `<{}>`", tag.name))
            .help("write the tag as the source has it, and the variable beside it");
    }
    let contract = pair.pair.corpus.contract;
    let Some(allowed) = contract.allowed_markup.get(&tag.name.to_ascii_lowercase()) else { return };
    let is_allowed = allowed.iter().any(|name| name == attribute.name);
    if is_allowed
        || tag.kind == Kind::Close
        || is_dangerous_attribute(attribute.name)
        || tag.slip == Some(Slip::Stray)
    {
        return;
    }
    let found = findings.report(
        pair.at(attribute.name_span),
        format!("`<{}>` takes no attribute `{}`", tag.name, attribute.name),
    );
    match near(attribute.name, allowed.iter().map(String::as_str)) {
        Some(near) => found.help(format!("did you mean `{near}`?")),
        None => found.help("delete it"),
    };
}

/// An element that the program does not know, in the source. In a translation it is one too many.
fn check_element(pair: &LeafPair, tag: &Tag, findings: &mut Findings) {
    let allowed = &pair.pair.corpus.contract.allowed_markup;
    let name = tag.name.to_ascii_lowercase();
    let is_known =
        allowed.is_empty() || allowed.contains_key(&name) || DANGEROUS_ELEMENTS.contains(&name.as_str());
    if pair.source.is_some() || is_known || tag.kind == Kind::Close {
        return;
    }
    let found = findings.report(pair.at(tag.span), format!("the program knows no `<{name}>`"));
    found.help(allowed_elements(pair));
}

pub(super) fn allowed_elements(pair: &LeafPair) -> String {
    let names: Vec<String> =
        pair.pair.corpus.contract.allowed_markup.keys().map(|name| format!("`<{name}>`")).collect();
    format!("delete it; a text may have {}", names.join(", "))
}

fn check_words(pair: &LeafPair, text: &str, open: &Tag, close: &Tag, findings: &mut Findings) {
    let is_pair = open.kind == Kind::Open && close.kind == Kind::Close && open.name == close.name;
    let words = text.get(open.end..close.start).unwrap_or_default();
    if is_pair && open.slip.is_none() && close.slip.is_none() && words.trim().is_empty() {
        findings
            .report(pair.at(open.span.to(close.span)), format!("there are no words in `<{}>`", open.name))
            .help(format!("put the words between `{}` and `{}`", open.written(), close.written()));
    }
}

/// Brackets that belong to no tag, where the program takes them for markup.
fn check_brackets(pair: &LeafPair, text: &str, tags: &[Tag], findings: &mut Findings) {
    let Some(source) = pair.source else { return };
    if pair.pair.corpus.contract.allowed_markup.is_empty() {
        return;
    }
    let source = source.flat().text.as_str();
    let n_in_source = |bracket: char| source.chars().filter(|&char| char == bracket).count();
    let is_balanced = n_in_source('<') == n_in_source('>');
    let mut tags = tags.iter().peekable();
    for (at, bracket) in text.match_indices(['<', '>']) {
        while tags.next_if(|tag| tag.end <= at).is_some() {}
        if tags.peek().is_some_and(|tag| tag.start <= at) || !is_balanced {
            continue;
        }
        findings
            .report(pair.at(pair.leaf.flat().span(at, at + 1)), format!("the `{bracket}` belongs to no tag"))
            .help("delete it, or say it in words");
    }
}

rule! {
    /// ## What it does
    /// Finds markup that a text may never have: addresses (`href`, `src`, `action`), styles, scripts (`onclick`),
    /// and elements that load or run something, unless the program allows them by name.
    ///
    /// ## Why is this bad
    /// It could lead a payer to another site. Addresses come from the configuration alone.
    ///
    /// ## Example
    /// ```ftl
    /// help = Neem <a href="https://example.com">contact op</a>.
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// help = Neem <a data-l10n-name="support">contact op</a>.
    /// ```
    pub(super) MARKUP_FORBIDDEN = "markup-forbidden", Error, Markup, Leaf(forbidden);
}

fn forbidden(pair: &LeafPair, findings: &mut Findings) {
    if !pair.leaf.flat().text.contains(['<', '＜']) {
        return;
    }
    let allowed = &pair.pair.corpus.contract.allowed_markup;
    for tag in tags(pair.leaf) {
        let name = tag.name.to_ascii_lowercase();
        let of_element = allowed.get(&name);
        if of_element.is_none() && DANGEROUS_ELEMENTS.contains(&name.as_str()) && tag.kind != Kind::Close {
            findings
                .report(pair.at(tag.span), format!("a text may not have the element `<{name}>`"))
                .help("delete it with all that is in it");
            continue;
        }
        for attribute in &tag.attributes {
            let is_allowed = of_element.is_some_and(|names| names.iter().any(|name| name == attribute.name));
            if is_allowed || !is_dangerous_attribute(attribute.name) {
                continue;
            }
            let span = attribute.name_span.to(attribute.value_span);
            findings
                .report(pair.at(span), format!("a text may not have the attribute `{}`", attribute.name))
                .help(instead(pair, &tag));
        }
    }
}

/// The tag of the source that was meant, or the tag without its attributes.
fn instead(pair: &LeafPair, tag: &Tag) -> String {
    let source = pair.source.map(tags).unwrap_or_default();
    let mut same = source.iter().filter(|other| other.name == tag.name && other.kind == tag.kind);
    match (same.next(), same.next()) {
        (Some(one), None) => {
            format!("write `{}`, as the source has it: the program knows the address", one.written())
        }
        (Some(_), Some(_)) => "write the tag as the source has it: the program knows the address".to_owned(),
        (None, _) if has_link_names(pair, tag) => {
            format!("write `<{} {LINK_NAME}=\"…\">`: the program knows the address", tag.name)
        }
        (None, _) => "delete it".to_owned(),
    }
}

/// Whether the program finds out by a name where such a tag leads.
fn has_link_names(pair: &LeafPair, tag: &Tag) -> bool {
    let allowed = pair.pair.corpus.contract.allowed_markup.get(tag.name);
    pair.pair.is_source && allowed.is_some_and(|names| names.iter().any(|name| name == LINK_NAME))
}

/// Attributes that lead, load, run or hide something.
pub(super) fn is_dangerous_attribute(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let is_handler = name.len() > 2 && name.starts_with("on");
    is_handler || DANGEROUS_ATTRIBUTES.contains(&name.as_str())
}

const DANGEROUS_ATTRIBUTES: [&str; 15] = [
    "href",
    "src",
    "style",
    "action",
    "formaction",
    "srcset",
    "srcdoc",
    "background",
    "poster",
    "data",
    "ping",
    "xlink:href",
    "target",
    "cite",
    "manifest",
];

pub(super) const DANGEROUS_ELEMENTS: [&str; 24] = [
    "script", "style", "iframe", "frame", "object", "embed", "applet", "form", "input", "button", "select",
    "textarea", "img", "picture", "video", "audio", "source", "svg", "math", "link", "meta", "base", "html",
    "body",
];
