//! What stands where in a file, for the preview: a message's lines, its pattern, the literal texts in it.

use std::collections::BTreeSet;

use super::decode::decode;
use super::parse::parse;
use super::tree::{Element, Entry, Expression, Pattern};
use crate::diagnostic::{Span, Texts};

/// The entries of a file.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Outline {
    /// The text that the spans are of. A byte that is not UTF-8 stands as `?`.
    pub(crate) text: String,
    pub(crate) entries: Vec<Listed>,
    /// How many parts of it are not Fluent.
    pub(crate) n_junk: usize,
}

/// A message or a term.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Listed {
    /// The id, of a term with its hyphen.
    pub(crate) name: String,
    pub(crate) id: Span,
    /// From the id to the end of the last pattern.
    pub(crate) span: Span,
    pub(crate) value: Option<Span>,
    /// The attributes: name and pattern.
    pub(crate) attributes: Vec<(String, Span)>,
    /// The comment above it.
    pub(crate) comment: String,
    /// The literal texts in its value, in all variants: neither placeables nor indentation. One piece for each line.
    pub(crate) texts: Vec<Span>,
    /// The variables in its value.
    pub(crate) variables: BTreeSet<String>,
}

impl Outline {
    pub(crate) fn of(bytes: &[u8]) -> Outline {
        let (text, encoding) = decode(bytes.to_vec());
        let file = Texts::default().add(String::new(), String::new());
        let resource = parse(file, "", &text, encoding);
        let entries = resource.entries.iter().map(listed).collect();
        let n_junk = resource.junk.len();
        Outline { text, entries, n_junk }
    }

    /// The entry called `name`; of two, the first.
    pub(crate) fn entry(&self, name: &str) -> Option<&Listed> {
        self.entries.iter().find(|entry| entry.name == name)
    }

    pub(crate) fn slice(&self, span: Span) -> &str {
        self.text.get(span.start..span.end).unwrap_or_default()
    }
}

fn listed(entry: &Entry) -> Listed {
    let (mut texts, mut variables) = (Vec::new(), BTreeSet::new());
    if let Some(value) = &entry.value {
        collect_texts(value, &mut texts);
        value.each_expression(&mut |expression| {
            if let Expression::Variable(word) = expression {
                variables.insert(word.text.to_owned());
            }
        });
    }
    let comment: Vec<&str> = entry.comment.iter().map(|line| line.text).collect();
    Listed {
        name: entry.name(),
        id: entry.id.span,
        span: entry.span,
        value: entry.value.as_ref().map(|value| value.span),
        attributes: entry
            .attributes
            .iter()
            .map(|attribute| (attribute.id.text.to_owned(), attribute.pattern.span))
            .collect(),
        comment: comment.join("\n"),
        texts,
        variables,
    }
}

fn collect_texts(pattern: &Pattern, texts: &mut Vec<Span>) {
    for element in &pattern.elements {
        match element {
            Element::Text(word) => texts.push(word.span),
            Element::Placeable(_) => {}
            Element::Select(select) => {
                for variant in &select.variants {
                    collect_texts(&variant.pattern, texts);
                }
            }
        }
    }
}
