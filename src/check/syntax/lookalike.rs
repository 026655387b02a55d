//! Characters that look like those of Fluent: full-width ones, curly quotation marks, arrows.

use super::sight::{Sight, Slip, is_name, is_name_part};
use crate::check::corpus::{Corpus, Edition, Located};
use crate::check::parse::{MAX_DEPTH, is_fluent};
use crate::check::rule::{Findings, rule};
use crate::check::tree::{Element, Fault, Pattern, Word};
use crate::diagnostic::Span;

rule! {
    /// ## What it does
    /// Finds characters that look like those of Fluent and are others: full-width `｛ ｝ ＄ ＝`, an arrow `→` or `－＞`,
    /// curly quotation marks around an option.
    ///
    /// ## Why is this bad
    /// To the program they are text: the reader sees `｛ $amount ｝` as it stands, or the message cannot be read at
    /// all. An input method or a word processor writes them unasked.
    ///
    /// ## Example
    /// ```ftl
    /// request = 請支付 ｛ MONEY($amount) ｝。
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// request = 請支付 { MONEY($amount) }。
    /// ```
    pub(super) LOOKALIKE_SYNTAX = "lookalike-syntax", Error, Syntax, Edition(lookalike_syntax);
}

fn lookalike_syntax(corpus: &Corpus, edition: &Edition, findings: &mut Findings) {
    for resource in edition.resources.iter().filter(|resource| !resource.text.is_ascii()) {
        for junk in resource.junk.iter().filter(|junk| matches!(junk.fault, Fault::Syntax(_))) {
            let sight = Sight { corpus, edition, resource, junk };
            let edits = edits_of(&sight);
            let Some((first, _)) = edits.first() else { continue };
            let slip = Slip::new(*first, message(sight.slice(*first)), help(&edits));
            let found = sight.report(slip, findings);
            for (span, replacement) in edits {
                found.edit(span, replacement);
            }
        }
        for entry in &resource.entries {
            let located = Located { resource, entry };
            for (attribute, pattern) in entry.patterns() {
                let attribute = attribute.map(|word| word.text);
                in_pattern(corpus, edition, located, (attribute, pattern), findings);
            }
        }
    }
}

fn in_pattern(
    corpus: &Corpus,
    edition: &Edition,
    at: Located,
    (attribute, pattern): (Option<&str>, &Pattern),
    findings: &mut Findings,
) {
    for element in &pattern.elements {
        match element {
            Element::Text(word) if !word.text.is_ascii() => {
                let mut scan = Scan::new(corpus, word.text, word.span.start);
                scan.text(false);
                let here = |span| {
                    let here = edition.at(at, span);
                    match attribute {
                        Some(attribute) => here.attribute(attribute),
                        None => here,
                    }
                };
                for placeable in &scan.placeables {
                    let written = slice(*word, *placeable);
                    let edits = scan.edits.iter().filter(|(span, _)| placeable.start <= span.start);
                    let edits: Vec<_> =
                        edits.filter(|(span, _)| span.end <= placeable.end).copied().collect();
                    let Some((first, _)) = edits.first() else { continue };
                    let why = message(slice(*word, *first));
                    let text = format!("`{written}` is printed as it stands: {why}");
                    let found = findings.report(here(*placeable), text).help(help(&edits));
                    for (span, replacement) in edits {
                        found.edit(span, replacement);
                    }
                }
                for dollar in &scan.dollars {
                    let name = slice(*word, *dollar).trim_start_matches('＄');
                    let text = format!("`＄{name}` is printed as it stands: {}", message("＄"));
                    findings.report(here(*dollar), text).help(format!("write `{{ ${name} }}`"));
                }
            }
            Element::Text(_) | Element::Placeable(_) => {}
            Element::Select(select) => {
                for variant in &select.variants {
                    in_pattern(corpus, edition, at, (attribute, &variant.pattern), findings);
                }
            }
        }
    }
}

fn slice(word: Word<'_>, span: Span) -> &str {
    word.text.get(span.start - word.span.start..span.end - word.span.start).unwrap_or_default()
}

/// Whether look-alikes are all that is wrong with the junk.
pub(super) fn is_at(sight: &Sight) -> bool {
    let edits = edits_of(sight);
    if edits.is_empty() {
        return false;
    }
    let mut text = String::from(if sight.junk.text.trim_start().starts_with('.') { "a = b\n" } else { "" });
    let mut from = sight.junk.span.start;
    for (span, replacement) in edits {
        text.push_str(sight.slice(Span::new(from, span.start)));
        text.push_str(replacement);
        from = span.end;
    }
    text.push_str(sight.rest(from));
    is_fluent(&text)
}

/// How long a placeable is at most.
const MAX_LENGTH: usize = 256;

type Edits = Vec<(Span, &'static str)>;

fn edits_of(sight: &Sight) -> Edits {
    if sight.junk.text.is_ascii() {
        return Vec::new();
    }
    let mut scan = Scan::new(sight.corpus, sight.junk.text, sight.junk.span.start);
    scan.head();
    scan.text(false);
    scan.edits
}

fn message(written: &str) -> String {
    let meant = alike(written).map_or("->", |(_, ascii)| ascii);
    format!("`{written}` looks like `{meant}` and is another character")
}

fn help(edits: &Edits) -> String {
    let mut signs: Vec<&str> = Vec::new();
    for (_, sign) in edits {
        if !signs.contains(sign) {
            signs.push(sign);
        }
    }
    format!("write `{}`, as the source does", signs.join("`, `"))
}

/// What `text` begins with that looks like a sign of Fluent: its length, and the sign.
fn alike(text: &str) -> Option<(usize, &'static str)> {
    for arrow in ["－＞", "–>", "—>", "-＞", "－>", "−>", "→", "⟶", "➔"] {
        if text.starts_with(arrow) {
            return Some((arrow.len(), "->"));
        }
    }
    let char = text.chars().next()?;
    let sign = match char {
        '｛' => "{",
        '｝' => "}",
        '＄' => "$",
        '＝' => "=",
        '＊' => "*",
        '［' | '【' => "[",
        '］' | '】' => "]",
        '（' => "(",
        '）' => ")",
        '：' => ":",
        '，' | '、' => ",",
        '“' | '”' | '„' | '‟' | '＂' | '«' | '»' | '「' | '」' => "\"",
        '－' | '‐' | '‑' | '–' | '−' => "-",
        '．' => ".",
        _ => return None,
    };
    Some((char.len_utf8(), sign))
}

/// Goes through a text as the parser would if the look-alikes were what they look like.
struct Scan<'t, 'a> {
    corpus: &'t Corpus<'a>,
    text: &'t str,
    /// Where the text begins in the file.
    from: usize,
    at: usize,
    edits: Edits,
    /// What is in full-width braces, or would be.
    placeables: Vec<Span>,
    /// Full-width dollar signs before the name of a variable, outside of braces.
    dollars: Vec<Span>,
    depth: usize,
}

impl<'t, 'a> Scan<'t, 'a> {
    fn new(corpus: &'t Corpus<'a>, text: &'t str, from: usize) -> Scan<'t, 'a> {
        Scan {
            corpus,
            text,
            from,
            at: 0,
            edits: Vec::new(),
            placeables: Vec::new(),
            dollars: Vec::new(),
            depth: 0,
        }
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Goes over `n` bytes and to the next character after them.
    fn skip(&mut self, n: usize) {
        self.at = self.text.len().min(self.at + n);
    }

    fn skip_char(&mut self) {
        let n = self.rest().chars().next().map_or(1, char::len_utf8);
        self.skip(n);
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.from + start, self.from + end)
    }

    /// Replaces a look-alike here, if there is one; goes over the sign that it stands for either way.
    fn sign(&mut self) {
        if let Some((length, sign)) = alike(self.rest()) {
            self.edits.push((self.span(self.at, self.at + length), sign));
            self.skip(length);
        } else {
            self.skip_char();
        }
    }

    /// An id and its equals sign.
    fn head(&mut self) {
        let head = self.text.trim_start().trim_start_matches('.');
        let behind = head.trim_start_matches(|char| is_name_part(char) || char == ' ');
        self.at = self.text.len() - behind.len();
        if behind.starts_with('＝') && behind.len() < head.len() {
            self.sign();
        }
    }

    /// Text, to its end or to the end of the variants that it is in.
    fn text(&mut self, is_variant: bool) {
        let mut is_line_start = false;
        while let Some(char) = self.rest().chars().next() {
            match char {
                '{' => self.braces(),
                '｛' if self.is_placeable() => {
                    let start = self.at;
                    self.braces();
                    self.placeables.push(self.span(start, self.at));
                }
                '}' | '｝' if is_variant && (is_line_start || char == '}') => return self.sign(),
                '*' | '＊' | '[' | '［' if is_variant && is_line_start => self.key(),
                '＄' => {
                    let name = self.rest().trim_start_matches('＄');
                    let end = name.find(|char| !is_name_part(char)).unwrap_or(name.len());
                    let is_variable = self.corpus.contract.variables.contains_key(&name[..end]);
                    let end = self.at + '＄'.len_utf8() + end;
                    if is_variable && self.rest().len() - name.len() == '＄'.len_utf8() {
                        self.dollars.push(self.span(self.at, end));
                    }
                    self.skip_char();
                }
                _ => self.skip_char(),
            }
            is_line_start = char == '\n' || (is_line_start && char == ' ');
        }
    }

    /// A variant's key, to its closing bracket.
    fn key(&mut self) {
        while let Some(char) = self.rest().chars().next() {
            match char {
                '\n' => return,
                ']' | '］' | '】' => return self.sign(),
                _ if is_name_part(char) || char == ' ' || char == '.' => self.skip_char(),
                _ => self.sign(),
            }
        }
    }

    /// What is in braces, with the closing one.
    fn braces(&mut self) {
        self.sign();
        self.depth += 1;
        if self.depth <= MAX_DEPTH {
            self.in_braces();
        }
        self.depth -= 1;
    }

    fn in_braces(&mut self) {
        let is_arrow =
            |rest: &str| rest.starts_with("->") || alike(rest).is_some_and(|(_, sign)| sign == "->");
        while let Some(char) = self.rest().chars().next() {
            match char {
                '}' | '｝' => return self.sign(),
                _ if is_arrow(self.rest()) => {
                    if self.rest().starts_with("->") {
                        self.skip(2);
                    } else {
                        self.sign();
                    }
                    return self.text(true);
                }
                '"' => {
                    let quoted = &self.rest()[1..];
                    let end = quoted.find(['"', '\n', '”']).unwrap_or(quoted.len());
                    self.skip(1 + end);
                    self.sign();
                }
                '“' | '„' | '”' | '＂' | '«' | '「' => {
                    self.sign();
                    let end = self.rest().find(['"', '”', '“', '＂', '»', '」', '\n', '}']);
                    self.skip(end.unwrap_or(self.rest().len()));
                    if !self.rest().starts_with(['\n', '}']) {
                        self.sign();
                    }
                }
                _ => self.sign(),
            }
        }
    }

    /// Whether what is in full-width braces here would be a placeable.
    fn is_placeable(&self) -> bool {
        // Nothing that long is in the braces of one line.
        let inner = &self.rest()[..self.rest().floor_char_boundary(MAX_LENGTH)];
        let inner = inner.trim_start_matches('｛').trim_start();
        let Some(end) = inner.find(['｝', '}', '\n']) else { return false };
        let inner = inner[..end].trim_end();
        let term = inner.strip_prefix(['-', '－']);
        let call = inner.split_once(['(', '（']);
        let is_function = |name: &str| self.corpus.contract.functions.contains_key(name.trim_end());
        inner.starts_with('＄')
            || inner.starts_with('$')
            || term.is_some_and(|name| is_name(name.trim_end()))
            || call.is_some_and(|(name, _)| is_function(name))
            || self.corpus.contract.variables.contains_key(inner)
            || self.corpus.source.message(inner).is_some()
    }
}
