//! All rules, and their pages.

use std::fmt::Write as _;

use super::rule::{Group, Rule};
use super::{context, mail, markup, plural, structure, suppression, syntax, text, variable};

/// All rules, in the order of their pages.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    let groups = [
        syntax::RULES,
        structure::RULES,
        variable::RULES,
        plural::RULES,
        markup::RULES,
        text::RULES,
        mail::RULES,
        context::RULES,
        suppression::RULES,
    ];
    groups.into_iter().flatten().copied()
}

/// The rule called `id`.
#[must_use]
pub fn rule(id: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.id == id)
}

/// The rule whose id is most like `id`, if any is.
#[must_use]
pub fn suggest(id: &str) -> Option<&'static Rule> {
    let near = rules().map(|rule| (strsim::jaro_winkler(id, rule.id), rule));
    let near = near.max_by(|(a, _), (b, _)| a.total_cmp(b))?;
    (near.0 > 0.8).then_some(near.1)
}

impl Rule {
    /// The page of the rule, in Markdown.
    #[must_use]
    pub fn page(&self) -> String {
        let lines = self.doc.lines().map(|line| line.strip_prefix(' ').unwrap_or(line));
        let text = lines.collect::<Vec<_>>().join("\n");
        format!("# {} ({})\n\n{text}\n", self.id, self.severity)
    }
}

/// The pages of all rules, as `docs/checks.md` has them.
#[must_use]
pub fn document() -> String {
    let mut text = String::from(
        "# What `pastdue check` finds\n\n\
        Generated from the documentation of the rules; `pastdue check --explain RULE` prints one.\n\n\
        A finding that has to stay is suppressed by a comment right above its message, with the rule and a reason: \
        `# check-ignore: RULE reason`.\n\
        In a template, `{# check-ignore: RULE reason #}` is for its own line and the next.\n",
    );
    let mut group: Option<Group> = None;
    for rule in rules() {
        if group != Some(rule.group) {
            group = Some(rule.group);
            // Writing to a string cannot fail.
            let _ = writeln!(text, "\n## {}", rule.group.title());
        }
        text.push('\n');
        text.push_str(&rule.page().replace("\n## ", "\n#### ").replacen("# ", "### ", 1));
    }
    text
}
