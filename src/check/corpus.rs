//! All locales side by side, with what rules ask for looked up by id.

use std::collections::{HashMap, HashSet};

use super::contract::Contract;
use super::layout::Layout;
use super::leaf::Leaf;
use super::lock::Lock;
use super::tree::{Attribute, Entry, Pattern, Resource, Word};
use crate::diagnostic::{FileId, Place, Span};
use crate::locale::Locale;

/// Everything that is checked.
#[derive(Debug)]
pub(crate) struct Corpus<'a> {
    pub(crate) contract: &'a Contract,
    pub(crate) source: Edition<'a>,
    /// The other locales, by their tags.
    pub(crate) translations: Vec<Edition<'a>>,
    /// What translations were made from, if that is kept.
    pub(crate) lock: Option<Lock<'a>>,
    /// The templates; none if their rules are left out.
    pub(crate) layouts: Vec<Layout<'a>>,
}

/// One locale.
#[derive(Debug)]
pub(crate) struct Edition<'a> {
    /// The name of the folder.
    pub(crate) tag: &'a str,
    /// The path of the folder.
    pub(crate) path: &'a str,
    /// The locale, if the folder is named after one.
    pub(crate) locale: Option<Locale>,
    /// The files, by their names.
    pub(crate) resources: Vec<Resource<'a>>,
    /// Files of the source that are missing here, with the empty texts that stand for them.
    pub(crate) missing_files: Vec<(&'a str, FileId)>,
    messages: HashMap<&'a str, (usize, usize)>,
    terms: HashMap<&'a str, (usize, usize)>,
    junk_ids: HashSet<&'a str>,
}

/// An entry with the file that it is in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Located<'c, 'a> {
    pub(crate) resource: &'c Resource<'a>,
    pub(crate) entry: &'c Entry<'a>,
}

impl<'a> Corpus<'a> {
    /// All locales, the source first.
    pub(crate) fn editions(&self) -> impl Iterator<Item = &Edition<'a>> {
        [&self.source].into_iter().chain(&self.translations)
    }

    /// Whether `edition` is the source.
    pub(crate) fn is_source(&self, edition: &Edition<'a>) -> bool {
        std::ptr::eq(edition, &raw const self.source)
    }

    /// The entries of a translation that have a source, with it; of two with one id, the one that counts.
    pub(crate) fn translated<'c>(
        &'c self,
        edition: &'c Edition<'a>,
    ) -> impl Iterator<Item = (Located<'c, 'a>, Located<'c, 'a>)> {
        edition.entries().filter_map(|found| {
            let counted = edition.counterpart(found.entry)?;
            let source = self.source.counterpart(found.entry)?;
            std::ptr::eq(counted.entry, found.entry).then_some((source, found))
        })
    }
}

impl<'a> Edition<'a> {
    pub(crate) fn new(
        tag: &'a str,
        path: &'a str,
        resources: Vec<Resource<'a>>,
        missing_files: Vec<(&'a str, FileId)>,
    ) -> Edition<'a> {
        let (mut messages, mut terms) = (HashMap::new(), HashMap::new());
        let mut junk_ids = HashSet::new();
        for (n, resource) in resources.iter().enumerate() {
            for (at, entry) in resource.entries.iter().enumerate() {
                let map = if entry.is_term { &mut terms } else { &mut messages };
                // Of two, the first one counts: the other one is reported.
                map.entry(entry.id.text).or_insert((n, at));
            }
            junk_ids.extend(resource.junk.iter().flat_map(|junk| &junk.ids).map(|id| id.text));
        }
        let locale = tag.parse().ok();
        Edition { tag, path, locale, resources, missing_files, messages, terms, junk_ids }
    }

    /// The message called `id`.
    pub(crate) fn message(&self, id: &str) -> Option<Located<'_, 'a>> {
        self.located(*self.messages.get(id)?)
    }

    /// The term called `id`, without its hyphen.
    pub(crate) fn term(&self, id: &str) -> Option<Located<'_, 'a>> {
        self.located(*self.terms.get(id)?)
    }

    /// The message called `name`, or the term if it begins with a hyphen.
    pub(crate) fn named(&self, name: &str) -> Option<Located<'_, 'a>> {
        match name.strip_prefix('-') {
            Some(term) => self.term(term),
            None => self.message(name),
        }
    }

    /// The message or term with the id of `entry`.
    pub(crate) fn counterpart(&self, entry: &Entry) -> Option<Located<'_, 'a>> {
        if entry.is_term { self.term(entry.id.text) } else { self.message(entry.id.text) }
    }

    /// The ids of all messages, in no order.
    pub(crate) fn message_ids(&self) -> impl Iterator<Item = &'a str> {
        self.messages.keys().copied()
    }

    /// The ids of all terms, without hyphens, in no order.
    pub(crate) fn term_ids(&self) -> impl Iterator<Item = &'a str> {
        self.terms.keys().copied()
    }

    /// Whether the entry called `name` (a term's with its hyphen) is there, but is not Fluent.
    /// What is wrong with it is told as such, and it must not be told to be missing.
    pub(crate) fn is_junk(&self, name: &str) -> bool {
        self.junk_ids.contains(name)
    }

    /// The file called `name`.
    pub(crate) fn resource(&self, name: &str) -> Option<&Resource<'a>> {
        let at = self.resources.binary_search_by(|resource| resource.name.cmp(name)).ok()?;
        self.resources.get(at)
    }

    /// Every message and term, in the order of files and lines; of those with one id, all.
    pub(crate) fn entries(&self) -> impl Iterator<Item = Located<'_, 'a>> {
        self.resources
            .iter()
            .flat_map(|resource| resource.entries.iter().map(move |entry| Located { resource, entry }))
    }

    fn located(&self, (resource, entry): (usize, usize)) -> Option<Located<'_, 'a>> {
        let resource = self.resources.get(resource)?;
        Some(Located { resource, entry: resource.entries.get(entry)? })
    }
}

impl Located<'_, '_> {
    /// A place in the entry's file.
    pub(crate) fn place(&self, span: Span) -> Place {
        Place { file: self.resource.file, span }
    }
}

/// A message or term, beside the one of the source with the same id.
#[derive(Debug)]
pub(crate) struct Pair<'c, 'a> {
    pub(crate) corpus: &'c Corpus<'a>,
    pub(crate) edition: &'c Edition<'a>,
    pub(crate) resource: &'c Resource<'a>,
    pub(crate) entry: &'c Entry<'a>,
    /// Whether this is the source itself.
    pub(crate) is_source: bool,
    /// The entry of the source; `None` in the source itself, and if the source has no such entry.
    pub(crate) source: Option<Located<'c, 'a>>,
    /// The value and the attributes, each with its leaves.
    pub(crate) patterns: Vec<PatternPair<'c, 'a>>,
}

/// A value or an attribute, beside that of the source.
#[derive(Debug)]
pub(crate) struct PatternPair<'c, 'a> {
    /// `None` for the value.
    pub(crate) attribute: Option<Word<'a>>,
    pub(crate) pattern: &'c Pattern<'a>,
    pub(crate) leaves: Vec<Leaf<'c, 'a>>,
    /// The leaves of the source's pattern; empty if it has none.
    pub(crate) source_leaves: Vec<Leaf<'c, 'a>>,
    pub(crate) source: Option<&'c Pattern<'a>>,
}

/// One way through the variants, beside the one of the source that it translates.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LeafPair<'p, 'c, 'a> {
    pub(crate) pair: &'p Pair<'c, 'a>,
    pub(crate) pattern: &'p PatternPair<'c, 'a>,
    pub(crate) leaf: &'p Leaf<'c, 'a>,
    /// The leaf with the same keys; if there is none, the one of the defaults. `None` without a source.
    pub(crate) source: Option<&'p Leaf<'c, 'a>>,
}

impl<'c, 'a> Pair<'c, 'a> {
    pub(crate) fn new(corpus: &'c Corpus<'a>, edition: &'c Edition<'a>, at: Located<'c, 'a>) -> Pair<'c, 'a> {
        let is_source = corpus.is_source(edition);
        let source = if is_source { None } else { corpus.source.counterpart(at.entry) };
        let pair = |(attribute, pattern): (Option<Word<'a>>, &'c Pattern<'a>)| {
            let source = source.and_then(|source| source.entry.pattern(attribute.map(|word| word.text)));
            let source_leaves = source.map_or_else(Vec::new, Pattern::leaves);
            PatternPair { attribute, pattern, leaves: pattern.leaves(), source_leaves, source }
        };
        let value = at.entry.value.iter().map(|pattern| (None, pattern));
        let attribute = |attribute: &'c Attribute<'a>| (Some(attribute.id), &attribute.pattern);
        let patterns = value.chain(at.entry.attributes.iter().map(attribute)).map(pair).collect();
        Pair { corpus, edition, resource: at.resource, entry: at.entry, is_source, source, patterns }
    }

    /// Every leaf of every pattern.
    pub(crate) fn leaves(&self) -> impl Iterator<Item = LeafPair<'_, 'c, 'a>> {
        self.patterns.iter().flat_map(move |pattern| {
            let pair = move |leaf| LeafPair { pair: self, pattern, leaf, source: pattern.source_leaf(leaf) };
            pattern.leaves.iter().map(pair)
        })
    }

    /// The language, if the folder is named after one: its first subtag, such as `fr`.
    pub(crate) fn language(&self) -> Option<&str> {
        self.edition.locale.as_ref().and_then(|locale| locale.as_str().split('-').next())
    }
}

impl<'c, 'a> PatternPair<'c, 'a> {
    fn source_leaf(&self, leaf: &Leaf<'c, 'a>) -> Option<&Leaf<'c, 'a>> {
        let is_same = |source: &&Leaf| {
            source.path.len() == leaf.path.len()
                && source.path.iter().zip(&leaf.path).all(|(a, b)| a.variant.key.text == b.variant.key.text)
        };
        let is_default = |source: &&Leaf| source.path.iter().all(|choice| choice.variant.is_default);
        let leaves = self.source_leaves.iter();
        leaves
            .clone()
            .find(is_same)
            .or_else(|| leaves.clone().find(is_default))
            .or(self.source_leaves.first())
    }
}
