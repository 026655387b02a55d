//! Whether a count was left out, or has been lost.

use crate::check::leaf::{Leaf, Part};
use crate::check::sheet::LeafPair;
use crate::check::tree::Expression;

/// Whether the leaf reads as if the variable had been cut out of it: what stands around the count in another variant
/// stands side by side here. *Nog dag* is cut, beside *Nog { $n } dagen*; *Nog een dag* is not.
pub(super) fn is_cut(pair: &LeafPair, name: &str) -> bool {
    let mut others = pair.pattern.leaves.iter().filter(|leaf| leaf.path.len() == pair.leaf.path.len());
    let Some((before, after)) = others.find_map(|leaf| around(leaf, name)) else { return false };
    let text = &pair.leaf.flat().text;
    let words: Vec<&str> = text.split_whitespace().collect();
    match (before, after) {
        (None, None) => false,
        (None, Some(after)) => words.first().is_some_and(|first| is_form_of(first, after)),
        (Some(before), None) => words.last().is_some_and(|last| *last == before),
        (Some(before), Some(after)) => {
            words.windows(2).any(|two| two.first() == Some(&before) && is_form_of(two[1], after))
        }
    }
}

/// The word before the variable and the one behind it; `None` where the text begins or ends, or another variable
/// stands.
fn around<'t>(leaf: &Leaf<'_, 't>, name: &str) -> Option<(Option<&'t str>, Option<&'t str>)> {
    let prints = |part: &Part| {
        let Part::Placeable(placeable) = part else { return false };
        let mut is_printed = false;
        placeable.expression.each(&mut |expression| {
            is_printed |= matches!(expression, Expression::Variable(word) if word.text == name);
        });
        is_printed
    };
    let at = leaf.parts.iter().position(prints)?;
    let text = |part: Option<&Part<'_, 't>>| match part {
        Some(Part::Text(word)) => Some(word.text),
        _ => None,
    };
    let before = text(at.checked_sub(1).and_then(|at| leaf.parts.get(at)));
    let after = text(leaf.parts.get(at + 1));
    Some((
        before.and_then(|text| text.split_whitespace().next_back()),
        after.and_then(|text| text.split_whitespace().next()),
    ))
}

/// Whether two words begin alike, as *dag* and *dagar* do.
fn is_form_of(word: &str, other: &str) -> bool {
    let letters = |word: &str| word.chars().filter(|char| char.is_alphanumeric()).count();
    let n_alike = word.chars().zip(other.chars()).take_while(|(a, b)| a == b && a.is_alphanumeric()).count();
    let n_shorter = letters(word).min(letters(other));
    n_alike >= 2 && n_alike * 3 >= n_shorter * 2
}
