//! The folders that are shown: read, and kept within.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{Error, Settings};
use crate::chain::chain;
use crate::check::{self, Sources};
use crate::template::{self, Overlay};

/// Everything as it is on disk, or built in.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Files {
    /// The catalogs, the lock and the templates, for checks.
    pub(super) sources: Sources,
    /// The templates that take the place of built-in ones.
    pub(super) overlays: Vec<Overlay>,
    /// Whether there is a folder of catalogs: what is built in cannot be edited.
    pub(super) has_folder: bool,
    /// What was not read, and why: the locale, or none for templates.
    pub(super) refused: Vec<(Option<String>, String)>,
}

/// Reads the folders of `settings`.
pub(super) fn read(settings: &Settings) -> Result<Files, Error> {
    let mut files =
        Files { sources: Sources::default(), overlays: Vec::new(), has_folder: false, refused: Vec::new() };
    match &settings.locales {
        Some(root) => {
            files.has_folder = true;
            files.sources.folders = check::read_folders(root)?;
            files.sources.lock = check::read_lock(root)?;
            for folder in &mut files.sources.folders {
                let tag = folder.tag.clone();
                folder.files.retain(|file| {
                    let is_within = within(root, &root.join(&tag).join(&file.name)).is_some();
                    if !is_within {
                        let what =
                            format!("`{tag}/{}` leads out of the folder, so it is not read", file.name);
                        files.refused.push((Some(tag.clone()), what));
                    }
                    is_within
                });
            }
        }
        None => files.sources.folders = check::builtin(),
    }
    match &settings.templates {
        Some(root) => {
            let is_within = |name: &str| within(root, &root.join(name)).is_some();
            let mut templates = check::read_templates(root)?;
            templates.files.retain(|file| is_within(&file.name));
            files.sources.templates = Some(templates);
            match template::read_folder(root) {
                Ok(overlays) => files.overlays = overlays,
                Err(err) => files.refused.push((None, chain(&err))),
            }
            files.overlays.retain(|overlay| {
                let is_within = is_within(&overlay.name);
                if !is_within {
                    let what = format!("`{}` leads out of the folder, so it is not read", overlay.name);
                    files.refused.push((None, what));
                }
                is_within
            });
        }
        None if settings.locales.is_none() => files.sources.templates = Some(check::builtin_templates()),
        None => {}
    }
    Ok(files)
}

/// The real path of `path`, if it lies in `root` after all links have been followed.
pub(super) fn within(root: &Path, path: &Path) -> Option<PathBuf> {
    let (root, path) = (root.canonicalize().ok()?, path.canonicalize().ok()?);
    path.starts_with(&root).then_some(path)
}

/// Why a file is not written.
#[derive(Debug)]
pub(super) enum Conflict {
    /// It is not what it was.
    Changed,
    /// It leads out of the folder.
    Outside,
    /// The system refuses.
    Failed(io::Error),
}

/// Puts `after` in the place of `before`, the content of `file` in `root`. Whoever reads it meanwhile, and a program
/// that dies, finds the one or the other.
pub(super) fn replace(root: &Path, file: &str, before: &[u8], after: &[u8]) -> Result<(), Conflict> {
    let path = root.join(file);
    let is_there = path.symlink_metadata().is_ok();
    let (folder, name) = (path.parent(), path.file_name());
    let beside = || Some(within(root, folder?)?.join(name?));
    let target = if is_there { within(root, &path) } else { beside() }.ok_or(Conflict::Outside)?;
    match fs::read(&target) {
        Ok(now) if now == before => {}
        Err(err) if err.kind() == io::ErrorKind::NotFound && before.is_empty() => {}
        Ok(_) => return Err(Conflict::Changed),
        Err(err) => return Err(Conflict::Failed(err)),
    }
    check::replace(&target, after).map_err(Conflict::Failed)
}
