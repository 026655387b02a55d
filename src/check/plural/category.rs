//! The plural categories of a language, as the rules of the runtime give them.
//!
//! fluent-bundle chooses variants by `intl_pluralrules`, which is CLDR 37: newer categories, such as the French
//! `many`, never occur.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};
use unic_langid::LanguageIdentifier;

use crate::check::variable::kind::PLURAL_CATEGORIES;

/// Which whole numbers are tried: the rules of every language repeat within them, but for those about large numbers.
const N_TRIED: usize = 201;

/// Numbers beyond, and numbers with decimals, which have categories of their own in some languages.
const LARGE: [&str; 4] = ["1000", "1000000", "1000001", "2000000"];
const DECIMALS: [&str; 12] =
    ["0.0", "1.0", "2.0", "0.1", "0.5", "1.1", "1.5", "2.5", "5.5", "10.1", "11.5", "1.01"];

/// What is counted: things, or places in a row (the 1st, the 2nd).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Count {
    Cardinal,
    Ordinal,
}

/// The categories of a language.
#[derive(Debug)]
pub(super) struct Categories {
    /// Those of whole numbers, each with the numbers up to 200 that it stands for.
    whole: Vec<(&'static str, Vec<usize>)>,
    /// Those of all numbers.
    all: Vec<&'static str>,
}

impl Categories {
    /// The categories that whole numbers have, with the smallest such numbers. `other` is the last one.
    pub(super) fn whole(&self) -> impl Iterator<Item = (&'static str, &[usize])> {
        self.whole.iter().map(|(name, numbers)| (*name, numbers.as_slice()))
    }

    /// The numbers up to 200 that `category` stands for.
    pub(super) fn numbers(&self, category: &str) -> &[usize] {
        let found = self.whole.iter().find(|(name, _)| *name == category);
        found.map_or(&[][..], |(_, numbers)| numbers)
    }

    /// Whether any number is of `category`.
    pub(super) fn occurs(&self, category: &str) -> bool {
        self.all.contains(&category)
    }
}

/// The categories of languages that have been asked for.
type Known = HashMap<(String, Count), Arc<Categories>>;

/// The categories of the language that `tag` names. Those of English, as at run time, if CLDR does not know it.
pub(super) fn categories(tag: &str, count: Count) -> Arc<Categories> {
    /// Trying two hundred numbers takes longer than checking a message.
    static KNOWN: LazyLock<Mutex<Known>> = LazyLock::new(Mutex::default);
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    let found = known.entry((tag.to_owned(), count)).or_insert_with(|| Arc::new(try_numbers(tag, count)));
    Arc::clone(found)
}

fn try_numbers(tag: &str, count: Count) -> Categories {
    let mut categories = Categories { whole: Vec::new(), all: Vec::new() };
    let Some(rules) = rules(tag, count) else { return categories };
    for number in 0..N_TRIED {
        if let Ok(category) = rules.select(number) {
            categories.add(name(&category), Some(number));
        }
    }
    for number in LARGE {
        if let Ok(category) = rules.select(number) {
            categories.add(name(&category), None);
        }
    }
    for number in DECIMALS {
        if let Ok(category) = rules.select(number) {
            let name = name(&category);
            if !categories.all.contains(&name) {
                categories.all.push(name);
            }
        }
    }
    categories.whole.sort_by_key(|(name, _)| PLURAL_CATEGORIES.iter().position(|other| other == name));
    categories
}

impl Categories {
    fn add(&mut self, name: &'static str, number: Option<usize>) {
        if !self.all.contains(&name) {
            self.all.push(name);
        }
        match self.whole.iter_mut().find(|(other, _)| *other == name) {
            Some((_, numbers)) => numbers.extend(number),
            None => self.whole.push((name, number.into_iter().collect())),
        }
    }
}

/// The rules for the locale, else for its language, as fluent-bundle negotiates them.
fn rules(tag: &str, count: Count) -> Option<PluralRules> {
    let kind = match count {
        Count::Cardinal => PluralRuleType::CARDINAL,
        Count::Ordinal => PluralRuleType::ORDINAL,
    };
    let language = tag.split('-').next().unwrap_or_default();
    [tag, language, "en"].into_iter().find_map(|tag| {
        let identifier: LanguageIdentifier = tag.parse().ok()?;
        PluralRules::create(identifier, kind).ok()
    })
}

fn name(category: &PluralCategory) -> &'static str {
    match category {
        PluralCategory::ZERO => "zero",
        PluralCategory::ONE => "one",
        PluralCategory::TWO => "two",
        PluralCategory::FEW => "few",
        PluralCategory::MANY => "many",
        PluralCategory::OTHER => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(tag: &str, count: Count, expected: &[&str]) {
        let categories = categories(tag, count);
        let names: Vec<&str> = categories.whole().map(|(name, _)| name).collect();
        assert_eq!(names, expected, "{tag}");
    }

    #[test]
    fn a_language_has_the_categories_that_the_runtime_chooses_by() {
        check("en-US", Count::Cardinal, &["one", "other"]);
        check("en-US", Count::Ordinal, &["one", "two", "few", "other"]);
        // Newer rules have `many` for millions.
        check("fr-FR", Count::Cardinal, &["one", "other"]);
        check("zh-TW", Count::Cardinal, &["other"]);
        check("pl", Count::Cardinal, &["one", "few", "many"]);
        check("ar", Count::Cardinal, &["zero", "one", "two", "few", "many", "other"]);
        check("tlh-Latn", Count::Cardinal, &["one", "other"]);
        assert_eq!(categories("fr-FR", Count::Cardinal).numbers("one"), [0, 1]);
        assert!(categories("cs", Count::Cardinal).occurs("many"));
        assert!(!categories("zh-TW", Count::Cardinal).occurs("one"));
    }
}
