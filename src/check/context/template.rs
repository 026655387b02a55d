//! Templates, beside the messages and names that they ask for.

use std::collections::{BTreeSet, HashSet};

use super::comment::used;
use crate::check::corpus::{Corpus, Edition, Located};
use crate::check::layout::{Call, Layout, root};
use crate::check::rule::{Findings, Here, rule};
use crate::check::tree::{Expression, Word};
use crate::diagnostic::{Diagnostic, Place, Span};

rule! {
    /// ## What it does
    /// Finds messages that a template prints and the source does not have: by a function such as
    /// `message(id="help")`, which the contract names, or by a name that the program fills with the message.
    ///
    /// ## Why is this bad
    /// The mail cannot be written, in any language.
    ///
    /// ## Example
    /// ```html
    /// <h2>{{ message(id="help-headng") }}</h2>
    /// ```
    ///
    /// ## Use instead
    /// ```html
    /// <h2>{{ message(id="help-heading") }}</h2>
    /// ```
    pub(super) TEMPLATE_UNKNOWN_MESSAGE = "template-unknown-message", Error, Context, Corpus(template_unknown_message);
}

fn template_unknown_message(corpus: &Corpus, findings: &mut Findings) {
    let is_known = |id: &str| corpus.source.message(id).is_some() || corpus.source.is_junk(id);
    for layout in &corpus.layouts {
        for id in layout.calls.iter().filter_map(|call| message_id(corpus, call)) {
            let (name, attribute) = id.text.split_once('.').unzip();
            let name = name.unwrap_or(id.text);
            let Some(message) = corpus.source.message(name) else {
                if !corpus.source.is_junk(name) {
                    let ids = corpus.source.message_ids();
                    let near = ids.map(|known| (strsim::jaro_winkler(name, known), known));
                    let near = near.max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)));
                    let help = match near.filter(|(likeness, _)| *likeness > 0.85) {
                        Some((_, near)) => format!("did you mean `{near}`?"),
                        None => format!("add it to the source: `{name} = …`"),
                    };
                    report(layout, id.span, findings, format!("the source has no message `{name}`"), help);
                }
                continue;
            };
            if let Some(attribute) =
                attribute.filter(|attribute| message.entry.attribute(attribute).is_none())
            {
                let text = format!("the message `{name}` has no attribute `{attribute}`");
                report(layout, id.span, findings, text, format!("add `.{attribute} = …` below the message"));
            }
        }
        let Some(given) = corpus.contract.templates.get(layout.name) else { continue };
        let mut told = HashSet::new();
        for name in &layout.names {
            let ids = given.get(root(name.text)).into_iter().flatten();
            for id in ids.filter(|id| !is_known(id) && told.insert(id.as_str())) {
                let text = format!(
                    "`{}` is filled with the message `{id}`, which the source does not have",
                    name.text
                );
                report(layout, name.span, findings, text, format!("add it to the source: `{id} = …`"));
            }
        }
    }
}

rule! {
    /// ## What it does
    /// Finds names in a template that the program does not give it, calls that lack a variable of their message, and
    /// variables in a message, of any locale, that are not known whenever the program prints it.
    ///
    /// ## Why is this bad
    /// The mail cannot be written; or the message cannot, in the one language whose words need the variable.
    ///
    /// ## Example
    /// ```html
    /// <h1>{{ headline }}</h1>
    /// ```
    ///
    /// ## Use instead
    /// ```html
    /// <h1>{{ heading }}</h1>
    /// ```
    pub(super) TEMPLATE_MISSING_VARIABLE = "template-missing-variable", Error, Context, Corpus(template_missing_variable);
}

fn template_missing_variable(corpus: &Corpus, findings: &mut Findings) {
    for edition in corpus.editions() {
        for found in edition.entries().filter(|found| !found.entry.is_term) {
            if let Some(given) = corpus.contract.messages.get(found.entry.id.text) {
                not_always_given(corpus, edition, found, given, findings);
            }
        }
    }
    for layout in &corpus.layouts {
        for call in &layout.calls {
            let Some(id) = message_id(corpus, call) else { continue };
            let Some(message) = corpus.source.message(id.text.split('.').next().unwrap_or(id.text)) else {
                continue;
            };
            let mut missing: Vec<&str> = used(&corpus.source, message.entry).into_iter().collect();
            missing.retain(|name| call.arguments.iter().all(|argument| argument.name.text != *name));
            missing.sort_unstable();
            for name in missing {
                let text = format!("`{}` needs `${name}`, which is not given", id.text);
                let help = format!("add an argument: `{name}=…`");
                let found = report(layout, id.span, findings, text, help);
                found.related(message.place(message.entry.span), "the message");
            }
        }
        let Some(given) = corpus.contract.templates.get(layout.name) else { continue };
        for name in layout.needed_names() {
            let head = root(name.text);
            let dotted = format!("{head}.");
            let has_parts = given.keys().any(|known| known.starts_with(&dotted));
            let is_given = given.contains_key(head) || has_parts;
            if is_given && (name.text == head || !has_parts || given.contains_key(name.text)) {
                continue;
            }
            let names = given.keys().map(|known| (strsim::jaro_winkler(name.text, known), known));
            let near = names.max_by(|a, b| a.0.total_cmp(&b.0));
            let help = match near.filter(|(likeness, _)| *likeness > 0.8) {
                Some((_, near)) => format!("did you mean `{near}`?"),
                None => format!(
                    "the program gives `{}`",
                    given.keys().map(String::as_str).collect::<Vec<_>>().join("`, `")
                ),
            };
            let text = format!("the program gives this template no `{}`", name.text);
            report(layout, name.span, findings, text, help);
        }
    }
}

/// Reports variables that are known in some of the mails that print the message, and not in all.
fn not_always_given(
    corpus: &Corpus,
    edition: &Edition,
    found: Located,
    given: &BTreeSet<String>,
    findings: &mut Findings,
) {
    found.entry.each_expression(|expression| {
        let Expression::Variable(word) = expression else { return };
        // What is given nowhere is another rule's.
        if given.contains(word.text) || !corpus.contract.variables.contains_key(word.text) {
            return;
        }
        let name = found.entry.id.text;
        let span = Span::new(word.span.start - 1, word.span.end);
        let text = format!("`${}` is not known whenever `{name}` is printed", word.text);
        let given = given.iter().map(|name| format!("`${name}`")).collect::<Vec<_>>().join(", ");
        findings.report(edition.at(found, span), text).help(format!(
            "say it without `${}`: a mail that does not know it could not be written. Always known: {given}",
            word.text
        ));
    });
}

rule! {
    /// ## What it does
    /// Finds messages of the source that neither the program nor a template prints, nor another message.
    ///
    /// ## Why is this bad
    /// Every translator works on a sentence that nobody will read.
    ///
    /// ## Example
    /// ```ftl
    /// # The greeting of the old mails.
    /// old-greeting = Good day!
    /// ```
    ///
    /// ## Use instead
    /// Delete the message, in every locale.
    pub(super) UNUSED_MESSAGE = "unused-message", Warning, Context, Corpus(unused_message);
}

fn unused_message(corpus: &Corpus, findings: &mut Findings) {
    let contract = corpus.contract;
    let calls =
        corpus.layouts.iter().flat_map(|layout| &layout.calls).filter_map(|call| message_id(corpus, call));
    let called: Vec<&str> = calls.map(|id| id.text.split('.').next().unwrap_or(id.text)).collect();
    let filled = contract.templates.values().flat_map(|names| names.values().flatten());
    let asked: HashSet<&str> =
        filled.chain(contract.messages.keys()).map(String::as_str).chain(called).collect();
    // Of templates that print their messages in a way that we do not know, nothing can be said.
    if corpus.layouts.is_empty() || asked.is_empty() {
        return;
    }
    let is_asked = |id: &str| asked.contains(id) || contract.roles.contains_key(id);
    // Whether it is a term, and the id.
    let mut printed: HashSet<(bool, &str)> = HashSet::new();
    let mut open: Vec<Located> = corpus
        .source
        .entries()
        .filter(|found| !found.entry.is_term && is_asked(found.entry.id.text))
        .collect();
    while let Some(found) = open.pop() {
        found.entry.each_expression(|expression| {
            let next = match expression {
                Expression::Message { id, .. } => corpus.source.message(id.text),
                Expression::Term { id, .. } => corpus.source.term(id.text),
                _ => None,
            };
            open.extend(next.filter(|next| printed.insert((next.entry.is_term, next.entry.id.text))));
        });
    }
    for found in corpus.source.entries().filter(|found| !found.entry.is_term) {
        let id = found.entry.id;
        if !is_asked(id.text) && !printed.contains(&(false, id.text)) {
            findings
                .report(corpus.source.at(found, id.span), format!("nothing prints the message `{}`", id.text))
                .help("delete it, in every locale");
        }
    }
}

rule! {
    /// ## What it does
    /// Finds words in templates. In HTML these are the texts, and what is read of attributes: `alt`, `title`,
    /// `aria-label`, `placeholder`, `summary`.
    ///
    /// A comment in the same line or the one above it suppresses the finding:
    /// `{# check-ignore: template-hardcoded-text the company's address #}`.
    ///
    /// ## Why is this bad
    /// They are the same in every language, and no translator ever sees them.
    ///
    /// ## Example
    /// ```html
    /// <p>Need help? {{ help }}</p>
    /// ```
    ///
    /// ## Use instead
    /// ```html
    /// <h2>{{ help_heading }}</h2>
    /// <p>{{ help }}</p>
    /// ```
    pub(super) TEMPLATE_HARDCODED_TEXT = "template-hardcoded-text", Warning, Context, Corpus(template_hardcoded_text);
}

fn template_hardcoded_text(corpus: &Corpus, findings: &mut Findings) {
    for layout in &corpus.layouts {
        for word in &layout.words {
            let text = format!("`{}` is the same in every language", word.text);
            let help = "words belong into the catalogs: print what a message says";
            report(layout, word.span, findings, text, help);
        }
    }
}

/// The id of the message that a call prints, if it is written out.
fn message_id<'a>(corpus: &Corpus, call: &Call<'a>) -> Option<Word<'a>> {
    let argument = corpus.contract.message_functions.get(call.function.text)?;
    call.arguments.iter().find(|given| given.name.text == *argument)?.literal
}

/// Reports in a template.
fn report<'f>(
    layout: &Layout,
    span: Span,
    findings: &'f mut Findings,
    message: String,
    help: impl Into<String>,
) -> &'f mut Diagnostic {
    let here = Here { locale: None, ..Here::new(Place { file: layout.file, span }, "") };
    findings.report(here, message).help(help)
}
