//! Tags in a text, however broken: each with its exact place and what is wrong with its notation.

use crate::check::leaf::{Leaf, OBJECT};
use crate::diagnostic::Span;

/// A tag, or what was meant to be one.
#[derive(Debug, Clone)]
pub(in crate::check) struct Tag<'t> {
    /// The name as it stands there.
    pub(super) name: &'t str,
    pub(super) kind: Kind,
    pub(super) attributes: Vec<Attribute<'t>>,
    /// Where it stands in the file.
    pub(in crate::check) span: Span,
    /// Where it stands in the flat text of the leaf.
    pub(in crate::check) start: usize,
    pub(in crate::check) end: usize,
    /// What is wrong with it.
    pub(super) slip: Option<Slip>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::check) enum Kind {
    Open,
    Close,
    /// `<br>`, `<br/>`: nothing closes it.
    Empty,
}

#[derive(Debug, Clone)]
pub(in crate::check) struct Attribute<'t> {
    pub(super) name: &'t str,
    pub(super) value: Option<&'t str>,
    pub(super) name_span: Span,
    /// The value without its quotes, or the name if there is none.
    pub(super) value_span: Span,
}

/// What is wrong with the notation of a tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::check) enum Slip {
    /// `<a …` without `>`.
    NoEnd,
    /// `< a>`, `</ a>`, `< /a>`.
    Space,
    /// `<\a>`.
    Backslash,
    /// `name=“support”`.
    CurlyQuotes,
    /// `name=support`.
    NoQuotes,
    /// `name="support`.
    OpenQuote,
    /// `</a name="…">`.
    AttributesInClose,
    /// `<a/>`: an element that needs words, without any.
    SelfClosing,
    /// `＜a＞`.
    FullWidth,
    /// Something that is no attribute: `<a data-l10n-name="x"">`.
    Stray,
}

/// The attribute that says which link it is.
pub(super) const LINK_NAME: &str = "data-l10n-name";

/// Elements that nothing closes (HTML Living Standard, section 13.1.2).
const VOID: [&str; 13] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

/// The tags of `leaf`, in order.
pub(in crate::check) fn tags<'t>(leaf: &'t Leaf) -> Vec<Tag<'t>> {
    let flat = leaf.flat();
    let text = flat.text.as_str();
    let mut tags = Vec::new();
    if !text.contains('<') && !text.contains('＜') {
        return tags;
    }
    let mut from = 0;
    while let Some(at) = text[from..].find(['<', '＜']).map(|at| from + at) {
        let reader = Reader { leaf, text };
        match reader.tag(at) {
            Some(tag) => {
                from = tag.end.max(at + 1);
                tags.push(tag);
            }
            None => from = at + if text[at..].starts_with('<') { 1 } else { '＜'.len_utf8() },
        }
    }
    tags
}

struct Reader<'t, 'l, 'p, 'a> {
    leaf: &'l Leaf<'p, 'a>,
    text: &'t str,
}

impl<'t> Reader<'t, '_, '_, '_> {
    /// The tag whose bracket is at `start`; `None` if it is no tag, as in `a < b`.
    fn tag(&self, start: usize) -> Option<Tag<'t>> {
        let text = self.text;
        let mut slip = None;
        let mut at = start + 1;
        if text[start..].starts_with('＜') {
            (slip, at) = (Some(Slip::FullWidth), start + '＜'.len_utf8());
        }
        let n_spaces = spaces(&text[at..]);
        at += n_spaces;
        let is_close = text[at..].starts_with(['/', '\\', '／']);
        if is_close {
            let sign = text[at..].chars().next()?;
            slip = slip.or(match sign {
                '\\' => Some(Slip::Backslash),
                '／' => Some(Slip::FullWidth),
                _ => None,
            });
            at += sign.len_utf8();
        }
        let n_more = spaces(&text[at..]);
        at += n_more;
        let name = self.name(at);
        if name.is_empty() || !name.starts_with(|char: char| char.is_ascii_alphabetic()) {
            return None;
        }
        at += name.len();
        // `a < b` is no tag; `< a>` and `</ a>` are.
        let has_space = n_spaces + n_more > 0;
        if has_space && !is_close && !is_tag_like(name, &text[at..]) {
            return None;
        }
        if has_space {
            slip = slip.or(Some(Slip::Space));
        }
        let (attributes, end, rest) = self.rest(at, &mut slip);
        let is_void = VOID.contains(&name.to_ascii_lowercase().as_str());
        let kind = match (is_close, is_void || rest == Rest::SelfClosing) {
            (true, _) => Kind::Close,
            (false, true) => Kind::Empty,
            (false, false) => Kind::Open,
        };
        if rest == Rest::NoEnd {
            slip = slip.or(Some(Slip::NoEnd));
        } else if is_close && !attributes.is_empty() {
            slip = slip.or(Some(Slip::AttributesInClose));
        } else if rest == Rest::SelfClosing && !is_void {
            slip = slip.or(Some(Slip::SelfClosing));
        }
        let span = self.leaf.flat().span(start, end);
        Some(Tag { name, kind, attributes, span, start, end, slip })
    }

    fn name(&self, at: usize) -> &'t str {
        let rest = &self.text[at..];
        let length = rest.find(|char: char| !(char.is_ascii_alphanumeric() || matches!(char, '-' | ':')));
        &rest[..length.unwrap_or(rest.len())]
    }

    /// What is between the name and the end of the tag.
    fn rest(&self, mut at: usize, slip: &mut Option<Slip>) -> (Vec<Attribute<'t>>, usize, Rest) {
        let text = self.text;
        let mut attributes = Vec::new();
        loop {
            at += spaces(&text[at..]);
            let rest = &text[at..];
            let Some(next) = rest.chars().next() else { return (attributes, trim(text, at), Rest::NoEnd) };
            match next {
                '>' => return (attributes, at + 1, Rest::End),
                '＞' => {
                    *slip = slip.or(Some(Slip::FullWidth));
                    return (attributes, at + next.len_utf8(), Rest::End);
                }
                '<' | '＜' => return (attributes, trim(text, at), Rest::NoEnd),
                '/' if text[at + 1..].trim_start().starts_with('>') => {
                    let end = at + 1 + text[at + 1..].find('>').unwrap_or_default() + 1;
                    return (attributes, end, Rest::SelfClosing);
                }
                _ => {}
            }
            let name = self.name(at);
            let after = at + name.len();
            let sign = after + spaces(&text[after..]);
            if name.is_empty() {
                // Without a `>` later on these are the words behind a tag that nobody ended.
                if !ends_later(rest) {
                    return (attributes, trim(text, at), Rest::NoEnd);
                }
                *slip = slip.or(Some(Slip::Stray));
                at += next.len_utf8();
                continue;
            }
            if !text[sign..].starts_with(['=', '＝']) {
                if !ends_later(rest) {
                    return (attributes, trim(text, at), Rest::NoEnd);
                }
                let name_span = self.leaf.flat().span(at, after);
                attributes.push(Attribute { name, value: None, name_span, value_span: name_span });
                at = after;
                continue;
            }
            let name_span = self.leaf.flat().span(at, after);
            let n_sign = text[sign..].chars().next().map_or(1, char::len_utf8);
            let (value, end) = self.value(sign + n_sign, slip);
            let value_span = self.leaf.flat().span(value.start, value.end);
            attributes.push(Attribute {
                name,
                value: Some(&text[value.start..value.end]),
                name_span,
                value_span,
            });
            at = end;
        }
    }

    /// A value, without its quotes, and where the next thing begins.
    fn value(&self, at: usize, slip: &mut Option<Slip>) -> (Span, usize) {
        let text = self.text;
        let at = at + spaces(&text[at..]);
        let rest = &text[at..];
        let Some(quote) = rest.chars().next() else { return (Span::empty(at), at) };
        let start = at + quote.len_utf8();
        match quote {
            '"' | '\'' => match text[start..].find([quote, '>', '<']).map(|found| start + found) {
                Some(end) if text[end..].starts_with(quote) => (Span::new(start, end), end + 1),
                found => {
                    *slip = slip.or(Some(Slip::OpenQuote));
                    let end = found.unwrap_or(text.len());
                    // A closing quote of another kind is no part of the value.
                    let value = text[start..end].trim_end_matches(is_curly_quote);
                    (Span::new(start, start + value.len()), end)
                }
            },
            _ if is_curly_quote(quote) => {
                *slip = slip.or(Some(Slip::CurlyQuotes));
                let is_end = |char: char| is_curly_quote(char) || matches!(char, '"' | '\'' | '>' | '<');
                let end = text[start..].find(is_end).map_or(text.len(), |found| start + found);
                let closing = text[end..].chars().next().filter(|char| !matches!(char, '>' | '<'));
                (Span::new(start, end), end + closing.map_or(0, char::len_utf8))
            }
            _ => {
                *slip = slip.or(Some(Slip::NoQuotes));
                let is_end = |char: char| char == ' ' || char == '>' || char == '<' || char == OBJECT;
                let end = rest.find(is_end).map_or(text.len(), |found| at + found);
                let value = text[at..end].trim_end_matches(['"', '\'']);
                (Span::new(at, at + value.len()), end)
            }
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rest {
    End,
    SelfClosing,
    NoEnd,
}

fn is_curly_quote(char: char) -> bool {
    matches!(char, '“' | '”' | '„' | '‟' | '‘' | '’' | '‚' | '«' | '»' | '″' | '＂' | '「' | '」')
}

fn spaces(text: &str) -> usize {
    text.len() - text.trim_start_matches(' ').len()
}

/// Where the text before `at` ends without its spaces.
fn trim(text: &str, at: usize) -> usize {
    text[..at].trim_end().len()
}

/// Whether a `>` comes before the next `<`.
fn ends_later(text: &str) -> bool {
    text.find(['>', '<']).is_some_and(|at| text[at..].starts_with('>'))
}

/// Whether `< name` goes on like a tag: with its end, or with an attribute.
fn is_tag_like(name: &str, rest: &str) -> bool {
    let rest = rest.trim_start();
    rest.starts_with('>')
        || rest.starts_with("/>")
        || name == "a" && rest.starts_with("data-") && rest.contains('=')
}

impl Tag<'_> {
    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&Attribute<'_>> {
        self.attributes.iter().find(|attribute| attribute.name == name)
    }

    /// What makes it the same tag as one of the source: the value that says which link it is.
    pub(super) fn link_name(&self) -> Option<&str> {
        self.attribute(LINK_NAME).and_then(|attribute| attribute.value)
    }

    /// As it should be written, without what is wrong with it.
    pub(super) fn written(&self) -> String {
        let mut written = String::from(if self.kind == Kind::Close { "</" } else { "<" });
        written.push_str(&self.name.to_ascii_lowercase());
        if self.kind != Kind::Close {
            for attribute in &self.attributes {
                written.push(' ');
                written.push_str(attribute.name);
                if let Some(value) = attribute.value {
                    written.extend(["=\"", value, "\""]);
                }
            }
        }
        written.push('>');
        written
    }
}
