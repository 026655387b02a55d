//! Slips in how a message begins: its id, its equals sign, its indentation, and comments.

use fluent_syntax::parser::ErrorKind;

use super::sight::{Sight, Slip, is_name, is_name_part};
use crate::check::corpus::Corpus;
use crate::check::near::near;
use crate::check::parse::begins_entry;
use crate::check::prose::shown;
use crate::check::tree::{Fault, Junk, Resource};
use crate::diagnostic::Span;

/// Whether the junk is an id and an equals sign with nothing behind: an empty translation, told as such. So is one
/// whose text stands in the next line without indentation: that line is told.
pub(in crate::check) fn is_empty(sight: &Sight) -> bool {
    let is_value_missing = matches!(
        sight.junk.fault,
        Fault::Syntax(ErrorKind::ExpectedMessageField { .. } | ErrorKind::ExpectedTermField { .. })
    );
    is_value_missing && sight.junk.text.split_once('=').is_some_and(|(_, rest)| rest.trim().is_empty())
}

/// Whether the junk is the text of the message above it, without indentation.
pub(in crate::check) fn goes_on(sight: &Sight) -> bool {
    let line = sight.slice(sight.first_line());
    let id = &line[..line.find(|char| !is_name_part(char)).unwrap_or(line.len())];
    sight.is_below_message() && !begins_entry(line) && !is_known(sight, id)
}

/// An id with nothing behind.
pub(in crate::check) fn empty(sight: &Sight) -> Slip {
    let line = sight.first_line();
    let id = sight.slice(line).split('=').next().unwrap_or_default().trim_end();
    let what = if sight.corpus.is_source(sight.edition) { "text" } else { "translation" };
    let end = sight.end_before(line.end);
    let help = "write it after `=`, or in the next line after four spaces";
    Slip::new(Span::empty(end), format!("the {what} of `{id}` is missing"), help)
}

/// Slips that can be told from the first line of the junk, whatever the parser says of it.
pub(super) fn usual(sight: &Sight, kind: &ErrorKind) -> Option<Slip> {
    let is_at_start = sight.before(sight.junk.at).trim().is_empty();
    let is_value_missing =
        matches!(kind, ErrorKind::ExpectedMessageField { .. } | ErrorKind::ExpectedTermField { .. });
    let is_reached = |tab: &Slip| {
        // What stands behind the place where reading stopped is not what stopped it.
        let from = sight.junk.at.min(tab.span.start);
        sight.slice(Span::new(from, tab.span.start)).trim().is_empty()
    };
    if let Some(slip) = tab(sight).filter(|tab| is_at_start || is_value_missing || is_reached(tab)) {
        return Some(slip);
    }
    if let Some(slip) = star_apart(sight) {
        return Some(slip);
    }
    let span = sight.first_line();
    let line = sight.slice(span);
    if line.starts_with('.') {
        return attribute(sight, span, is_at_start);
    }
    if !is_at_start {
        return None;
    }
    if let Some(mark) = ["//", "<!--", "/*", ";"].into_iter().find(|mark| line.starts_with(mark)) {
        let mark = Span::new(span.start, span.start + mark.len());
        return Some(Slip::new(mark, "this is no comment here", "begin each line of a comment with `# `"));
    }
    match line.chars().next()? {
        '[' | '*' => return Some(variants_outside(span)),
        '}' => {
            let help =
                "delete it, or look above for a `}` too many: variants stand between `{ $name ->` and `}`";
            let brace = Span::new(span.start, span.start + 1);
            return Some(Slip::new(brace, "there is no open `{` for this `}`", help));
        }
        _ => {}
    }
    let indent = Span::new(sight.line(span.start).start, span.start);
    if indent.start == indent.end {
        return None;
    }
    if line.starts_with('#') {
        let help = "delete the spaces before `#`";
        return Some(Slip::new(span, "a comment cannot be indented", help).edit(indent, ""));
    }
    let (id, _) = line.split_once('=')?;
    let id = id.trim_end();
    is_name(id.strip_prefix('-').unwrap_or(id)).then(|| {
        let id_span = Span::new(span.start, span.start + id.len());
        let help = format!("delete the spaces before `{id}`");
        Slip::new(id_span, "a message cannot be indented", help).edit(indent, "")
    })
}

/// A line that begins with a dot. `is_alone` if it is fine but for what is above it.
fn attribute(sight: &Sight, line: Span, is_alone: bool) -> Option<Slip> {
    let name = Span::new(line.start, sight.word(line.start + 1).end);
    let shown = sight.slice(name);
    let is_attribute = shown.strip_prefix('.').is_some_and(is_name);
    let is_assigned = sight.slice(Span::new(name.end, line.end)).trim_start().starts_with('=');
    if !is_attribute && !is_assigned {
        let text = format!("a line of text cannot begin with `{shown}`");
        let help = "if this is text, write `{ \".\" }` in place of the dot that it begins with";
        Some(Slip::new(name, text, help))
    } else if !is_attribute {
        let text =
            format!("`{shown}` is no attribute: a dot and letters from a to z, digits, `-` and `_` make one");
        Some(Slip::new(name, text, "write the attribute as the source has it"))
    } else if !is_assigned {
        let text = format!("`=` is missing after the attribute `{shown}`");
        Some(Slip::new(Span::empty(name.end), text, format!("write `{shown} = …`")))
    } else {
        let text = format!("there is no message above this attribute `{shown}`");
        is_alone.then(|| Slip::new(name, text, "put it right below its message, or delete it"))
    }
}

/// A tab in place of spaces, in the first line that is not the id's.
fn tab(sight: &Sight) -> Option<Slip> {
    for (at, line) in sight.lines() {
        let blank = line.len() - line.trim_start_matches([' ', '\t']).len();
        if let Some(tab) = line[..blank].find('\t').filter(|_| !line.trim().is_empty()) {
            let span = Span::new(at + tab, at + blank);
            let text = "a line cannot begin with a tab";
            let id = line[blank..].split('=').next().unwrap_or_default().trim_end();
            if line.contains('=') && is_known(sight, id) && sight.edition.message(id).is_none() {
                let slip = Slip::new(span, text, "delete the tab: a message begins at the start of its line");
                return Some(slip.edit(Span::new(at, at + blank), ""));
            }
            let slip = Slip::new(span, text, "begin it with four spaces in place of the tab");
            return Some(slip.edit(Span::new(at, at + blank), "    "));
        }
    }
    None
}

/// A space behind the star of a variant.
fn star_apart(sight: &Sight) -> Option<Slip> {
    for (at, line) in sight.lines() {
        let star = line.len() - line.trim_start().len();
        let behind = line[star..].strip_prefix('*').unwrap_or_default();
        let key = behind.trim_start_matches([' ', '\t']);
        if key.starts_with('[') && key.len() < behind.len() {
            let gap = Span::new(at + star + 1, at + star + 1 + behind.len() - key.len());
            let key = key.split_inclusive(']').next().unwrap_or_default();
            let text = format!("a space between the star and `{key}`");
            return Some(Slip::new(gap, text, format!("write `*{key}`")).edit(gap, ""));
        }
    }
    None
}

fn variants_outside(span: Span) -> Slip {
    let help = "put the variants between `{ $name ->` and `}`, with the variable that chooses in place of `name`; if \
                this is text, write `{ \"[\" }` in place of `[`";
    Slip::new(span, "this variant is not in braces", help)
}

/// An id that nothing follows that could be read.
pub(super) fn no_equals_sign(sight: &Sight) -> Slip {
    let line = sight.first_line();
    let text = sight.slice(line);
    let end = text.find(|char| !is_name_part(char)).unwrap_or(text.len());
    let (id, rest) = text.split_at(end);
    let id_span = Span::new(line.start, line.start + end);
    let behind = rest.trim_start();
    if let Some(after) = behind.strip_prefix(':') {
        let at = line.end - behind.len();
        let colon = Span::new(at, at + 1);
        // What is there already, such as `:=`, stays one sign.
        let n = usize::from(after.starts_with('='));
        let slip = Slip::new(colon, format!("a colon after the id `{id}`"), "write an equals sign: `=`");
        return slip.edit(Span::new(at, at + 1 + n), "=");
    }
    if is_known(sight, id) && !behind.contains('=') {
        return equals_sign_missing(id, id_span);
    }
    if let Some((name, _)) =
        text.split_once('=').filter(|_| !sight.is_below_message() || rest.contains(" = "))
    {
        let (gap, name) = (&name[name.trim_end().len()..], name.trim_end());
        if is_name(name) && gap.contains(|char| char != ' ') {
            return strange_space(gap, line.start + name.len());
        }
        if name.split_whitespace().count() <= 4 {
            return bad_id(sight, name, Span::new(line.start, line.start + name.len()));
        }
    }
    if sight.is_below_message() { not_indented(line) } else { equals_sign_missing(id, id_span) }
}

/// Spaces that are none for Fluent.
fn strange_space(gap: &str, at: usize) -> Slip {
    let names: Vec<String> = gap.chars().filter(|char| *char != ' ').map(shown).collect();
    let text = format!("the space before `=` is none that the program knows: {}", names.join(", "));
    let span = Span::new(at, at + gap.len());
    Slip::new(span, text, "write a usual space").edit(span, " ")
}

fn equals_sign_missing(id: &str, span: Span) -> Slip {
    let text = format!("`=` is missing after the id `{id}`");
    Slip::new(Span::empty(span.end), text, format!("write `{id} = …`"))
}

fn not_indented(line: Span) -> Slip {
    let slip =
        Slip::new(line, "a line that goes on with a message must be indented", "begin it with four spaces");
    slip.edit(Span::empty(line.start), "    ")
}

fn is_known(sight: &Sight, id: &str) -> bool {
    sight.corpus.source.named(id).is_some()
}

/// What cannot be an id.
fn bad_id(sight: &Sight, name: &str, span: Span) -> Slip {
    let text = format!("`{name}` is no id: letters from a to z, digits, `-` and `_` alone make one");
    let plain = plain(name);
    let help = match near_id(sight.corpus, sight.resource, &plain) {
        Some(near) => format!("write the id as it is in the source: `{near} = …`"),
        None if is_name(&plain) && name.is_ascii() => format!("write `{plain} = …`, if the source has it so"),
        None => "write the id as it is in the source; ids are not translated".to_owned(),
    };
    Slip::new(span, text, help)
}

/// An id without what cannot be in one.
fn plain(name: &str) -> String {
    let chars = name.chars().filter(|char| !matches!(char, '"' | '\'' | '`'));
    let chars = chars.map(|char| if char.is_ascii_alphanumeric() || char == '_' { char } else { '-' });
    chars.collect::<String>().trim_matches('-').to_owned()
}

/// The message of the source that junk stands for, though its id is not written as one.
pub(super) fn meant<'a>(corpus: &Corpus<'a>, resource: &Resource<'a>, junk: &Junk<'a>) -> Option<&'a str> {
    let line = junk.text.trim_start().lines().next()?;
    let (name, _) = line.split_once(['=', '＝', ':'])?;
    near_id(corpus, resource, &plain(name.trim_end()))
}

/// How many ids are compared: where there are more, the file is not a catalog with slips but something else.
const MAX_PAIRS: usize = 100_000;

/// The message of the source whose id is most like `id`.
fn near_id<'a>(corpus: &Corpus<'a>, resource: &Resource, id: &str) -> Option<&'a str> {
    if let Some(message) = corpus.source.message(id) {
        return Some(message.entry.id.text);
    }
    let known = corpus.source.message_ids();
    let n_pairs = known.size_hint().0 * resource.junk.len();
    (n_pairs <= MAX_PAIRS).then(|| near(id, known)).flatten()
}

/// A line that begins with something other than an id.
pub(super) fn no_id(sight: &Sight) -> Slip {
    let line = sight.first_line();
    let text = sight.slice(line);
    if let Some(rest) = text.strip_prefix('-') {
        let id = rest.trim_start().split([' ', '=']).next().unwrap_or_default();
        if rest.trim_start().len() < rest.len() && is_name(id) && rest.contains('=') {
            let slip = Slip::new(
                Span::new(line.start, line.start + text.len() - rest.trim_start().len()),
                "the hyphen of a term stands right before its name",
                format!("write `-{id} = …`"),
            );
            let blank = rest.len() - rest.trim_start().len();
            return slip.edit(Span::new(line.start + 1, line.start + 1 + blank), "");
        }
    }
    match text.split_once('=') {
        Some((name, _)) if !sight.is_below_message() && !name.trim().is_empty() => {
            let name = name.trim_end();
            bad_id(sight, name, Span::new(line.start, line.start + name.len()))
        }
        _ if text.starts_with(['[', '*']) => variants_outside(line),
        _ if sight.is_below_message() => not_indented(line),
        _ => Slip::new(
            line,
            "this line is no message: it has no id",
            "write `id = text`, with the id that the source has; begin a line that goes on with a message with spaces, \
             and a comment with `# `",
        ),
    }
}

/// `#comment`.
pub(super) fn comment(sight: &Sight) -> Slip {
    let span = sight.first_line();
    let line = sight.slice(span);
    let n_marks = line.len() - line.trim_start_matches('#').len();
    let help = format!("write a space after `{}`", &line[..n_marks.min(3)]);
    let at = span.start + n_marks;
    let slip = match n_marks {
        1..=3 => {
            return Slip::new(
                Span::new(span.start, sight.word(at).end),
                "a comment needs a space after `#`",
                help,
            )
            .edit(Span::empty(at), " ");
        }
        _ => Span::new(span.start, at),
    };
    Slip::new(slip, "a comment begins with one, two or three `#`", "write `# ` where it begins")
}

/// An id and an equals sign before something that is no text.
pub(super) fn no_value(sight: &Sight, name: &str) -> Slip {
    let id = sight.first_line();
    let below = Span::new(id.end, sight.junk.span.end);
    let blank = sight.slice(below).len() - sight.slice(below).trim_start().len();
    let at = below.start + blank;
    let line = Span::new(at, sight.line(at).end.min(sight.junk.span.end));
    let indentation = sight.slice(below).trim_start_matches(['\n', '\r', ' ']);
    if let Some(char) = indentation.chars().next().filter(|char| char.is_whitespace() && *char != '\t') {
        let start = sight.junk.span.end - indentation.len();
        let text = format!("the line begins with {}, which is no indentation", shown(char));
        return Slip::new(Span::new(start, start + char.len_utf8()), text, "begin it with four usual spaces");
    }
    match sight.slice(line).chars().next() {
        Some('[' | '*') => variants_outside(line),
        Some('.') if name.starts_with('-') => Slip::new(
            Span::empty(sight.end_before(at)),
            format!("the term `{name}` has no text of its own"),
            "write the text after `=`; a term needs one besides its attributes",
        ),
        _ => Slip::new(
            Span::empty(sight.end_before(id.end)),
            format!("there is no text after `{name} =`"),
            "write the text after `=`, or in the next line after four spaces",
        ),
    }
}
