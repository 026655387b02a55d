//! A pattern flattened: one leaf for each way through its variants.

use std::sync::OnceLock;

use super::lexicon::Lexicon;
use super::prose::Prose;
use super::tree::{Element, Expression, Pattern, Placeable, Select, Variant, Word};
use crate::diagnostic::Span;

/// How many leaves of a pattern are looked at; nobody writes as many, and a hostile file should cost no more.
pub(crate) const MAX_LEAVES: usize = 256;

/// Stands in [`Flat`] for a placeable: the object replacement character.
pub(crate) const OBJECT: char = '\u{FFFC}';

/// What a pattern prints if each select expression chooses one certain variant.
///
/// Of two select expressions side by side, one goes through its variants while the other keeps its default:
/// every variant is in a leaf, and the number of leaves stays that of the variants.
#[derive(Debug)]
pub(crate) struct Leaf<'t, 'a> {
    /// The variants that make it, outer ones first; empty without select expressions.
    pub(crate) path: Vec<Choice<'t, 'a>>,
    /// What is printed, in order.
    pub(crate) parts: Vec<Part<'t, 'a>>,
    /// The variant's own pattern: the innermost of the one that is not a default, else the whole pattern.
    pub(crate) span: Span,
    flat: OnceLock<Flat>,
    /// What a reader sees of it, once a rule has asked.
    pub(crate) prose: OnceLock<Prose>,
    /// The language that it is in, if it is not that of its folder, once a rule has asked.
    pub(super) foreign: OnceLock<Option<&'static Lexicon>>,
}

/// A select expression and the variant that it chooses.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Choice<'t, 'a> {
    pub(crate) select: &'t Select<'a>,
    pub(crate) variant: &'t Variant<'a>,
}

/// A part of what is printed.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Part<'t, 'a> {
    Text(Word<'a>),
    Placeable(&'t Placeable<'a>),
}

/// The text of a leaf in one piece, with the places that it comes from.
#[derive(Debug)]
pub(crate) struct Flat {
    /// Literal text as it is printed: each placeable is one [`OBJECT`], the end of a line in the file a space.
    pub(crate) text: String,
    pieces: Vec<Piece>,
    small: OnceLock<String>,
}

/// A part of [`Flat`].
#[derive(Debug)]
struct Piece {
    /// Where it begins in the text.
    at: usize,
    /// Where it is in the file.
    span: Span,
    is_object: bool,
}

impl<'a> Pattern<'a> {
    /// The leaves, at most [`MAX_LEAVES`]; a pattern without select expressions has one.
    pub(crate) fn leaves(&self) -> Vec<Leaf<'_, 'a>> {
        let mut routes = Vec::new();
        routes_through(self, &mut routes);
        routes.iter().map(|route| self.leaf(route)).collect()
    }

    fn leaf<'t>(&'t self, route: &[Choice<'t, 'a>]) -> Leaf<'t, 'a> {
        let mut parts = Vec::with_capacity(self.elements.len());
        let mut path = Vec::with_capacity(route.len());
        follow(self, route, &mut path, &mut parts);
        let span = route.last().map_or(self.span, |choice| choice.variant.pattern.span);
        Leaf { path, parts, span, flat: OnceLock::new(), prose: OnceLock::new(), foreign: OnceLock::new() }
    }
}

/// The choices that differ from the defaults, for each leaf. The first has none if there are no variants;
/// else each variant has its own, with all that is within it.
fn routes_through<'t, 'a>(pattern: &'t Pattern<'a>, routes: &mut Vec<Vec<Choice<'t, 'a>>>) {
    let selects = pattern.elements.iter().filter_map(|element| match element {
        Element::Select(select) => Some(select),
        _ => None,
    });
    let mut is_plain = true;
    for select in selects {
        for variant in &select.variants {
            // The way of all defaults is one leaf, not one for each select expression.
            if variant.is_default && !is_plain && !has_select(&variant.pattern) {
                continue;
            }
            if routes.len() >= MAX_LEAVES {
                return;
            }
            let mut inner = Vec::new();
            routes_through(&variant.pattern, &mut inner);
            for mut route in inner {
                route.insert(0, Choice { select, variant });
                routes.push(route);
            }
        }
        is_plain = false;
    }
    if is_plain {
        routes.push(Vec::new());
    }
    routes.truncate(MAX_LEAVES);
}

fn has_select(pattern: &Pattern) -> bool {
    pattern.elements.iter().any(|element| matches!(element, Element::Select(_)))
}

fn follow<'t, 'a>(
    pattern: &'t Pattern<'a>,
    route: &[Choice<'t, 'a>],
    path: &mut Vec<Choice<'t, 'a>>,
    parts: &mut Vec<Part<'t, 'a>>,
) {
    for element in &pattern.elements {
        match element {
            Element::Text(word) => parts.push(Part::Text(*word)),
            Element::Placeable(placeable) => parts.push(Part::Placeable(placeable)),
            Element::Select(select) => {
                let chosen = route.iter().find(|choice| std::ptr::eq(choice.select, select));
                let Some(variant) = chosen.map(|choice| choice.variant).or_else(|| select.default()) else {
                    continue;
                };
                path.push(Choice { select, variant });
                follow(&variant.pattern, route, path, parts);
            }
        }
    }
}

impl<'t, 'a> Leaf<'t, 'a> {
    /// The keys of the variants, such as `one` or `one, first`; `None` without select expressions.
    pub(crate) fn label(&self) -> Option<String> {
        let keys: Vec<&str> = self.path.iter().map(|choice| choice.variant.key.text).collect();
        (!keys.is_empty()).then(|| keys.join(", "))
    }

    /// The literal texts, in order.
    pub(crate) fn texts(&self) -> impl Iterator<Item = Word<'a>> {
        self.parts.iter().filter_map(|part| match part {
            Part::Text(word) => Some(*word),
            Part::Placeable(_) => None,
        })
    }

    /// The placeables, in order.
    pub(crate) fn placeables(&self) -> impl Iterator<Item = &'t Placeable<'a>> {
        self.parts.iter().filter_map(|part| match part {
            Part::Text(_) => None,
            Part::Placeable(placeable) => Some(*placeable),
        })
    }

    /// Calls `visit` with every expression that is printed, arguments included; not with selectors.
    pub(crate) fn each_expression(&self, mut visit: impl FnMut(&'t Expression<'a>)) {
        for placeable in self.placeables() {
            placeable.expression.each(&mut visit);
        }
    }

    /// The text in one piece.
    pub(crate) fn flat(&self) -> &Flat {
        self.flat.get_or_init(|| {
            let n_bytes = self.texts().map(|word| word.text.len()).sum::<usize>();
            let mut flat = Flat {
                text: String::with_capacity(n_bytes + OBJECT.len_utf8() * self.parts.len()),
                pieces: Vec::with_capacity(self.parts.len()),
                small: OnceLock::new(),
            };
            for part in &self.parts {
                let at = flat.text.len();
                let (span, is_object) = match part {
                    Part::Text(word) => {
                        // A line's end is one byte here and there, so that places stay true.
                        for (n, line) in word.text.split('\n').enumerate() {
                            flat.text.extend((n > 0).then_some(' '));
                            flat.text.push_str(line);
                        }
                        (word.span, false)
                    }
                    Part::Placeable(placeable) => {
                        flat.text.push(OBJECT);
                        (placeable.span, true)
                    }
                };
                flat.pieces.push(Piece { at, span, is_object });
            }
            flat
        })
    }
}

impl Flat {
    /// The text in small letters.
    pub(crate) fn small(&self) -> &str {
        self.small.get_or_init(|| {
            if self.text.is_ascii() { self.text.to_ascii_lowercase() } else { self.text.to_lowercase() }
        })
    }

    /// Where the bytes `start..end` of the text stand in the file. A placeable is taken whole.
    pub(crate) fn span(&self, start: usize, end: usize) -> Span {
        let first = self.piece(start).map_or(0, |piece| {
            if piece.is_object { piece.span.start } else { piece.span.start + start - piece.at }
        });
        if end <= start {
            return Span::empty(first);
        }
        let last = self.piece(end - 1).map_or(first, |piece| {
            if piece.is_object { piece.span.end } else { piece.span.start + end - piece.at }
        });
        Span::new(first, last)
    }

    /// The piece that has the byte `at`; behind the last one, the last.
    fn piece(&self, at: usize) -> Option<&Piece> {
        let next = self.pieces.partition_point(|piece| piece.at <= at);
        self.pieces.get(next.checked_sub(1)?)
    }
}
