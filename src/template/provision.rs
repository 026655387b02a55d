//! What templates are given, for checks: the names, and the messages that fill them.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::letter::{Fact, alert, letter};
use super::source::NAMES;
use super::{article, page};
use crate::notice::{Notice, Reason, Stage};

/// What an HTML page has around its content.
const FRAME: [&str; 9] =
    ["brand", "dir", "fonts", "locale", "logo", "logo.alt", "logo.height", "logo.url", "logo.width"];
/// What no message fills in a mail.
const LETTER: [&str; 4] = ["button.label", "button.url", "kind", "stage"];
/// What a mail in plain text has besides.
const PLAIN: [&str; 1] = ["signature_mark"];

/// What the templates are given.
#[derive(Debug, Default)]
pub struct Provision {
    /// For each template its names, and the ids of the messages that fill them in one mail or another.
    pub templates: BTreeMap<&'static str, BTreeMap<&'static str, BTreeSet<&'static str>>>,
    /// The ids of the messages that are printed without a template.
    pub messages: BTreeSet<&'static str>,
}

/// Tells what the templates are given for mails, alerts and articles about `notices`.
#[must_use]
pub fn provision<'a>(notices: impl IntoIterator<Item = &'a Notice>) -> Provision {
    let mut provision = Provision::default();
    provision.messages.insert("text-fact");
    for (name, id) in article::SLOTS {
        provision.add("article", name, &[id]);
    }
    provision.add("article", "steps", &article::STEPS);
    for (heading, text) in article::SECTIONS {
        provision.add("article", "sections", &[heading, text]);
    }
    for notice in notices.into_iter().flat_map(|notice| [notice.clone(), undated(notice)]) {
        // Whether the day of the deletion is known changes no message: its sentences stand with other dates.
        let letter = letter(&notice, Some(Date::MAX));
        let folder = notice.kind().as_str();
        provision.messages.insert(alert(notice.kind()));
        for (name, id) in letter.slots(page::greeting(&notice)) {
            provision.add(folder, name, &[id]);
        }
        for (name, ids, _) in letter.lists() {
            provision.add(folder, name, ids);
        }
        provision.add(folder, "subject", &[letter.subject]);
        provision.add(folder, "preheader", &[letter.preheader]);
        provision.add(folder, "button", &[letter.button.0]);
        for (label, fact) in &letter.facts {
            provision.add(folder, "facts", &[label]);
            if let Fact::Message(id) = fact {
                provision.add(folder, "facts", &[id]);
            }
        }
        for name in LETTER {
            provision.add(folder, name, &[]);
        }
    }
    provision
}

/// The notice as long as nobody knows when its service ends: other sentences are told then.
fn undated(notice: &Notice) -> Notice {
    let mut notice = notice.clone();
    match &mut notice.reason {
        Reason::PaymentFailed { stage, .. } | Reason::InvoiceOverdue { stage, .. } => match stage {
            Stage::First { service_ends_on } | Stage::Reminder { service_ends_on } => *service_ends_on = None,
            Stage::Final { .. } => {}
        },
        Reason::ServiceCanceled { .. } => {}
    }
    notice
}

impl Provision {
    /// Adds a name of the templates in `folder`, and of those that they extend.
    fn add(&mut self, folder: &str, name: &'static str, ids: &[&'static str]) {
        let of_folder = |template: &&str| {
            template.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
                || template.starts_with("base.")
        };
        for template in NAMES.into_iter().filter(of_folder) {
            let names = self.templates.entry(template).or_default();
            names.entry(name).or_default().extend(ids);
            let more: &[&str] = match template.rsplit('.').next() {
                Some("html") => &FRAME,
                Some("txt") => &PLAIN,
                _ => &[],
            };
            for name in more {
                names.entry(name).or_default();
            }
        }
    }
}
