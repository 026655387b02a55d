//! Spaces beside marks.

use crate::check::lexicon::Typography;
use crate::check::prose::{Kind, Prose, Seen, is_han, is_no_break, shown};
use crate::check::rule::{Findings, rule};
use crate::check::sheet::LeafPair;

use super::visible::prose;

rule! {
    /// ## What it does
    /// Finds spaces beside marks that the language does not have there, and such as it has and are missing: in French
    /// U+00A0 before `:` and `%` and within `« »`, and U+202F (or U+00A0) before `;`, `!` and `?`; in Swedish U+00A0
    /// before `%`; in Chinese none beside full-width marks, and one between Chinese and Latin words; elsewhere none
    /// before a mark, and one after a comma.
    ///
    /// Times such as `12:30` and addresses are left alone.
    ///
    /// ## Why is this bad
    /// A line can begin with a lone question mark, and the text looks like a machine’s.
    ///
    /// ## Example
    /// ```ftl
    /// help = Besoin d’aide ?
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// help = Besoin d’aide{ "\u202F" }?
    /// ```
    pub(super) PUNCTUATION_SPACING = "punctuation-spacing", Warning, Text, Leaf(punctuation_spacing);
}

fn punctuation_spacing(pair: &LeafPair, findings: &mut Findings) {
    let Some(typography) = typography(pair) else { return };
    let prose = prose(pair.leaf);
    let mut reader = Reader { pair, prose, typography, findings };
    for at in 0..prose.seen.len() {
        if typography.is_wide {
            reader.wide(at);
        } else {
            // Most of a text, and no mark.
            if prose.seen[at].char.is_ascii_alphanumeric() || prose.seen[at].char == ' ' {
                continue;
            }
            reader.mark(at);
            reader.quote(at);
            reader.percent(at);
            reader.after(at);
        }
        reader.bracket(at);
    }
}

/// The marks and spaces of the language.
pub(super) fn typography(pair: &LeafPair) -> Option<&'static Typography> {
    pair.pair.edition.lexicon.typography.as_ref()
}

/// Whether spaces before the mark at `at` are the business of this rule.
pub(super) fn owns_spaces_before(pair: &LeafPair, prose: &Prose, at: usize) -> bool {
    typography(pair)
        .is_some_and(|typography| !typography.is_wide && is_mark_at(prose, at, typography).is_some())
}

/// What should stand before a mark: nothing, or a space.
type Wanted = (Option<char>,);

/// What should stand before the mark at `at`. `None` if there is no mark.
fn is_mark_at(prose: &Prose, at: usize, typography: &Typography) -> Option<Wanted> {
    let seen = prose.seen.get(at).filter(|seen| matches!(seen.kind, Kind::Text | Kind::Literal))?;
    let next = prose.char(at + 1);
    // `.NET`, `:)`, `12:30` and `...` are no ends of sentences.
    let ends = next.is_none_or(|next| {
        next.is_whitespace()
            || matches!(next, '”' | '"' | '’' | '»' | ')' | '!' | '?' | '\u{FFFC}' | '…' | '“' | '‘')
            || (is_han(next) || next.is_alphabetic()) && seen.char != '.'
    });
    let spaces = typography.mark_spaces;
    match seen.char {
        ',' | '.' if ends => Some((None,)),
        ':' if ends => Some((spaces.map(|(colon, _)| colon),)),
        ';' | '!' | '?' if ends => Some((spaces.map(|(_, other)| other),)),
        '»' if typography.quote_space.is_some() => Some((typography.quote_space,)),
        _ => None,
    }
}

struct Reader<'r, 'p, 'c, 'a> {
    pair: &'r LeafPair<'p, 'c, 'a>,
    prose: &'r Prose,
    typography: &'r Typography,
    findings: &'r mut Findings,
}

impl Reader<'_, '_, '_, '_> {
    /// The spaces before `at`, of which the first is the result.
    fn spaces_before(&self, at: usize) -> usize {
        let is_space = |seen: &&Seen| is_space(seen.char);
        at - self.prose.seen[..at].iter().rev().take_while(is_space).count()
    }

    fn mark(&mut self, at: usize) {
        let Some((wanted,)) = is_mark_at(self.prose, at, self.typography) else { return };
        let mark = self.prose.seen[at];
        let from = self.spaces_before(at);
        // A mark at the beginning belongs to nothing, and of several the first one counts.
        let Some(before) = self.prose.before(from) else { return };
        let is_behind_entity = from > 0 && self.prose.seen[from - 1].kind == Kind::Entity;
        if is_behind_entity || matches!(before, ':' | ';' | '!' | '?' | '.' | ',' | '…' | '(' | '«' | '“')
        {
            return;
        }
        let spaces: String = self.prose.seen[from..at].iter().map(|seen| seen.char).collect();
        let is_right = match wanted {
            None => spaces.is_empty(),
            // The wider one is right for all marks.
            Some(_) => spaces.chars().count() == 1 && spaces.chars().all(is_no_break),
        };
        if !is_right {
            self.replace(from, at, at, wanted, &format!("before `{}`", mark.char));
        }
    }

    /// French quotation marks have a space within.
    fn quote(&mut self, at: usize) {
        let Some(space) = self.typography.quote_space.filter(|_| self.prose.char(at) == Some('«')) else {
            return;
        };
        let to = at + 1 + self.prose.seen[at + 1..].iter().take_while(|seen| is_space(seen.char)).count();
        let inner = &self.prose.seen[at + 1..to];
        if to < self.prose.seen.len() && !(inner.len() == 1 && is_no_break(inner[0].char)) {
            self.replace(at + 1, to, at, Some(space), "after `«`");
        }
    }

    fn percent(&mut self, at: usize) {
        if self.prose.char(at) != Some('%') || !self.prose.is_text(at) {
            return;
        }
        let from = self.spaces_before(at);
        let is_number = self
            .prose
            .before(from)
            .is_some_and(|char| char.is_ascii_digit() || char == crate::check::leaf::OBJECT);
        let is_end = self.prose.char(at + 1).is_none_or(|char| !char.is_alphanumeric() && char != '(');
        if !is_number || !is_end {
            return;
        }
        let spaces = &self.prose.seen[from..at];
        let is_right = match self.typography.percent_space {
            // Some write it as the international system of units does: then the source has the space too.
            None => {
                spaces.is_empty() || self.pair.source.is_none_or(|source| source.flat().text.contains(" %"))
            }
            Some(_) => spaces.len() == 1 && is_no_break(spaces[0].char),
        };
        if !is_right {
            self.replace(from, at, at, self.typography.percent_space, "before `%`");
        }
    }

    /// A comma, or the period of a sentence, with the next word right behind it.
    fn after(&mut self, at: usize) {
        let (Some(before), Some(char), Some(next)) =
            (self.prose.before(at), self.prose.char(at), self.prose.char(at + 1))
        else {
            return;
        };
        if !self.prose.is_text(at) || !before.is_alphabetic() || !next.is_alphabetic() || is_han(next) {
            return;
        }
        let is_joined = match char {
            ',' | ';' | '!' | '?' => !(char == '?' && before.is_lowercase() && next.is_lowercase()),
            // `Node.js`, `B.V.` and `example.com` are words; a sentence begins with a capital.
            '.' => {
                let is_word = |from: usize, to: usize| {
                    (from..to).all(|at| self.prose.char(at).is_some_and(char::is_lowercase))
                };
                at >= 3 && is_word(at - 3, at) && next.is_uppercase() && is_word(at + 2, at + 3)
            }
            _ => false,
        };
        if is_joined {
            self.replace(at + 1, at + 1, at, Some(' '), &format!("after `{char}`"));
        }
    }

    /// Chinese: no spaces beside wide marks, one between words of two scripts.
    fn wide(&mut self, at: usize) {
        let Some(char) = self.prose.char(at).filter(|_| self.prose.is_text(at)) else { return };
        let is_plain = |at: usize| self.prose.char(at) == Some(' ') && self.prose.is_text(at);
        if is_wide_mark(char) {
            let from = self.spaces_before(at);
            let to = at + 1 + (at + 1..self.prose.seen.len()).take_while(|at| is_plain(*at)).count();
            // An opening mark after a Latin word, and a closing one before it, keep the space of that word.
            let closes = !matches!(char, '（' | '「' | '『' | '《' | '〈');
            if from > 0
                && from < at
                && is_plain(from)
                && (closes || self.prose.before(from).is_some_and(is_han))
            {
                self.replace(from, at, at, None, &format!("before `{char}`"));
            }
            let next_is_han = self.prose.char(to).is_some_and(is_han);
            let is_sentence_mark = matches!(char, '，' | '。' | '、' | '；' | '：' | '！' | '？');
            if to > at + 1 && to < self.prose.seen.len() && (is_sentence_mark || next_is_han) {
                self.replace(at + 1, to, at, None, &format!("after `{char}`"));
            }
        }
        let Some(next) = self.prose.char(at + 1).filter(|_| self.prose.is_text(at + 1)) else { return };
        // One letter alone may be part of a Chinese word, as in `T恤`.
        let is_word = |at: usize, other: Option<usize>| {
            let is_letter = |at: usize| self.prose.char(at).is_some_and(|char| char.is_ascii_alphabetic());
            is_letter(at) && other.is_some_and(is_letter)
        };
        if is_han(char) && is_word(at + 1, Some(at + 2)) || is_word(at, at.checked_sub(1)) && is_han(next) {
            self.replace(at + 1, at + 1, at, Some(' '), "between the Chinese and the Latin word");
        }
    }

    fn bracket(&mut self, at: usize) {
        let is_plain = |at: usize| self.prose.char(at) == Some(' ') && self.prose.is_text(at);
        match self.prose.char(at).filter(|_| self.prose.is_text(at)) {
            Some('(') if is_plain(at + 1) && self.prose.char(at + 2).is_some_and(|char| char != ' ') => {
                self.replace(at + 1, at + 2, at, None, "after `(`");
            }
            Some(')')
                if at >= 2
                    && is_plain(at - 1)
                    && self.prose.before(at - 1).is_some_and(|char| char != ' ') =>
            {
                self.replace(at - 1, at, at, None, "before `)`");
            }
            _ => {}
        }
    }

    /// Reports that `space` should stand in the place of the characters `from..to`, beside the mark at `mark`.
    fn replace(&mut self, from: usize, to: usize, mark: usize, space: Option<char>, where_: &str) {
        let flat = self.pair.leaf.flat();
        let seen = &self.prose.seen;
        let gap = &seen[from..to];
        let (start, end) = match gap {
            [first, .., last] => (first.start, last.end),
            [one] => (one.start, one.end),
            [] => {
                let at = if from == mark { seen[mark].start } else { seen[from - 1].end };
                (at, at)
            }
        };
        let span = flat.span(start, end);
        // Carets need something to stand under.
        let shown_span = if gap.is_empty() { flat.span(seen[mark].start, seen[mark].end) } else { span };
        let message = match (space, gap) {
            (None, _) => format!("a space stands {where_}"),
            (Some(_), []) => format!("the space {where_} is missing"),
            (Some(' '), _) => format!("one space belongs {where_}"),
            (Some(_), _) => format!("the space {where_} does not keep the line together"),
        };
        let help = match space {
            None => "delete it".to_owned(),
            Some(' ') => "write a space".to_owned(),
            Some(space) => {
                format!("write {}, or `{{ \"\\u{:04X}\" }}`", shown(space), u32::from(space))
            }
        };
        let found = self.findings.report(self.pair.at(shown_span), message);
        found.help(help);
        let in_file = self.pair.pair.resource.text.get(span.start..span.end);
        let is_as_written =
            in_file.is_some_and(|text| text.chars().all(is_space)) && end - start == span.end - span.start;
        if is_as_written {
            found.edit(span, space.map(String::from).unwrap_or_default());
        }
    }
}

fn is_space(char: char) -> bool {
    matches!(char, ' ' | '\u{A0}' | '\u{202F}' | '\u{2009}' | '\u{2002}' | '\u{2003}' | '\u{3000}')
}

pub(super) fn is_wide_mark(char: char) -> bool {
    matches!(
        char,
        '，' | '。'
            | '、'
            | '；'
            | '：'
            | '！'
            | '？'
            | '（'
            | '）'
            | '「'
            | '」'
            | '『'
            | '』'
            | '《'
            | '》'
            | '〈'
            | '〉'
    )
}
