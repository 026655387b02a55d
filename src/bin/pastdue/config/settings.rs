//! What is set, and where: defaults, then the file, then the environment; later ones win.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::{Range, RangeInclusive};
use std::path::PathBuf;

use toml::de::{DeTable, DeValue};

use super::environment::Environment;
use super::key::{self, KEYS, Key, Kind};
use super::problem::{Problem, Source};

/// What a key is set to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    /// A string.
    Text(String),
    /// Several strings.
    Texts(Vec<String>),
    /// A whole number.
    Number(i64),
    /// `true` or `false`.
    Flag(bool),
    /// Something that is not printed.
    Secret,
}

impl Value {
    /// Reads the text of a variable or a default.
    fn of_text(kind: Kind, text: &str) -> Option<Value> {
        match kind {
            Kind::Text => Some(Value::Text(text.to_owned())),
            Kind::Texts => Some(Value::Texts(text.split(',').map(|part| part.trim().to_owned()).collect())),
            Kind::Number => text.parse().ok().map(Value::Number),
            Kind::Flag => text.parse().ok().map(Value::Flag),
            Kind::Secret => Some(Value::Secret),
        }
    }

    fn of_toml(kind: Kind, value: &DeValue<'_>) -> Option<Value> {
        match (kind, value) {
            (Kind::Text, DeValue::String(text)) => Some(Value::Text(text.clone().into_owned())),
            (Kind::Texts, DeValue::Array(items)) => {
                let texts = items.iter().map(|item| item.get_ref().as_str().map(str::to_owned));
                texts.collect::<Option<_>>().map(Value::Texts)
            }
            (Kind::Number, DeValue::Integer(number)) => {
                i64::from_str_radix(number.as_str(), number.radix()).ok().map(Value::Number)
            }
            (Kind::Flag, DeValue::Boolean(flag)) => Some(Value::Flag(*flag)),
            _ => None,
        }
    }
}

/// Where a value comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Origin {
    /// Nothing sets it.
    Default,
    /// The configuration file.
    File {
        /// File and line, such as `pastdue.toml:12`.
        place: String,
        /// Where the value stands in the text.
        span: Range<usize>,
    },
    /// The variable of this name.
    Variable(String),
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Origin::Default => f.write_str("default"),
            Origin::File { place, .. } => f.write_str(place),
            Origin::Variable(name) => f.write_str(name),
        }
    }
}

/// One value that is in force.
#[derive(Debug, Clone)]
pub(super) struct Setting {
    pub(super) value: Value,
    pub(super) origin: Origin,
}

/// Every value that is in force, by its path.
#[derive(Debug)]
pub(crate) struct Settings {
    source: Option<Source>,
    folder: PathBuf,
    values: BTreeMap<String, Setting>,
}

impl Settings {
    /// Gathers the defaults, the values of the file in `folder` and those of the environment.
    pub(super) fn gather(
        source: Option<Source>,
        folder: PathBuf,
        environment: &Environment,
    ) -> Result<Settings, Problem> {
        let mut settings = Settings { source, folder, values: BTreeMap::new() };
        for key in KEYS {
            if let Some(default) = key.default {
                settings.set_default(key.path, default);
            }
        }
        if let Some(source) = &settings.source {
            let table = DeTable::parse(&source.text).map_err(|err| {
                source.problem(&err.span().unwrap_or_default(), err.message().replace('\n', "; "))
            })?;
            flatten(source, "", table.get_ref(), &mut settings.values)?;
        }
        for (name, text) in environment.variables() {
            let (path, key) = key::of_variable(name).ok_or_else(|| unknown_variable(name))?;
            let value = Value::of_text(key.kind, text)
                .ok_or_else(|| Problem::new(format_args!("`{name}`: expected {}", key.kind.expected())))?;
            settings.values.insert(path, Setting { value, origin: Origin::Variable(name.clone()) });
        }
        Ok(settings)
    }

    /// Sets `path` to a default that depends on other values, unless it is set already.
    pub(super) fn set_default(&mut self, path: &str, default: &str) {
        let value = key::find(path).and_then(|key| Value::of_text(key.kind, default));
        if let Some(value) = value {
            self.values.entry(path.to_owned()).or_insert(Setting { value, origin: Origin::Default });
        }
    }

    /// Where the value of `path` comes from, if it has one.
    pub(crate) fn origin(&self, path: &str) -> Option<&Origin> {
        self.values.get(path).map(|setting| &setting.origin)
    }

    /// Everything that is in force, in order of the paths.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &Setting)> {
        self.values.iter().map(|(path, setting)| (path.as_str(), setting))
    }

    /// The names directly below the table `section`.
    pub(super) fn names_below(&self, section: &str) -> Vec<String> {
        let rests = self.values.keys().filter_map(|path| path.strip_prefix(section)?.strip_prefix('.'));
        let mut names: Vec<_> = rests.filter_map(|rest| rest.split('.').next()).map(str::to_owned).collect();
        names.dedup();
        names
    }

    /// The string at `path`, understood by `parse`, which says what is expected if it cannot.
    pub(super) fn text<T, E: fmt::Display>(
        &self,
        path: &str,
        parse: impl FnOnce(&str) -> Result<T, E>,
    ) -> Result<Option<T>, Problem> {
        match self.values.get(path).map(|setting| &setting.value) {
            Some(Value::Text(text)) => {
                parse(text).map(Some).map_err(|expected| self.expected(path, expected))
            }
            _ => Ok(None),
        }
    }

    /// Like [`Settings::text`], for a key that always has a value.
    pub(super) fn need<T, E: fmt::Display>(
        &self,
        path: &str,
        parse: impl FnOnce(&str) -> Result<T, E>,
    ) -> Result<T, Problem> {
        self.text(path, parse)?.ok_or_else(|| Problem::new(format_args!("`{path}` is missing")))
    }

    /// The strings at `path`.
    pub(super) fn texts(&self, path: &str) -> &[String] {
        match self.values.get(path).map(|setting| &setting.value) {
            Some(Value::Texts(texts)) => texts,
            _ => &[],
        }
    }

    /// The number at `path`, which must be in `range`.
    pub(super) fn number<T>(&self, path: &str, range: RangeInclusive<T>) -> Result<Option<T>, Problem>
    where
        T: TryFrom<i64> + PartialOrd + fmt::Display,
    {
        let Some(Value::Number(number)) = self.values.get(path).map(|setting| &setting.value) else {
            return Ok(None);
        };
        let number = T::try_from(*number).ok().filter(|number| range.contains(number));
        let expected = format_args!("a whole number from {} to {}", range.start(), range.end()).to_string();
        number.map(Some).ok_or_else(|| self.expected(path, expected))
    }

    /// The path of a file at `path`.
    pub(super) fn file(&self, path: &str) -> Result<Option<PathBuf>, Problem> {
        let file = self.text(path, |text| match text {
            // Somebody may put the key itself here.
            _ if text.contains("-----") || text.contains(char::is_control) => {
                Err("the path of a file, not its text")
            }
            "" => Err("the path of a file"),
            _ => Ok(PathBuf::from(text)),
        })?;
        Ok(file.map(|file| self.resolve(path, file)))
    }

    /// The file that the value of `path` means: relative to the configuration file if it stands there.
    pub(super) fn resolve(&self, path: &str, file: PathBuf) -> PathBuf {
        match self.origin(path) {
            Some(Origin::File { .. }) => self.folder.join(file),
            _ => file,
        }
    }

    /// Whether the flag at `path` is set.
    pub(super) fn flag(&self, path: &str) -> bool {
        matches!(self.values.get(path), Some(Setting { value: Value::Flag(true), .. }))
    }

    /// Says that the value of `path` is not what is expected.
    pub(super) fn expected(&self, path: &str, expected: impl fmt::Display) -> Problem {
        self.refuse(path, format_args!("expected {expected}"))
    }

    /// Says what is wrong with the value of `path`, and where it was set.
    pub(super) fn refuse(&self, path: &str, what: impl fmt::Display) -> Problem {
        match (self.origin(path), &self.source) {
            (Some(Origin::File { span, .. }), Some(source)) => {
                source.problem(span, format_args!("`{path}`: {what}"))
            }
            (Some(Origin::Variable(name)), _) => Problem::new(format_args!("`{name}`: {what}")),
            _ => Problem::new(format_args!("`{path}`, which is not set, so its default counts: {what}")),
        }
    }
}

/// Puts the values of `table` under their paths; the first that is wrong, by place, is the error.
fn flatten(
    source: &Source,
    section: &str,
    table: &DeTable<'_>,
    values: &mut BTreeMap<String, Setting>,
) -> Result<(), Problem> {
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_key(|(name, _)| name.span().start);
    for (name, value) in entries {
        let path = match section {
            "" => name.get_ref().to_string(),
            _ => format!("{section}.{}", name.get_ref()),
        };
        let span = value.span();
        match (key::find(&path), value.get_ref()) {
            _ if name.get_ref().contains('.') => {
                return Err(unknown_key(source, section, name.get_ref(), &name.span()));
            }
            (Some(Key { kind: Kind::Secret, .. }), _) => {
                return Err(misplaced_secret(source, &path, &name.span()));
            }
            (Some(key), value) => {
                let value = Value::of_toml(key.kind, value).ok_or_else(|| {
                    let (span, found) = culprit(key.kind, value, &span);
                    let expected = key.kind.expected();
                    source.problem(&span, format_args!("`{path}`: expected {expected}, found {found}"))
                })?;
                let place = format!("{}:{}", source.name, source.line(span.start));
                values.insert(path, Setting { value, origin: Origin::File { place, span } });
            }
            (None, DeValue::Table(table)) if key::is_section(&path) => flatten(source, &path, table, values)?,
            (None, DeValue::Array(tables)) if path == "relay" => {
                flatten_relays(source, tables.iter().map(|table| (table.get_ref(), table.span())), values)?;
            }
            (None, value) if key::is_section(&path) => {
                let what = format!("`{path}`: expected a table, found {}", describe(value));
                return Err(source.problem(&span, what));
            }
            (None, _) => return Err(unknown_key(source, section, name.get_ref(), &name.span())),
        }
    }
    Ok(())
}

/// Puts the values of `[[relay]]` under their paths: those of the first under `relay`, then `relay.2` and so on.
fn flatten_relays<'a>(
    source: &Source,
    tables: impl Iterator<Item = (&'a DeValue<'a>, Range<usize>)>,
    values: &mut BTreeMap<String, Setting>,
) -> Result<(), Problem> {
    for (n, (table, span)) in (1..).zip(tables) {
        let section = if n == 1 { "relay".to_owned() } else { format!("relay.{n}") };
        match table {
            DeValue::Table(table) if n <= 9 => flatten(source, &section, table, values)?,
            DeValue::Table(_) => return Err(source.problem(&span, "`relay`: expected 9 relays at most")),
            other => {
                let what = format!("`relay`: expected a table, found {}", describe(other));
                return Err(source.problem(&span, what));
            }
        }
    }
    Ok(())
}

/// Where a value of the wrong type is, and what it is.
fn culprit(kind: Kind, value: &DeValue<'_>, span: &Range<usize>) -> (Range<usize>, &'static str) {
    let items = if kind == Kind::Texts { value.as_array() } else { None };
    match items.and_then(|items| items.iter().find(|item| !item.get_ref().is_str())) {
        Some(item) => (item.span(), describe(item.get_ref())),
        None if kind == Kind::Number && value.is_integer() => (span.clone(), "one that is too large"),
        None => (span.clone(), describe(value)),
    }
}

fn describe(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a decimal number",
        DeValue::Boolean(_) => "`true` or `false`",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "an array",
        DeValue::Table(_) => "a table",
    }
}

fn unknown_key(source: &Source, section: &str, name: &str, span: &Range<usize>) -> Problem {
    let hint = match key::meant(section, name) {
        Some(path) => format!("did you mean `{path}`?"),
        None => format!("expected one of `{}`", key::names_in(section).join("`, `")),
    };
    let path = if section.is_empty() { name.to_owned() } else { format!("{section}.{name}") };
    // Nobody knows what an unknown key holds.
    source.secret_problem(span, format_args!("unknown key `{}`: {hint}", path.escape_debug()))
}

fn misplaced_secret(source: &Source, path: &str, span: &Range<usize>) -> Problem {
    let variable = key::find(path).map(Key::variable).unwrap_or_default();
    let what = format_args!(
        "`{path}`: a password does not belong in this file; put it into a file of its own and name that in \
         `{path}_file`, or set `{variable}`"
    );
    source.secret_problem(span, what)
}

fn unknown_variable(name: &str) -> Problem {
    match key::meant_variable(name) {
        Some(meant) => Problem::new(format_args!("unknown variable `{name}`: did you mean `{meant}`?")),
        None => {
            Problem::new(format_args!("unknown variable `{name}`: see `pastdue config --help` for the names"))
        }
    }
}
