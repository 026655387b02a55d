//! Files written whole or not at all.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use anyhow::Context as _;

/// Puts `bytes` in the place of the file `path`, which keeps its permissions. Whoever reads it meanwhile, and a
/// program that dies, finds the old or the new content.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let write = || -> io::Result<()> {
        // Of a link, its target is written.
        let target = match path.canonicalize() {
            Err(err) if err.kind() == io::ErrorKind::NotFound => path.to_owned(),
            target => target?,
        };
        let mut name = target.file_name().unwrap_or_default().to_owned();
        name.push(".new");
        let beside = target.with_file_name(name);
        let written = fs::File::create(&beside).and_then(|mut file| {
            file.write_all(bytes)?;
            if let Ok(metadata) = fs::metadata(&target) {
                file.set_permissions(metadata.permissions())?;
            }
            file.sync_all()?;
            fs::rename(&beside, &target)
        });
        if written.is_err() {
            // What could not be finished is of use to nobody; that it failed is told below.
            let _ = fs::remove_file(&beside);
        }
        written
    };
    write().with_context(|| format!("failed to write `{}`", path.display()))
}
