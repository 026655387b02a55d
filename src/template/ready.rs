//! What is the same in every mail of a language, laid out once: most of a mail is.

use std::collections::HashMap;

use tera::Value;

use super::link::LinkName;
use super::mark::Dress;
use super::markup::{self, Lines, Piece, pieces};
use super::wrap::wrap;
use super::{Error, Site};
use crate::catalog::{Arguments, Language};

/// A message as both parts of a mail have it.
#[derive(Clone)]
pub(super) struct Told {
    /// As HTML.
    pub(super) html: Value,
    /// As wrapped text.
    pub(super) text: Value,
}

/// The messages of one language that no notice changes: no variable in them, and no link that depends on one.
pub(super) struct Ready {
    paragraphs: HashMap<String, Told>,
    items: HashMap<String, Value>,
    fact: [String; 3],
}

impl Ready {
    /// Lays out what can be laid out, and looks at the markup of every message, so that a wrong one is met
    /// at the start and not in the mail of a customer.
    pub(super) fn new(language: &Language, site: &Site, dress: &Dress) -> Result<Ready, Error> {
        for (id, marked) in language.samples() {
            pieces(&marked).map_err(|problem| Error::markup(language.locale(), id, problem))?;
        }
        let (mut paragraphs, mut items) = (HashMap::new(), HashMap::new());
        for (id, marked) in language.fixed() {
            let pieces = pieces(marked).map_err(|problem| Error::markup(language.locale(), id, problem))?;
            let is_open = |piece: &Piece| matches!(piece, Piece::Link(link, _) if site.links.fixed_url(*link).is_none());
            if pieces.iter().any(is_open) {
                continue;
            }
            let url = |link: LinkName| site.links.fixed_url(link).unwrap_or_default().into();
            let told = Told {
                html: Value::from(dress.html(id, &pieces, &url)).mark_safe(),
                text: markup::text(&pieces, Lines::Paragraph, &url).into(),
            };
            items.insert(id.to_owned(), markup::text(&pieces, Lines::Item, &url).into());
            paragraphs.insert(id.to_owned(), told);
        }
        Ok(Ready { paragraphs, items, fact: fact_punctuation(language)? })
    }

    /// A message, if no notice changes it.
    pub(super) fn get(&self, id: &str, lines: Lines) -> Option<Told> {
        let told = self.paragraphs.get(id)?;
        match lines {
            Lines::Paragraph => Some(told.clone()),
            Lines::Item => Some(Told { html: told.html.clone(), text: self.items.get(id)?.clone() }),
        }
    }

    /// A fact as a line of plain text: row heading, punctuation of the language, value.
    pub(super) fn fact(&self, label: &str, value: &str) -> String {
        let [before, between, after] = &self.fact;
        let mut line = String::with_capacity(96);
        wrap(&format!("{before}{label}{between}{value}{after}"), "", "  ", &mut line);
        line
    }
}

/// What stands before, between and after the two halves of a fact: the message `text-fact`, taken apart.
fn fact_punctuation(language: &Language) -> Result<[String; 3], Error> {
    const ID: &str = "text-fact";
    let mut arguments = Arguments::with_capacity(2);
    arguments.text("label", "\u{1}");
    arguments.text("value", "\u{2}");
    let marked = language.format(ID, &arguments)?;
    let parts = marked.split_once('\u{1}').and_then(|(before, rest)| {
        let (between, after) = rest.split_once('\u{2}')?;
        Some([before, between, after].map(str::to_owned))
    });
    let problem = || "it has `{ $label }` and then `{ $value }`, each once".to_owned();
    parts.ok_or_else(|| Error::markup(language.locale(), ID, problem()))
}
