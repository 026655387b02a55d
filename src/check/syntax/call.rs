//! Slips in functions, their options, and quoted texts.

use super::sight::{Sight, Slip, is_name_part};
use crate::diagnostic::Span;

/// The parenthesis that is open at `at`, or that the one before `at` closes.
fn open_parenthesis(sight: &Sight, at: usize) -> usize {
    let mut n_closed = 0_usize;
    for (place, byte) in sight.before(at).bytes().enumerate().rev() {
        match byte {
            b')' => n_closed += 1,
            b'(' if n_closed <= 1 => return sight.junk.span.start + place,
            b'(' => n_closed -= 1,
            _ => {}
        }
    }
    sight.junk.span.start
}

/// The name that ends at `at`.
fn name_before(sight: &Sight, at: usize) -> Span {
    let end = sight.end_before(at);
    let before = sight.before(end);
    let start = before.trim_end_matches(is_name_part).len();
    Span::new(sight.junk.span.start + start, end)
}

/// A call without its end.
pub(super) fn not_closed(sight: &Sight) -> Slip {
    let at = sight.junk.at;
    let name = name_before(sight, open_parenthesis(sight, at));
    let span = Span::new(name.start, sight.end_before(at));
    let written = sight.slice(span);
    Slip::new(span, format!("the `)` that closes `{written}` is missing"), format!("write `{written}) }}`"))
}

/// A call that is not closed where the braces, which open at `open`, are or something else comes.
pub(super) fn without_end(sight: &Sight, open: usize) -> Option<Slip> {
    let at = sight.junk.at;
    let inner = sight.slice(Span::new(open, at));
    let paren = inner.rfind('(').filter(|paren| !inner[*paren..].contains(')'))?;
    let argument = &inner[paren + 1..];
    let blank = argument.len() - argument.trim_start().len();
    let end =
        argument[blank..].find(char::is_whitespace).map_or(argument.trim_end().len(), |end| blank + end);
    let name = name_before(sight, open + paren);
    let span = Span::new(name.start, open + paren + 1 + end);
    let written = sight.slice(span);
    Some(Slip::new(
        span,
        format!("the `)` that closes `{written}` is missing"),
        format!("write `{written})`"),
    ))
}

/// `{ Number($days) }`.
pub(super) fn forbidden(sight: &Sight) -> Slip {
    let name = name_before(sight, open_parenthesis(sight, sight.junk.at));
    let written = sight.slice(name);
    let upper = written.to_ascii_uppercase();
    let text = format!("`{written}` is no function: their names are all capitals");
    if sight.corpus.contract.functions.contains_key(&upper) {
        return Slip::new(name, text, format!("write `{upper}`")).edit(name, upper);
    }
    Slip::new(name, text, "write the function that the source has")
}

/// A quoted text that does not end in its line.
pub(super) fn quote_not_closed(sight: &Sight) -> Slip {
    let at = sight.junk.at;
    let start = sight.line(at).start.max(sight.junk.span.start);
    let before = sight.slice(Span::new(start, at));
    let quotes: Vec<usize> = before
        .match_indices('"')
        .map(|(quote, _)| quote)
        .filter(|quote| !before[..*quote].ends_with('\\'))
        .collect();
    let open = quotes.last().map_or(start, |quote| start + quote);
    let line = sight.slice(Span::new(open, at)).trim_end();
    let end = line.find(['}', ')', ',']).map_or(line.len(), |end| line[..end].trim_end().len());
    let written = &line[..end];
    let span = Span::new(open, open + end);
    Slip::new(
        span,
        format!("the quotation mark that closes `{written}` is missing"),
        format!("write `{written}\"`"),
    )
}

/// A value behind an option.
pub(super) fn order(sight: &Sight) -> Slip {
    let end = sight.end_before(sight.junk.at);
    let start = sight.before(end).rfind([',', '(', ' ']).map_or(end, |at| sight.junk.span.start + at + 1);
    let span = Span::new(start, end);
    let written = sight.slice(span);
    let text = format!("`{written}` stands after an option");
    let help = format!(
        "write it first, and options such as `dateStyle: \"long\"` after it; if `{written}` is an \
                        option, write a colon and its value after it"
    );
    Slip::new(span, text, help)
}

/// An option for the second time.
pub(super) fn twice(sight: &Sight, name: &str) -> Slip {
    let span = name_before(sight, sight.junk.at);
    Slip::new(span, format!("the option `{name}` is there twice"), "delete one of the two")
}

/// A backslash with a letter that means nothing.
pub(super) fn escape(sight: &Sight) -> Slip {
    let at = sight.junk.at;
    let length: usize = sight.rest(at).chars().take(2).filter(|char| *char != '\n').map(char::len_utf8).sum();
    let span = Span::new(at, at + length);
    let written = sight.slice(span);
    let help = match written {
        "\\n" => "write a real line break outside of the braces, or a space",
        "\\'" => "write the apostrophe without a backslash",
        _ => "write `\\\\` for a backslash and `\\\"` for a quotation mark; nothing else needs one",
    };
    Slip::new(span, format!("`{written}` means nothing between quotation marks"), help)
}

/// `\u12`.
pub(super) fn unicode_escape(sight: &Sight) -> Slip {
    let at = sight.junk.at;
    let start = sight.before(at).rfind('\\').map_or(at, |start| sight.junk.span.start + start);
    let span = Span::new(start, at);
    let written = sight.slice(span);
    let digits = if written.starts_with("\\U") {
        "`\\U` and six digits, `\\U01F600`"
    } else {
        "`\\u` and four digits, `\\u00A0`"
    };
    Slip::new(
        span,
        format!("`{written}` is no character"),
        format!("write {digits}, or the character itself"),
    )
}

/// `dateStyle: $style`, `dateStyle: long`.
pub(super) fn no_literal(sight: &Sight) -> Slip {
    let at = sight.junk.at;
    let name = name_before(sight, sight.end_before(at).saturating_sub(1));
    let option = sight.slice(name);
    let word = sight.word(at);
    let written = sight.slice(word);
    if written.is_empty() || written.starts_with(['}', ')', ',']) {
        let span = Span::new(name.start, sight.end_before(at));
        return Slip::new(
            span,
            format!("the option `{option}` has no value"),
            format!("write `{option}: \"…\"`, or delete it"),
        );
    }
    let text = format!("`{written}` cannot be the value of an option");
    let plain = written.trim_matches(|char: char| !char.is_alphanumeric());
    let help = if written.starts_with('$') {
        "write a number or a text between straight quotation marks: a variable cannot stand here".to_owned()
    } else {
        format!("put it between straight quotation marks: `{option}: \"{plain}\"`")
    };
    Slip::new(word, text, help)
}
