//! References that lead back to where they began.

use std::collections::HashMap;

use crate::check::corpus::{Corpus, Edition, Located};
use crate::check::rule::{Findings, rule};
use crate::check::tree::{Expression, Pattern};
use crate::diagnostic::Span;

rule! {
    /// ## What it does
    /// Finds messages, terms and attributes that refer to themselves, directly or by way of others.
    ///
    /// ## Why is this bad
    /// Printing them would never end: the mail is not written.
    ///
    /// ## Example
    /// ```ftl
    /// help = Hulp nodig? { support }
    /// support = { help } Neem contact op.
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// help = Hulp nodig? { support }
    /// support = Neem contact op.
    /// ```
    pub(super) REFERENCE_CYCLE = "reference-cycle", Error, Variable, Edition(reference_cycle);
}

/// A pattern that refers to others: a value, or an attribute.
struct Node<'e, 'a> {
    located: Located<'e, 'a>,
    name: String,
    references: Vec<Reference>,
}

/// A reference to the pattern number `to`.
#[derive(Clone, Copy)]
struct Reference {
    span: Span,
    to: usize,
}

#[derive(Clone, Copy, PartialEq)]
enum Visit {
    New,
    /// On the way from where the walk began.
    Open,
    Done,
}

fn reference_cycle(_: &Corpus, edition: &Edition, findings: &mut Findings) {
    let nodes = nodes(edition);
    let mut visits = vec![Visit::New; nodes.len()];
    for start in 0..nodes.len() {
        if visits[start] != Visit::New {
            continue;
        }
        // Each step: a pattern, and how many of its references have been followed.
        let mut way = vec![(start, 0)];
        visits[start] = Visit::Open;
        while let Some((at, n_followed)) = way.last_mut() {
            let Some(reference) = nodes[*at].references.get(*n_followed) else {
                visits[*at] = Visit::Done;
                way.pop();
                continue;
            };
            *n_followed += 1;
            match visits[reference.to] {
                Visit::Done => {}
                Visit::New => {
                    visits[reference.to] = Visit::Open;
                    way.push((reference.to, 0));
                }
                Visit::Open => report(edition, &nodes, &way, reference.to, findings),
            }
        }
    }
}

/// Reports the part of `way` that begins with the pattern `first`, and leads back to it.
fn report(edition: &Edition, nodes: &[Node], way: &[(usize, usize)], first: usize, findings: &mut Findings) {
    let from = way.iter().position(|(at, _)| *at == first).unwrap_or_default();
    let around = &way[from..];
    let taken = |(at, n_followed): &(usize, usize)| (&nodes[*at], nodes[*at].references[n_followed - 1]);
    let Some((node, reference)) = around.first().map(taken) else { return };
    let mut names: Vec<&str> = around.iter().map(|(at, _)| nodes[*at].name.as_str()).collect();
    names.push(&node.name);
    let message = match around {
        [_] => format!("`{}` refers to itself", node.name),
        // A long way round is told by its ends.
        _ if names.len() > 8 => {
            format!("`{}` refers to itself, by way of {} others", node.name, around.len() - 1)
        }
        _ => format!("`{}` refers to itself: `{}`", node.name, names.join("` → `")),
    };
    let found = findings.report(edition.at(node.located, reference.span), message);
    found.help("write out the words in one of them, so that the circle is broken");
    for (node, reference) in around[1..].iter().take(7).map(taken) {
        found.related(node.located.place(reference.span), "by way of this");
    }
}

fn nodes<'e, 'a>(edition: &'e Edition<'a>) -> Vec<Node<'e, 'a>> {
    let mut nodes = Vec::new();
    let mut patterns: Vec<&Pattern> = Vec::new();
    let mut numbers: HashMap<*const Pattern, usize> = HashMap::new();
    for located in edition.entries() {
        for (attribute, pattern) in located.entry.patterns() {
            let name = located.entry.name();
            let name =
                attribute.map_or_else(|| name.clone(), |attribute| format!("{name}.{}", attribute.text));
            numbers.insert(std::ptr::from_ref(pattern), nodes.len());
            nodes.push(Node { located, name, references: Vec::new() });
            patterns.push(pattern);
        }
    }
    for (node, pattern) in nodes.iter_mut().zip(patterns) {
        pattern.each_expression(&mut |expression| {
            let to = super::printed::referred_to(edition, expression);
            let to = to.and_then(|to| numbers.get(&std::ptr::from_ref(to)));
            let span = match expression {
                Expression::Message { id, .. } => id.span,
                Expression::Term { id, .. } => Span::new(id.span.start.saturating_sub(1), id.span.end),
                _ => return,
            };
            node.references.extend(to.map(|to| Reference { span, to: *to }));
        });
    }
    nodes
}
