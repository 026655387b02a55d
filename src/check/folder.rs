//! The folders of locales as they are read: bytes, because what is in them may be anything.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::lock::LockFile;
use crate::catalog;
use crate::template::{self, Overlay};

/// How deep the folders of a locale are looked through.
const MAX_DEPTH: usize = 8;

/// The folder of one locale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    /// Its name, which should be a language tag.
    pub tag: String,
    /// Its path, for findings.
    pub path: String,
    /// Its `.ftl` files.
    pub files: Vec<File>,
}

/// One `.ftl` file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// The path within the folder, such as `mail.ftl`.
    pub name: String,
    /// The content.
    pub bytes: Vec<u8>,
}

/// A folder of templates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateFolder {
    /// Its path, for findings.
    pub path: String,
    /// Its files.
    pub files: Vec<File>,
}

/// The endings of files that are templates.
const TEMPLATES: [&str; 6] = ["html", "htm", "xml", "txt", "md", "tera"];

/// The templates that come with the crate.
#[must_use]
pub fn builtin_templates() -> TemplateFolder {
    let files = template::builtin().into_iter().filter(|overlay| is_template(Path::new(&overlay.name)));
    let file = |Overlay { name, text }| File { name, bytes: text.into_bytes() };
    TemplateFolder { path: "templates".to_owned(), files: files.map(file).collect() }
}

/// Reads a folder of templates. Names that begin with a dot are left alone, and so are files such as style sheets.
///
/// # Errors
///
/// If the folder or something in it cannot be read.
pub fn read_templates(root: &Path) -> Result<TemplateFolder, Error> {
    let mut files = Vec::new();
    read_files(root, "", MAX_DEPTH, is_template, &mut files)?;
    Ok(TemplateFolder { path: root.display().to_string(), files })
}

fn is_template(path: &Path) -> bool {
    path.extension().is_some_and(|extension| TEMPLATES.iter().any(|known| extension == *known))
}

fn is_catalog(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "ftl")
}

/// The catalogs that come with the crate.
#[must_use]
pub fn builtin() -> Vec<Folder> {
    let mut folders: Vec<Folder> = Vec::new();
    for source in catalog::builtin() {
        let tag = source.locale.as_str();
        let path = format!("locales/{tag}");
        let name = source.file.strip_prefix(&path).unwrap_or(&source.file).trim_start_matches('/').to_owned();
        let file = File { name, bytes: source.text.into_bytes() };
        match folders.last_mut() {
            Some(folder) if folder.tag == tag => folder.files.push(file),
            _ => folders.push(Folder { tag: tag.to_owned(), path, files: vec![file] }),
        }
    }
    folders
}

/// Reads a folder that has a folder of `.ftl` files for each locale. Names that begin with a dot are left alone.
///
/// # Errors
///
/// If the folder or something in it cannot be read.
pub fn read_folders(root: &Path) -> Result<Vec<Folder>, Error> {
    let mut folders = Vec::new();
    for (tag, path) in entries(root)? {
        if path.is_dir() {
            let mut files = Vec::new();
            read_files(&path, "", MAX_DEPTH, is_catalog, &mut files)?;
            folders.push(Folder { tag, path: path.display().to_string(), files });
        }
    }
    Ok(folders)
}

/// Reads the lock in a folder of locales, if there is one.
///
/// # Errors
///
/// If it is there and cannot be read.
pub fn read_lock(root: &Path) -> Result<Option<LockFile>, Error> {
    let path = root.join(LockFile::NAME);
    match fs::read(&path) {
        // What is not UTF-8 in it is no line of a lock, and is told as such.
        Ok(bytes) => Ok(Some(LockFile {
            path: path.display().to_string(),
            text: String::from_utf8_lossy(&bytes).into_owned(),
        })),
        Err(err) if err.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(source) => Err(Error::Read { path, source }),
    }
}

fn read_files(
    folder: &Path,
    prefix: &str,
    depth: usize,
    is_wanted: fn(&Path) -> bool,
    files: &mut Vec<File>,
) -> Result<(), Error> {
    for (name, path) in entries(folder)? {
        let name = format!("{prefix}{name}");
        if path.is_dir() {
            // A link that leads back up must not keep us here for ever.
            if depth > 0 {
                read_files(&path, &format!("{name}/"), depth - 1, is_wanted, files)?;
            }
        } else if is_wanted(&path) {
            let bytes = fs::read(&path).map_err(|source| Error::Read { path, source })?;
            files.push(File { name, bytes });
        }
    }
    Ok(())
}

fn entries(folder: &Path) -> Result<Vec<(String, PathBuf)>, Error> {
    let entry = |entry: io::Result<fs::DirEntry>| {
        entry.map(|entry| (entry.file_name().to_string_lossy().into_owned(), entry.path()))
    };
    let entries = fs::read_dir(folder).and_then(|entries| entries.map(entry).collect());
    let mut entries: Vec<(String, PathBuf)> =
        entries.map_err(|source| Error::Read { path: folder.to_owned(), source })?;
    entries.retain(|(name, _)| !name.starts_with('.'));
    entries.sort();
    Ok(entries)
}

/// Why catalogs cannot be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A folder or file cannot be read.
    #[error("failed to read `{}`", path.display())]
    Read {
        /// The path.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}
