//! Findings as data, and how people and programs are shown them.
//!
//! A [`Diagnostic`] says what is wrong, where, and what to write instead; it knows nothing of terminals.
//! Each renderer takes the same list with the [`Texts`] that it points into.

mod text;
pub mod diff;
pub mod github;
pub mod human;
pub mod json;
pub mod junit;
pub mod sarif;

use std::fmt;

pub use self::text::{FileId, Position, Texts};

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// A reader would stumble.
    Warning,
    /// A reader would be misled, or a mail not be written.
    Error,
}

impl Severity {
    /// The word for it: `warning` or `error`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A range of bytes in a text, on character boundaries. An empty one is a place between two characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// The bytes from `start` to before `end`.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Span {
        Span { start, end: end.max(start) }
    }

    /// The place before the byte `at`.
    #[must_use]
    pub fn empty(at: usize) -> Span {
        Span { start: at, end: at }
    }

    /// The shortest span that has both.
    #[must_use]
    pub fn to(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// A span of one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file.
    pub file: FileId,
    /// The bytes.
    pub span: Span,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The id of the rule, such as `missing-variable`: public and stable.
    pub rule: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// Where it is.
    pub place: Place,
    /// What is wrong, in words that make sense alone.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// Other places that belong to it, such as the line of the source.
    pub related: Vec<Related>,
    /// The locale, as its folder is named.
    pub locale: Option<String>,
    /// The id of the message, or of the term with its hyphen.
    pub message_id: Option<String>,
    /// The attribute, if it is not the value.
    pub attribute: Option<String>,
    /// The keys of the variant, such as `one`.
    pub variant: Option<String>,
    /// An edit that puts it right.
    pub fix: Option<Fix>,
}

impl Diagnostic {
    /// A finding without all that is optional.
    #[must_use]
    pub fn new(rule: &'static str, severity: Severity, place: Place, message: String) -> Diagnostic {
        Diagnostic {
            rule,
            severity,
            place,
            message,
            help: None,
            related: Vec::new(),
            locale: None,
            message_id: None,
            attribute: None,
            variant: None,
            fix: None,
        }
    }

    /// Sets another severity than the rule's own.
    pub fn severity(&mut self, severity: Severity) -> &mut Diagnostic {
        self.severity = severity;
        self
    }

    /// Says what to do.
    pub fn help(&mut self, help: impl Into<String>) -> &mut Diagnostic {
        self.help = Some(help.into());
        self
    }

    /// Adds another place that belongs to it.
    pub fn related(&mut self, place: Place, label: impl Into<String>) -> &mut Diagnostic {
        self.related.push(Related { place, label: label.into() });
        self
    }

    /// Adds an edit: in the file of the finding, `replacement` takes the place of `span`.
    pub fn edit(&mut self, span: Span, replacement: impl Into<String>) -> &mut Diagnostic {
        let edit = Edit { span, replacement: replacement.into() };
        self.fix.get_or_insert_with(|| Fix { edits: Vec::new() }).edits.push(edit);
        self
    }
}

/// A place that belongs to a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// Where.
    pub place: Place,
    /// What is there.
    pub label: String,
}

/// What to change so that the finding is gone: edits of the finding's file that do not overlap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// The edits.
    pub edits: Vec<Edit>,
}

/// One piece of text in place of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What goes.
    pub span: Span,
    /// What comes.
    pub replacement: String,
}
