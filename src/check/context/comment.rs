//! Comments of the source: what a translator knows of a sentence besides the sentence.

use std::collections::HashSet;

use crate::check::contract::{PlainType, VariableType};
use crate::check::corpus::{Corpus, Edition, Located};
use crate::check::rule::{Findings, rule};
use crate::check::tree::{Entry, Expression, Word};
use crate::diagnostic::Span;

rule! {
    /// ## What it does
    /// Finds messages of the source without a comment above them, if other messages there have one.
    ///
    /// ## Why is this bad
    /// A translator sees `Account` and cannot know whether it is a heading, a button or a verb, nor how long it may be.
    /// Five translators guess, and some guess wrong.
    ///
    /// ## Example
    /// ```ftl
    /// fact-account = Account
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// # Row heading: the account's name stands beside it.
    /// fact-account = Account
    /// ```
    pub(super) MISSING_COMMENT = "missing-comment", Warning, Context, Edition(missing_comment);
}

fn missing_comment(corpus: &Corpus, edition: &Edition, findings: &mut Findings) {
    let messages = || edition.entries().filter(|found| !found.entry.is_term);
    // A source without a single comment has chosen to do without.
    if !is_source(corpus, edition) || messages().all(|found| !has_comment(found.entry)) {
        return;
    }
    for found in messages().filter(|found| !has_comment(found.entry)) {
        let id = found.entry.id;
        findings
            .report(edition.at(found, id.span), format!("the message `{}` has no comment", id.text))
            .help("say in a line above it, after `# `, where it stands and what its variables are");
    }
}

fn is_source(corpus: &Corpus, edition: &Edition) -> bool {
    std::ptr::eq(edition, &raw const corpus.source)
}

/// Whether a comment says something to a translator: that a finding is suppressed says nothing.
fn has_comment(entry: &Entry) -> bool {
    entry
        .comment
        .iter()
        .map(|line| line.text.trim())
        .any(|line| !line.is_empty() && !line.starts_with("check-ignore:"))
}

rule! {
    /// ## What it does
    /// Finds comments of the source whose variables, in lines such as `# $amount (money): …`, are not those of the
    /// message below, or have another type than the program gives them.
    ///
    /// ## Why is this bad
    /// The translator reads of a value that the sentence does not have, or does not learn what a value is.
    ///
    /// ## Example
    /// ```ftl
    /// # $dueOn (date): when the payment was due. Example: November 1, 2026
    /// due = The payment was due on { DATETIME($dueDate) }.
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// # $dueDate (date): when the payment was due. Example: November 1, 2026
    /// due = The payment was due on { DATETIME($dueDate) }.
    /// ```
    pub(super) COMMENT_VARIABLE_MISMATCH = "comment-variable-mismatch", Warning, Context, Edition(comment_variable_mismatch);
}

fn comment_variable_mismatch(corpus: &Corpus, edition: &Edition, findings: &mut Findings) {
    if !is_source(corpus, edition) {
        return;
    }
    // Where nobody describes variables in this form, none is missing.
    let is_usual = edition.entries().any(|found| !described(found.entry).is_empty());
    for found in edition.entries().filter(|found| is_usual && has_comment(found.entry)) {
        let described = described(found.entry);
        let used = used(edition, found.entry);
        let extra: Vec<&Described> = described.iter().filter(|line| !used.contains(line.name.text)).collect();
        let missing: Vec<Word> = own_variables(found.entry)
            .into_iter()
            .filter(|word| described.iter().all(|line| line.name.text != word.text))
            .collect();
        let is_renamed = |line: &Described, word: &Word| {
            (extra.len() == 1 && missing.len() == 1) || strsim::jaro_winkler(word.text, line.name.text) > 0.8
        };
        for line in &extra {
            let renamed = missing.iter().find(|word| is_renamed(line, word));
            let name = found.entry.name();
            let message = format!("the comment tells of `${}`, which `{name}` does not use", line.name.text);
            findings.report(edition.at(found, sign(line.name)), message).help(match renamed {
                Some(word) => format!("write `${}`, as the message does", word.text),
                None => "delete the line of the comment, or use the variable".to_owned(),
            });
        }
        for word in missing.iter().filter(|word| !extra.iter().any(|line| is_renamed(line, word))) {
            let kind = corpus.contract.variables.get(word.text).map_or("string", type_name);
            let message = format!("the comment does not tell of `${}`", word.text);
            findings.report(edition.at(found, sign(*word)), message).help(format!(
                "add a line above the message: `# ${} ({kind}): what it is. Example: …`",
                word.text
            ));
        }
        wrong_types(corpus, edition, found, &described, findings);
    }
}

fn wrong_types(
    corpus: &Corpus,
    edition: &Edition,
    found: Located,
    described: &[Described],
    findings: &mut Findings,
) {
    const TYPES: [&str; 5] = ["string", "money", "date", "number", "url"];
    for line in described {
        let Some((said, variable)) = line.kind.zip(corpus.contract.variables.get(line.name.text)) else {
            continue;
        };
        let is_type = TYPES.contains(&said.text);
        if let (true, VariableType::Plain(_), given) = (is_type, variable, type_name(variable))
            && said.text != given
        {
            let message =
                format!("the comment calls `${}` a `{}`, but it is a `{given}`", line.name.text, said.text);
            findings.report(edition.at(found, said.span), message).help(format!("write `({given})`"));
        }
    }
}

fn type_name(variable: &VariableType) -> &'static str {
    match variable {
        VariableType::Plain(PlainType::Money) => "money",
        VariableType::Plain(PlainType::Date) => "date",
        VariableType::Plain(PlainType::Number) => "number",
        VariableType::Plain(PlainType::Url) => "url",
        VariableType::Plain(PlainType::String) | VariableType::Choice(_) => "string",
    }
}

/// A line of a comment such as `$amount (money): the amount`.
struct Described<'a> {
    /// Without its sign.
    name: Word<'a>,
    /// What stands in the parentheses.
    kind: Option<Word<'a>>,
}

fn described<'a>(entry: &Entry<'a>) -> Vec<Described<'a>> {
    entry.comment.iter().filter_map(|line| describe(*line)).collect()
}

fn describe(line: Word<'_>) -> Option<Described<'_>> {
    let indent = line.text.len() - line.text.trim_start().len();
    let rest = line.text[indent..].strip_prefix('$')?;
    let len = rest.find(|char: char| !(char.is_ascii_alphanumeric() || matches!(char, '-' | '_')));
    let (name, rest) = rest.split_at(len.unwrap_or(rest.len()));
    let piece = |start: usize, text| Word {
        text,
        span: Span::new(line.span.start + start, line.span.start + start + str::len(text)),
    };
    let kind = rest.trim_start().strip_prefix('(').and_then(|rest| Some(rest.split_once(')')?.0));
    let kind_at = indent + 1 + name.len() + (rest.len() - rest.trim_start().len()) + 1;
    let is_name = name.starts_with(|char: char| char.is_ascii_alphabetic());
    is_name.then(|| Described { name: piece(indent + 1, name), kind: kind.map(|kind| piece(kind_at, kind)) })
}

/// The variables in the entry itself, each once.
fn own_variables<'a>(entry: &Entry<'a>) -> Vec<Word<'a>> {
    let mut variables: Vec<Word> = Vec::new();
    entry.each_expression(|expression| {
        if let Expression::Variable(word) = expression
            && variables.iter().all(|known| known.text != word.text)
        {
            variables.push(*word);
        }
    });
    variables
}

/// The variables that the entry prints, by itself or through what it refers to.
pub(super) fn used<'a>(edition: &Edition<'a>, entry: &Entry<'a>) -> HashSet<&'a str> {
    let mut variables = HashSet::new();
    let mut names = HashSet::from([entry.name()]);
    let mut open = vec![entry];
    while let Some(entry) = open.pop() {
        entry.each_expression(|expression| {
            let next = match expression {
                Expression::Variable(word) => {
                    variables.insert(word.text);
                    None
                }
                Expression::Message { id, .. } => edition.message(id.text),
                Expression::Term { id, .. } => edition.term(id.text),
                _ => None,
            };
            open.extend(next.map(|next| next.entry).filter(|entry| names.insert(entry.name())));
        });
    }
    variables
}

/// A variable with its sign.
fn sign(name: Word) -> Span {
    Span::new(name.span.start.saturating_sub(1), name.span.end)
}
