//! Marks around messages: the preview tells by them which message a sentence is. A mail that is sent has none.

use super::markup::{self, Piece};

/// Where a marked message begins; its id follows.
const START: char = '\u{E010}';
/// Where the id ends.
const NAMED: char = '\u{E011}';
/// Where the message ends.
const END: char = '\u{E012}';

/// What HTML has beside the words of messages.
#[derive(Clone)]
pub(super) struct Dress {
    /// The attributes of every link of a mail.
    pub(super) link_attributes: String,
    /// Whether each message stands in an element that carries its id.
    pub(super) is_marked: bool,
}

impl Dress {
    /// A message as HTML, its links with the style of a mail.
    pub(super) fn html(&self, id: &str, pieces: &[Piece], url: markup::Url) -> String {
        self.mark(id, markup::html(pieces, &self.link_attributes, url))
    }

    /// A message as HTML, for a page that brings its own style.
    pub(super) fn bare_html(&self, id: &str, pieces: &[Piece], url: markup::Url) -> String {
        self.mark(id, markup::html(pieces, "", url))
    }

    /// Puts marks around a message, if there are to be any.
    pub(super) fn mark(&self, id: &str, html: String) -> String {
        if self.is_marked { format!("{START}{id}{NAMED}{html}{END}") } else { html }
    }

    /// Turns the marks of a whole page into elements.
    pub(super) fn settle(&self, page: String) -> String {
        if self.is_marked { settle(&page) } else { page }
    }
}

/// Where an HTML text is.
enum Within {
    Text,
    /// A tag, and the quote that is open in it.
    Tag(Option<char>),
    /// Something that holds no elements, up to its end.
    Raw(&'static str),
}

/// What holds no elements: how it begins and ends.
const RAW: [(&str, &str); 4] =
    [("<!--", "-->"), ("<title", "</title"), ("<style", "</style"), ("<script", "</script")];

/// Marks become elements where a page can have any; within a tag, a title or a comment they are dropped.
fn settle(page: &str) -> String {
    let mut out = String::with_capacity(page.len() + 4096);
    let (mut within, mut open) = (Within::Text, Vec::new());
    let mut rest = page;
    while let Some(char) = rest.chars().next() {
        let mut n_bytes = char.len_utf8();
        match char {
            START => {
                let (id, _) = rest[n_bytes..].split_once(NAMED).unwrap_or_default();
                let is_shown = matches!(within, Within::Text);
                if is_shown {
                    out.push_str("<span data-message=\"");
                    out.push_str(id);
                    out.push_str("\">");
                }
                open.push(is_shown);
                n_bytes += id.len() + NAMED.len_utf8();
            }
            END => {
                if open.pop() == Some(true) {
                    out.push_str("</span>");
                }
            }
            _ => {
                within = step(within, char, rest);
                out.push(char);
            }
        }
        rest = rest.get(n_bytes..).unwrap_or_default();
    }
    out
}

fn step(within: Within, char: char, rest: &str) -> Within {
    match within {
        Within::Text if char == '<' => {
            let raw = RAW.iter().find(|(start, _)| rest.starts_with(start));
            raw.map_or(Within::Tag(None), |(_, end)| Within::Raw(end))
        }
        Within::Tag(None) if char == '>' => Within::Text,
        Within::Tag(None) if char == '"' || char == '\'' => Within::Tag(Some(char)),
        Within::Tag(Some(quote)) if char == quote => Within::Tag(None),
        // What is left of the end tag is a tag.
        Within::Raw(end) if rest.starts_with(end) => Within::Tag(None),
        within => within,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_elements_where_a_page_has_elements() {
        let marked = |text: &str| text.replace('[', "\u{E010}x\u{E011}").replace(']', "\u{E012}");
        for (page, expected) in [
            (
                "<p>[Hi <a href=\"u\">there</a>]</p>",
                "<p><span data-message=\"x\">Hi <a href=\"u\">there</a></span></p>",
            ),
            ("<title>[Hi]</title><p>[x]", "<title>Hi</title><p><span data-message=\"x\">x</span>"),
            ("<p title=\"a > [b]\">[c]</p>", "<p title=\"a > b\"><span data-message=\"x\">c</span></p>"),
            ("<!-- [a] --><b>[c]</b>", "<!-- a --><b><span data-message=\"x\">c</span></b>"),
            ("<style>a > b { }</style>[c]", "<style>a > b { }</style><span data-message=\"x\">c</span>"),
        ] {
            assert_eq!(settle(&marked(page)), expected);
        }
    }
}
