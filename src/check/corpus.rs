//! All locales side by side, with what rules ask for looked up by id.

use foldhash::{HashMap, HashMapExt as _, HashSet, HashSetExt as _};

use super::contract::Contract;
use super::layout::Layout;
use super::lexicon::{Lexicon, lexicon};
use super::lock::Lock;
use super::tree::{Entry, Resource};
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
    /// What is known of its language.
    pub(super) lexicon: &'static Lexicon,
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
            let source = self.source.counterpart(found.entry)?;
            edition.counts(found.entry).then_some((source, found))
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
        Edition {
            tag,
            path,
            locale,
            lexicon: lexicon(tag),
            resources,
            missing_files,
            messages,
            terms,
            junk_ids,
        }
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
        self.located(self.position(entry)?)
    }

    /// Whether `entry` is the one that counts, of two with one id.
    pub(crate) fn counts(&self, entry: &Entry) -> bool {
        self.counterpart(entry).is_some_and(|counted| std::ptr::eq(counted.entry, entry))
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

    /// Where the message or term with the id of `entry` is: its file, and its place among the entries there.
    pub(crate) fn position(&self, entry: &Entry) -> Option<(usize, usize)> {
        let map = if entry.is_term { &self.terms } else { &self.messages };
        map.get(entry.id.text).copied()
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
