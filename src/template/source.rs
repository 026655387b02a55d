//! Where the texts of the templates come from: the crate itself, or a folder.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::Error;

/// A template in place of a built-in one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overlay {
    /// The name, a path such as `payment-failed/body.html`.
    pub name: String,
    /// The text.
    pub text: String,
}

/// The templates that come with the crate, the stylesheet first.
pub(super) const BUILTIN: [(&str, &str); 11] = [
    ("style.css", include_str!("../../templates/style.css")),
    ("base.html", include_str!("../../templates/base.html")),
    ("base.txt", include_str!("../../templates/base.txt")),
    ("payment-failed/body.html", include_str!("../../templates/payment-failed/body.html")),
    ("payment-failed/body.txt", include_str!("../../templates/payment-failed/body.txt")),
    ("invoice-overdue/body.html", include_str!("../../templates/invoice-overdue/body.html")),
    ("invoice-overdue/body.txt", include_str!("../../templates/invoice-overdue/body.txt")),
    ("service-canceled/body.html", include_str!("../../templates/service-canceled/body.html")),
    ("service-canceled/body.txt", include_str!("../../templates/service-canceled/body.txt")),
    ("article/body.html", include_str!("../../templates/article/body.html")),
    ("article/body.md", include_str!("../../templates/article/body.md")),
];

/// The names of [`BUILTIN`].
pub(super) const NAMES: [&str; BUILTIN.len()] = {
    let mut names = [""; BUILTIN.len()];
    let mut at = 0;
    while at < names.len() {
        names[at] = BUILTIN[at].0;
        at += 1;
    }
    names
};

/// The templates that come with the crate, as an overlay of all.
#[must_use]
pub fn builtin() -> Vec<Overlay> {
    let overlay = |(name, text): (&str, &str)| Overlay { name: name.to_owned(), text: text.to_owned() };
    BUILTIN.map(overlay).into()
}

/// Checks that each of `names` is that of a template.
pub(super) fn check_names<'a>(names: impl Iterator<Item = &'a str>) -> Result<(), Error> {
    let unknown: Vec<String> = names.filter(|name| !NAMES.contains(name)).map(str::to_owned).collect();
    if unknown.is_empty() { Ok(()) } else { Err(Error::UnknownTemplates { names: unknown }) }
}

/// Reads a folder whose files have the names of templates, see [`Templates::NAMES`](super::Templates::NAMES).
/// Files and folders whose names begin with a dot are left alone.
///
/// # Errors
///
/// If the folder or a file in it cannot be read, or a file has not the name of a template.
pub fn read_folder(folder: &Path) -> Result<Vec<Overlay>, Error> {
    let mut files = Vec::new();
    for (name, path) in entries(folder)? {
        if !path.is_dir() {
            files.push((name, path));
        } else if NAMES.iter().any(|known| known.split('/').next() == Some(name.as_str())) {
            let inner = entries(&path)?.into_iter();
            files.extend(inner.map(|(file, path)| (format!("{name}/{file}"), path)));
        } else {
            // What is in it has no place either.
            files.push((format!("{name}/"), path));
        }
    }
    check_names(files.iter().map(|(name, _)| name.as_str()))?;
    let overlay = |(name, path): (String, PathBuf)| match fs::read_to_string(&path) {
        Ok(text) => Ok(Overlay { name, text }),
        Err(source) => Err(Error::Read { path, source }),
    };
    files.into_iter().map(overlay).collect()
}

/// The names in `folder` with their paths, sorted.
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

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(files: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for file in files {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().expect("it is in the folder")).expect("made");
            fs::write(&path, *file).expect("written");
        }
        folder
    }

    #[test]
    fn the_files_of_a_folder_take_the_places_of_templates() {
        let folder = folder(&["style.css", "payment-failed/body.txt", ".git/config", "article/.swp"]);
        let overlays = read_folder(folder.path()).expect("a good folder");
        let names: Vec<_> = overlays.iter().map(|overlay| overlay.name.as_str()).collect();
        assert_eq!(names, ["payment-failed/body.txt", "style.css"]);
        assert!(overlays.iter().all(|overlay| overlay.name == overlay.text));
    }

    #[test]
    fn a_file_that_replaces_nothing_is_an_error() {
        let folder = folder(&["base.html", "base.htm", "payment-failed/subject.txt", "mail/body.html"]);
        let error = read_folder(folder.path()).expect_err("refused").to_string();
        let start = "no template to replace: `base.htm`, `mail/`, `payment-failed/subject.txt`; there are `style.css`, ";
        assert!(error.starts_with(start), "{error}");
    }

    #[test]
    fn a_folder_that_is_missing_is_an_error() {
        let error = read_folder(Path::new("no/such/folder")).expect_err("refused").to_string();
        assert_eq!(error, "failed to read `no/such/folder`");
    }
}
