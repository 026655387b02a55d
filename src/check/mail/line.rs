//! How long the lines of a mail may be, and that they are lines.

use crate::check::rule::{Findings, rule};
use crate::check::sheet::LeafPair;
use crate::check::tree::Expression;
use crate::check::variable::printed::first_line;
use crate::diagnostic::Span;

use super::sample::{columns, longest, role};

rule! {
    /// ## What it does
    /// Finds subjects, and other one-line messages of the contract, that end a line: they go on in the next line of
    /// the file, or have `{ "\u000A" }`.
    ///
    /// ## Why is this bad
    /// A subject is one line of a mail’s header. What follows it there is taken for another header, or the mail is
    /// refused.
    ///
    /// ## Example
    /// ```ftl
    /// subject =
    ///     Factuur is
    ///     vervallen
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// subject = Factuur is vervallen
    /// ```
    pub(super) SUBJECT_NEWLINE = "subject-newline", Error, Mail, Leaf(subject_newline);
}

fn subject_newline(pair: &LeafPair, findings: &mut Findings) {
    let Some(role) = role(pair).filter(|role| matches!(role.role.as_str(), "subject" | "preheader")) else {
        return;
    };
    let in_text = pair.leaf.texts().find_map(|word| {
        let line = word.text.strip_suffix('\n')?;
        let end = word.span.start + line.trim_end().len();
        Some(Span::new(word.span.start.min(end), end))
    });
    let in_quotes = pair.leaf.placeables().find_map(|placeable| match &placeable.expression {
        Expression::Text(word) => {
            let small = word.text.to_ascii_lowercase();
            let ends = ["\\u000a", "\\u000d", "\\u2028", "\\u2029", "\\u0085", "\\u00000a", "\\u00000d"];
            ends.iter().any(|end| small.contains(end)).then_some(placeable.span)
        }
        _ => None,
    });
    let name = &role.role;
    if let Some(span) = in_quotes {
        findings
            .report(pair.at(span), format!("a line of the {name} ends here"))
            .help("delete it: the program keeps it in one line");
    } else if let Some(span) = in_text {
        findings
            .report(pair.at(span), format!("the {name} goes on in the next line"))
            .help("write it in one line");
    }
}

rule! {
    /// ## What it does
    /// Finds subjects that take more than 78 columns, or what the contract says, with the longest amount, date and name.
    /// A Chinese character takes two columns.
    ///
    /// ## Why is this bad
    /// The inbox cuts it, and what the mail is about is not read.
    ///
    /// ## Example
    /// ```ftl
    /// subject = Herinnering: de betaling voor uw abonnement { $subscriptionName } is nog steeds niet gelukt
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// subject = Herinnering: openstaand bedrag voor { $subscriptionName }
    /// ```
    pub(super) SUBJECT_TOO_LONG = "subject-too-long", Warning, Mail, Leaf(subject_too_long);
}

fn subject_too_long(pair: &LeafPair, findings: &mut Findings) {
    too_long(pair, "subject", 78, findings);
}

rule! {
    /// ## What it does
    /// Finds preheaders, the line that an inbox shows after the subject, that take more than 100 columns, or what the
    /// contract says, with the longest values.
    ///
    /// ## Why is this bad
    /// The inbox cuts it before it has said what to do.
    ///
    /// ## Example
    /// ```ftl
    /// preheader = De uiterste betaaldatum was { DATETIME($dueDate) } en we hebben uw betaling van { MONEY($amount) } nog niet ontvangen.
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// preheader = Sinds { DATETIME($dueDate) } staat er { MONEY($amount) } open.
    /// ```
    pub(super) PREHEADER_TOO_LONG = "preheader-too-long", Warning, Mail, Leaf(preheader_too_long);
}

fn preheader_too_long(pair: &LeafPair, findings: &mut Findings) {
    too_long(pair, "preheader", 100, findings);
}

rule! {
    /// ## What it does
    /// Finds buttons that take more than 45 columns, or what the contract says.
    ///
    /// ## Why is this bad
    /// On a phone the button breaks into lines, and looks like a paragraph.
    ///
    /// ## Example
    /// ```ftl
    /// button = Klik hier om uw betalingsgegevens zo snel mogelijk bij te werken
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// button = Betalingsgegevens bijwerken
    /// ```
    pub(super) BUTTON_TOO_LONG = "button-too-long", Warning, Mail, Leaf(button_too_long);
}

fn button_too_long(pair: &LeafPair, findings: &mut Findings) {
    too_long(pair, "button", 45, findings);
}

fn too_long(pair: &LeafPair, name: &str, most: usize, findings: &mut Findings) {
    let Some(role) = role(pair).filter(|role| role.role == name) else { return };
    let most = role.max.unwrap_or(most);
    let n_columns = columns(&longest(pair));
    if n_columns > most {
        let with = if pair.leaf.placeables().next().is_some() { " with its longest values" } else { "" };
        findings
            .report(
                pair.at(first_line(pair)),
                format!("the {name} takes {n_columns} columns{with}, and {most} is the most"),
            )
            .help(format!("make it {} columns shorter", n_columns - most));
    }
}
