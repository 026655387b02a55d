//! Functions and their options.

use crate::check::contract::Contract;
use crate::check::rule::{Findings, Here, rule};
use crate::check::sheet::LeafPair;
use crate::check::tree::{Argument, Expression, Word};
use crate::diagnostic::Span;

use crate::check::near::near;

rule! {
    /// ## What it does
    /// Finds functions that the program does not have.
    ///
    /// ## Why is this bad
    /// There is nothing to format the amount or the date with: the mail is not written.
    ///
    /// ## Example
    /// ```ftl
    /// request = Betaal { BEDRAG($amount) }.
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// request = Betaal { MONEY($amount) }.
    /// ```
    pub(super) UNKNOWN_FUNCTION = "unknown-function", Error, Variable, Leaf(unknown_function);
}

fn unknown_function(pair: &LeafPair, findings: &mut Findings) {
    let functions = &pair.pair.corpus.contract.functions;
    each_call(pair, |id, _, is_selector| {
        if functions.contains_key(id.text) {
            return;
        }
        let found = findings
            .report(here(pair, id.span, is_selector), format!("the program has no function `{}()`", id.text));
        if let Some(near) = near(id.text, functions.keys().map(String::as_str)) {
            found.help(format!("did you mean `{near}()`?"));
        } else if functions.is_empty() {
            found.help("print the variable without a function: `{ $name }`");
        } else {
            let names: Vec<String> = functions.keys().map(|name| format!("`{name}()`")).collect();
            found.help(format!("it has {}; names of functions are not translated", names.join(" and ")));
        }
    });
}

rule! {
    /// ## What it does
    /// Finds options that a function does not take.
    ///
    /// ## Why is this bad
    /// It changes nothing, or the mail is not written.
    ///
    /// ## Example
    /// ```ftl
    /// due = Te betalen op { DATETIME($dueDate, stijl: "long") }.
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// due = Te betalen op { DATETIME($dueDate) }.
    /// ```
    pub(super) UNKNOWN_OPTION = "unknown-option", Error, Variable, Leaf(unknown_option);
}

fn unknown_option(pair: &LeafPair, findings: &mut Findings) {
    each_call(pair, |id, arguments, is_selector| {
        let Some(options) = pair.pair.corpus.contract.functions.get(id.text) else { return };
        for name in arguments.iter().filter_map(|argument| argument.name) {
            if options.iter().any(|option| option == name.text) {
                continue;
            }
            let found = findings.report(
                here(pair, name.span, is_selector),
                format!("`{}()` has no option `{}`", id.text, name.text),
            );
            if let Some(near) = near(name.text, options.iter().map(String::as_str)) {
                found.help(format!("did you mean `{near}`?"));
            } else if options.is_empty() {
                found.help(format!("`{}()` takes no options: delete it", id.text));
            } else {
                found.help(format!("it takes `{}`", options.join("`, `")));
            }
        }
    });
}

rule! {
    /// ## What it does
    /// Finds options with a value that means nothing.
    ///
    /// ## Why is this bad
    /// The amount or the date is printed in another form than the one that was meant, or the mail is not written.
    ///
    /// ## Example
    /// ```ftl
    /// due = Te betalen op { DATETIME($dueDate, dateStyle: "lang") }.
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// due = Te betalen op { DATETIME($dueDate, dateStyle: "long") }.
    /// ```
    pub(super) BAD_OPTION_VALUE = "bad-option-value", Error, Variable, Leaf(bad_option_value);
}

fn bad_option_value(pair: &LeafPair, findings: &mut Findings) {
    let contract: &Contract = pair.pair.corpus.contract;
    each_call(pair, |id, arguments, is_selector| {
        let options = contract.functions.get(id.text).map_or(&[][..], Vec::as_slice);
        for argument in arguments {
            let (Some(name), Some(value)) = (argument.name, argument.value.word()) else { continue };
            if !options.iter().any(|option| option == name.text) {
                continue;
            }
            if let Some(values) = contract.option_values.get(name.text) {
                if values.iter().any(|known| known == value.text) {
                    continue;
                }
                let found = findings.report(
                    here(pair, value.span, is_selector),
                    format!("`{}` is no value of the option `{}`", value.text, name.text),
                );
                match near(value.text, values.iter().map(String::as_str)) {
                    Some(near) => found.help(format!("did you mean `\"{near}\"`?")),
                    None => found.help(format!("use `\"{}\"`", values.join("\"` or `\""))),
                };
            } else if counts_digits(name.text) && !is_number_of_digits(&argument.value) {
                findings
                    .report(
                        here(pair, value.span, is_selector),
                        format!("the option `{}` takes a number, not `{}`", name.text, value.text),
                    )
                    .help(format!("write a number of digits without quotes, such as `{}: 2`", name.text));
            }
        }
    });
}

/// Whether the option is one of ECMA-402's that say how many digits are printed.
fn counts_digits(option: &str) -> bool {
    (option.starts_with("minimum") || option.starts_with("maximum")) && option.ends_with("Digits")
}

fn is_number_of_digits(value: &Expression) -> bool {
    matches!(value, Expression::Number(word) if word.text.parse::<u8>().is_ok_and(|n| n <= 100))
}

/// A place in the leaf, or before its variants.
fn here(pair: &LeafPair, span: Span, is_selector: bool) -> Here {
    let here = pair.at(span);
    if is_selector { Here { variant: None, ..here } } else { here }
}

/// Calls `visit` with every call of a function, and whether variants are chosen by it.
fn each_call<'a>(pair: &LeafPair<'_, '_, 'a>, mut visit: impl FnMut(Word<'a>, &[Argument<'a>], bool)) {
    let mut call = |expression: &Expression<'a>, is_selector| {
        if let Expression::Function { id, arguments } = expression {
            visit(*id, arguments, is_selector);
        }
    };
    pair.leaf.each_expression(|expression| call(expression, false));
    for choice in &pair.leaf.path {
        choice.select.selector.each(&mut |expression| call(expression, true));
    }
}
