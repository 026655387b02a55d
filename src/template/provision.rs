//! What templates are given, for checks: the names, and the messages that fill them.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::letter::{Fact, alert, letter};
use super::source::NAMES;
use super::{article, page};
use crate::catalog::{Arguments, VARIABLES};
use crate::notice::{Notice, Payment, Reason, Stage};

/// What an HTML page has around its content.
const FRAME: [&str; 9] =
    ["brand", "dir", "fonts", "locale", "logo", "logo.alt", "logo.height", "logo.url", "logo.width"];
/// What no message fills in a mail.
const LETTER: [&str; 4] = ["button.label", "button.url", "kind", "stage"];
/// What a mail in plain text has besides.
const PLAIN: [&str; 1] = ["signature_mark"];

/// What templates and messages are given.
#[derive(Debug, Default)]
pub struct Provision {
    /// For each template its names, and the ids of the messages that fill them in one mail or another.
    pub templates: BTreeMap<&'static str, BTreeMap<&'static str, BTreeSet<&'static str>>>,
    /// The variables of each message that are given whenever it is printed.
    pub messages: BTreeMap<&'static str, BTreeSet<&'static str>>,
}

/// Tells what is given for mails, alerts and articles about `notices`, and about what these are as long as less is known.
#[must_use]
pub fn provision<'a>(notices: impl IntoIterator<Item = &'a Notice>) -> Provision {
    let mut provision = Provision::default();
    provision.messages.insert("text-fact", ["label", "value"].into());
    for notice in notices.into_iter().flat_map(with_less) {
        provision.add_notice(&notice);
    }
    provision
}

impl Provision {
    fn add_notice(&mut self, notice: &Notice) {
        let letter = letter(notice, ends_on(notice).map(|_| Date::MAX));
        let mut arguments = Arguments::default();
        page::set_facts(&mut arguments, notice, &letter.dates, 0, Cow::Borrowed);
        let given: BTreeSet<&str> = arguments.names().filter_map(variable).collect();
        let folder = notice.kind().as_str();
        self.add_messages(&given, [alert(notice.kind())]);
        for (name, id) in letter.slots(page::greeting(notice)) {
            self.add(folder, name, &given, [id]);
        }
        for (name, ids, _) in letter.lists() {
            self.add(folder, name, &given, ids.iter().copied());
        }
        self.add(folder, "subject", &given, [letter.subject]);
        self.add(folder, "preheader", &given, [letter.preheader]);
        self.add(folder, "button", &given, [letter.button.0]);
        for (label, fact) in &letter.facts {
            self.add(folder, "facts", &given, [*label]);
            if let Fact::Message(id) = fact {
                self.add(folder, "facts", &given, [*id]);
            }
        }
        for name in LETTER {
            self.add(folder, name, &given, []);
        }
        for (name, id) in article::SLOTS {
            self.add("article", name, &given, [id]);
        }
        self.add("article", "steps", &given, article::STEPS);
        self.add("article", "sections", &given, article::SECTIONS.into_iter().flat_map(<[&str; 2]>::from));
    }

    /// Adds a name of the templates in `folder`, and of those that they extend, with messages that fill it.
    fn add(
        &mut self,
        folder: &str,
        name: &'static str,
        given: &BTreeSet<&'static str>,
        ids: impl IntoIterator<Item = &'static str>,
    ) {
        let ids: Vec<&str> = ids.into_iter().collect();
        let of_folder = |template: &&str| {
            template.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
                || template.starts_with("base.")
        };
        for template in NAMES.into_iter().filter(of_folder) {
            let names = self.templates.entry(template).or_default();
            names.entry(name).or_default().extend(&ids);
            let more: &[&str] = match template.rsplit('.').next() {
                Some("html") => &FRAME,
                Some("txt") => &PLAIN,
                _ => &[],
            };
            for name in more {
                names.entry(name).or_default();
            }
        }
        self.add_messages(given, ids);
    }

    /// Adds that messages are printed where `given` is known, and perhaps no more than that.
    fn add_messages(&mut self, given: &BTreeSet<&'static str>, ids: impl IntoIterator<Item = &'static str>) {
        for id in ids {
            let known = self.messages.entry(id).or_insert_with(|| given.clone());
            known.retain(|name| given.contains(name));
        }
    }
}

/// The name of a variable as it is known for ever.
fn variable(name: &str) -> Option<&'static str> {
    VARIABLES.iter().map(|(known, _)| *known).find(|known| *known == name)
}

fn ends_on(notice: &Notice) -> Option<Date> {
    match &notice.reason {
        Reason::PaymentFailed { stage, .. } | Reason::InvoiceOverdue { stage, .. } => stage.service_ends_on(),
        Reason::ServiceCanceled { service_ended_on, .. } => Some(*service_ended_on),
    }
}

/// The notice, and all that it could be if less were known.
fn with_less(notice: &Notice) -> Vec<Notice> {
    let mut notices = vec![notice.clone()];
    for forget in [forget_name, forget_end, forget_next_attempt] {
        let mut less = notices.clone();
        less.iter_mut().for_each(forget);
        notices.extend(less);
    }
    notices
}

fn forget_name(notice: &mut Notice) {
    notice.account.administrator.name = None;
}

fn forget_end(notice: &mut Notice) {
    if let Reason::PaymentFailed { stage, .. } | Reason::InvoiceOverdue { stage, .. } = &mut notice.reason {
        match stage {
            Stage::First { service_ends_on } | Stage::Reminder { service_ends_on } => *service_ends_on = None,
            Stage::Final { .. } => {}
        }
    }
}

fn forget_next_attempt(notice: &mut Notice) {
    if let Reason::PaymentFailed { card, .. } | Reason::ServiceCanceled { payment: Payment::Card(card), .. } =
        &mut notice.reason
    {
        card.next_attempt_on = None;
    }
}
