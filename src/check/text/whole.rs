//! A text as a whole: how it ends, how long it is, what should not be in it at all.

use unicode_width::UnicodeWidthChar;

use crate::check::contract::Role;
use crate::check::leaf::OBJECT;
use crate::check::prose::{Kind, Prose};
use crate::check::rule::{Findings, rule};
use crate::check::sheet::LeafPair;
use crate::check::tree::Expression;
use crate::check::variable::printed::{first_line, is_blank};
use crate::diagnostic::Span;

use super::foreign::language_of_text;
use super::spacing::typography;
use super::visible::{is_english_source, is_same_as_source, prose};

rule! {
    /// ## What it does
    /// Finds texts that end otherwise than the source: without its period, question mark, colon or ellipsis, or with a
    /// period where a heading or a button has none. An exclamation mark may be a period, and a heading a question.
    /// What ends with a comma, such as a greeting, ends as the language wants.
    ///
    /// ## Why is this bad
    /// A sentence without an end looks cut off, and a button with a period looks wrong.
    ///
    /// ## Example
    /// The source says `Need help?`:
    ///
    /// ```ftl
    /// help-heading = Hulp nodig
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// help-heading = Hulp nodig?
    /// ```
    pub(super) END_PUNCTUATION = "end-punctuation", Warning, Text, Leaf(end_punctuation);
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    None,
    /// `.` or `!`.
    Stop,
    Question,
    Colon,
    Ellipsis,
    Comma,
}

/// How the text ends, and at which character.
fn end(prose: &Prose) -> Option<(End, usize)> {
    let is_closing = |char: char| {
        char.is_whitespace() || matches!(char, '”' | '"' | '’' | '»' | ')' | '」' | '』' | '）' | '\'' | '“')
    };
    let at = prose.seen.iter().rposition(|seen| !is_closing(seen.char))?;
    let end = match prose.seen[at].char {
        '.' if at > 1 && [at - 1, at - 2].iter().all(|at| prose.char(*at) == Some('.')) => End::Ellipsis,
        '.' | '。' | '!' | '！' | '．' => End::Stop,
        '?' | '？' => End::Question,
        ':' | '：' => End::Colon,
        '…' => End::Ellipsis,
        ',' | '，' | '、' | ';' | '；' => End::Comma,
        _ => End::None,
    };
    Some((end, at))
}

fn end_punctuation(pair: &LeafPair, findings: &mut Findings) {
    let Some(source) = pair.source.filter(|_| !pair.pair.entry.is_term) else { return };
    let (Some(typography), true) = (typography(pair), is_english_source(pair)) else { return };
    let here = prose(pair.leaf);
    let there = prose(source);
    let (Some((own, at)), Some((wanted, of_source))) = (end(here), end(there)) else { return };
    let is_right = own == wanted
        || wanted == End::Comma
        || own == End::Comma && wanted == End::None
        || (wanted, own) == (End::None, End::Question)
        || (wanted, own) == (End::None, End::Ellipsis)
        || is_told_otherwise(pair, here, at)
        // How loud a text is, is a matter of the language.
        || own == End::None && matches!(there.char(of_source), Some('!'))
        // A variable that is lost at the end is told as such.
        || wanted == End::None && there.char(of_source) == Some(OBJECT) && own == End::Colon;
    // A question may stand before a last word that is none.
    let asks = wanted == End::Question && here.seen.iter().any(|seen| matches!(seen.char, '?' | '？'));
    // `B.V.` and `etc.` end with a period of their own.
    let is_abbreviation = own == End::Stop
        && wanted == End::None
        && here.words().last().is_some_and(|word| {
            word.text.chars().count() == 1
                || matches!(word.small.as_str(), "etc" | "enz" | "inc" | "osv" | "mm" | "no" | "nr")
        });
    // Nothing but variables: they may end as they want.
    if is_right || asks || is_abbreviation || here.words().is_empty() || is_same_as_source(pair) {
        return;
    }
    let flat = pair.leaf.flat();
    let (last, is_wide) = (here.seen[at], typography.is_wide);
    let mark = match wanted {
        End::None => "",
        End::Stop => {
            if is_wide {
                "。"
            } else {
                "."
            }
        }
        End::Question => {
            if is_wide {
                "？"
            } else {
                "?"
            }
        }
        End::Colon => {
            if is_wide {
                "："
            } else {
                ":"
            }
        }
        End::Ellipsis => typography.ellipsis,
        End::Comma => return,
    };
    let span = flat.span(last.start, last.end);
    let message = match (own, wanted) {
        (_, End::None) => format!("the text ends with `{}`, and the source with no mark", last.char),
        (End::None, _) => format!("the text ends without `{mark}`"),
        _ => format!("the text ends with `{}`, and the source with `{mark}`", last.char),
    };
    let help = if mark.is_empty() { "delete it".to_owned() } else { format!("write `{mark}`") };
    let found = findings.report(pair.at(span), message);
    found.help(help);
    // The right bytes are certain where a period is all that is missing or too much.
    let is_last = at + 1 == here.seen.len() && here.is_text(at);
    if matches!((own, wanted), (End::Stop, End::None)) && is_last && matches!(last.char, '.' | '。') {
        found.edit(span, "");
    } else if (own, wanted) == (End::None, End::Stop) && at + 1 == here.seen.len() && last.char != OBJECT {
        found.edit(Span::empty(span.end), mark);
    }
}

/// Whether the end is missing, or one too many, because of something that is told as such.
fn is_told_otherwise(pair: &LeafPair, prose: &Prose, at: usize) -> bool {
    let entry = pair.pair.entry;
    let is_reference = prose.char(at) == Some(OBJECT)
        && pair
            .leaf
            .placeables()
            .last()
            .is_some_and(|last| matches!(last.expression, Expression::Message { .. }));
    let is_id = pair.leaf.flat().text.trim() == entry.id.text;
    // What follows is not Fluent, so the text ends where it should not.
    let is_cut = pair.pair.resource.junk.iter().any(|junk| {
        let between = pair.pair.resource.text.get(entry.span.end..junk.span.start);
        between.is_some_and(|between| between.trim().is_empty())
    });
    let is_loud = matches!(prose.char(at), Some('!' | '！'))
        && pair.pair.corpus.contract.roles.contains_key(entry.id.text);
    is_reference || is_id || is_cut || is_loud
}

rule! {
    /// ## What it does
    /// Finds texts that are far wider than the source: more than twice as wide. A Chinese character is as wide as two
    /// Latin letters, and a variable counts for ten.
    ///
    /// ## Why is this bad
    /// Something was added that the source does not say, or the text does not fit where it stands.
    ///
    /// ## Example
    /// The source says `Update payment information`:
    ///
    /// ```ftl
    /// button = Klik op deze knop om naar de pagina te gaan waar u uw betalingsgegevens kunt bijwerken
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// button = Betalingsgegevens bijwerken
    /// ```
    pub(super) TOO_LONG = "too-long", Warning, Text, Leaf(too_long);
}

fn too_long(pair: &LeafPair, findings: &mut Findings) {
    // What has a limit of its own is told by that.
    if pair.pair.corpus.contract.roles.get(pair.pair.entry.id.text).is_some_and(has_limit) {
        return;
    }
    let Some((own, source)) = widths(pair) else { return };
    let Some((_, most)) = pair.pair.edition.lexicon.width else { return };
    // Short texts vary more: of these, only what has become long is found.
    if source >= 12 && own > 40 && own * 100 > source * most {
        findings
            .report(
                pair.at(first_line(pair)),
                format!("the text takes {own} columns, and the source {source}"),
            )
            .help("say what the source says, and no more");
    }
}

rule! {
    /// ## What it does
    /// Finds texts that are far narrower than the source: less than half as wide.
    ///
    /// ## Why is this bad
    /// A sentence was left out, and the reader does not learn what it says.
    ///
    /// ## Example
    /// The source says `If the card has expired, change it or contact your bank.`:
    ///
    /// ```ftl
    /// step = Vraag uw bank.
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// step = Is de creditcard verlopen? Kies een andere of neem contact op met uw bank.
    /// ```
    pub(super) TOO_SHORT = "too-short", Warning, Text, Leaf(too_short);
}

fn has_limit(role: &Role) -> bool {
    role.max.is_some() || matches!(role.role.as_str(), "subject" | "preheader" | "button")
}

fn too_short(pair: &LeafPair, findings: &mut Findings) {
    let Some((own, source)) = widths(pair) else { return };
    let Some((least, _)) = pair.pair.edition.lexicon.width else { return };
    if source >= 40 && own * 100 < source * least {
        findings
            .report(
                pair.at(first_line(pair)),
                format!("the text takes {own} columns, and the source {source}"),
            )
            .help("look whether a sentence was left out");
    }
}

/// The columns that the text and its source take.
fn widths(pair: &LeafPair) -> Option<(usize, usize)> {
    let source = pair.source.filter(|_| !is_blank(pair.leaf) && is_english_source(pair))?;
    let (here, there) = (prose(pair.leaf), prose(source));
    let n_objects = |prose: &Prose| prose.seen.iter().filter(|seen| seen.char == OBJECT).count();
    // With other variables, or in another language, the width tells nothing.
    let is_alike = n_objects(here) == n_objects(there) && language_of_text(pair).is_none();
    is_alike.then(|| (width(here), width(there)))
}

fn width(prose: &Prose) -> usize {
    let columns = |char: char| match char {
        OBJECT => 10,
        ' '..='~' => 1,
        char => char.width().unwrap_or(0),
    };
    *prose.width.get_or_init(|| {
        let words = prose.seen.iter().filter(|seen| seen.kind != Kind::Address);
        words.map(|seen| columns(seen.char)).sum()
    })
}
