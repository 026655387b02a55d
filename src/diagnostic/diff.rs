//! What an edit changes, for people and for `patch`: a unified diff.

use similar::TextDiff;

/// Renders the change of the file `path` from `before` to `after`.
#[must_use]
pub fn render(path: &str, before: &str, after: &str) -> String {
    TextDiff::from_lines(before, after).unified_diff().context_radius(1).header(path, path).to_string()
}
