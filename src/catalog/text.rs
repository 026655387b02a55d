//! The text of one file: parsed, and looked through for what the parser does not tell.

use std::collections::BTreeSet;

use fluent::FluentResource;

use super::Error;
use super::source::Source;

/// Parses a text, or says on which line it is wrong.
pub(super) fn parse(source: &Source) -> Result<FluentResource, Error> {
    // What is still open at the end of a file is missing on its last line, not on the empty one below.
    let last = source.text.trim_end().len();
    let at = |position: usize| {
        1 + source.text.bytes().take(position.min(last)).filter(|&byte| byte == b'\n').count()
    };
    if let Some(position) = private_use(&source.text) {
        let problem = "a private-use character has no place in a text".to_owned();
        return Err(Error::Syntax { file: source.file.clone(), line: at(position), problem });
    }
    FluentResource::try_new(source.text.clone()).map_err(|(_, errors)| {
        let (line, problem) =
            errors.first().map_or((1, String::new()), |err| (at(err.pos.start), err.to_string()));
        Error::Syntax { file: source.file.clone(), line, problem }
    })
}

/// Where `text` has a private-use character, itself or as an escape: it would be taken for a mark.
fn private_use(text: &str) -> Option<usize> {
    let is_private = |code: u32| (0xE000..=0xF8FF).contains(&code);
    let mut chars = text.char_indices();
    while let Some((at, char)) = chars.next() {
        let n_digits = match (char, text.as_bytes().get(at + 1)) {
            ('\\', Some(b'u')) => 4,
            ('\\', Some(b'U')) => 6,
            ('\\', Some(b'\\')) => {
                // An escaped backslash escapes nothing itself.
                chars.next();
                continue;
            }
            _ if is_private(char.into()) => return Some(at),
            _ => continue,
        };
        let digits = text.get(at + 2..at + 2 + n_digits).unwrap_or_default();
        if u32::from_str_radix(digits, 16).is_ok_and(is_private) {
            return Some(at);
        }
    }
    None
}

/// The messages of a text that has parsed, each with the names of the variables in it.
/// A message begins with its id at the start of a line, and goes on in the indented lines below.
pub(super) fn messages(text: &str) -> Vec<(&str, BTreeSet<&str>)> {
    let mut messages: Vec<(&str, BTreeSet<&str>)> = Vec::new();
    let mut is_within = false;
    for line in text.lines() {
        if let Some((id, _)) =
            line.split_once('=').filter(|_| line.starts_with(|char: char| char.is_ascii_alphabetic()))
        {
            messages.push((id.trim_end(), BTreeSet::new()));
            is_within = true;
        } else if !line.starts_with([' ', '}']) && !line.is_empty() {
            is_within = false;
        }
        if let Some((_, variables)) = messages.last_mut().filter(|_| is_within) {
            variables.extend(variables_in(line));
        }
    }
    messages
}

fn variables_in(line: &str) -> impl Iterator<Item = &str> {
    let is_part = |char: char| char.is_ascii_alphanumeric() || char == '_' || char == '-';
    line.split('$')
        .skip(1)
        .map(move |rest| &rest[..rest.find(|char| !is_part(char)).unwrap_or(rest.len())])
        .filter(|name| !name.is_empty())
}

/// The term `-brand` as Fluent source: a quoted literal, so that no character in it means anything.
pub(super) fn brand_term(brand: &str) -> String {
    let quoted = brand.replace('\\', r"\\").replace('"', "\\\"");
    format!("-brand = {{ \"{quoted}\" }}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_variables_of_a_message_are_those_in_its_own_lines() {
        let text = "a = { $x } costs 5 $\n    .b = { MONEY($y) }\n# $z\nc =\n    { $n ->\n       *[other] $n\n    }\n-t = { $q }\n";
        let found = messages(text);
        assert_eq!(found, [("a", BTreeSet::from(["x", "y"])), ("c", BTreeSet::from(["n"]))]);
    }
}
