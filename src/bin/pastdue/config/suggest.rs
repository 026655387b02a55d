//! "Did you mean": the closest of a few names.

/// The candidate closest to `name`, if one is close enough to be a slip of the finger.
pub(super) fn closest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let most = (name.chars().count() / 3).max(1);
    let distances = candidates.into_iter().map(|candidate| (distance(name, candidate), candidate));
    distances.filter(|&(distance, _)| distance <= most).min().map(|(_, candidate)| candidate)
}

/// How many letters must be put in, taken out, changed or swapped to get from one to the other,
/// capitals, `-` and `_` counting as the same (optimal string alignment).
fn distance(from: &str, to: &str) -> usize {
    let same = |char: char| if char == '-' { '_' } else { char.to_ascii_lowercase() };
    let (from, to): (Vec<_>, Vec<_>) = (from.chars().map(same).collect(), to.chars().map(same).collect());
    let mut rows = vec![vec![0; to.len() + 1]; from.len() + 1];
    for i in 0..=from.len() {
        for j in 0..=to.len() {
            rows[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let changed = rows[i - 1][j - 1] + usize::from(from[i - 1] != to[j - 1]);
                changed.min(rows[i - 1][j] + 1).min(rows[i][j - 1] + 1)
            };
            if i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1] {
                rows[i][j] = rows[i][j].min(rows[i - 2][j - 2] + 1);
            }
        }
    }
    rows[from.len()][to.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_its_name_and_a_stranger_none() {
        let names = ["host", "port", "password_file", "hello_name"];
        assert_eq!(closest("hots", names), Some("host"));
        assert_eq!(closest("hosts", names), Some("host"));
        assert_eq!(closest("password-file", names), Some("password_file"));
        assert_eq!(closest("helo_name", names), Some("hello_name"));
        assert_eq!(closest("colour", names), None);
        assert_eq!(closest("", names), None);
    }
}
