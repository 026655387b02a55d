//! Where the texts of a catalog come from: the crate itself, or a folder.

use std::fs;
use std::io;
use std::path::Path;

use super::Error;
use crate::locale::Locale;

/// The text of one `.ftl` file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The locale, the name of the file's folder.
    pub locale: Locale,
    /// The file's path, for errors.
    pub file: String,
    /// The text.
    pub text: String,
}

macro_rules! embedded {
    ($($tag:literal)*) => {
        embedded!(@files $($tag)* ; ["alert", "article", "brand", "invoice-overdue", "mail", "payment-failed", "service-canceled"])
    };
    (@files $($tag:literal)* ; $files:tt) => {
        [$(embedded!(@locale $tag $files)),*].concat()
    };
    (@locale $tag:literal [$($file:literal),*]) => {
        vec![$(($tag, concat!("locales/", $tag, "/", $file, ".ftl"), include_str!(concat!("../../locales/", $tag, "/", $file, ".ftl")))),*]
    };
}

/// The texts that come with the crate.
#[must_use]
pub fn builtin() -> Vec<Source> {
    let files = embedded!("en-US" "fr-FR" "nl-NL" "sv-SE" "zh-TW").into_iter();
    let source = |(tag, file, text): (&str, &str, &str)| {
        // The folders are named after locales.
        Some(Source { locale: tag.parse().ok()?, file: file.to_owned(), text: text.to_owned() })
    };
    files.filter_map(source).collect()
}

/// Reads a folder that has a folder of `.ftl` files for each locale.
///
/// # Errors
///
/// If the folder or a file in it cannot be read, or a folder is not named after a locale.
pub fn read_folder(folder: &Path) -> Result<Vec<Source>, Error> {
    let read = |path: &Path, source: io::Error| Error::Read { path: path.to_owned(), source };
    let mut sources = Vec::new();
    for path in sorted_entries(folder).map_err(|err| read(folder, err))? {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if !path.is_dir() || name.starts_with('.') {
            continue;
        }
        let locale: Locale = name.parse().map_err(|_| Error::BadFolder { path: path.clone() })?;
        for path in sorted_entries(&path).map_err(|err| read(&path, err))? {
            if path.extension().is_some_and(|extension| extension == "ftl") {
                let text = fs::read_to_string(&path).map_err(|err| read(&path, err))?;
                sources.push(Source { locale: locale.clone(), file: path.display().to_string(), text });
            }
        }
    }
    Ok(sources)
}

fn sorted_entries(folder: &Path) -> io::Result<Vec<std::path::PathBuf>> {
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}
