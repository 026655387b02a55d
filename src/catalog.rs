//! Every sentence, in every language.
//!
//! A catalog is loaded once and checked while it is loaded: every message of every locale is formatted
//! with sample arguments, so a broken one is met at the start and not in the mail of a customer.
//! What it hands out is *marked* text, in which the angle brackets of translators' links stand as
//! [`OPEN`] and [`CLOSE`], and a date stands between [`DATE_START`] and [`DATE_END`]; a name has no such marks.

mod format;
mod source;
mod text;
mod language;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::PathBuf;

pub use self::language::{Arguments, Language, VARIABLES, Variable};
pub use self::source::{Source, builtin, read_folder};
use crate::locale::Locale;
use crate::notice::Kind;

/// The opening bracket of markup that a translator wrote.
pub const OPEN: char = '\u{E000}';
/// The closing bracket of markup that a translator wrote.
pub const CLOSE: char = '\u{E001}';
/// A space within a date: a line must not end there.
pub const GLUE: char = '\u{E002}';
/// Where a date begins.
pub const DATE_START: char = '\u{E003}';
/// Where a date ends.
pub const DATE_END: char = '\u{E004}';

/// Every message of every locale, with the locales in which each mail is complete.
pub struct Catalog {
    languages: Vec<Language>,
    mails: [Vec<Locale>; Kind::ALL.len()],
    articles: Vec<Locale>,
}

impl Catalog {
    /// The locale in which messages are written first.
    pub const SOURCE_LOCALE: &str = "en-US";

    /// Loads the catalogs that come with the crate.
    ///
    /// # Errors
    ///
    /// As for [`Catalog::load`].
    ///
    /// # Example
    ///
    /// ```
    /// use pastdue::{Catalog, Kind};
    ///
    /// let catalog = Catalog::builtin("Example Cloud")?;
    /// let tags: Vec<&str> = catalog.offered(Kind::PaymentFailed).iter().map(|locale| locale.as_str()).collect();
    /// assert_eq!(tags, ["en-US", "fr-FR", "nl-NL", "sv-SE", "zh-TW"]);
    /// # Ok::<(), pastdue::catalog::Error>(())
    /// ```
    pub fn builtin(brand: &str) -> Result<Catalog, Error> {
        Catalog::load(brand, &builtin())
    }

    /// Loads catalogs from their source texts. Of two messages with one id, the later one counts,
    /// so an overlay follows what it lies over.
    ///
    /// `brand` fills the term `-brand` of every locale.
    ///
    /// # Errors
    ///
    /// If a text does not parse, a message cannot be formatted with what the program provides,
    /// a translation's links are not those of its source, or the source locale lacks a mail.
    pub fn load(brand: &str, sources: &[Source]) -> Result<Catalog, Error> {
        let mut by_locale: BTreeMap<&str, Vec<&Source>> = BTreeMap::new();
        for source in sources {
            by_locale.entry(source.locale.as_str()).or_default().push(source);
        }
        let languages = by_locale
            .into_values()
            .map(|sources| Language::load(sources[0].locale.clone(), brand, &sources))
            .collect::<Result<Vec<_>, _>>()?;
        let source = languages
            .iter()
            .find(|language| language.locale().as_str() == Catalog::SOURCE_LOCALE)
            .ok_or(Error::NoSource { locale: Catalog::SOURCE_LOCALE })?;
        for language in &languages {
            language.check_against(source)?;
        }
        let offered = |file: &str| -> Vec<Locale> {
            let is_needed =
                |id: &&str| source.file_of(id).is_some_and(|of| of == file || of == "mail" || of == "alert");
            let needed: Vec<&str> = source.ids().filter(is_needed).collect();
            let complete = languages.iter().filter(|language| needed.iter().all(|id| language.has(id)));
            complete.map(|language| language.locale().clone()).collect()
        };
        let mails = Kind::ALL.map(|kind| offered(kind.as_str()));
        let articles = offered("article");
        if let Some(kind) = Kind::ALL.into_iter().find(|kind| !source_offers(&mails[*kind as usize])) {
            return Err(Error::NoMail { locale: Catalog::SOURCE_LOCALE, kind });
        }
        Ok(Catalog { languages, mails, articles })
    }

    /// The locales in which the mail of `kind` has every message that it needs, in the order of their tags.
    #[must_use]
    pub fn offered(&self, kind: Kind) -> &[Locale] {
        &self.mails[kind as usize]
    }

    /// The locales in which the guidance article is complete.
    #[must_use]
    pub fn offered_articles(&self) -> &[Locale] {
        &self.articles
    }

    /// All locales, complete or not.
    pub fn locales(&self) -> impl Iterator<Item = &Locale> {
        self.languages.iter().map(Language::locale)
    }

    /// The messages of each locale.
    pub(crate) fn languages(&self) -> impl Iterator<Item = &Language> {
        self.languages.iter()
    }

    /// The messages of one locale.
    ///
    /// # Errors
    ///
    /// If the catalog does not have the locale.
    pub fn language(&self, locale: &Locale) -> Result<&Language, Error> {
        let found = self.languages.iter().find(|language| language.locale() == locale);
        found.ok_or_else(|| Error::NoLocale { locale: locale.clone() })
    }
}

/// The formats of a locale, without any message; `None` if CLDR does not know it.
pub(crate) fn formats(locale: &Locale) -> Option<Language> {
    Language::load(locale.clone(), "", &[]).ok()
}

fn source_offers(locales: &[Locale]) -> bool {
    locales.iter().any(|locale| locale.as_str() == Catalog::SOURCE_LOCALE)
}

/// Why a catalog cannot be loaded, or a message not be formatted.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A folder or file cannot be read.
    #[error("failed to read `{}`", path.display())]
    Read {
        /// The path.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// A folder is not named after a locale.
    #[error("the folder `{}` is not named after a locale such as `nl-NL`", path.display())]
    BadFolder {
        /// The path.
        path: PathBuf,
    },
    /// A text is not Fluent.
    #[error("`{file}`, line {line}: {problem}")]
    Syntax {
        /// The file.
        file: String,
        /// The line, from 1.
        line: usize,
        /// What the parser says.
        problem: String,
    },
    /// CLDR does not know the locale.
    #[error("there are no formats for the locale `{locale}`")]
    NoFormats {
        /// The locale.
        locale: Locale,
    },
    /// The source locale is missing altogether.
    #[error("the catalog has no source locale `{locale}`")]
    NoSource {
        /// The source locale.
        locale: &'static str,
    },
    /// The source locale lacks a message of a mail.
    #[error("the source locale `{locale}` has no complete mail of the kind `{kind}`")]
    NoMail {
        /// The source locale.
        locale: &'static str,
        /// The mail.
        kind: Kind,
    },
    /// The locale is not in the catalog.
    #[error("the catalog has no locale `{locale}`")]
    NoLocale {
        /// The locale.
        locale: Locale,
    },
    /// The message is not in the locale's catalog.
    #[error("the catalog of `{locale}` has no message `{id}`")]
    MissingMessage {
        /// The locale.
        locale: Locale,
        /// The message.
        id: String,
    },
    /// The message uses something that the program does not provide there.
    #[error("the message `{id}` of `{locale}` cannot be formatted: {problem}")]
    Format {
        /// The locale.
        locale: Locale,
        /// The message.
        id: String,
        /// What Fluent says.
        problem: String,
    },
    /// The links of a translation are not those of its source.
    #[error("the message `{id}` of `{locale}` has the links {found}, its source has {expected}")]
    Links {
        /// The locale.
        locale: Locale,
        /// The message.
        id: String,
        /// The names in the translation.
        found: String,
        /// The names in the source.
        expected: String,
    },
}

/// The names of the links in `marked`, as a list in words. Names stand in quotes after `data-l10n-name=`.
fn link_names(marked: &str) -> String {
    let names: BTreeSet<&str> = marked
        .split(OPEN)
        .filter_map(|rest| rest.split(CLOSE).next()?.strip_prefix("a data-l10n-name=\"")?.strip_suffix('"'))
        // More than a name is no link: what it is, is told where markup is looked at.
        .filter(|name| !name.contains('"'))
        .collect();
    let mut list = String::new();
    for name in names {
        let separator = if list.is_empty() { "" } else { ", " };
        // Writing to a string cannot fail.
        let _ = write!(list, "{separator}`{name}`");
    }
    if list.is_empty() { "none".to_owned() } else { list }
}
