//! Variables written so that they are printed as they stand.

use crate::check::leaf::{OBJECT, Part};
use crate::check::rule::{Findings, rule};
use crate::check::sheet::LeafPair;
use crate::check::tree::Expression;
use crate::diagnostic::Span;

use super::printed::{not_printed, printed};
use crate::check::near::near;

rule! {
    /// ## What it does
    /// Finds variables in the notation of other programs: `$amount` without braces, `{amount}`, `{{ amount }}`,
    /// `${amount}`, `%amount%`, `%(amount)s`, `%s`, `{0}`, `{ "$amount" }`.
    ///
    /// ## Why is this bad
    /// The reader sees just these characters, or the mail is not written.
    ///
    /// ## Example
    /// ```ftl
    /// request = Betaal %amount%.
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// request = Betaal { $amount }.
    /// ```
    pub(super) VARIABLE_AS_TEXT = "variable-as-text", Error, Variable, Leaf(variable_as_text);
}

fn variable_as_text(pair: &LeafPair, findings: &mut Findings) {
    for slip in slips(pair) {
        let file = pair.pair.resource.text;
        let written = file.get(slip.span.start..slip.span.end).unwrap_or_default();
        let found = findings
            .report(pair.at(slip.span), format!("`{written}` is printed as it stands: it is no variable"));
        if slip.name.is_empty() {
            found.help("write the variable of the source in braces, with a dollar sign: `{ $name }`");
        } else {
            found.help(format!("write `{}`", notation(pair, slip.name)));
        }
    }
}

/// The variable as the source prints it, or plainly.
fn notation(pair: &LeafPair, name: &str) -> String {
    let source = pair.source.map(printed).unwrap_or_default();
    let same = source.iter().find(|printed| printed.variable.text == name);
    match (same, pair.pair.source) {
        (Some(same), Some(source)) => {
            let span = same.placeable.span;
            source.resource.text.get(span.start..span.end).unwrap_or_default().to_owned()
        }
        _ => format!("{{ ${name} }}"),
    }
}

/// Something that was meant to be a variable.
pub(super) struct Slip<'p> {
    pub(super) span: Span,
    /// The variable that was meant; empty if one cannot tell.
    pub(super) name: &'p str,
}

/// Every slip in the leaf.
pub(super) fn slips<'p>(pair: &LeafPair<'p, '_, '_>) -> Vec<Slip<'p>> {
    let mut slips = Vec::new();
    // In a term a dollar sign may be anything.
    if pair.pair.entry.is_term {
        return slips;
    }
    in_placeables(pair, &mut slips);
    let flat = pair.leaf.flat();
    if flat.text.bytes().any(|byte| matches!(byte, b'$' | b'%')) {
        in_text(pair, &flat.text, &mut slips);
    }
    give_names(pair, &mut slips);
    slips
}

/// Where as many variables are missing as there are slips without names, they stand for these, in their order.
fn give_names<'p>(pair: &LeafPair<'p, '_, '_>, slips: &mut [Slip<'p>]) {
    if slips.iter().all(|slip| !slip.name.is_empty()) {
        return;
    }
    let mut missing = not_printed(pair);
    missing.retain(|name| slips.iter().all(|slip| slip.name != *name));
    let mut nameless: Vec<&mut Slip> = slips.iter_mut().filter(|slip| slip.name.is_empty()).collect();
    if nameless.len() == missing.len() {
        nameless.sort_by_key(|slip| slip.span.start);
        for (slip, name) in nameless.into_iter().zip(missing) {
            slip.name = name;
        }
    }
}

/// `{amount}` is a reference to a message, `{0}` a number, `{ "$amount" }` a text.
fn in_placeables<'p>(pair: &LeafPair<'p, '_, '_>, slips: &mut Vec<Slip<'p>>) {
    let mut before = "";
    for part in &pair.leaf.parts {
        let Part::Placeable(placeable) = part else {
            if let Part::Text(word) = part {
                before = word.text;
            }
            continue;
        };
        let name = match &placeable.expression {
            Expression::Message { id, attribute: None } if is_no_message(pair, id.text) => {
                variable(pair, id.text)
                    .filter(|name| is_sure(id.text, name) || before.ends_with(['$', '%', '#']))
            }
            Expression::Number(_) if !source_prints_number(pair) => Some(""),
            Expression::Text(word) => {
                word.text.trim().strip_prefix('$').and_then(|name| variable(pair, name))
            }
            _ => None,
        };
        if let Some(name) = name {
            // The sign before the braces belongs to it.
            let n_before = usize::from(before.ends_with(['$', '%', '#']));
            slips.push(Slip { span: Span::new(placeable.span.start - n_before, placeable.span.end), name });
        }
        before = "";
    }
}

fn source_prints_number(pair: &LeafPair) -> bool {
    pair.source.is_none_or(|source| {
        source.placeables().any(|placeable| matches!(placeable.expression, Expression::Number(_)))
    })
}

fn is_no_message(pair: &LeafPair, id: &str) -> bool {
    let edition = pair.pair.edition;
    edition.message(id).is_none() && !edition.is_junk(id) && pair.pair.corpus.source.message(id).is_none()
}

/// `$amount`, `%amount%`, `%(amount)s`, `%s` in literal text.
fn in_text<'p>(pair: &LeafPair<'p, '_, '_>, text: &str, slips: &mut Vec<Slip<'p>>) {
    let flat = pair.leaf.flat();
    let mut from = 0;
    while let Some(at) = text[from..].find(['$', '%']).map(|at| from + at) {
        from = at + 1;
        let rest = &text[from..];
        let Some((inner, n_after)) = notation_after(&text[at..=at], rest) else { continue };
        let end = from + n_after;
        // Full-width braces around it are another mistake, which is told as such.
        let brace = text[..at].rfind(['｛', '｝']);
        let is_in_braces = brace.is_some_and(|brace| text[brace..].starts_with('｛'));
        let name = match inner {
            "" if source_has(pair, &text[at..end]) => None,
            "" => Some(""),
            inner => variable(pair, inner).or_else(|| translated(pair, inner)),
        };
        if let Some(name) = name.filter(|_| !is_in_braces) {
            slips.push(Slip { span: flat.span(at, end), name });
            from = end;
        }
    }
}

/// The name in a notation that begins with `sign`, and how many bytes of `rest` belong to the notation.
/// The name is empty if the notation has none.
fn notation_after<'t>(sign: &str, rest: &'t str) -> Option<(&'t str, usize)> {
    let n_name = |text: &str| text.find(|char| !is_name_part(char)).unwrap_or(text.len());
    let begins_name = |text: &str| text.starts_with(|char: char| char.is_ascii_alphabetic());
    let length = n_name(rest);
    if sign == "$" {
        // `$5` and `US$` are money.
        return begins_name(rest).then(|| (&rest[..length], length));
    }
    if let Some(inner) = rest.strip_prefix('(') {
        let length = n_name(inner);
        let after = inner[length..].strip_prefix(')')?;
        let n_letter = usize::from(after.starts_with(['s', 'd']));
        return begins_name(inner).then(|| (&inner[..length], length + 2 + n_letter));
    }
    if begins_name(rest) && rest[length..].starts_with('%') {
        return Some((&rest[..length], length + 1));
    }
    // `%s`, `%d`, `%1$s`, `%@`: the next thing must be no letter, or it is a sentence with a percent sign.
    let digits = rest.trim_start_matches(|char: char| char.is_ascii_digit());
    let directive = if digits.len() < rest.len() { digits.strip_prefix('$')? } else { rest };
    let after = directive.strip_prefix(['s', 'd', '@'])?;
    let is_whole = !after.starts_with(|char: char| char.is_alphanumeric() || char == OBJECT);
    is_whole.then_some(("", rest.len() - after.len()))
}

fn is_name_part(char: char) -> bool {
    char.is_ascii_alphanumeric() || matches!(char, '_' | '-')
}

fn source_has(pair: &LeafPair, notation: &str) -> bool {
    pair.source.is_none_or(|source| source.flat().text.contains(notation))
}

/// The variable that `name` stands for.
fn variable<'p>(pair: &LeafPair<'p, '_, '_>, name: &str) -> Option<&'p str> {
    let known = &pair.pair.corpus.contract.variables;
    let of_source = || pair.source.map(printed).unwrap_or_default().into_iter().map(|it| it.variable.text);
    let exact = known.get_key_value(name).map(|(known, _)| known.as_str());
    exact
        .or_else(|| near(name, of_source()))
        .or_else(|| known.keys().map(String::as_str).find(|known| is_sure(name, known)))
}

/// A name that is a word, where one variable is missing: `$bedrag` in place of `$amount`.
fn translated<'p>(pair: &LeafPair<'p, '_, '_>, name: &str) -> Option<&'p str> {
    let is_word = name.len() >= 3 && name.starts_with(|char: char| char.is_ascii_lowercase());
    match not_printed(pair).as_slice() {
        [one] if is_word => Some(*one),
        _ => None,
    }
}

/// Whether the two are one name, but for capitals, hyphens and underscores.
fn is_sure(name: &str, known: &str) -> bool {
    let fold = |name: &str| name.replace(['-', '_'], "").to_ascii_lowercase();
    fold(name) == fold(known)
}
