//! What terms are given.

use std::collections::{HashMap, HashSet};

use crate::check::corpus::{Corpus, Edition, Located};
use crate::check::rule::{Findings, rule};
use crate::check::tree::{Argument, Expression, Pattern, Word};
use crate::diagnostic::{Severity, Span};

use super::printed::{printed, with_sign};
use crate::check::near::near;

rule! {
    /// ## What it does
    /// Finds arguments that a term does not use, and variables in a term that nobody gives it.
    ///
    /// A term knows nothing but its own arguments: not the program's variables, not the message's.
    ///
    /// ## Why is this bad
    /// An argument without use, often a misspelled one, changes nothing: the reader gets the wrong form. A variable
    /// that nobody gives is printed as `{ $amount }`.
    ///
    /// ## Example
    /// ```ftl
    /// -service = { $case ->
    ///     [genitive] tjänstens
    ///    *[nominative] tjänsten
    /// }
    /// end = { -service(kasus: "genitive") } slut
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// end = { -service(case: "genitive") } slut
    /// ```
    pub(super) UNKNOWN_TERM_ARGUMENT = "unknown-term-argument", Warning, Variable, Edition(unknown_argument);
}

fn unknown_argument(_: &Corpus, edition: &Edition, findings: &mut Findings) {
    let mut used: HashMap<&str, HashSet<&str>> = HashMap::new();
    for located in edition.entries().filter(|located| located.entry.is_term) {
        let names = used.entry(located.entry.id.text).or_default();
        located.entry.each_expression(|expression| {
            if let Expression::Variable(variable) = expression {
                names.insert(variable.text);
            }
        });
    }
    if used.is_empty() {
        return;
    }
    let mut given: HashSet<(&str, &str)> = HashSet::new();
    let mut referred: HashSet<&str> = HashSet::new();
    for located in edition.entries() {
        located.entry.each_expression(|expression| {
            let Expression::Term { id, arguments, .. } = expression else { return };
            referred.insert(id.text);
            given.extend(arguments.iter().filter_map(|argument| Some((id.text, argument.name?.text))));
            if let Some(used) = used.get(id.text) {
                for argument in arguments {
                    check_argument(edition, located, *id, argument, used, findings);
                }
            }
        });
    }
    for located in edition.entries().filter(|located| located.entry.is_term) {
        let id = located.entry.id.text;
        if referred.contains(id) {
            let is_given = |name: &str| given.contains(&(id, name));
            for (_, pattern) in located.entry.patterns() {
                report_not_given(edition, located, pattern, is_given, findings);
            }
        }
    }
}

fn check_argument(
    edition: &Edition,
    located: Located,
    term: Word,
    argument: &Argument,
    used: &HashSet<&str>,
    findings: &mut Findings,
) {
    let Some(name) = argument.name else {
        let Some(word) = argument.value.word() else { return };
        let span = match argument.value {
            Expression::Variable(variable) => with_sign(variable),
            _ => word.span,
        };
        findings
            .report(
                edition.at(located, span),
                format!("the term `-{}` ignores an argument without a name", term.text),
            )
            .help(format!("give it a name, and a text as its value: `-{}(case: \"genitive\")`", term.text));
        return;
    };
    if used.contains(name.text) {
        return;
    }
    let found = findings.report(
        edition.at(located, name.span),
        format!("the term `-{}` does not use the argument `{}`", term.text, name.text),
    );
    let mut names: Vec<&str> = used.iter().copied().collect();
    names.sort_unstable();
    if let Some(near) = near(name.text, names.iter().copied()) {
        found.help(format!("did you mean `{near}`?"));
    } else if names.is_empty() {
        found.help("it has no variants to choose from: delete the argument, or add them to the term");
    } else {
        found.help(format!("it uses `{}`", names.join("`, `")));
    }
}

fn report_not_given(
    edition: &Edition,
    located: Located,
    pattern: &Pattern,
    is_given: impl Fn(&str) -> bool,
    findings: &mut Findings,
) {
    for leaf in pattern.leaves() {
        for variable in printed(&leaf).into_iter().map(|printed| printed.variable) {
            if is_given(variable.text) {
                continue;
            }
            let Span { start, end } = with_sign(variable);
            findings
                .report(
                    edition.at(located, Span::new(start, end)),
                    format!("a term does not know the variable `${}`: nobody gives it", variable.text),
                )
                .severity(Severity::Error)
                .help(format!("print `${}` in the messages themselves, beside the term", variable.text));
        }
    }
}
