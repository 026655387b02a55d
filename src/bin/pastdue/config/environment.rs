//! The variables that begin with `PASTDUE_`. Only `main.rs` reads the environment itself.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::PathBuf;

use pastdue::transport::Secret;

use super::key::{KEYS, Kind};
use super::problem::Problem;
use super::relay;

/// The variables that begin with `PASTDUE_`, taken apart.
#[derive(Debug, Default)]
pub(crate) struct Environment {
    /// `PASTDUE_CONFIG`: the configuration file.
    pub(crate) config: Option<PathBuf>,
    /// `PASTDUE_LOG`: which logs are written.
    pub(crate) log: Option<String>,
    /// The passwords, by the path of their key.
    passwords: BTreeMap<&'static str, Secret>,
    variables: Vec<(String, String)>,
}

impl Environment {
    /// Takes those of `variables` that concern this program.
    ///
    /// # Errors
    ///
    /// A name or a value that is not UTF-8. Names that mean nothing are found when the configuration is loaded.
    pub(crate) fn new(
        variables: impl IntoIterator<Item = (OsString, OsString)>,
    ) -> Result<Environment, Problem> {
        let mut environment = Environment::default();
        for (name, value) in variables {
            if !name.as_encoded_bytes().starts_with(b"PASTDUE_") {
                continue;
            }
            let name = name.into_string().map_err(|name| {
                Problem::new(format_args!("unknown variable `{}`", name.display().to_string().escape_debug()))
            })?;
            if name.starts_with("PASTDUE_TEST_") {
                continue;
            }
            if name == "PASTDUE_CONFIG" {
                environment.config = Some(value.into());
                continue;
            }
            let value =
                value.into_string().map_err(|_| Problem::new(format_args!("`{name}`: expected UTF-8")))?;
            if name == "PASTDUE_LOG" {
                environment.log = Some(value);
            } else if let Some(key) =
                KEYS.iter().find(|key| key.kind == Kind::Secret && key.variable() == name)
            {
                let password = relay::password(&value)
                    .map_err(|expected| Problem::new(format_args!("`{name}`: expected {expected}")))?;
                environment.passwords.insert(key.path, password);
                // Its text goes no further; that it is set does.
                environment.variables.push((name, String::new()));
            } else {
                environment.variables.push((name, value));
            }
        }
        // The order of the environment means nothing: the same variables give the same first error.
        environment.variables.sort();
        Ok(environment)
    }

    /// The password that the key at `path` names, if a variable holds it.
    pub(super) fn password(&self, path: &str) -> Option<Secret> {
        self.passwords.get(path).cloned()
    }

    /// The variables that set keys.
    pub(super) fn variables(&self) -> impl Iterator<Item = (&String, &String)> {
        self.variables.iter().map(|(name, value)| (name, value))
    }
}
