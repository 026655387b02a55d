//! Translations accepted as they are: the lock written anew.

use std::collections::BTreeMap;

use super::canonical::canonical;
use super::corpus::Corpus;
use super::lock::{Hash, Standing, written};

const HEADING: &str = "# What each translation was made from. Written by `pastdue check --accept`.\n";

/// Which translations are accepted as they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Selection<'a> {
    /// All.
    All,
    /// Those of one locale.
    Locale(&'a str),
    /// One message, or a term with its hyphen, of one locale.
    Message(&'a str, &'a str),
}

impl Selection<'_> {
    fn has(self, tag: &str, name: &str) -> bool {
        match self {
            Selection::All => true,
            Selection::Locale(locale) => locale == tag,
            Selection::Message(locale, id) => locale == tag && id == name,
        }
    }
}

/// A lock after translations have been accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// The new text of the lock.
    pub text: String,
    /// How many translations are recorded that were not.
    pub n_recorded: usize,
    /// Those among them that were stale: locale and message.
    pub stale: Vec<(String, String)>,
}

/// Why translations cannot be accepted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AcceptError {
    /// There is no such locale, or it is the source.
    #[error("there is no translation `{tag}`")]
    NoLocale {
        /// The locale.
        tag: String,
    },
    /// The source or the translation has no such message.
    #[error("`{tag}` has no translation of a message `{id}`")]
    NoMessage {
        /// The locale.
        tag: String,
        /// The message.
        id: String,
    },
}

/// Writes the lock anew: what is selected as it stands now, the rest as it was. Lines of what is gone go.
pub(super) fn accept_in(corpus: &Corpus, selection: Selection) -> Result<Accepted, AcceptError> {
    let mut accepted = Accepted { text: HEADING.to_owned(), n_recorded: 0, stale: Vec::new() };
    let mut lines: BTreeMap<(&str, String), Vec<String>> = BTreeMap::new();
    let mut n_selected = 0_usize;
    for edition in corpus.translations.iter().filter(|edition| edition.locale.is_some()) {
        for (source, translation) in corpus.translated(edition) {
            let (tag, name) = (edition.tag, translation.entry.name());
            let (source, translation) = (source.entry, translation.entry);
            if !selection.has(tag, &name) {
                let old = corpus.lock.as_ref().map_or(&[][..], |lock| lock.lines(tag, &name));
                let old =
                    old.iter().map(|line| written(tag, &name, line.source, line.target, line.text.text));
                let old: Vec<String> = old.collect();
                lines.insert((tag, name), old);
                continue;
            }
            n_selected += 1;
            let standing = match &corpus.lock {
                Some(lock) => lock.standing(tag, source, translation),
                None => Standing::Unrecorded,
            };
            if let Standing::Stale(_) = standing {
                accepted.stale.push((tag.to_owned(), name.clone()));
            }
            accepted.n_recorded += usize::from(!matches!(standing, Standing::Recorded));
            let (source, target) = (canonical(source), canonical(translation));
            let line = written(tag, &name, Hash::of(&source), Hash::of(&target), &source);
            lines.insert((tag, name), vec![line]);
        }
    }
    match selection {
        Selection::Locale(tag) | Selection::Message(tag, _)
            if corpus.translations.iter().all(|edition| edition.tag != tag) =>
        {
            return Err(AcceptError::NoLocale { tag: tag.to_owned() });
        }
        Selection::Message(tag, id) if n_selected == 0 => {
            return Err(AcceptError::NoMessage { tag: tag.to_owned(), id: id.to_owned() });
        }
        _ => {}
    }
    accepted.text.extend(lines.into_values().flatten());
    Ok(accepted)
}
