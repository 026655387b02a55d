//! `pastdue check --fix`: what can be put right without a translator, is.

use std::path::Path;

use anyhow::Context as _;
use pastdue::check::{self, Fixed, FixedFile};
use pastdue::diagnostic::diff;

use crate::{print, tell};

/// Writes the files that have changed.
pub(super) fn write(fixed: &Fixed) -> anyhow::Result<()> {
    for FixedFile { path, after, .. } in &fixed.files {
        let written = check::replace(Path::new(path), after);
        written.with_context(|| format!("failed to write `{path}`"))?;
    }
    tell(&format!("put right: {}", sum(fixed)));
    Ok(())
}

/// Prints how the files would change.
pub(super) fn show(fixed: &Fixed) -> anyhow::Result<()> {
    for FixedFile { path, before, after } in &fixed.files {
        let [before, after] = [before, after].map(|bytes| String::from_utf8_lossy(bytes));
        print(diff::render(path, &before, &after).as_bytes())?;
    }
    tell(&format!("--fix would put right: {}", sum(fixed)));
    Ok(())
}

fn sum(fixed: &Fixed) -> String {
    let counted = |n: usize, noun: &str| format!("{n} {noun}{}", if n == 1 { "" } else { "s" });
    format!("{} in {}", counted(fixed.n_fixed, "finding"), counted(fixed.files.len(), "file"))
}
