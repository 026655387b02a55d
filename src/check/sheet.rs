//! A file of one locale with its texts flattened, beside those of the source.

use std::sync::OnceLock;

use super::corpus::{Corpus, Edition, Located};
use super::leaf::Leaf;
use super::lexicon::Lexicon;
use super::tree::{Attribute, Entry, Pattern, Resource, Word};

/// A file of one locale.
#[derive(Debug)]
pub(crate) struct Sheet<'c, 'a> {
    pub(crate) corpus: &'c Corpus<'a>,
    pub(crate) edition: &'c Edition<'a>,
    pub(crate) resource: &'c Resource<'a>,
    /// Its messages and terms, in the order of lines.
    pub(crate) pairs: Vec<Pair<'c, 'a>>,
    /// The language that the whole file is in, if it is not that of its folder, once a rule has asked.
    pub(crate) foreign: OnceLock<Option<&'static Lexicon>>,
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
    pub(crate) source: Option<&'c PatternPair<'c, 'a>>,
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

impl<'c, 'a> Sheet<'c, 'a> {
    /// A file of `edition`. `sources` are the files of the source in their order; the source itself has none.
    pub(crate) fn new(
        corpus: &'c Corpus<'a>,
        edition: &'c Edition<'a>,
        resource: &'c Resource<'a>,
        sources: &'c [Sheet<'c, 'a>],
    ) -> Sheet<'c, 'a> {
        let pair = |entry| {
            let (file, at) = corpus.source.position(entry)?;
            sources.get(file)?.pairs.get(at)
        };
        let entries = resource.entries.iter();
        let pairs = entries
            .map(|entry| Pair::new(corpus, edition, Located { resource, entry }, pair(entry)))
            .collect();
        Sheet { corpus, edition, resource, pairs, foreign: OnceLock::new() }
    }

    /// Every leaf of every pattern.
    pub(crate) fn leaves(&self) -> impl Iterator<Item = LeafPair<'_, 'c, 'a>> {
        self.pairs.iter().flat_map(Pair::leaves)
    }

    /// Whether this is a file of the source itself.
    pub(crate) fn is_source(&self) -> bool {
        self.corpus.is_source(self.edition)
    }
}

impl<'c, 'a> Pair<'c, 'a> {
    /// The entry `at`, beside that of the source.
    pub(crate) fn new(
        corpus: &'c Corpus<'a>,
        edition: &'c Edition<'a>,
        at: Located<'c, 'a>,
        of_source: Option<&'c Pair<'c, 'a>>,
    ) -> Pair<'c, 'a> {
        let is_source = corpus.is_source(edition);
        let pair = |(attribute, pattern): (Option<Word<'a>>, &'c Pattern<'a>)| {
            let name = |word: Option<Word<'a>>| word.map(|word| word.text);
            let mut patterns = of_source.into_iter().flat_map(|source| &source.patterns).rev();
            // Of two attributes with one name, the later one counts, as at run time.
            let source = patterns.find(|source| name(source.attribute) == name(attribute));
            PatternPair { attribute, pattern, leaves: pattern.leaves(), source }
        };
        let source = of_source.map(|source| Located { resource: source.resource, entry: source.entry });
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
        let leaves = self.source?.leaves.as_slice();
        if let [only] = leaves {
            return Some(only);
        }
        let is_same = |source: &&Leaf| {
            source.path.len() == leaf.path.len()
                && source.path.iter().zip(&leaf.path).all(|(a, b)| a.variant.key.text == b.variant.key.text)
        };
        let is_default = |source: &&Leaf| source.path.iter().all(|choice| choice.variant.is_default);
        let found = leaves.iter().find(is_same).or_else(|| leaves.iter().find(is_default));
        found.or(leaves.first())
    }
}
