//! "Did you mean": the name that a name is most like.

/// Longer names are not compared: nobody writes them, and comparing costs the product of both lengths.
const MAX_LENGTH: usize = 64;

/// The one of `known` that `name` most probably stands for: the same but for capitals and hyphens, or but for a
/// few letters, or the only one that begins or ends with it or
/// that it begins or ends with.
pub(super) fn near<'k>(name: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    let n_allowed = match name.len() {
        0..=2 => 0,
        3..=5 => 1,
        6..=9 => 2,
        10..=MAX_LENGTH => 3,
        _ => return None,
    };
    let folded = fold(name);
    let letters = letters_of(name);
    let mut nearest: Option<(usize, &str)> = None;
    let mut alike = Vec::new();
    for candidate in known.filter(|candidate| candidate.len() <= MAX_LENGTH) {
        // Each edit changes at most two of the letters that are there, and a part has no letter that the whole lacks.
        let (own, others) = (letters, letters_of(candidate));
        let is_part = own & !others == 0 || others & !own == 0;
        if !is_part && (own ^ others).count_ones() as usize > 2 * n_allowed {
            continue;
        }
        let other = fold(candidate);
        let (short, long) = if other.len() < folded.len() { (&other, &folded) } else { (&folded, &other) };
        if short.len() >= 4 && (long.starts_with(short.as_str()) || long.ends_with(short.as_str())) {
            alike.push(candidate);
        }
        // As many letters as the names differ in length have to be edited at least.
        if other.len().abs_diff(folded.len()) > n_allowed {
            continue;
        }
        let n_edits = strsim::osa_distance(&folded, &other);
        let is_nearer = nearest.is_none_or(|nearest| (n_edits, candidate) < nearest);
        if n_edits <= n_allowed && is_nearer {
            nearest = Some((n_edits, candidate));
        }
    }
    match (nearest, alike.as_slice()) {
        (Some((_, candidate)), _) => Some(candidate),
        (None, [candidate]) => Some(*candidate),
        _ => None,
    }
}

/// The letters and digits in `name`, one bit each; comparing these spares most of the work with long lists.
fn letters_of(name: &str) -> u64 {
    let bits = name.bytes().map(|byte| match byte.to_ascii_lowercase() {
        letter @ b'a'..=b'z' => 1 << (letter - b'a'),
        digit @ b'0'..=b'9' => 1 << (26 + digit - b'0'),
        b'-' | b'_' => 0,
        _ => 1 << 36,
    });
    bits.fold(0, |letters, bit: u64| letters | bit)
}

fn fold(name: &str) -> String {
    name.chars().filter(|char| !matches!(char, '-' | '_')).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_near_another_by_capitals_letters_or_a_part() {
        let known = ["accountName", "amount", "dueDate", "other", "one", "serviceEndsOn", "serviceEndedOn"];
        for (name, expected) in [
            ("accountname", Some("accountName")),
            ("account-name", Some("accountName")),
            ("amuont", Some("amount")),
            ("dueDat", Some("dueDate")),
            ("amountDue", Some("amount")),
            ("name", Some("accountName")),
            ("service", None),
            ("ohter", Some("other")),
            ("bedrag", None),
            ("dagen", None),
            ("x", None),
        ] {
            assert_eq!(near(name, known.into_iter()), expected, "{name}");
        }
    }
}
