//! Marked text as HTML, as plain text and as Markdown.

use std::borrow::Cow;

use super::link::LinkName;
use super::wrap::wrap;
use crate::catalog::{CLOSE, DATE_END, DATE_START, GLUE, OPEN};

/// Where a link leads.
pub(super) type Url<'a, 'u> = &'u dyn Fn(LinkName) -> Cow<'a, str>;

/// How the lines of a message begin in plain text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Lines {
    /// At the margin.
    Paragraph,
    /// As an item of a list.
    Item,
}

/// A stretch of marked text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    Text(&'a str),
    Link(LinkName, &'a str),
}

/// Takes marked text apart. The one markup there is, is a named link around words.
pub(super) fn pieces(marked: &str) -> Result<Vec<Piece<'_>>, String> {
    if !has_mark(marked) {
        return Ok(vec![Piece::Text(marked)]);
    }
    let mut pieces = Vec::new();
    let mut rest = marked;
    while let Some((text, after)) = rest.split_once(OPEN) {
        if text.contains(CLOSE) {
            return Err("a `>` without its `<`".to_owned());
        }
        if !text.is_empty() {
            pieces.push(Piece::Text(text));
        }
        let (tag, after) = after.split_once(CLOSE).ok_or("a `<` without its `>`")?;
        let name = tag.strip_prefix("a data-l10n-name=\"").and_then(|name| name.strip_suffix('"'));
        let name = name.ok_or_else(|| format!("expected `<a data-l10n-name=\"…\">`, found `<{tag}>`"))?;
        let name = LinkName::parse(name).ok_or_else(|| format!("there is no link `{name}`"))?;
        let (words, after) = after.split_once(OPEN).ok_or("a link without its `</a>`")?;
        let after = after.strip_prefix("/a").and_then(|after| after.strip_prefix(CLOSE));
        rest = after.ok_or("a link without its `</a>`")?;
        if words.trim().is_empty() || words.contains(CLOSE) {
            return Err(format!("the link `{name}` has no words"));
        }
        pieces.push(Piece::Link(name, words));
    }
    if rest.contains(CLOSE) {
        return Err("a `>` without its `<`".to_owned());
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest));
    }
    Ok(pieces)
}

/// The message as HTML; `attributes` go into every link.
pub(super) fn html(pieces: &[Piece], attributes: &str, url: Url) -> String {
    let mut html = String::with_capacity(512);
    for piece in pieces {
        match piece {
            Piece::Text(text) => escape_html(text, &mut html),
            Piece::Link(link, words) => {
                html.push_str("<a href=\"");
                escape_html(&url(*link), &mut html);
                html.push('"');
                html.push_str(attributes);
                html.push('>');
                escape_html(words, &mut html);
                html.push_str("</a>");
            }
        }
    }
    unbroken(html)
}

/// The message as plain text: the words in lines, then each URL alone on its line.
pub(super) fn text(pieces: &[Piece], lines: Lines, url: Url) -> String {
    let (first, rest) = match lines {
        Lines::Paragraph => ("", ""),
        Lines::Item => ("- ", "  "),
    };
    let mut text = String::with_capacity(512);
    match pieces {
        [Piece::Text(words)] => wrap(words, first, rest, &mut text),
        _ => wrap(&joined(pieces), first, rest, &mut text),
    }
    let mut text = undated(text);
    for piece in pieces {
        if let Piece::Link(link, _) = piece {
            text.push('\n');
            text.push_str(rest);
            text.push_str(&url(*link));
        }
    }
    text
}

/// The message as Markdown.
pub(super) fn markdown(pieces: &[Piece], url: Url) -> String {
    let mut markdown = String::with_capacity(512);
    for piece in pieces {
        match piece {
            Piece::Text(text) => escape_markdown(text, &mut markdown),
            Piece::Link(link, words) => {
                markdown.push('[');
                escape_markdown(words, &mut markdown);
                markdown.push_str("](");
                markdown.push_str(&url(*link));
                markdown.push(')');
            }
        }
    }
    undated(markdown)
}

/// The words of the message, in one line.
pub(super) fn words(pieces: &[Piece]) -> String {
    undated(joined(pieces))
}

fn joined(pieces: &[Piece]) -> String {
    let words = pieces.iter().map(|piece| match piece {
        Piece::Text(words) | Piece::Link(_, words) => *words,
    });
    words.collect()
}

/// Dates without their marks: lines have been broken by now.
fn undated(text: String) -> String {
    if has_mark(&text) { replace_marks(&text, "", "") } else { text }
}

/// Dates that a browser keeps on one line.
fn unbroken(html: String) -> String {
    if has_mark(&html) {
        replace_marks(&html, "<span style=\"white-space:nowrap\">", "</span>")
    } else {
        html
    }
}

fn replace_marks(text: &str, start: &str, end: &str) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| byte == MARK) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let mut chars = from.chars();
        match chars.next() {
            Some(GLUE) => out.push(' '),
            Some(DATE_START) => out.push_str(start),
            Some(DATE_END) => out.push_str(end),
            other => out.extend(other),
        }
        rest = chars.as_str();
    }
    out.push_str(rest);
    out
}

/// The byte that all marks begin with, and hardly any other character.
const MARK: u8 = 0xEE;

/// Whether a mark may be in `text`.
fn has_mark(text: &str) -> bool {
    text.as_bytes().contains(&MARK)
}

/// `text` as HTML.
pub(super) fn html_text(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + 16);
    escape_html(text, &mut html);
    html
}

/// Appends `text` to `out` so that HTML shows it as it is, in content and in quoted attributes.
fn escape_html(text: &str, out: &mut String) {
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        let entity = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\'' => "&#39;",
            _ => continue,
        };
        out.push_str(&text[from..at]);
        out.push_str(entity);
        from = at + 1;
    }
    out.push_str(&text[from..]);
}

/// Appends `text` to `out` so that Markdown (`CommonMark` 0.31, section 2.4) shows it as it is.
fn escape_markdown(text: &str, out: &mut String) {
    for char in text.chars() {
        if matches!(char, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '!') {
            out.push('\\');
        }
        out.push(char);
    }
}

/// Joins the parts of a name that a mail client would take for an address and turn into a link.
/// The word joiner (U+2060) between them is invisible and has no width.
pub(super) fn defuse(name: &str) -> Cow<'_, str> {
    let bytes = name.as_bytes();
    let is_word = |at: Option<usize>| {
        at.and_then(|at| bytes.get(at)).is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte >= 0x80)
    };
    let is_joint = |at: usize| match bytes[at] {
        b'@' => true,
        b'.' => is_word(at.checked_sub(1)) && is_word(Some(at + 1)) && is_word(Some(at + 2)),
        b':' => bytes[at + 1..].starts_with(b"//") || is_word(Some(at + 1)) && is_word(at.checked_sub(1)),
        _ => false,
    };
    if !(0..bytes.len()).any(is_joint) {
        return Cow::Borrowed(name);
    }
    let mut defused = String::with_capacity(name.len() + 8);
    for (at, char) in name.char_indices() {
        if is_joint(at) {
            defused.push('\u{2060}');
            defused.push(char);
            defused.push('\u{2060}');
        } else {
            defused.push(char);
        }
    }
    Cow::Owned(defused)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(fluent: &str, expected: &Result<Vec<Piece<'_>>, &str>) {
        let marked = fluent.replace('<', &OPEN.to_string()).replace('>', &CLOSE.to_string());
        let expected = format!("{expected:?}");
        assert_eq!(format!("{:?}", pieces(&marked)), expected, "{fluent}");
    }

    #[test]
    fn a_named_link_is_the_one_markup() {
        check("plain", &Ok(vec![Piece::Text("plain")]));
        check(
            r#"Ask <a data-l10n-name="support">us</a>."#,
            &Ok(vec![Piece::Text("Ask "), Piece::Link(LinkName::Support, "us"), Piece::Text(".")]),
        );
        check("<b>x</b>", &Err(r#"expected `<a data-l10n-name="…">`, found `<b>`"#));
        check(r#"<a data-l10n-name="shop">x</a>"#, &Err("there is no link `shop`"));
        check(r#"<a data-l10n-name="support">x"#, &Err("a link without its `</a>`"));
        check(r#"<a data-l10n-name="support"></a>"#, &Err("the link `support` has no words"));
        check("a > b", &Err("a `>` without its `<`"));
        check("a < b", &Err("a `<` without its `>`"));
    }

    #[test]
    fn a_name_that_looks_like_an_address_is_no_link() {
        for (name, expected) in [
            ("De Vries B.V.", "De Vries B.V."),
            ("Dr. No", "Dr. No"),
            ("evil.example", "evil|.|example"),
            ("https://evil.example/x", "https|:|//evil|.|example/x"),
            ("mail me@evil.example", "mail me|@|evil|.|example"),
            ("tel:1234", "tel|:|1234"),
            ("Team: Blue", "Team: Blue"),
        ] {
            assert_eq!(defuse(name).replace('\u{2060}', "|"), expected);
        }
    }
}
