//! Files written whole or not at all.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

/// Puts `bytes` in the place of the file `path`, which keeps its permissions. Whoever reads it meanwhile, and a
/// program that dies, finds the old or the new content. Of a link, its target is written.
///
/// # Errors
///
/// If the system refuses; the file is as it was then.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let target = match path.canonicalize() {
        Err(err) if err.kind() == io::ErrorKind::NotFound => path.to_owned(),
        target => target?,
    };
    // A name that begins with a dot is no catalog.
    let beside = target.with_file_name(format!(".{}.new", target.file_name().unwrap_or_default().display()));
    let written = fs::File::create(&beside).and_then(|mut file| {
        file.write_all(bytes)?;
        if let Ok(metadata) = fs::metadata(&target) {
            file.set_permissions(metadata.permissions())?;
        }
        file.sync_all()?;
        fs::rename(&beside, &target)
    });
    written.inspect_err(|_| {
        // What could not be finished is of use to nobody; that it failed is told.
        let _ = fs::remove_file(&beside);
    })
}
