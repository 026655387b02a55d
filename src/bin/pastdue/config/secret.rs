//! Passwords and keys: text that is never printed.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;

/// A password or a key. Neither `Debug` nor `Display` shows it.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Secret(Box<str>);

impl Secret {
    /// Wraps `text`, without the line break at its end.
    ///
    /// # Errors
    ///
    /// What is expected, if `text` is empty.
    pub(crate) fn new(text: &str) -> Result<Secret, &'static str> {
        let text = text.strip_suffix('\n').unwrap_or(text);
        let text = text.strip_suffix('\r').unwrap_or(text);
        if text.is_empty() { Err("a secret that is not empty") } else { Ok(Secret(text.into())) }
    }

    /// Reads the secret in the file at `path`, without the line break at its end.
    ///
    /// # Errors
    ///
    /// If the file cannot be read, is not UTF-8 or is empty.
    pub(crate) fn read(path: &Path) -> anyhow::Result<Secret> {
        let text =
            fs::read_to_string(path).with_context(|| format!("failed to read `{}`", path.display()))?;
        Secret::new(&text)
            .map_err(|expected| anyhow::anyhow!("`{}` is empty: expected {expected}", path.display()))
    }

    /// The true text. Only logging in and signing need it.
    #[must_use]
    pub(crate) fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(***)")
    }
}

/// Where a password is to be had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Password {
    /// It was in the environment.
    Given(Secret),
    /// It is in this file, and read only when it is needed.
    File(PathBuf),
}

impl Password {
    /// The password itself.
    ///
    /// # Errors
    ///
    /// If its file cannot be read or is empty.
    pub(crate) fn read(&self) -> anyhow::Result<Secret> {
        match self {
            Password::Given(secret) => Ok(secret.clone()),
            Password::File(path) => Secret::read(path),
        }
    }
}
