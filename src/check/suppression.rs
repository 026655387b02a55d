//! Comments that suppress findings: `# check-ignore: RULE reason` above a message.

use std::collections::HashMap;

use super::corpus::Corpus;
use super::near::near;
use super::rule::{Findings, Group, Here, Rule, rule};
use super::tree::{Comment, Resource, Word};
use crate::diagnostic::{Diagnostic, FileId, Place, Span};

/// The rules, in the order of their pages.
pub(super) static RULES: &[&Rule] = &[&UNUSED_IGNORE, &UNKNOWN_IGNORE, &IGNORE_WITHOUT_REASON];

rule! {
    /// ## What it does
    /// Finds comments of the form `# check-ignore: RULE reason` that suppress nothing: the rule finds nothing in the
    /// message right below, or no message stands there. In a template such a comment, `{# check-ignore: RULE reason #}`,
    /// is for its own line and the next one.
    ///
    /// ## Why is this bad
    /// What it was written for is gone. Left where it is, it will hide the next mistake.
    ///
    /// ## Example
    /// ```ftl
    /// # check-ignore: obsolete-message the portal prints it
    /// help = Hulp nodig?
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// help = Hulp nodig?
    /// ```
    pub(super) UNUSED_IGNORE = "unused-ignore", Warning, Suppression, Driver;
}

rule! {
    /// ## What it does
    /// Finds comments of the form `# check-ignore: RULE reason` whose rule does not exist.
    ///
    /// ## Why is this bad
    /// Nothing is suppressed.
    ///
    /// ## Example
    /// ```ftl
    /// # check-ignore: obsolet-message the portal prints it
    /// old-greeting = Goedendag!
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// # check-ignore: obsolete-message the portal prints it
    /// old-greeting = Goedendag!
    /// ```
    pub(super) UNKNOWN_IGNORE = "unknown-ignore", Warning, Suppression, Driver;
}

rule! {
    /// ## What it does
    /// Finds comments of the form `# check-ignore: RULE reason` that give no reason. They suppress nothing.
    ///
    /// ## Why is this bad
    /// Whoever reads it next year cannot know whether it still holds.
    ///
    /// ## Example
    /// ```ftl
    /// # check-ignore: obsolete-message
    /// old-greeting = Goedendag!
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// # check-ignore: obsolete-message the portal prints it
    /// old-greeting = Goedendag!
    /// ```
    pub(super) IGNORE_WITHOUT_REASON = "ignore-without-reason", Warning, Suppression, Driver;
}

/// What a comment that suppresses findings begins with.
const MARK: &str = "check-ignore:";

/// A comment that suppresses findings, or should.
struct Ignore<'a> {
    /// Of a catalog.
    tag: Option<&'a str>,
    /// The message or term below.
    name: Option<String>,
    file: FileId,
    /// Where findings are suppressed; `None` if no message is below.
    scope: Option<Span>,
    rule: Word<'a>,
    /// From the mark to the end of the line.
    line: Span,
    has_reason: bool,
    is_used: bool,
}

/// Leaves out the findings that comments suppress, and tells of comments that do not.
/// `rules` are all that there are.
pub(super) fn apply(corpus: &Corpus, findings: Findings, rules: &[&'static Rule]) -> Vec<Diagnostic> {
    let mut ignores = ignores(corpus);
    if ignores.is_empty() {
        return findings.into_list();
    }
    let mut places: HashMap<(FileId, &str), Vec<usize>> = HashMap::new();
    for (at, ignore) in ignores.iter().enumerate().filter(|(_, ignore)| ignore.has_reason) {
        places.entry((ignore.file, ignore.rule.text)).or_default().push(at);
    }
    let mut list = findings.into_list();
    list.retain(|found| {
        let near = places.get(&(found.place.file, found.rule)).map_or(&[][..], Vec::as_slice);
        let suppressing = near.iter().copied().find(|at| ignores[*at].suppresses(found));
        if let Some(at) = suppressing {
            ignores[at].is_used = true;
        }
        suppressing.is_none()
    });
    let mut findings = Findings::new();
    for ignore in ignores.iter().filter(|ignore| !ignore.is_used) {
        let known = rules.iter().find(|rule| rule.id == ignore.rule.text);
        tell(corpus, ignore, known.copied(), rules, &mut findings);
    }
    list.extend(findings.into_list());
    list
}

impl Ignore<'_> {
    fn suppresses(&self, found: &Diagnostic) -> bool {
        let is_within =
            |scope: Span| found.place.span.start >= scope.start && found.place.span.end <= scope.end;
        // Where a message is missing, that is told at the end of the one before it, about the missing one.
        let is_about = self.name.is_none() || found.message_id == self.name;
        self.scope.is_some_and(is_within) && is_about
    }
}

/// Tells what is wrong with an ignore that suppresses nothing.
fn tell(
    corpus: &Corpus,
    ignore: &Ignore,
    rule: Option<&'static Rule>,
    rules: &[&'static Rule],
    findings: &mut Findings,
) {
    let id = ignore.rule.text;
    let here = |span| Here {
        locale: ignore.tag.map(str::to_owned),
        message_id: ignore.name.clone(),
        ..Here::new(Place { file: ignore.file, span }, "")
    };
    let Some(rule) = rule else {
        let help = match near(id, rules.iter().map(|rule| rule.id)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => {
                format!("write the name that stands in the brackets of the finding: `{MARK} RULE reason`")
            }
        };
        let (span, text) = match id {
            "" => (ignore.line, "this comment names no rule".to_owned()),
            id => (ignore.rule.span, format!("there is no rule `{id}`")),
        };
        findings.of(&UNKNOWN_IGNORE).report(here(span), text).help(help);
        return;
    };
    if !ignore.has_reason {
        findings
            .of(&IGNORE_WITHOUT_REASON)
            .report(here(ignore.line), format!("it is not said why `{id}` is to be ignored"))
            .help(format!("write a reason after it: `{MARK} {id} because …`"));
    } else if is_run(corpus, rule) {
        let help = match ignore.scope {
            Some(_) => "delete this line",
            None => "put this line, with one `#`, right above the message that it is for, or delete it",
        };
        findings
            .of(&UNUSED_IGNORE)
            .report(here(ignore.rule.span), format!("there is no finding of `{id}` to ignore here"))
            .help(help);
    }
}

/// Whether all is there that the rule needs to find anything.
fn is_run(corpus: &Corpus, rule: &Rule) -> bool {
    match rule.id {
        "stale" => corpus.lock.is_some(),
        "unused-message" => !corpus.layouts.is_empty(),
        _ => rule.group != Group::Mail || !corpus.contract.roles.is_empty(),
    }
}

fn ignores<'a>(corpus: &Corpus<'a>) -> Vec<Ignore<'a>> {
    let mut ignores = Vec::new();
    for edition in corpus.editions() {
        for resource in edition.resources.iter().filter(|resource| resource.text.contains(MARK)) {
            for entry in &resource.entries {
                let Some(first) = entry.comment.first() else { continue };
                let scope = Some(Span::new(first.span.start, entry.span.end));
                let name = Some(entry.name());
                let lines = entry.comment.iter().filter_map(|line| read(*line, resource.file));
                ignores.extend(lines.map(|ignore| Ignore {
                    tag: Some(edition.tag),
                    name: name.clone(),
                    scope,
                    ..ignore
                }));
            }
            let comments = resource.comments.iter().filter(|comment| !stands_above_junk(resource, comment));
            let lines = comments.flat_map(|comment| &comment.lines);
            let lines = lines.filter_map(|line| read(*line, resource.file));
            ignores.extend(lines.map(|ignore| Ignore { tag: Some(edition.tag), ..ignore }));
        }
    }
    for layout in &corpus.layouts {
        for (content, scope) in &layout.comments {
            let ignore = read(*content, layout.file);
            ignores.extend(ignore.map(|ignore| Ignore { scope: Some(*scope), ..ignore }));
        }
    }
    ignores
}

/// Whether the comment would be a message's if that were Fluent.
fn stands_above_junk(resource: &Resource, comment: &Comment) -> bool {
    let end = comment.lines.last().map_or(0, |line| line.span.end);
    let is_below = |start: usize| {
        let between = resource.text.get(end..start);
        between.is_some_and(|between| between.trim().is_empty() && between.matches('\n').count() == 1)
    };
    resource.junk.iter().any(|junk| is_below(junk.span.start))
}

/// Reads a line of a comment; `None` if it suppresses nothing.
fn read(line: Word<'_>, file: FileId) -> Option<Ignore<'_>> {
    let start = line.text.len() - line.text.trim_start().len();
    let rest = line.text[start..].strip_prefix(MARK)?;
    let rule = rest.trim_start();
    let at = line.span.start + start + MARK.len() + rest.len() - rule.len();
    let (rule, reason) = rule.split_at(rule.find(char::is_whitespace).unwrap_or(rule.len()));
    let whole = line.text.trim();
    Some(Ignore {
        tag: None,
        name: None,
        file,
        scope: None,
        rule: Word { text: rule, span: Span::new(at, at + rule.len()) },
        line: Span::new(line.span.start + start, line.span.start + start + whole.len()),
        // The example of a comment has the word itself.
        has_reason: !matches!(reason.trim(), "" | "reason"),
        is_used: false,
    })
}
