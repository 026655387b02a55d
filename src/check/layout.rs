//! Templates as they stand in a file: the names and messages that they ask for, and the words that they bring.
//!
//! Not the engine's tree, which has no places, but a scan that knows Tera's syntax well enough to find names. What it
//! cannot read it leaves alone: that the engine can read a template is tried when it is loaded.

mod expression;
mod text;

use std::collections::HashSet;

use super::tree::Word;
use crate::diagnostic::{FileId, Span};

/// A template.
#[derive(Debug)]
pub(crate) struct Layout<'a> {
    pub(crate) file: FileId,
    /// The path within the folder of templates, such as `payment-failed/body.html`.
    pub(crate) name: &'a str,
    /// Literal words that a reader sees, line by line.
    pub(crate) words: Vec<Word<'a>>,
    /// The names that are asked for, with what is behind their dots: `button.url`.
    pub(crate) names: Vec<Word<'a>>,
    pub(crate) calls: Vec<Call<'a>>,
    /// What comments say, each with its own line and the next: what a comment can be about.
    pub(crate) comments: Vec<(Word<'a>, Span)>,
    /// The names that the template itself gives a value to, or is prepared to do without.
    own_names: HashSet<&'a str>,
    text: &'a str,
}

/// A call of a function, such as `message(id="help", amount=amount)`.
#[derive(Debug)]
pub(crate) struct Call<'a> {
    pub(crate) function: Word<'a>,
    pub(crate) arguments: Vec<Argument<'a>>,
}

/// An argument of a call.
#[derive(Debug)]
pub(crate) struct Argument<'a> {
    pub(crate) name: Word<'a>,
    /// What stands between the quotes, if the value is a text.
    pub(crate) literal: Option<Word<'a>>,
}

impl<'a> Layout<'a> {
    /// Reads the template called `name`, of which the ending tells what it makes.
    pub(crate) fn read(file: FileId, name: &'a str, text: &'a str) -> Layout<'a> {
        let mut layout = Layout {
            file,
            name,
            words: Vec::new(),
            names: Vec::new(),
            calls: Vec::new(),
            comments: Vec::new(),
            own_names: HashSet::new(),
            text,
        };
        let pieces = pieces(text);
        for (piece, span) in &pieces {
            let content = || layout.inner(*span);
            match piece {
                Piece::Text => {}
                Piece::Comment => layout.comments.push((content(), lines(text, *span))),
                Piece::Print => {
                    let content = content();
                    layout.expression(content);
                }
                Piece::Tag => {
                    let content = content();
                    layout.tag(content);
                }
            }
        }
        let is_html = [".html", ".htm", ".xml"].iter().any(|ending| name.ends_with(ending));
        layout.words = text::words(text, &pieces, is_html);
        layout
    }

    /// The names that somebody else has to provide.
    pub(crate) fn needed_names(&self) -> impl Iterator<Item = Word<'a>> {
        self.names.iter().copied().filter(|word| !self.own_names.contains(root(word.text)))
    }

    /// What is between the marks of `span`, without the hyphens that eat white space.
    fn inner(&self, span: Span) -> Word<'a> {
        let (mut start, mut end) = (span.start + 2, span.end.saturating_sub(2).max(span.start + 2));
        let content = self.text.get(start..end).unwrap_or_default();
        start += usize::from(content.starts_with('-'));
        end -= usize::from(content.len() > 1 && content.ends_with('-'));
        Word { text: self.text.get(start..end).unwrap_or_default(), span: Span::new(start, end) }
    }
}

/// The part of a name before its first dot.
pub(crate) fn root(name: &str) -> &str {
    name.split(['.', '?']).next().unwrap_or(name)
}

/// The line of a comment, from its beginning, and the line below it.
fn lines(text: &str, comment: Span) -> Span {
    let start = text.get(..comment.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let rest = text.get(comment.end..).unwrap_or_default();
    let end = rest.match_indices('\n').nth(1).map_or(rest.len(), |(at, _)| at);
    Span::new(start, comment.end + end)
}

/// What a part of a template is to the engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Piece {
    /// Copied as it is.
    Text,
    /// `{{ … }}`.
    Print,
    /// `{% … %}`.
    Tag,
    /// `{# … #}`.
    Comment,
}

/// The template in pieces. What is between `raw` and `endraw` is text.
fn pieces(text: &str) -> Vec<(Piece, Span)> {
    let mut pieces = Vec::new();
    let mut from = 0;
    let mut is_raw = false;
    let mut at = 0;
    while let Some(open) = text.get(at..).and_then(|rest| rest.find('{')).map(|open| at + open) {
        let (piece, close) = match text.as_bytes().get(open + 1) {
            Some(b'{') => (Piece::Print, "}}"),
            Some(b'%') => (Piece::Tag, "%}"),
            Some(b'#') => (Piece::Comment, "#}"),
            _ => {
                at = open + 1;
                continue;
            }
        };
        let Some(end) = end_of(text, open + 2, close, piece == Piece::Comment) else { break };
        let word = text[open + 2..end - 2].trim_matches(|char: char| char == '-' || char.is_whitespace());
        at = end;
        if is_raw && !(piece == Piece::Tag && word == "endraw") {
            at = open + 1;
            continue;
        }
        if piece == Piece::Tag {
            is_raw = word == "raw";
        }
        if open > from {
            pieces.push((Piece::Text, Span::new(from, open)));
        }
        pieces.push((piece, Span::new(open, end)));
        from = end;
    }
    if text.len() > from {
        pieces.push((Piece::Text, Span::new(from, text.len())));
    }
    pieces
}

/// Behind the next `close`, which does not count within quotes.
fn end_of(text: &str, from: usize, close: &str, is_comment: bool) -> Option<usize> {
    let mut quote: Option<u8> = None;
    for (at, byte) in text.bytes().enumerate().skip(from) {
        match (quote, byte) {
            (Some(open), _) if open == byte => quote = None,
            (None, b'"' | b'\'' | b'`') if !is_comment => quote = Some(byte),
            (None, _) if text.as_bytes()[at..].starts_with(close.as_bytes()) => {
                return Some(at + close.len());
            }
            (Some(_) | None, _) => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Texts;

    fn check(name: &str, text: &str, names: &[&str], words: &[&str]) {
        let layout = Layout::read(Texts::default().add(String::new(), String::new()), name, text);
        let found: Vec<&str> = layout.needed_names().map(|word| word.text).collect();
        assert_eq!(found, names, "the names in {text}");
        let found: Vec<&str> = layout.words.iter().map(|word| word.text).collect();
        assert_eq!(found, words, "the words in {text}");
        let all = layout.words.iter().chain(&layout.names);
        for word in all {
            assert_eq!(text.get(word.span.start..word.span.end), Some(word.text), "{text}");
        }
    }

    #[test]
    fn names_are_found_where_they_are_asked_for() {
        let check = |text: &str, names: &[&str]| check("a.txt", text, names, &[]);
        check(
            "{{ a }}{{- b.c -}}{% if d and not e.f.g %}{% elif h == \"i\" %}{% endif %}",
            &["a", "b.c", "d", "e.f.g", "h"],
        );
        check(
            "{% for x in xs %}{{ x.y }}{{ loop.index }}{% endfor %}{% for k, v in m %}{{ k }}{{ v }}{% endfor %}",
            &["xs", "m"],
        );
        check("{% set a = b | upper %}{{ a }}{{ c | default(value=d) }}", &["b", "d"]);
        check(
            "{% if a is defined %}{{ a }}{% endif %}{% if b is not divisibleby(divisor=c) %}{% endif %}",
            &["b", "c"],
        );
        check("{{ f(x=y, z=\"}}\") }}{{ 1 + 2.5 }}{{ true or none }}{{ \"a\" ~ 'b' }}", &["y"]);
        check("{% extends \"base.html\" %}{% block b %}{% endblock b %}{% include \"c\" %}{# d #}", &[]);
        check("{% raw %}{{ a }}{% endraw %}{{ b", &[]);
        check("{{ a[b].c }}{{ d[\"e\"] }}", &["a", "b", "d"]);
        check("{% macro m(x, y=1) %}{{ x }}{{ y }}{% endmacro %}{{ self::m(x=z) }}", &["z"]);
    }

    #[test]
    fn words_are_found_that_a_reader_sees() {
        let html = |text: &str, words: &[&str]| check("a.html", text, &[], words);
        html("<p class=\"big text\">Need help?</p>", &["Need help?"]);
        html("<p>\n  Dear <b>reader</b>,\n  more\n</p>", &["Dear", "reader", "more"]);
        html("<img alt=\"The logo\" src=\"a b\" title='Our  logo'>", &["The logo", "Our  logo"]);
        html(
            "<style>a { b: c }</style><script>let x</script><!-- note: x --><!--[if mso]>x y<![endif]-->",
            &[],
        );
        html("&nbsp;&mdash;&#8211; 12 · • | <br>", &[]);
        html("<td aria-label=\"{# x #}Total\">&copy; Example Cloud</td>", &["Total", "Example Cloud"]);
        html("a < b", &[]);
        html("<p>繳費</p><title>Mail</title>", &["繳費", "Mail"]);
        let text = |text: &str, words: &[&str]| check("a.txt", text, &[], words);
        text("-- \nKind regards,\n{# no #}\n* 1.\n", &["Kind regards,"]);
        text("{% raw %}{{ amount }}{% endraw %}", &["amount"]);
    }

    #[test]
    fn a_comment_is_about_its_line_and_the_next() {
        let text = "{# why #}\nOne\nTwo {# why #}\n\nThree\n{# why #}\nFour\n";
        let layout = Layout::read(Texts::default().add(String::new(), String::new()), "a.txt", text);
        let about: Vec<&str> = layout.comments.iter().map(|(_, span)| &text[span.start..span.end]).collect();
        assert_eq!(about, ["{# why #}\nOne", "Two {# why #}\n", "{# why #}\nFour"]);
        assert!(layout.comments.iter().all(|(word, _)| word.text.trim() == "why"));
    }

    #[test]
    fn nothing_stops_the_scan() {
        for text in [
            "{",
            "{{",
            "{{}}",
            "{{-}}",
            "{{--}}",
            "{%%}",
            "{##}",
            "{% for",
            "{% for %}",
            "{{ f( }}",
            "{{ | }}",
            "<",
            "<a",
            "<a b='",
            "&",
            "é{{é}}é",
            "{{ a.. }}",
            "{% set %}",
        ] {
            Layout::read(Texts::default().add(String::new(), String::new()), "a.html", text);
            Layout::read(Texts::default().add(String::new(), String::new()), "a.txt", text);
        }
    }
}
