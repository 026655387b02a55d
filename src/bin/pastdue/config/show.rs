//! What is in force, and where it comes from: `pastdue config`.

use std::fmt::Write as _;

use serde_json::json;

use super::key::{self, KEYS};
use super::settings::{Origin, Setting, Settings, Value};

/// What is printed in place of a secret.
const MASK: &str = "set, not shown";

impl Settings {
    /// Every value in force as TOML that can be loaded again, each line with its origin.
    pub(crate) fn to_toml(&self) -> String {
        let mut out = String::new();
        let mut current = "";
        for (path, setting) in self.in_order() {
            let (section, name) = path.rsplit_once('.').unwrap_or(("", path));
            if section != current {
                let gap = if out.is_empty() { "" } else { "\n" };
                let _ = writeln!(out, "{gap}[{section}]");
                current = section;
            }
            let origin = &setting.origin;
            let _ = match &setting.value {
                // A comment, for the file may not hold it.
                Value::Secret => writeln!(out, "# {name}: {MASK}  # {origin}"),
                value => writeln!(out, "{name} = {}  # {origin}", toml_value(value)),
            };
        }
        out
    }

    /// Every value in force as one JSON object: path → value and origin.
    pub(crate) fn to_json(&self) -> String {
        let entry = |(path, setting): (&str, &Setting)| {
            (path.to_owned(), json!({"value": json_value(&setting.value), "source": origin(&setting.origin)}))
        };
        let object: serde_json::Map<_, _> = self.iter().map(entry).collect();
        format!("{:#}\n", serde_json::Value::Object(object))
    }

    /// The values in the order of [`KEYS`], those of one table together.
    fn in_order(&self) -> Vec<(&str, &Setting)> {
        let mut settings: Vec<_> = self.iter().collect();
        settings.sort_by_cached_key(|(path, _)| {
            let key = key::find(path);
            let place = KEYS.iter().position(|other| key.is_some_and(|key| key.path == other.path));
            let table = KEYS.iter().position(|other| key.is_some_and(|key| key.section() == other.section()));
            let section = path.rsplit_once('.').map_or("", |(section, _)| section);
            (table, section.to_owned(), place, (*path).to_owned())
        });
        settings
    }
}

fn origin(origin: &Origin) -> String {
    origin.to_string()
}

fn toml_value(value: &Value) -> toml::Value {
    match value {
        Value::Text(text) => text.clone().into(),
        Value::Texts(texts) => texts.clone().into(),
        Value::Number(number) => (*number).into(),
        Value::Flag(flag) => (*flag).into(),
        Value::Secret => MASK.into(),
    }
}

fn json_value(value: &Value) -> serde_json::Value {
    match value {
        Value::Text(text) => json!(text),
        Value::Texts(texts) => json!(texts),
        Value::Number(number) => json!(number),
        Value::Flag(flag) => json!(flag),
        Value::Secret => json!(MASK),
    }
}
