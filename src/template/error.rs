//! What can go wrong between a template and its text.

use std::path::PathBuf;

use super::Templates;
use crate::catalog;
use crate::locale::Locale;

/// Why a template cannot be loaded or rendered.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A message failed.
    #[error(transparent)]
    Catalog(#[from] catalog::Error),
    /// A message has markup that it cannot have.
    #[error("the message `{id}` of `{locale}` has wrong markup: {problem}")]
    Markup {
        /// The locale.
        locale: Locale,
        /// The message.
        id: String,
        /// What is wrong.
        problem: String,
    },
    /// CLDR cannot write a value.
    #[error("there is no format for `{value}` in `{locale}`")]
    NoFormat {
        /// The locale.
        locale: Locale,
        /// The value.
        value: String,
    },
    /// A folder or file cannot be read.
    #[error("failed to read `{}`", path.display())]
    Read {
        /// The path.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The names of overlays are no template's.
    #[error("no template to replace: `{}`; there are `{}`", names.join("`, `"), Templates::NAMES.join("`, `"))]
    UnknownTemplates {
        /// The names.
        names: Vec<String>,
    },
    /// The stylesheet cannot be applied.
    #[error("the file `style.css` cannot be used: {problem}")]
    Style {
        /// What is wrong.
        problem: String,
    },
    /// A template does not parse.
    #[error("a template does not parse")]
    Parse {
        /// What Tera says.
        source: tera::Error,
    },
    /// A template fails.
    #[error("the template `{name}` cannot be rendered")]
    Render {
        /// The template.
        name: String,
        /// What Tera says.
        source: tera::Error,
    },
}

impl Error {
    pub(super) fn markup(locale: &Locale, id: &str, problem: String) -> Error {
        Error::Markup { locale: locale.clone(), id: id.to_owned(), problem }
    }
}
