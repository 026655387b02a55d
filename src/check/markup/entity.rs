//! Characters written as HTML entities.

use crate::check::near::near;
use crate::check::rule::{Findings, rule};
use crate::check::sheet::LeafPair;

rule! {
    /// ## What it does
    /// Finds characters written as HTML entities: `&nbsp;`, `&eacute;`, `&#8217;`. It is silent where the source
    /// has entities too.
    ///
    /// ## Why is this bad
    /// Mails are made from text: the reader sees `&nbsp;`.
    ///
    /// ## Example
    /// ```ftl
    /// help = Besoin d&rsquo;aide&nbsp;?
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// help = Besoin d’aide{ "\u00A0" }?
    /// ```
    pub(super) ENTITY_IN_TEXT = "entity-in-text", Warning, Markup, Leaf(entity_in_text);
}

fn entity_in_text(pair: &LeafPair, findings: &mut Findings) {
    let flat = pair.leaf.flat();
    // In the source it may be what the program wants.
    let Some(source) = pair.source.filter(|_| flat.text.contains('&')) else { return };
    if entities(&source.flat().text).any(|entity| matches!(entity.what, What::Character(_))) {
        return;
    }
    for entity in entities(&flat.text) {
        let What::Character(char) = entity.what else { continue };
        let span = flat.span(entity.start, entity.end);
        let written = &flat.text[entity.start..entity.end];
        let found = findings.report(pair.at(span), format!("`{written}` is printed as it stands"));
        if matches!(char, '<' | '>') {
            found.help("write tags with `<` and `>`, as the source has them; anything else in words");
            continue;
        }
        let instead = notation(char);
        found.help(format!("write `{instead}`")).edit(span, instead);
    }
}

rule! {
    /// ## What it does
    /// Finds HTML entities that are none: without their semicolon, with a space, misspelled, with wrong capitals.
    ///
    /// ## Why is this bad
    /// The reader sees `&nbsp`.
    ///
    /// ## Example
    /// ```ftl
    /// help = Besoin d’aide&nbsp?
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// help = Besoin d’aide{ "\u00A0" }?
    /// ```
    pub(super) ENTITY_BROKEN = "entity-broken", Warning, Markup, Leaf(entity_broken);
}

fn entity_broken(pair: &LeafPair, findings: &mut Findings) {
    let flat = pair.leaf.flat();
    if !flat.text.contains('&') {
        return;
    }
    for entity in entities(&flat.text) {
        let written = &flat.text[entity.start..entity.end];
        let span = flat.span(entity.start, entity.end);
        match entity.what {
            What::Character(_) => {}
            What::Meant(char) => {
                let instead = notation(char);
                findings
                    .report(pair.at(span), format!("`{written}` is no entity"))
                    .help(format!("write `{instead}`"))
                    .edit(span, instead);
            }
            What::Nothing => {
                findings
                    .report(pair.at(span), format!("`{written}` is no entity"))
                    .help("write the character itself");
            }
        }
    }
}

struct Entity {
    start: usize,
    end: usize,
    what: What,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    /// A whole entity.
    Character(char),
    /// A broken one, whose character is clear.
    Meant(char),
    /// A broken one.
    Nothing,
}

/// The entities in `text`, broken ones included. `R&D` and `Q & A` are none.
fn entities(text: &str) -> impl Iterator<Item = Entity> {
    text.match_indices('&').filter_map(|(start, _)| {
        let (length, what) = entity(&text[start + 1..])?;
        Some(Entity { start, end: start + 1 + length, what })
    })
}

/// What stands behind `&`, and how many bytes of `rest` belong to it.
fn entity(rest: &str) -> Option<(usize, What)> {
    if let Some(number) = rest.strip_prefix('#') {
        let (digits, radix) = match number.strip_prefix(['x', 'X']) {
            Some(digits) => (digits, 16),
            None => (number, 10),
        };
        let n_sign = rest.len() - digits.len();
        let n_digits = digits.find(|char: char| !char.is_digit(radix)).unwrap_or(digits.len());
        let char = u32::from_str_radix(&digits[..n_digits], radix).ok().and_then(char::from_u32);
        let is_ended = digits[n_digits..].starts_with(';');
        // `&#` with neither digits nor semicolon is just two signs.
        return match (char, is_ended) {
            (Some(char), true) => Some((n_sign + n_digits + 1, What::Character(char))),
            (Some(char), false) => Some((n_sign + n_digits, What::Meant(char))),
            (None, true) => Some((n_sign + n_digits + 1, What::Nothing)),
            (None, false) => None,
        };
    }
    // Behind a space it is an entity only with a semicolon: `Q & A`.
    let n_spaces = rest.len() - rest.trim_start_matches(' ').len();
    let name = &rest[n_spaces..];
    let length = name.find(|char: char| !char.is_ascii_alphanumeric()).unwrap_or(name.len());
    let (name, after) = name.split_at(length);
    let n_before_end = after.len() - after.trim_start_matches(' ').len();
    let is_ended = after[n_before_end..].starts_with(';');
    if name.is_empty() {
        return None;
    }
    let whole = n_spaces + length + n_before_end + 1;
    match (lookup(name), is_ended) {
        (Some(char), true) if n_spaces == 0 && n_before_end == 0 => Some((whole, What::Character(char))),
        (Some(char), true) => Some((whole, What::Meant(char))),
        (Some(char), false) if n_spaces == 0 => Some((length, What::Meant(char))),
        (None, true) if n_spaces == 0 && n_before_end == 0 && length > 1 => {
            let meant = near(name, NAMED.iter().map(|(name, _)| *name)).and_then(lookup);
            Some((whole, meant.map_or(What::Nothing, What::Meant)))
        }
        _ => None,
    }
}

fn lookup(name: &str) -> Option<char> {
    NAMED.iter().find(|(known, _)| *known == name).map(|(_, char)| *char)
}

/// The character as it is written in a file: one that cannot be seen as an escape.
fn notation(char: char) -> String {
    let is_invisible =
        char.is_whitespace() || char.is_control() || matches!(char, '\u{AD}' | '\u{200B}'..='\u{200F}');
    match char {
        ' ' => " ".to_owned(),
        '{' | '}' => format!("{{ \"{char}\" }}"),
        _ if is_invisible => format!("{{ \"\\u{:04X}\" }}", u32::from(char)),
        _ => char.to_string(),
    }
}

/// The entities that people write, of those in the HTML Living Standard, section 13.5.
const NAMED: [(&str, char); 78] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{A0}'),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("thinsp", '\u{2009}'),
    ("shy", '\u{AD}'),
    ("zwnj", '\u{200C}'),
    ("zwj", '\u{200D}'),
    ("lrm", '\u{200E}'),
    ("rlm", '\u{200F}'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bdquo", '„'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("lsaquo", '‹'),
    ("rsaquo", '›'),
    ("hellip", '…'),
    ("bull", '•'),
    ("middot", '·'),
    ("copy", '©'),
    ("reg", '®'),
    ("trade", '™'),
    ("deg", '°'),
    ("plusmn", '±'),
    ("times", '×'),
    ("euro", '€'),
    ("pound", '£'),
    ("yen", '¥'),
    ("cent", '¢'),
    ("sect", '§'),
    ("para", '¶'),
    ("frac12", '½'),
    ("iexcl", '¡'),
    ("iquest", '¿'),
    ("larr", '←'),
    ("rarr", '→'),
    ("agrave", 'à'),
    ("aacute", 'á'),
    ("acirc", 'â'),
    ("atilde", 'ã'),
    ("auml", 'ä'),
    ("aring", 'å'),
    ("aelig", 'æ'),
    ("ccedil", 'ç'),
    ("egrave", 'è'),
    ("eacute", 'é'),
    ("ecirc", 'ê'),
    ("euml", 'ë'),
    ("igrave", 'ì'),
    ("iacute", 'í'),
    ("icirc", 'î'),
    ("iuml", 'ï'),
    ("ntilde", 'ñ'),
    ("ograve", 'ò'),
    ("oacute", 'ó'),
    ("ocirc", 'ô'),
    ("otilde", 'õ'),
    ("ouml", 'ö'),
    ("oslash", 'ø'),
    ("oelig", 'œ'),
    ("ugrave", 'ù'),
    ("uacute", 'ú'),
    ("ucirc", 'û'),
    ("uuml", 'ü'),
    ("szlig", 'ß'),
    ("Eacute", 'É'),
    ("Agrave", 'À'),
    ("Ouml", 'Ö'),
];
