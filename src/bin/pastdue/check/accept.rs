//! `pastdue check --accept`: translations are up to date as they are.

use std::path::Path;
use std::process::ExitCode;

use anyhow::Context as _;
use pastdue::check::{self, Contract, LockFile, Selection, Sources};

use crate::{print, tell};

/// Writes the lock in `root` anew.
pub(super) fn run(
    root: &Path,
    selected: &[String],
    sources: Sources,
    contract: &Contract,
) -> anyhow::Result<ExitCode> {
    let selection = match selected {
        [] => Selection::All,
        [locale] => Selection::Locale(locale),
        [locale, id, ..] => Selection::Message(locale, id),
    };
    let before = sources.lock.as_ref().map(|lock| lock.text.clone());
    let accepted = check::accept(sources, contract, selection)?;
    let path = root.join(LockFile::NAME);
    if before.as_ref() != Some(&accepted.text) {
        let written = check::replace(&path, accepted.text.as_bytes());
        written.with_context(|| format!("failed to write `{}`", path.display()))?;
    }
    for (tag, id) in &accepted.stale {
        print(format!("{tag} {id}\n").as_bytes())?;
    }
    let (n_recorded, n_stale) = (accepted.n_recorded, accepted.stale.len());
    let plural = if n_recorded == 1 { "" } else { "s" };
    tell(&format!(
        "{n_recorded} translation{plural} recorded in `{}`, {n_stale} of them had been stale",
        path.display()
    ));
    Ok(ExitCode::SUCCESS)
}
