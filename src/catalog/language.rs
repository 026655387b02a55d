//! The messages of one locale, and what they are formatted with.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;
use std::sync::{Arc, OnceLock};

use fluent::types::FluentType;
use fluent::{FluentArgs, FluentError, FluentResource, FluentValue};
use fluent_bundle::concurrent::FluentBundle;
use jiff::civil::Date;

use super::format::Formats;
use super::source::Source;
use super::text;
use super::{CLOSE, DATE_END, DATE_START, Error, GLUE, OPEN, link_names};
use crate::locale::Locale;
use crate::notice::{Currency, Money};

/// Stands in a result where a function failed or a value was printed without its function.
/// Fluent itself would print a placeholder and report nothing.
const FAILED: char = '\u{E00F}';

/// The messages of one locale.
pub struct Language {
    locale: Locale,
    bundle: FluentBundle<Arc<FluentResource>>,
    formats: Arc<Formats>,
    /// What is known of each message beside its pattern, in alphabetical order.
    messages: BTreeMap<String, Known>,
    /// The messages that print the same for every notice.
    fixed: HashMap<String, String>,
}

/// What is known of a message beside its pattern.
#[derive(Debug, Default)]
struct Known {
    /// The stem of its file.
    file: String,
    /// The variables in it, and in what it lies over.
    variables: BTreeSet<String>,
}

impl Language {
    pub(super) fn load(locale: Locale, brand: &str, sources: &[&Source]) -> Result<Language, Error> {
        let no_formats = || Error::NoFormats { locale: locale.clone() };
        let formats = Arc::new(Formats::new(locale.as_str()).ok_or_else(no_formats)?);
        let mut bundle = bundle(&locale, &formats)?;
        let mut messages: BTreeMap<String, Known> = BTreeMap::new();
        for source in sources {
            let resource = text::parse(source)?;
            let stem = Path::new(&source.file).file_stem().unwrap_or_default().to_string_lossy();
            for (id, variables) in text::messages(&source.text) {
                let known = messages.entry(id.to_owned()).or_default();
                // An overlay may keep a message in a file of its own; what needs it follows from where it came from.
                if known.file.is_empty() {
                    known.file = stem.clone().into_owned();
                }
                known.variables.extend(variables.into_iter().map(str::to_owned));
            }
            bundle.add_resource_overriding(Arc::new(resource));
        }
        let brand =
            Source { locale: locale.clone(), file: "brand".to_owned(), text: text::brand_term(brand) };
        bundle.add_resource_overriding(Arc::new(text::parse(&brand)?));
        let mut language = Language { locale, bundle, formats, messages, fixed: HashMap::new() };
        language.fixed = language.find_fixed();
        Ok(language)
    }

    /// The locale.
    #[must_use]
    pub fn locale(&self) -> &Locale {
        &self.locale
    }

    /// Formats a message as marked text.
    ///
    /// # Errors
    ///
    /// If the message is missing, or uses a variable or a function that it does not get here.
    pub fn format(&self, id: &str, arguments: &Arguments) -> Result<Cow<'_, str>, Error> {
        match self.fixed.get(id) {
            Some(text) => Ok(Cow::Borrowed(text)),
            None => self.resolve(id, arguments),
        }
    }

    fn resolve(&self, id: &str, arguments: &Arguments) -> Result<Cow<'_, str>, Error> {
        let missing = || Error::MissingMessage { locale: self.locale.clone(), id: id.to_owned() };
        let pattern = self.bundle.get_message(id).and_then(|message| message.value()).ok_or_else(missing)?;
        let mut errors = Vec::new();
        let mut text = String::with_capacity(256);
        let written = self.bundle.write_pattern(&mut text, pattern, Some(&arguments.0), &mut errors);
        written.expect("writing to a string cannot fail");
        let problem = if !errors.is_empty() {
            errors.iter().map(FluentError::to_string).collect::<Vec<_>>().join("; ")
        } else if text.as_bytes().contains(&0xEE) && text.contains(FAILED) {
            "an amount needs `MONEY()`, a date `DATETIME()`, both without options".to_owned()
        } else if text.trim().is_empty() {
            "it is empty".to_owned()
        } else {
            // A sentence may be broken into lines in its file; a mail breaks its own.
            return Ok(Cow::Owned(if text.contains('\n') { text.replace('\n', " ") } else { text }));
        };
        Err(Error::Format { locale: self.locale.clone(), id: id.to_owned(), problem })
    }

    /// An amount with its symbol; `None` if CLDR cannot write it.
    #[must_use]
    pub fn money(&self, money: &Money) -> Option<String> {
        self.formats.money(money)
    }

    /// A date in the long form; `None` if CLDR cannot write it.
    #[must_use]
    pub fn date(&self, date: Date) -> Option<String> {
        self.formats.date(date)
    }

    /// A variable of `arguments` as this language writes it; `None` if it is not set.
    #[cfg(feature = "preview")]
    pub(crate) fn value_of(&self, arguments: &Arguments, name: &str) -> Option<String> {
        match arguments.0.get(name)? {
            FluentValue::String(text) => Some(text.clone().into_owned()),
            FluentValue::Number(number) => Some(number.as_string().into_owned()),
            FluentValue::Custom(value) => {
                let value = (**value).as_any();
                let money = value.downcast_ref::<MoneyValue>().and_then(|money| self.money(&money.value));
                money.or_else(|| self.date(value.downcast_ref::<DateValue>()?.value))
            }
            _ => None,
        }
    }

    /// The messages that have no variables, with their marked text.
    pub(crate) fn fixed(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fixed.iter().map(|(id, text)| (id.as_str(), text.as_str()))
    }

    /// Every message that can be formatted with sample arguments, with its marked text: once for one day
    /// and once for many. Loading has made sure that each message of the source locale can.
    pub(crate) fn samples(&self) -> impl Iterator<Item = (&str, Cow<'_, str>)> {
        let one_day_or_many = [Arguments::sample(1), Arguments::sample(90)].into_iter();
        one_day_or_many.flat_map(move |arguments| {
            let sample = move |id| Some((id, self.format(id, &arguments).ok()?));
            self.ids().filter_map(sample)
        })
    }

    /// Whether the locale has the message.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.bundle.get_message(id).is_some_and(|message| message.value().is_some())
    }

    /// The ids of all messages.
    pub(super) fn ids(&self) -> impl Iterator<Item = &str> {
        self.messages.keys().map(String::as_str)
    }

    /// The stem of the file that has the message.
    pub(super) fn file_of(&self, id: &str) -> Option<&str> {
        self.messages.get(id).map(|known| known.file.as_str())
    }

    fn find_fixed(&self) -> HashMap<String, String> {
        let nothing = Arguments::default();
        let fixed = |id: &str| Some((id.to_owned(), self.resolve(id, &nothing).ok()?.into_owned()));
        self.ids().filter_map(fixed).collect()
    }

    /// Formats every message that `source` has too, with one day and with many, and compares the links.
    pub(super) fn check_against(&self, source: &Language) -> Result<(), Error> {
        let samples = [Arguments::sample(1), Arguments::sample(90)];
        for id in source.ids().filter(|id| self.has(id)) {
            for arguments in &samples {
                let found = link_names(&self.format(id, arguments)?);
                let expected = link_names(&source.format(id, arguments)?);
                if found != expected {
                    return Err(Error::Links {
                        locale: self.locale.clone(),
                        id: id.to_owned(),
                        found,
                        expected,
                    });
                }
            }
            self.check_variables(id, source)?;
        }
        Ok(())
    }

    /// A message gets what its source uses: another variable is known elsewhere, and fails here.
    fn check_variables(&self, id: &str, source: &Language) -> Result<(), Error> {
        let (Some(own), Some(expected)) = (self.messages.get(id), source.messages.get(id)) else {
            return Ok(());
        };
        let Some(name) = own.variables.difference(&expected.variables).next() else { return Ok(()) };
        let problem = format!("its source does not use `${name}`, so it does not get it");
        Err(Error::Format { locale: self.locale.clone(), id: id.to_owned(), problem })
    }
}

/// What messages are formatted with: the variables by name.
#[derive(Debug, Default)]
pub struct Arguments<'a>(FluentArgs<'a>);

impl<'a> Arguments<'a> {
    /// No variables, with room for some.
    #[must_use]
    pub fn with_capacity(n_variables: usize) -> Arguments<'a> {
        Arguments(FluentArgs::with_capacity(n_variables))
    }

    /// Sets a variable to a text.
    pub fn text(&mut self, name: &'static str, text: impl Into<Cow<'a, str>>) {
        self.0.set(name, FluentValue::String(text.into()));
    }

    /// Sets a variable to a number, such as a count of days.
    pub fn number(&mut self, name: &'static str, number: u16) {
        self.0.set(name, FluentValue::from(number));
    }

    /// Sets a variable to an amount, for `MONEY()`.
    pub fn money(&mut self, name: &'static str, money: &Money) {
        self.0.set(name, FluentValue::Custom(Box::new(MoneyValue::new(money.clone()))));
    }

    /// Sets a variable to a date, for `DATETIME()`.
    pub fn date(&mut self, name: &'static str, date: Date) {
        self.0.set(name, FluentValue::Custom(Box::new(DateValue::new(date))));
    }

    /// The names of the variables that are set.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name)
    }

    /// Every variable that any message gets.
    fn sample(n_days: u16) -> Arguments<'static> {
        let mut arguments = Arguments::with_capacity(VARIABLES.len());
        let currency = Currency::new("EUR").expect("the euro is a currency");
        let amount = Money::new("1234.50", currency).expect("a valid amount");
        for (name, variable) in VARIABLES {
            match variable {
                Variable::Text => arguments.text(name, "Sample"),
                Variable::Money => arguments.money(name, &amount),
                Variable::Date => arguments.date(name, Date::constant(2026, 11, 1)),
                Variable::Number => arguments.number(name, n_days),
            }
        }
        arguments
    }
}

/// What a variable of a message holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Variable {
    /// Text, such as a name.
    Text,
    /// An amount, for `MONEY()`.
    Money,
    /// A date, for `DATETIME()`.
    Date,
    /// A count, such as of days.
    Number,
}

/// Every variable that any message gets.
pub const VARIABLES: [(&str, Variable); 16] = [
    ("accountName", Variable::Text),
    ("administratorName", Variable::Text),
    ("amount", Variable::Money),
    ("cardBrand", Variable::Text),
    ("cardLast4", Variable::Text),
    ("dataDeletedOn", Variable::Date),
    ("date", Variable::Date),
    ("dueDate", Variable::Date),
    ("invoiceNumber", Variable::Text),
    ("label", Variable::Text),
    ("nextAttemptOn", Variable::Date),
    ("retentionDays", Variable::Number),
    ("serviceEndedOn", Variable::Date),
    ("serviceEndsOn", Variable::Date),
    ("subscriptionName", Variable::Text),
    ("value", Variable::Text),
];

fn bundle(locale: &Locale, formats: &Arc<Formats>) -> Result<FluentBundle<Arc<FluentResource>>, Error> {
    // The two libraries have different types for a locale: it crosses as text.
    let identifier = locale.as_str().parse().map_err(|_| Error::NoFormats { locale: locale.clone() })?;
    let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
    bundle.set_use_isolating(false);
    bundle.set_transform(Some(mark));
    let (money, dates) = (Arc::clone(formats), Arc::clone(formats));
    let functions = [
        bundle.add_function("MONEY", move |values, options| {
            printed(
                only::<MoneyValue>(values, options)
                    .and_then(|value| value.print(|amount| money.money(amount))),
            )
        }),
        bundle.add_function("DATETIME", move |values, options| {
            let marked = |date: &Date| {
                Some(format!(
                    "{DATE_START}{}{DATE_END}",
                    dates.date(*date)?.replace(' ', GLUE.encode_utf8(&mut [0; 4]))
                ))
            };
            printed(only::<DateValue>(values, options).and_then(|value| value.print(marked)))
        }),
    ];
    for added in functions {
        added.expect("a new bundle has no functions yet");
    }
    Ok(bundle)
}

/// Turns the angle brackets of literal text into marks; values never come this way.
fn mark(text: &str) -> Cow<'_, str> {
    if !text.contains(['<', '>']) {
        return Cow::Borrowed(text);
    }
    let marked = text.chars().map(|char| match char {
        '<' => OPEN,
        '>' => CLOSE,
        other => other,
    });
    Cow::Owned(marked.collect())
}

fn only<'v, T: 'static>(values: &'v [FluentValue], options: &FluentArgs) -> Option<&'v T> {
    match values {
        [FluentValue::Custom(value)] if options.iter().next().is_none() => (**value).as_any().downcast_ref(),
        _ => None,
    }
}

fn printed(text: Option<String>) -> FluentValue<'static> {
    FluentValue::from(text.unwrap_or_else(|| FAILED.to_string()))
}

/// A value with its text in this language, once a message has asked for it.
#[derive(Debug, Clone)]
struct Printed<T> {
    value: T,
    text: Arc<OnceLock<Option<String>>>,
}

impl<T> Printed<T> {
    fn new(value: T) -> Printed<T> {
        Printed { value, text: Arc::default() }
    }

    fn print(&self, print: impl FnOnce(&T) -> Option<String>) -> Option<String> {
        self.text.get_or_init(|| print(&self.value)).clone()
    }
}

impl<T: PartialEq> PartialEq for Printed<T> {
    fn eq(&self, other: &Printed<T>) -> bool {
        self.value == other.value
    }
}

type MoneyValue = Printed<Money>;
type DateValue = Printed<Date>;

macro_rules! printed_by_function_only {
    ($($value:ty),*) => {$(
        impl FluentType for $value {
            fn duplicate(&self) -> Box<dyn FluentType + Send> {
                Box::new(self.clone())
            }
            fn as_string(&self, _: &intl_memoizer::IntlLangMemoizer) -> Cow<'static, str> {
                Cow::Owned(FAILED.to_string())
            }
            fn as_string_threadsafe(&self, _: &intl_memoizer::concurrent::IntlLangMemoizer) -> Cow<'static, str> {
                Cow::Owned(FAILED.to_string())
            }
        }
    )*};
}
printed_by_function_only!(MoneyValue, DateValue);
