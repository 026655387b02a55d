//! The forms of a plural: those that are missing, those that nothing chooses, and the default.

use crate::check::near::near;
use crate::check::rule::{Findings, rule};
use crate::check::sheet::Pair;
use crate::check::tree::{Element, Expression, Placeable, Select, Variant};
use crate::check::variable::kind::PLURAL_CATEGORIES;
use crate::check::variable::printed::selected;
use crate::check::variable::unknown::is_known;

use super::category::categories;
use super::counted::{Counted, count, each_counted, examples, here, is_category, prints};

rule! {
    /// ## What it does
    /// Finds plurals without a form that the language has for some whole numbers.
    ///
    /// Categories are those of the rules at run time (CLDR 37).
    ///
    /// ## Why is this bad
    /// These numbers are shown with the wrong form: *1 dagen*.
    ///
    /// ## Example
    /// ```ftl
    /// left = { $retentionDays ->
    ///    *[other] Nog { $retentionDays } dagen
    /// }
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// left = { $retentionDays ->
    ///     [one] Nog { $retentionDays } dag
    ///    *[other] Nog { $retentionDays } dagen
    /// }
    /// ```
    pub(super) PLURAL_MISSING = "plural-missing", Warning, Plural, Entry(plural_missing);
}

fn plural_missing(pair: &Pair, findings: &mut Findings) {
    each_counted(pair, |pattern, counted| {
        let select = counted.select;
        let Some(default) = select.default() else { return };
        // Without a number in it, the sentence is for any number, unless it has forms already.
        let has_forms = select.variants.iter().any(|variant| is_category(variant) && !variant.is_default);
        if !has_forms && !prints(&default.pattern, counted.variable.text) {
            return;
        }
        let missing: Vec<_> = counted
            .categories
            .whole()
            .filter(|(name, numbers)| *name != "other" && !has_form(select, name, numbers))
            // The default is for the rest: where `other` is not for whole numbers, for the last category.
            .filter(|(name, _)| !(counted.categories.numbers("other").is_empty() && *name == "many"))
            .collect();
        let [(first, numbers), ..] = missing.as_slice() else { return };
        // A key that is no form stands for one of them, and is told as such.
        if missing.len() <= strange(select).count() {
            return;
        }
        let names: Vec<String> = missing.iter().map(|(name, _)| format!("`[{name}]`")).collect();
        let message = match missing.len() {
            1 => format!("the plural form {} is missing", names.join("")),
            _ => format!("the plural forms {} are missing", names.join(", ")),
        };
        findings.report(here(pair, pattern, default.key.span), message).help(format!(
            "add a line `[{first}] …` above the one with the star: it is for {}",
            examples(numbers)
        ));
    });
}

/// The variants whose keys are no forms, not even misspelled ones; nor the default.
fn strange<'t, 'a>(select: &'t Select<'a>) -> impl Iterator<Item = &'t Variant<'a>> {
    select.variants.iter().filter(|it| {
        let key = it.key.text;
        !it.is_number
            && !it.is_default
            && !is_category(it)
            && near(key, PLURAL_CATEGORIES.into_iter()).is_none()
    })
}

/// The form that the key of `variant` was meant for, if only one is left.
fn meant_form(counted: &Counted, variant: &Variant) -> Option<&'static str> {
    let mut strange = strange(counted.select);
    let is_only = strange.next().is_some_and(|one| std::ptr::eq(one, variant)) && strange.next().is_none();
    let is_open =
        |name: &&str, numbers: &[usize]| *name != "other" && !has_form(counted.select, name, numbers);
    let mut open = counted.categories.whole().filter(|(name, numbers)| is_open(name, numbers));
    let form = open.next().map(|(name, _)| name);
    form.filter(|_| is_only && open.next().is_none())
}

fn has_form(select: &Select, category: &str, numbers: &[usize]) -> bool {
    // A misspelled key is told as such.
    let is_misspelled = |key: &str| near(key, std::iter::once(category)).is_some();
    let mut others = select.variants.iter().filter(|it| !it.is_number && !it.is_default && !is_category(it));
    if others.any(|it| is_misspelled(it.key.text)) {
        return true;
    }
    let has_key = |key: &str| select.variants.iter().any(|variant| variant.key.text == key);
    let is_few = (1..=3).contains(&numbers.len());
    has_key(category) || is_few && numbers.iter().all(|number| has_key(&number.to_string()))
}

rule! {
    /// ## What it does
    /// Finds variants that no number chooses: a plural form that the language does not have, a key that is no
    /// plural form at all, and a number behind the form that catches it already.
    ///
    /// ## Why is this bad
    /// The text is never shown, and whoever wrote it believes that it is.
    ///
    /// ## Example
    /// ```ftl
    /// left = { $retentionDays ->
    ///     [few] Nog { $retentionDays } dagen
    ///    *[other] Nog { $retentionDays } dagen
    /// }
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// left = { $retentionDays ->
    ///     [one] Nog { $retentionDays } dag
    ///    *[other] Nog { $retentionDays } dagen
    /// }
    /// ```
    pub(super) PLURAL_UNREACHABLE = "plural-unreachable", Warning, Plural, Entry(plural_unreachable);
}

fn plural_unreachable(pair: &Pair, findings: &mut Findings) {
    each_counted(pair, |pattern, counted| {
        let variants = &counted.select.variants;
        for (at, variant) in variants.iter().enumerate().filter(|(_, variant)| !variant.is_default) {
            let key = variant.key.text;
            if variant.is_number {
                let Ok(number) = key.parse::<usize>() else { continue };
                let catches = |name: &str| counted.categories.numbers(name).contains(&number);
                let before = variants[..at].iter().find(|it| is_category(it) && catches(it.key.text));
                if let Some(before) = before {
                    findings
                        .report(
                            here(pair, pattern, variant.key.span),
                            format!(
                                "`[{key}]` is never shown: `[{}]` above it is for {key} too",
                                before.key.text
                            ),
                        )
                        .help(format!(
                            "move the line with `[{key}]` above the one with `[{}]`",
                            before.key.text
                        ));
                }
            } else if !is_category(variant) {
                let found = findings.report(
                    here(pair, pattern, variant.key.span),
                    format!("`[{key}]` is never shown: it is no plural form"),
                );
                let near = near(key, PLURAL_CATEGORIES.into_iter());
                match (near, meant_form(counted, variant)) {
                    (Some(near), _) => {
                        found.help(format!("did you mean `[{near}]`? Names of forms are not translated"))
                    }
                    (None, Some(form)) => {
                        found.help(format!("write `[{form}]`: names of forms are not translated"))
                    }
                    (None, None) => found.help(format!("use {}", forms(counted))),
                };
            } else if !counted.categories.occurs(key) {
                let language = pair.language().unwrap_or_default();
                findings
                    .report(
                        here(pair, pattern, variant.key.span),
                        format!(
                            "`[{key}]` is never shown: the language `{language}` has no such plural form"
                        ),
                    )
                    .help(format!("delete the line: the forms of this language are {}", forms(counted)));
            }
        }
    });
}

fn forms(counted: &Counted) -> String {
    let mut names: Vec<String> = counted.categories.whole().map(|(name, _)| format!("`[{name}]`")).collect();
    if counted.categories.numbers("other").is_empty() {
        names.push("`[other]`".to_owned());
    }
    names.join(", ")
}

rule! {
    /// ## What it does
    /// Finds a default, the variant with the star, that is not `other`.
    ///
    /// ## Why is this bad
    /// The default is for every number that no other form is for: with `*[one]` that is nearly all of them.
    ///
    /// ## Example
    /// ```ftl
    /// left = { $retentionDays ->
    ///    *[one] Nog { $retentionDays } dag
    ///     [other] Nog { $retentionDays } dagen
    /// }
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// left = { $retentionDays ->
    ///     [one] Nog { $retentionDays } dag
    ///    *[other] Nog { $retentionDays } dagen
    /// }
    /// ```
    pub(super) PLURAL_DEFAULT_NOT_OTHER = "plural-default-not-other", Warning, Plural, Entry(plural_default);
}

fn plural_default(pair: &Pair, findings: &mut Findings) {
    each_counted(pair, |pattern, counted| {
        let Some(default) = counted.select.default().filter(|default| default.key.text != "other") else {
            return;
        };
        let has_other = counted.select.variants.iter().any(|variant| variant.key.text == "other");
        let found = findings.report(
            here(pair, pattern, default.key.span),
            format!("the star stands at `[{}]`, not at `[other]`", default.key.text),
        );
        if !has_other && !default.is_number && !is_category(default) {
            found.help("write `*[other]`: names of forms are not translated");
        } else if has_other {
            found.help("put the star at `[other]`: `*[other]`");
        } else {
            found.help("add a line `*[other] …` for all other numbers, and take the star away here");
        }
    });
}

rule! {
    /// ## What it does
    /// Finds plurals of the source that a translation writes as one sentence, in a language that has plural forms.
    ///
    /// ## Why is this bad
    /// Some number is shown with the wrong form: *1 dagen*.
    ///
    /// ## Example
    /// ```ftl
    /// left = Nog { $retentionDays } dagen
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// left = { $retentionDays ->
    ///     [one] Nog { $retentionDays } dag
    ///    *[other] Nog { $retentionDays } dagen
    /// }
    /// ```
    pub(super) PLURAL_FLATTENED = "plural-flattened", Warning, Plural, Entry(plural_flattened);
}

fn plural_flattened(pair: &Pair, findings: &mut Findings) {
    let Some(locale) = &pair.edition.locale else { return };
    for pattern in &pair.patterns {
        let Some(source) = pattern.source else { continue };
        let mut plurals = Vec::new();
        source.pattern.each_select(&mut |select| {
            let has_forms = select.variants.iter().filter(|variant| is_category(variant)).count() > 1;
            plurals.extend(count(pair, select).filter(|_| has_forms));
        });
        // A variable that the program does not have is told as such.
        let mut is_told = false;
        pattern.pattern.each_select(&mut |select| {
            is_told |= selected(select).is_some_and(|by| !is_known(pair, by.variable.text));
        });
        if is_told {
            continue;
        }
        let mut kept = Vec::new();
        if !plurals.is_empty() {
            pattern.pattern.each_select(&mut |select| {
                kept.extend(count(pair, select).map(|(variable, _)| variable.text));
            });
        }
        plurals.retain(|(variable, _)| !kept.contains(&variable.text));
        for (variable, kind) in plurals {
            let forms = categories(locale.as_str(), kind);
            if forms.whole().count() < 2 {
                continue;
            }
            if let Some(placeable) = counted_thing(&pattern.pattern.elements, variable.text) {
                let example = forms.whole().next().map_or(String::new(), |(name, numbers)| {
                    format!(", such as `[{name}]` for {}", examples(numbers))
                });
                let message = format!("the plural forms for `${}` are lost", variable.text);
                findings.report(here(pair, pattern, placeable.span), message).help(format!(
                    "write the variants of the source: each has the form for its numbers{example}"
                ));
            }
        }
    }
}

/// Where the number stands before the thing that it counts. Behind a colon or in parentheses it counts nothing.
fn counted_thing<'t, 'a>(elements: &'t [Element<'a>], name: &str) -> Option<&'t Placeable<'a>> {
    let mut before = "";
    for element in elements {
        match element {
            Element::Text(word) => before = word.text,
            Element::Placeable(placeable) => {
                let is_it = matches!(&placeable.expression, Expression::Variable(word) if word.text == name)
                    || matches!(&placeable.expression, Expression::Function { arguments, .. }
                        if arguments.iter().any(|it| matches!(&it.value, Expression::Variable(word) if word.text == name)));
                if is_it && !before.trim_end().ends_with([':', '：', '(', '（', '=']) {
                    return Some(placeable);
                }
                before = "";
            }
            Element::Select(select) => {
                let within = select.variants.iter().find_map(|it| counted_thing(&it.pattern.elements, name));
                if within.is_some() {
                    return within;
                }
                before = "";
            }
        }
    }
    None
}
