//! Tags that do not close, or close in the wrong order.

use crate::check::leaf::Leaf;
use crate::check::rule::{Findings, rule};
use crate::check::sheet::LeafPair;

use super::tag::{Kind, Slip, Tag, tags};

rule! {
    /// ## What it does
    /// Finds tags that nothing closes, and closing tags that close nothing.
    ///
    /// ## Why is this bad
    /// The rest of the sentence, or of the mail, becomes part of the link, or the mail is not written.
    ///
    /// ## Example
    /// ```ftl
    /// help = Neem <a data-l10n-name="support">contact op.
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// help = Neem <a data-l10n-name="support">contact op</a>.
    /// ```
    pub(super) MARKUP_UNCLOSED = "markup-unclosed", Error, Markup, Leaf(unclosed);
}

fn unclosed(pair: &LeafPair, findings: &mut Findings) {
    for fault in faults(pair) {
        // What would open it is told to be missing.
        if matches!(&fault, Fault::ClosesNothing(tag) if lost_its_opening(pair, tag.name)) {
            continue;
        }
        let (tag, message, help) = match &fault {
            Fault::NotClosed(tag) => (
                tag,
                format!("`<{}>` is not closed", tag.name),
                format!("write `</{}>` after the words that belong to it", tag.name),
            ),
            Fault::ClosesNothing(tag) => (
                tag,
                format!("`</{}>` closes nothing", tag.name),
                if count(pair.source.unwrap_or(pair.leaf), tag.name, Kind::Open) > 0 {
                    format!("delete it, or write `<{}>` before the words, as the source has it", tag.name)
                } else {
                    "delete it".to_owned()
                },
            ),
            Fault::OpensAgain(tag) => (
                tag,
                format!("`<{0}>` stands where `</{0}>` should", tag.name),
                format!("write `</{}>`", tag.name),
            ),
            Fault::Crosses(..) | Fault::LinkInLink(_) => continue,
        };
        findings.report(pair.at(tag.span), message).help(help);
    }
}

rule! {
    /// ## What it does
    /// Finds tags that close in another order than they open, and links within links.
    ///
    /// ## Why is this bad
    /// Mail programs guess what was meant, each its own way.
    ///
    /// ## Example
    /// ```ftl
    /// help = <strong><em>Hulp nodig?</strong></em>
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// help = <strong><em>Hulp nodig?</em></strong>
    /// ```
    pub(super) MARKUP_MISNESTED = "markup-misnested", Error, Markup, Leaf(misnested);
}

fn misnested(pair: &LeafPair, findings: &mut Findings) {
    for fault in faults(pair) {
        match fault {
            Fault::Crosses(tag, inner) => {
                findings
                    .report(pair.at(tag.span), format!("`</{}>` stands before `</{inner}>`", tag.name))
                    .help(format!("close first what was opened last: `</{inner}></{}>`", tag.name));
            }
            Fault::LinkInLink(tag) => {
                findings
                    .report(pair.at(tag.span), "a link stands within a link")
                    .help("write `</a>` before it, after the words of the first one");
            }
            Fault::NotClosed(_) | Fault::ClosesNothing(_) | Fault::OpensAgain(_) => {}
        }
    }
}

/// Whether a closing tag called `name` is left over from one that the source opens and the leaf does not.
pub(super) fn lost_its_opening(pair: &LeafPair, name: &str) -> bool {
    let n_open = count(pair.leaf, name, Kind::Open);
    n_open < count(pair.leaf, name, Kind::Close)
        && pair.source.is_some_and(|source| n_open < count(source, name, Kind::Open))
}

fn count(leaf: &Leaf, name: &str, kind: Kind) -> usize {
    let is_one = |tag: &&Tag| tag.kind == kind && tag.name.eq_ignore_ascii_case(name);
    tags(leaf).iter().filter(is_one).count()
}

enum Fault<'t> {
    NotClosed(Tag<'t>),
    ClosesNothing(Tag<'t>),
    /// `<a>` where `</a>` was meant.
    OpensAgain(Tag<'t>),
    /// It closes an element before the one within, whose name is beside it.
    Crosses(Tag<'t>, &'t str),
    LinkInLink(Tag<'t>),
}

fn faults<'p>(pair: &LeafPair<'p, '_, '_>) -> Vec<Fault<'p>> {
    let mut faults = Vec::new();
    if !pair.leaf.flat().text.contains(['<', '＜']) {
        return faults;
    }
    let mut open: Vec<Tag> = Vec::new();
    for tag in tags(pair.leaf) {
        match tag.kind {
            Kind::Empty => {}
            Kind::Open => {
                let is_within_itself = open.last().is_some_and(|last| last.name == tag.name);
                if is_within_itself && tag.attributes.is_empty() && tag.slip.is_none() {
                    open.pop();
                    faults.push(Fault::OpensAgain(tag));
                } else if tag.name == "a" && open.iter().any(|other| other.name == "a") {
                    open.push(tag.clone());
                    faults.push(Fault::LinkInLink(tag));
                } else {
                    open.push(tag);
                }
            }
            Kind::Close => match open.iter().rposition(|other| other.name.eq_ignore_ascii_case(tag.name)) {
                Some(at) => {
                    if let Some(inner) = open.get(at + 1..).and_then(<[Tag]>::last) {
                        faults.push(Fault::Crosses(tag, inner.name));
                    }
                    open.remove(at);
                }
                None => faults.push(Fault::ClosesNothing(tag)),
            },
        }
    }
    // A tag without its end has been told as such: there may be no room for what closes it.
    let rest = open.into_iter().filter(|tag| tag.slip != Some(Slip::NoEnd));
    faults.extend(rest.map(Fault::NotClosed));
    faults
}
