//! Files that list one thing a line.

use std::collections::HashSet;
use std::fs;
use std::io::Read as _;
use std::path::Path;

use anyhow::Context as _;

/// The lines of `path`, or of standard input if it is `-`: without spaces around them, without empty ones, without
/// comments, which begin with `#`, and each with its number. A line that is there twice counts once.
///
/// # Errors
///
/// If the file cannot be read, or is not UTF-8.
pub(super) fn read(path: &Path) -> anyhow::Result<Vec<(usize, String)>> {
    let text = if path == Path::new("-") {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).context("failed to read standard input")?;
        text
    } else {
        fs::read_to_string(path).with_context(|| format!("failed to read `{}`", path.display()))?
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let lines = text.lines().enumerate().map(|(n, line)| (n + 1, line.trim().to_owned()));
    let mut seen = HashSet::new();
    Ok(lines
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('#') && seen.insert(line.clone()))
        .collect())
}
