//! Slips in braces: what is not closed, not opened, not a name, and variants.

use super::call;
use super::sight::{Sight, Slip, is_name, is_name_part};
use crate::check::near::near;
use crate::diagnostic::Span;

/// The brace that is open at `at`.
fn open_brace(sight: &Sight, at: usize) -> usize {
    let mut n_closed = 0_usize;
    for (place, byte) in sight.before(at).bytes().enumerate().rev() {
        match byte {
            b'}' => n_closed += 1,
            b'{' if n_closed == 0 => return sight.junk.span.start + place,
            b'{' => n_closed -= 1,
            _ => {}
        }
    }
    sight.junk.span.start
}

/// Something other than `}` behind what is in braces.
pub(super) fn not_closed(sight: &Sight) -> Slip {
    let at = sight.junk.at;
    let open = open_brace(sight, at);
    let end = sight.end_before(at);
    let inner = Span::new(open, end);
    let written = sight.slice(inner);
    let rest = sight.rest(at);
    if rest.starts_with(['[', '*']) {
        let text = "there is no arrow before these variants";
        return Slip::new(
            inner,
            text,
            format!("write `{written} ->`, and each variant in a line of its own below"),
        );
    }
    let line = sight.line(at.min(sight.junk.span.end)).end;
    let on_line = rest.get(..line.saturating_sub(at)).unwrap_or_default();
    let closing = on_line.find(['{', '}']).filter(|close| on_line[*close..].starts_with('}'));
    let is_same_line = !sight.slice(Span::new(end, at)).contains('\n');
    let is_written = |sign: char| written.len() > 1 && written[1..].trim_start().starts_with(sign);
    if is_written('{') && written.ends_with('}') {
        let text = "two `{` and one `}`";
        let span = Span::new(open, open + written.len() - written[1..].trim_start().len() + 1);
        return Slip::new(span, text, format!("write `{}`", written[1..].trim_start()));
    }
    if written == "{" {
        return Slip::new(inner, "this `{` is not closed", "write `{ $name }`, or delete it");
    }
    if let Some(close) = closing.filter(|_| is_same_line) {
        if let Some(dollar) = written.rfind('$').filter(|dollar| end == at && is_name(&written[dollar + 1..]))
        {
            let span = Span::new(open + dollar, sight.word(open + dollar).end);
            let text = format!(
                "`{}` is no variable: letters from a to z, digits, `-` and `_` make its name",
                sight.slice(span)
            );
            return Slip::new(
                span,
                text,
                "write the variable as the source has it; names are not translated",
            );
        }
        let extra = on_line[..close].trim_end();
        let span = Span::new(at, at + extra.len());
        let text = format!("`{extra}` cannot stand here: only one thing can be in braces");
        return Slip::new(span, text, one_thing(sight, written, extra));
    }
    if sight.slice(inner).contains("->") {
        let text = "the `}` that ends the variants is missing";
        return Slip::new(
            Span::new(open, open + 1),
            text,
            "write `}` in a line of its own below the last variant",
        );
    }
    let text = format!("the `}}` that closes `{written}` is missing");
    Slip::new(inner, text, format!("write `{written} }}`"))
}

/// What to write in place of braces with more than one thing in them.
fn one_thing(sight: &Sight, written: &str, extra: &str) -> String {
    let function = written.trim_start_matches('{').trim();
    let is_function = !function.is_empty() && function.bytes().all(|byte| byte.is_ascii_uppercase());
    if is_function && extra.strip_prefix('$').is_some_and(is_name) {
        return format!("write `{{ {function}({extra}) }}`");
    }
    let Some((before, name)) = written.rsplit_once('$').filter(|(_, name)| is_name(name)) else {
        return "write what is text outside of the braces".to_owned();
    };
    let known = || sight.corpus.contract.variables.keys().map(String::as_str);
    let letters: String = extra.chars().filter(|char| is_name_part(*char)).collect();
    match near(&format!("{name}{letters}"), known()).filter(|_| !known().any(|known| known == name)) {
        Some(near) => format!("did you mean `{before}${near} }}`?"),
        None => format!("write `{written} }}`, and what is text outside of the braces"),
    }
}

/// A key that goes on where `]` should stand.
pub(super) fn key_not_closed(sight: &Sight) -> Slip {
    let at = sight.junk.at;
    let open = sight.before(at).rfind('[').map_or(at, |open| sight.junk.span.start + open);
    let line = sight.line(open).end;
    let close = sight.slice(Span::new(open, line)).find(']').map(|close| open + close + 1);
    if let Some(close) = close {
        let span = Span::new(open, close);
        return bad_key(span, sight.slice(span));
    }
    let span = Span::new(open, sight.end_before(at));
    let written = sight.slice(span);
    Slip::new(span, format!("the `]` that closes `{written}` is missing"), format!("write `{written}]`"))
}

fn bad_key(span: Span, written: &str) -> Slip {
    let text = format!("`{written}` is no variant: between the brackets is one word or number");
    Slip::new(span, text, "write the key that the source has, such as `[one]`, `[other]` or `[1]`")
}

/// A name that does not begin with a letter: of a variable, an attribute, a key.
pub(super) fn name(sight: &Sight) -> Option<Slip> {
    let at = sight.junk.at;
    let before = sight.before(at);
    let line = sight.slice(Span::new(at, sight.line(at).end));
    if before.ends_with('$') {
        let dollar = Span::new(at - 1, at);
        let word = line.trim_start().split([' ', '}', ')', ',']).next().unwrap_or_default();
        return Some(if line.starts_with([' ', '\t']) && is_name(word) {
            let blank = Span::new(at, at + line.len() - line.trim_start().len());
            let slip = Slip::new(
                dollar,
                "the dollar sign stands alone",
                format!("write it right before the name: `${word}`"),
            );
            slip.edit(blank, "")
        } else if word.is_empty() {
            Slip::new(
                dollar,
                "there is no name after the dollar sign",
                "write the variable as the source has it: `$name`",
            )
        } else {
            let span = Span::new(at - 1, at + word.len());
            let text = format!("`${word}` is no variable: its name begins with a letter from a to z");
            Slip::new(span, text, "write the variable as the source has it; names are not translated")
        });
    }
    if before.trim_end().ends_with('[') {
        let open = sight.end_before(at) - 1;
        let close = line.find(']').map_or(sight.word(at).end, |close| at + close + 1);
        let span = Span::new(open, close);
        return Some(bad_key(span, sight.slice(span)));
    }
    if before.ends_with('.') && before.trim_start().len() > 1 && before.contains('{') {
        let span = Span::new(at - 1, sight.word(at).end);
        return Some(Slip::new(
            span,
            "there is no name after the dot",
            "write the attribute's name, or delete the dot",
        ));
    }
    None
}

/// A number without digits, or a hyphen with nothing behind.
pub(super) fn number(sight: &Sight) -> Slip {
    let at = sight.junk.at;
    let rest = sight.rest(at);
    if sight.before(at).ends_with('-') {
        let word = rest.trim_start().split([' ', '}', '(']).next().unwrap_or_default();
        let hyphen = Span::new(at - 1, at);
        if is_name(word) {
            let blank = Span::new(at, at + rest.len() - rest.trim_start().len());
            let slip = Slip::new(
                hyphen,
                "the hyphen stands alone",
                format!("write it right before the name: `-{word}`"),
            );
            return slip.edit(blank, "");
        }
        return Slip::new(
            hyphen,
            "there is no name and no number after the hyphen",
            "write `-name`, or delete it",
        );
    }
    let start =
        sight.before(at).rfind([' ', '{', '(', '[', ',', ':']).map_or(at, |n| sight.junk.span.start + n + 1);
    let span = Span::new(start, at);
    Slip::new(
        span,
        format!("`{}` is no number", sight.slice(span)),
        "write digits on both sides of the dot: `1.5`",
    )
}

/// Something in the line of the arrow.
pub(super) fn behind_arrow(sight: &Sight) -> Slip {
    let at = sight.junk.at;
    let line = sight.slice(Span::new(at, sight.line(at).end)).trim_end();
    let text = "variants begin in the line below the arrow";
    Slip::new(Span::new(at, at + line.len()), text, "begin a new line after `->`, and one for each variant")
}

/// Variants of which none is marked.
pub(super) fn no_default(sight: &Sight) -> Slip {
    let at = sight.junk.at;
    let open = open_brace(sight, at);
    let variants = sight.slice(Span::new(open, at));
    let mut keys = variants.match_indices('[').filter(|(key, _)| {
        variants[..*key].rsplit('\n').next().is_some_and(|before| before.trim().is_empty())
    });
    let Some((last, _)) = keys.next_back() else {
        let arrow = variants.find("->").map_or(open, |arrow| open + arrow);
        let text = "there are no variants after the arrow";
        let help = "write each in a line of its own, `[one] …`, and a star before the last: `*[other] …`";
        return Slip::new(Span::new(arrow, arrow + 2), text, help);
    };
    let start = open + last;
    let end = sight.slice(Span::new(start, at)).find(']').map_or(start + 1, |close| start + close + 1);
    let span = Span::new(start, end);
    let written = sight.slice(span);
    let slip = Slip::new(
        span,
        "no variant has a star, and so none is taken when no other fits",
        format!(
            "write a star before the one for all the rest, which is the last one as a rule: `*{written}`"
        ),
    );
    if written.trim_matches(['[', ']', ' ']) == "other" { slip.edit(Span::empty(start), "*") } else { slip }
}

/// A second star.
pub(super) fn second_default(sight: &Sight) -> Slip {
    let star = Span::new(sight.junk.at - 1, sight.junk.at);
    Slip::new(star, "a second variant with a star", "leave it at one of them: at `[other]`, if there is one")
}

/// A key without a text.
pub(super) fn empty_variant(sight: &Sight) -> Slip {
    let at = sight.junk.at;
    let end = sight.end_before(at);
    let start = sight.before(end).rfind('[').map_or(end, |open| sight.junk.span.start + open);
    let span = Span::new(start, end);
    let written = sight.slice(span);
    if !written.starts_with('[') {
        return Slip::new(Span::empty(end), "there is no text here", "write the text after `=`");
    }
    let help =
        format!("write it after `{written}`; for a variant that is to be empty, `{written} {{ \"\" }}`");
    Slip::new(span, format!("the variant `{written}` has no text"), help)
}

/// Something before the arrow that cannot choose.
pub(super) fn selector(sight: &Sight) -> Slip {
    let at = sight.junk.at;
    let end = sight.end_before(at);
    let open = open_brace(sight, end) + 1;
    let inner = sight.slice(Span::new(open, end));
    let span = Span::new(open + inner.len() - inner.trim_start().len(), end);
    let written = sight.slice(span);
    let text = format!("variants cannot be chosen by `{written}`");
    let is_variable = sight.corpus.contract.variables.contains_key(written);
    let slip = Slip::new(
        span,
        text,
        match written.strip_prefix('-') {
            _ if is_variable => format!("write `${written}`: a variable begins with a dollar sign"),
            Some(term) if is_name(term) => {
                "choose by a variable, `$name`, or by an attribute of the term".to_owned()
            }
            _ => "choose by the variable of the source: `{ $name ->`".to_owned(),
        },
    );
    if is_variable { slip.edit(Span::empty(span.start), "$") } else { slip }
}

/// `{ -brand.gender }`.
pub(super) fn term_attribute(sight: &Sight) -> Slip {
    let end = sight.end_before(sight.junk.at);
    let open = open_brace(sight, end) + 1;
    let inner = sight.slice(Span::new(open, end)).trim_end_matches('}').trim_end();
    let span = Span::new(open + inner.len() - inner.trim_start().len(), open + inner.len());
    let written = sight.slice(span);
    let term = written.split('.').next().unwrap_or(written);
    let text = format!("`{written}` cannot be printed: an attribute of a term only chooses variants");
    Slip::new(span, text, format!("write `{{ {term} }}`"))
}

/// `}` without `{`.
pub(super) fn not_opened(sight: &Sight) -> Slip {
    let at = sight.junk.at;
    let close = Span::new(at, at + 1);
    let open = open_brace(sight, at);
    if open > sight.junk.span.start && sight.slice(Span::new(open, at)).contains("->") {
        let text = "the `}` that ends the variants cannot stand after a text";
        return Slip::new(close, text, "write it in a line of its own below the last variant");
    }
    if sight.before(at).ends_with('}') {
        return Slip::new(close, "a `}` too many", "delete it").edit(close, "");
    }
    let line = line_before(sight, at);
    let text = sight.slice(line);
    let start = text.rfind(['}', '{']).map_or(0, |brace| brace + 1);
    let words = &text[start..];
    // The nearest thing before it that only stands in braces.
    let opening = words.rfind('$').or_else(|| words.rfind(" -").map(|space| space + 1));
    let Some(sign) =
        opening.filter(|sign| words[sign + 1..].starts_with(|char: char| char.is_ascii_alphabetic()))
    else {
        return Slip::new(
            close,
            "there is no open `{` for this `}`",
            "delete it, or write `{` where it belongs",
        );
    };
    // A function around it belongs into the braces too.
    let call = words[..sign].strip_suffix('(').map(str::trim_end);
    let function = call.map(|before| before.rfind(|char: char| !is_name_part(char)).map_or(0, |at| at + 1));
    let first = function.unwrap_or(sign);
    let span = Span::new(line.start + start + first, at + 1);
    let written = sight.slice(span);
    Slip::new(
        span,
        format!("the `{{` before `{}` is missing", words[first..].trim()),
        format!("write `{{ {written}`"),
    )
}

/// The line of `at` up to it.
fn line_before(sight: &Sight, at: usize) -> Span {
    Span::new(sight.line(at).start.max(sight.junk.span.start), at)
}

/// Braces with nothing in them, or with something that is no name.
pub(super) fn nothing_in_braces(sight: &Sight) -> Slip {
    let at = sight.junk.at;
    let rest = sight.rest(at);
    let open = open_brace(sight, at);
    if let Some(slip) = call::without_end(sight, open) {
        return slip;
    }
    if rest.starts_with('}') {
        let text = "there is nothing in these braces";
        return Slip::new(
            Span::new(open, at + 1),
            text,
            "write the variable of the source, `{ $name }`, or delete them",
        );
    }
    if rest.trim().is_empty() {
        let end = sight.end_before(at);
        return Slip::new(
            Span::new(open, end),
            "these braces are not closed",
            "write `{ $name }`, or delete the `{`",
        );
    }
    let line = sight.line(at).end.min(sight.junk.span.end);
    let on_line = sight.slice(Span::new(at, line));
    let end = on_line.find(['}', ')', ',']).unwrap_or_else(|| sight.word(at).end - at);
    let word = on_line[..end.min(on_line.len())].trim_end();
    let span = Span::new(at, at + word.len().max(rest.chars().next().map_or(0, char::len_utf8)));
    let quotes = ['\'', '‘', '’', '“', '”', '„', '«', '»'];
    let help = match word.strip_prefix('%').or(word.strip_prefix('@')).or(word.strip_prefix('#')) {
        Some(name) if is_name(name.trim_end_matches('%')) => {
            format!("write `${}`", name.trim_end_matches('%'))
        }
        _ if word.starts_with(quotes) => {
            "put text in braces between straight double quotes: `{ \"text\" }`".to_owned()
        }
        _ => {
            "in braces stands a variable, such as `{ $name }`; write what is text outside of them".to_owned()
        }
    };
    Slip::new(span, format!("`{}` cannot stand in braces", sight.slice(span)), help)
}
