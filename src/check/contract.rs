//! What the program provides: variables with their types, functions, markup, and the roles of messages.

mod ours;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

/// What translations may use. Made by [`Contract::ours`] for our own catalogs, read from JSON for others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contract {
    /// The locale that messages are written in first.
    #[serde(default = "default_source")]
    pub source_locale: String,
    /// Every variable that any message may use.
    #[serde(default)]
    pub variables: BTreeMap<String, VariableType>,
    /// The functions, each with the options that it takes.
    #[serde(default)]
    pub functions: BTreeMap<String, Vec<String>>,
    /// The values that an option takes, if not any.
    #[serde(default)]
    pub option_values: BTreeMap<String, Vec<String>>,
    /// The elements that a text may hold, each with its attributes.
    #[serde(default)]
    pub allowed_markup: BTreeMap<String, Vec<String>>,
    /// What messages are for, by id; others have no role.
    #[serde(default)]
    pub roles: BTreeMap<String, Role>,
    /// How a reader is addressed, by locale: `u`, `je`, `vous`, `tu`, `du`, `ni`.
    #[serde(default)]
    pub formality: BTreeMap<String, String>,
    /// Words that stay as they are (`keep`).
    #[expect(clippy::zero_sized_map_values, reason = "the format has room for more than keeping")]
    #[serde(default)]
    pub glossary: BTreeMap<String, Treatment>,
    /// The messages that the program prints by itself, each with the variables that are given whenever it does.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub messages: BTreeMap<String, BTreeSet<String>>,
    /// What the program gives to templates: for each its names, and the messages that fill them.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub templates: BTreeMap<String, BTreeMap<String, BTreeSet<String>>>,
    /// The functions with which templates print messages, each with the argument that is the message's id.
    #[serde(default = "default_message_functions")]
    pub message_functions: BTreeMap<String, String>,
}

/// The type of a variable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum VariableType {
    /// One of the types with a name.
    Plain(PlainType),
    /// One of these texts.
    Choice(Vec<String>),
}

/// A type with a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PlainType {
    /// Text, such as a name.
    String,
    /// An amount with its currency.
    Money,
    /// A day.
    Date,
    /// A count.
    Number,
    /// An address on the web.
    Url,
}

/// What a message is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// Such as `subject`, `preheader`, `button`, `heading`.
    pub role: String,
    /// The most columns that it may take; a Chinese character takes two.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<usize>,
    /// Whether it must be without markup.
    #[serde(default)]
    pub plain: bool,
}

/// What becomes of a word of the glossary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Treatment {
    /// It stays as it is.
    Keep,
}

impl Contract {
    /// Reads a contract from JSON.
    ///
    /// # Errors
    ///
    /// If the text is not JSON, or has a key or a value that means nothing.
    pub fn from_json(text: &str) -> Result<Contract, Error> {
        let mut deserializer = serde_json::Deserializer::from_str(text);
        serde_path_to_error::deserialize(&mut deserializer).map_err(|err| Error::Json {
            path: err.path().to_string(),
            line: err.inner().line(),
            column: err.inner().column(),
            problem: err.inner().to_string(),
        })
    }

    /// The contract as JSON that can be read again.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).map(|text| text + "\n").unwrap_or_default()
    }
}

fn default_source() -> String {
    crate::catalog::Catalog::SOURCE_LOCALE.to_owned()
}

fn default_message_functions() -> BTreeMap<String, String> {
    [("fluent", "key"), ("message", "id")].map(|(function, id)| (function.to_owned(), id.to_owned())).into()
}

/// What is wrong with a contract.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// It is not JSON, or not a contract.
    #[error("line {line}, column {column}: `{path}`: {problem}")]
    Json {
        /// Where in the document.
        path: String,
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// What was expected.
        problem: String,
    },
}
