//! Variables in functions and selectors that are not made for their type.

use crate::check::contract::{Contract, PlainType, VariableType};
use crate::check::rule::{Findings, rule};
use crate::check::sheet::LeafPair;
use crate::check::tree::{Expression, Select, Word};
use crate::diagnostic::Severity;

use super::printed::{Printed, Selected, as_written, printed, selected, with_sign};

/// The names of plural categories (CLDR, Unicode Technical Standard 35, part 3, section 5).
pub(in crate::check) const PLURAL_CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

rule! {
    /// ## What it does
    /// Finds variables in functions that are made for another type (an amount in `DATETIME()`), calls that have no
    /// variable at all, amounts and dates without the function that prints them, and variants that never can be
    /// chosen, because the variable is of a type that equals none of their keys.
    ///
    /// ## Why is this bad
    /// The mail is not written, or it always shows the variant with the star.
    ///
    /// ## Example
    /// ```ftl
    /// due = Te betalen op { DATETIME($amount) }.
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// due = Te betalen op { DATETIME($dueDate) }.
    /// ```
    pub(super) WRONG_VARIABLE_TYPE = "wrong-variable-type", Error, Variable, Leaf(wrong_type);
}

fn wrong_type(pair: &LeafPair, findings: &mut Findings) {
    // Within terms variables are arguments, whose types no contract knows.
    if pair.pair.entry.is_term {
        return;
    }
    let contract = pair.pair.corpus.contract;
    for printed in printed(pair.leaf) {
        let Some(its) = contract.variables.get(printed.variable.text) else { continue };
        match printed.function {
            Some(function) => check_call(pair, contract, function, printed.variable, its, findings),
            None => check_bare(pair, contract, &printed, its, findings),
        }
    }
    pair.leaf.each_expression(|expression| {
        if let Expression::Function { id, arguments } = expression
            && accepted(contract, id.text).is_some()
            && !arguments.iter().any(|it| it.name.is_none() && matches!(it.value, Expression::Variable(_)))
        {
            findings
                .report(pair.at(id.span), format!("`{}()` is called without a variable", id.text))
                .help(format!("put the variable into the parentheses: `{}($name)`", id.text));
        }
    });
    for choice in &pair.leaf.path {
        if let Some(by) = selected(choice.select)
            && let Some(its) = contract.variables.get(by.variable.text)
        {
            check_select(pair, contract, choice.select, by, its, findings);
        }
    }
}

fn check_call(
    pair: &LeafPair,
    contract: &Contract,
    function: Word,
    variable: Word,
    its: &VariableType,
    findings: &mut Findings,
) {
    let Some(accepted) = accepted(contract, function.text) else { return };
    if accepts(accepted, its) {
        return;
    }
    let found = findings.report(
        pair.at(with_sign(variable)),
        format!(
            "`{}()` takes {}, and `${}` is {}",
            function.text,
            describe(accepted),
            variable.text,
            name(its)
        ),
    );
    match formatter(contract, its) {
        Some(right) => found.help(format!("write `{{ {right}(${}) }}`", variable.text)),
        None => found.help(format!("write `{{ ${} }}`", variable.text)),
    };
}

/// A program with a function for amounts prints neither amounts nor dates without one. Where the source does it
/// right, the function was lost in translation, which is told as such.
fn check_bare(
    pair: &LeafPair,
    contract: &Contract,
    bare: &Printed,
    its: &VariableType,
    findings: &mut Findings,
) {
    let Some(function) = formatter(contract, its).filter(|_| is_strict(contract)) else { return };
    let is_right_in_source = pair.source.is_some_and(|source| {
        let all = printed(source);
        all.iter()
            .any(|of_source| of_source.variable.text == bare.variable.text && of_source.function.is_some())
    });
    if !is_right_in_source {
        findings
            .report(
                pair.at(with_sign(bare.variable)),
                format!(
                    "`${}` is {}, and cannot be printed without `{function}()`",
                    bare.variable.text,
                    name(its)
                ),
            )
            .help(format!("write `{{ {function}(${}) }}`", bare.variable.text));
    }
}

fn check_select(
    pair: &LeafPair,
    contract: &Contract,
    select: &Select,
    by: Selected,
    its: &VariableType,
    findings: &mut Findings,
) {
    let is_category = |key: &str| PLURAL_CATEGORIES.contains(&key);
    let others = || select.variants.iter().filter(|variant| !variant.is_default);
    let number = || others().find(|variant| variant.is_number);
    let category = || others().find(|variant| is_category(variant.key.text));
    let problem = match (its, by.function) {
        // A key that is none of the words is told as such.
        (VariableType::Plain(PlainType::Number), None) | (VariableType::Choice(_), _) => return,
        (VariableType::Plain(PlainType::Number), Some(function)) => {
            if function.text != "DATETIME" && function.text != "MONEY" {
                return;
            }
            "is formatted there, and a formatted text equals no key".to_owned()
        }
        (VariableType::Plain(PlainType::Money | PlainType::Date), _) => {
            format!("is {0}, and {0} equals no key", name(its))
        }
        (VariableType::Plain(PlainType::String | PlainType::Url), _) => match number().or_else(category) {
            Some(variant) => {
                format!("is {}, and never equals the number form `[{}]`", name(its), variant.key.text)
            }
            None => return,
        },
    };
    let mut here = pair.at(with_sign(by.variable));
    here.variant = None;
    let found =
        findings.report(here, format!("variants are chosen by `${}`, which {problem}", by.variable.text));
    let mut counts =
        contract.variables.iter().filter(|(_, its)| **its == VariableType::Plain(PlainType::Number));
    match (counts.next(), counts.next()) {
        (Some((count, _)), None) => found.help(format!("choose by a count, such as `${count}`")),
        _ => found.help("choose by a variable that is a count, or write one sentence for all"),
    };
}

rule! {
    /// ## What it does
    /// Finds variables that the source prints through a function and the translation does not, or the other way
    /// round.
    ///
    /// ## Why is this bad
    /// The amount or the date does not look as it does elsewhere in this language: `2026-11-01`, `1234.5`. A program
    /// that formats amounts by `MONEY()` prints neither amounts nor dates without their functions; there this is an
    /// error.
    ///
    /// ## Example
    /// ```ftl
    /// request = Betaal { $amount }.
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// request = Betaal { MONEY($amount) }.
    /// ```
    pub(super) FUNCTION_MISMATCH = "function-mismatch", Warning, Variable, Leaf(function_mismatch);
}

fn function_mismatch(pair: &LeafPair, findings: &mut Findings) {
    let (Some(source), Some(located)) = (pair.source, pair.pair.source) else { return };
    let here = printed(pair.leaf);
    if here.is_empty() {
        return;
    }
    let contract = pair.pair.corpus.contract;
    let source = printed(source);
    for printed in here {
        let variable = printed.variable;
        let mut same = source.iter().filter(|of_source| of_source.variable.text == variable.text);
        let Some(first) = same.clone().next() else { continue };
        if same.any(|of_source| function_name(of_source) == function_name(&printed)) {
            continue;
        }
        let its = contract.variables.get(variable.text);
        let is_wrong = |function: Word| {
            let accepted = accepted(contract, function.text);
            !contract.functions.contains_key(function.text)
                || accepted.zip(its).is_some_and(|(accepted, its)| !accepts(accepted, its))
        };
        // A function of the wrong type is told as such.
        if printed.function.is_some_and(is_wrong) {
            continue;
        }
        let message = match (printed.function, first.function) {
            (None, Some(lost)) => format!("`${}` is printed without `{}()`", variable.text, lost.text),
            (Some(added), None) => {
                format!(
                    "`${}` is printed through `{}()`, and in the source without",
                    variable.text, added.text
                )
            }
            (Some(added), Some(lost)) => {
                format!(
                    "`${}` is printed through `{}()`, in the source through `{}()`",
                    variable.text, added.text, lost.text
                )
            }
            (None, None) => continue,
        };
        let here = pair.at(printed.placeable.span).source(located.place(first.placeable.span));
        let found = findings.report(here, message);
        found.help(format!("write `{}`", as_written(pair, first.placeable)));
        let is_needed = its.is_some_and(|its| formatter(contract, its).is_some());
        if printed.function.is_none() && is_strict(contract) && is_needed {
            found.severity(Severity::Error);
        }
    }
}

fn function_name<'a>(printed: &Printed<'_, 'a>) -> Option<&'a str> {
    printed.function.map(|word| word.text)
}

/// Whether amounts and dates are printed by functions alone. Fluent has no function for amounts: a program that has
/// one hands over values that nothing else can print.
fn is_strict(contract: &Contract) -> bool {
    contract.functions.contains_key("MONEY")
}

/// The types that a function takes; `None` if it may be any.
fn accepted(contract: &Contract, function: &str) -> Option<&'static [PlainType]> {
    match function {
        "MONEY" => Some(&[PlainType::Money]),
        "DATETIME" => Some(&[PlainType::Date]),
        "NUMBER" if is_strict(contract) => Some(&[PlainType::Number]),
        "NUMBER" => Some(&[PlainType::Number, PlainType::Money]),
        _ => None,
    }
}

fn accepts(accepted: &[PlainType], its: &VariableType) -> bool {
    matches!(its, VariableType::Plain(plain) if accepted.contains(plain))
}

/// The function of the program that prints a type.
fn formatter(contract: &Contract, its: &VariableType) -> Option<&'static str> {
    let function = match its {
        VariableType::Plain(PlainType::Money) => "MONEY",
        VariableType::Plain(PlainType::Date) => "DATETIME",
        _ => return None,
    };
    contract.functions.contains_key(function).then_some(function)
}

fn name(its: &VariableType) -> &'static str {
    match its {
        VariableType::Plain(PlainType::String) => "a text",
        VariableType::Plain(PlainType::Money) => "an amount",
        VariableType::Plain(PlainType::Date) => "a date",
        VariableType::Plain(PlainType::Number) => "a number",
        VariableType::Plain(PlainType::Url) => "a web address",
        VariableType::Choice(_) => "one of a few words",
    }
}

fn describe(accepted: &[PlainType]) -> &'static str {
    match accepted {
        [PlainType::Money] => "an amount",
        [PlainType::Date] => "a date",
        _ => "a number",
    }
}
