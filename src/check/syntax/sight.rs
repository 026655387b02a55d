//! What stands around the place at which reading stopped.

use crate::check::corpus::{Corpus, Edition};
use crate::check::rule::{Findings, Here};
use crate::check::tree::{Junk, Resource};
use crate::diagnostic::{Diagnostic, Place, Span};

/// Junk in its file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sight<'c, 'a> {
    pub(super) corpus: &'c Corpus<'a>,
    pub(super) edition: &'c Edition<'a>,
    pub(super) resource: &'c Resource<'a>,
    pub(super) junk: &'c Junk<'a>,
}

/// What was meant, and how it should be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Slip {
    pub(super) span: Span,
    pub(super) message: String,
    pub(super) help: String,
    pub(super) edit: Option<(Span, String)>,
}

impl Slip {
    pub(super) fn new(span: Span, message: impl Into<String>, help: impl Into<String>) -> Slip {
        Slip { span, message: message.into(), help: help.into(), edit: None }
    }

    /// With an edit that puts it right.
    pub(super) fn edit(self, span: Span, replacement: impl Into<String>) -> Slip {
        Slip { edit: Some((span, replacement.into())), ..self }
    }
}

impl<'a> Sight<'_, 'a> {
    /// Reports about the message that the junk should have been.
    pub(super) fn report<'f>(&self, slip: Slip, findings: &'f mut Findings) -> &'f mut Diagnostic {
        let here = Here::new(Place { file: self.resource.file, span: slip.span }, self.edition.tag);
        let is_attribute = self.junk.ids.is_empty() && self.junk.text.trim_start().starts_with('.');
        let above = self.junk.n_before.checked_sub(1).and_then(|at| self.resource.entries.get(at));
        let name = match (self.junk.ids.first(), above) {
            (Some(id), _) => Some(id.text.to_owned()),
            (None, Some(above)) if is_attribute => Some(above.name()),
            _ => None,
        };
        let is_source = self.corpus.is_source(self.edition);
        let source = name.as_deref().filter(|_| !is_source);
        let source = source.and_then(|name| self.corpus.source.named(name));
        let here = match source {
            Some(source) => here.source(source.place(source.entry.span)),
            None => here,
        };
        let found = findings.report(Here { message_id: name, ..here }, slip.message).help(slip.help);
        if let Some((span, replacement)) = slip.edit {
            found.edit(span, replacement);
        }
        found
    }

    /// What stands at `span`.
    pub(super) fn slice(&self, span: Span) -> &'a str {
        self.resource.text.get(span.start..span.end).unwrap_or_default()
    }

    /// The junk from `at` on.
    pub(super) fn rest(&self, at: usize) -> &'a str {
        self.slice(Span::new(at, self.junk.span.end))
    }

    /// The junk before `at`.
    pub(super) fn before(&self, at: usize) -> &'a str {
        self.slice(Span::new(self.junk.span.start, at))
    }

    /// Where what stands before `at` ends, without white space.
    pub(super) fn end_before(&self, at: usize) -> usize {
        self.junk.span.start + self.before(at).trim_end().len()
    }

    /// The lines of the junk, with their ends and where they begin.
    pub(super) fn lines(&self) -> impl Iterator<Item = (usize, &'a str)> {
        let mut next = self.junk.span.start;
        self.junk.text.split_inclusive('\n').map(move |line| {
            let at = next;
            next += line.len();
            (at, line)
        })
    }

    /// The line of `at`, without its end.
    pub(super) fn line(&self, at: usize) -> Span {
        let text = self.resource.text;
        let start = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
        let rest = text.get(start..).unwrap_or_default();
        let line = rest.lines().next().unwrap_or_default();
        Span::new(start, start + line.len())
    }

    /// The first line of the junk that is not blank, without its indentation.
    pub(super) fn first_line(&self) -> Span {
        let blank = self.junk.text.len() - self.junk.text.trim_start().len();
        let start = self.junk.span.start + blank;
        Span::new(start, self.line(start).end)
    }

    /// From `at` to the next white space or brace, at least one character if there is one.
    pub(super) fn word(&self, at: usize) -> Span {
        let rest = self.rest(at);
        let is_end = |char: char| char.is_whitespace() || "{}()[]:,\"=".contains(char);
        let mut chars = rest.char_indices();
        let first = chars.next().map_or(0, |(_, char)| if char == '\n' { 0 } else { char.len_utf8() });
        let end = chars.find(|(_, char)| is_end(*char)).map_or(rest.len(), |(end, _)| end);
        let is_alone = rest.starts_with(is_end);
        Span::new(at, at + if is_alone { first } else { end })
    }

    /// Whether the line above belongs to a message, so that this one may have been meant to go on with it.
    pub(super) fn is_below_message(&self) -> bool {
        let start = self.line(self.junk.span.start).start;
        let Some(end_above) = start.checked_sub(1) else { return false };
        let above = self.line(end_above);
        let of_entry = || {
            let last = self.junk.n_before.checked_sub(1).and_then(|at| self.resource.entries.get(at));
            last.is_some_and(|entry| entry.span.end >= above.start && entry.span.end <= above.end)
        };
        let of_junk = || {
            let n_before = self.resource.junk.partition_point(|junk| junk.span.start < self.junk.span.start);
            let last = n_before.checked_sub(1).and_then(|at| self.resource.junk.get(at));
            last.is_some_and(|junk| junk.span.end >= above.end && !junk.ids.is_empty())
        };
        let line = self.slice(above);
        !line.trim().is_empty() && !line.starts_with('#') && (of_entry() || of_junk())
    }
}

/// Whether `name` may be the name of a message, a variable, an option.
pub(super) fn is_name(name: &str) -> bool {
    name.starts_with(|char: char| char.is_ascii_alphabetic()) && name.chars().all(is_name_part)
}

pub(super) fn is_name_part(char: char) -> bool {
    char.is_ascii_alphanumeric() || matches!(char, '-' | '_')
}
