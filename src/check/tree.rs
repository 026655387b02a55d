//! Fluent as it stands in a file: every part with the bytes that it takes.
//!
//! It is the tree of the parser with places added, and without what no rule asks for.

use fluent_syntax::parser::ErrorKind;

use crate::diagnostic::{FileId, Span};

/// A piece of a file: a name, a key, a text, a literal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Word<'a> {
    /// What it says.
    pub(crate) text: &'a str,
    /// Where.
    pub(crate) span: Span,
}

/// One file, parsed.
#[derive(Debug)]
pub(crate) struct Resource<'a> {
    pub(crate) file: FileId,
    /// The path within the locale's folder, such as `mail.ftl`.
    pub(crate) name: &'a str,
    /// The whole text, a byte order mark included. A byte that is not UTF-8 stands as `?`.
    pub(crate) text: &'a str,
    pub(crate) encoding: Encoding,
    pub(crate) entries: Vec<Entry<'a>>,
    /// What is not Fluent.
    pub(crate) junk: Vec<Junk<'a>>,
    /// Comments that stand above no message.
    pub(crate) comments: Vec<Comment<'a>>,
}

/// What the bytes of a file are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Encoding {
    Utf8,
    /// UTF-8 behind a byte order mark.
    Utf8Bom,
    /// UTF-16, which is not parsed.
    Utf16,
    /// Neither: where bytes are not UTF-8. What is in an entry with such a byte is in no rule's sight.
    Invalid(Vec<Span>),
}

/// A comment: its lines without `# `.
#[derive(Debug)]
pub(crate) struct Comment<'a> {
    pub(crate) lines: Vec<Word<'a>>,
}

/// A message, or a term.
#[derive(Debug)]
pub(crate) struct Entry<'a> {
    pub(crate) is_term: bool,
    /// The id, of a term without its hyphen.
    pub(crate) id: Word<'a>,
    pub(crate) value: Option<Pattern<'a>>,
    pub(crate) attributes: Vec<Attribute<'a>>,
    /// The lines of the comment above it.
    pub(crate) comment: Vec<Word<'a>>,
    /// From the id to the end of the last pattern.
    pub(crate) span: Span,
}

#[derive(Debug)]
pub(crate) struct Attribute<'a> {
    pub(crate) id: Word<'a>,
    pub(crate) pattern: Pattern<'a>,
}

/// What an entry or attribute prints.
#[derive(Debug)]
pub(crate) struct Pattern<'a> {
    /// From the first element to the end of the last.
    pub(crate) span: Span,
    pub(crate) elements: Vec<Element<'a>>,
}

#[derive(Debug)]
pub(crate) enum Element<'a> {
    /// Text of one line, with the line's end if the pattern goes on below, without the indentation.
    Text(Word<'a>),
    Placeable(Placeable<'a>),
    Select(Select<'a>),
}

/// `{ … }` without variants.
#[derive(Debug)]
pub(crate) struct Placeable<'a> {
    /// With its braces.
    pub(crate) span: Span,
    pub(crate) expression: Expression<'a>,
}

/// `{ … -> [a] … *[b] … }`.
#[derive(Debug)]
pub(crate) struct Select<'a> {
    /// With its braces.
    pub(crate) span: Span,
    pub(crate) selector: Expression<'a>,
    pub(crate) variants: Vec<Variant<'a>>,
}

#[derive(Debug)]
pub(crate) struct Variant<'a> {
    pub(crate) key: Word<'a>,
    /// Whether the key is a number such as `1`.
    pub(crate) is_number: bool,
    pub(crate) is_default: bool,
    pub(crate) pattern: Pattern<'a>,
}

#[derive(Debug)]
pub(crate) enum Expression<'a> {
    /// What stands between the quotes, escapes as they are.
    Text(Word<'a>),
    Number(Word<'a>),
    /// The name without `$`.
    Variable(Word<'a>),
    Message {
        id: Word<'a>,
        attribute: Option<Word<'a>>,
    },
    /// The id without its hyphen.
    Term {
        id: Word<'a>,
        attribute: Option<Word<'a>>,
        arguments: Vec<Argument<'a>>,
    },
    Function {
        id: Word<'a>,
        arguments: Vec<Argument<'a>>,
    },
    /// Variants within arguments.
    Select(Box<Select<'a>>),
}

#[derive(Debug)]
pub(crate) struct Argument<'a> {
    /// The name before the colon.
    pub(crate) name: Option<Word<'a>>,
    pub(crate) value: Expression<'a>,
}

/// What is not Fluent: a part of the file that the parser gave up.
#[derive(Debug)]
pub(crate) struct Junk<'a> {
    pub(crate) text: &'a str,
    pub(crate) span: Span,
    /// Where reading stopped: the parser's place, which often is behind the culprit.
    pub(crate) at: usize,
    pub(crate) fault: Fault,
    /// The ids that it seems to have, of terms with their hyphen.
    pub(crate) ids: Vec<Word<'a>>,
    /// The number of entries before it in the file.
    pub(crate) n_before: usize,
}

/// Why a part of a file is junk.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Fault {
    /// The parser's reason.
    Syntax(ErrorKind),
    /// It has bytes that are not UTF-8.
    Undecoded,
    /// It nests deeper than anybody writes, and was not parsed.
    TooDeep,
}

impl<'a> Entry<'a> {
    /// The patterns with the names of their attributes; the value has none.
    pub(crate) fn patterns(&self) -> impl Iterator<Item = (Option<Word<'a>>, &Pattern<'a>)> {
        let value = self.value.iter().map(|pattern| (None, pattern));
        value.chain(self.attributes.iter().map(|attribute| (Some(attribute.id), &attribute.pattern)))
    }

    /// The attribute called `name`; of two, the later one, as at run time.
    pub(crate) fn attribute(&self, name: &str) -> Option<&Attribute<'a>> {
        self.attributes.iter().rfind(|attribute| attribute.id.text == name)
    }

    /// The pattern of an attribute, or the value.
    pub(crate) fn pattern(&self, attribute: Option<&str>) -> Option<&Pattern<'a>> {
        match attribute {
            None => self.value.as_ref(),
            Some(name) => self.attribute(name).map(|attribute| &attribute.pattern),
        }
    }

    /// The id as a person writes it: a term's with its hyphen.
    pub(crate) fn name(&self) -> String {
        if self.is_term { format!("-{}", self.id.text) } else { self.id.text.to_owned() }
    }

    /// Calls `visit` with every expression in the entry: selectors, arguments and what is in them included.
    pub(crate) fn each_expression<'t>(&'t self, mut visit: impl FnMut(&'t Expression<'a>)) {
        for (_, pattern) in self.patterns() {
            pattern.each_expression(&mut visit);
        }
    }
}

impl<'a> Pattern<'a> {
    /// Calls `visit` with every expression in the pattern, in all variants: selectors and arguments included.
    pub(crate) fn each_expression<'t>(&'t self, visit: &mut dyn FnMut(&'t Expression<'a>)) {
        for element in &self.elements {
            match element {
                Element::Text(_) => {}
                Element::Placeable(placeable) => placeable.expression.each(visit),
                Element::Select(select) => select.each_expression(visit),
            }
        }
    }

    /// Calls `visit` with every select expression in the pattern, outer ones first.
    pub(crate) fn each_select<'t>(&'t self, visit: &mut dyn FnMut(&'t Select<'a>)) {
        for element in &self.elements {
            if let Element::Select(select) = element {
                visit(select);
                for variant in &select.variants {
                    variant.pattern.each_select(visit);
                }
            }
        }
    }
}

impl<'a> Select<'a> {
    fn each_expression<'t>(&'t self, visit: &mut dyn FnMut(&'t Expression<'a>)) {
        self.selector.each(visit);
        for variant in &self.variants {
            variant.pattern.each_expression(visit);
        }
    }

    /// The default variant.
    pub(crate) fn default(&self) -> Option<&Variant<'a>> {
        self.variants.iter().find(|variant| variant.is_default)
    }
}

impl<'a> Expression<'a> {
    /// Calls `visit` with the expression and with every one in its arguments.
    pub(crate) fn each<'t>(&'t self, visit: &mut dyn FnMut(&'t Expression<'a>)) {
        visit(self);
        match self {
            Expression::Term { arguments, .. } | Expression::Function { arguments, .. } => {
                for argument in arguments {
                    argument.value.each(visit);
                }
            }
            Expression::Select(select) => select.each_expression(visit),
            Expression::Text(_)
            | Expression::Number(_)
            | Expression::Variable(_)
            | Expression::Message { .. } => {}
        }
    }

    /// Its name, or what it says: the piece that carets should stand under.
    pub(crate) fn word(&self) -> Option<Word<'a>> {
        match self {
            Expression::Text(word) | Expression::Number(word) | Expression::Variable(word) => Some(*word),
            Expression::Message { id, .. }
            | Expression::Term { id, .. }
            | Expression::Function { id, .. } => Some(*id),
            Expression::Select(select) => select.selector.word(),
        }
    }
}
