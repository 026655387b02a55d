//! What the preview asks beside rendering: which messages a text is told with, and what is in their variables.

use std::borrow::Cow;
use std::sync::Arc;

use super::letter::{Fact, alert, letter};
use super::mark::Dress;
use super::page::{greeting, set_facts};
use super::{Error, Templates, article};
use crate::catalog::{Arguments, Catalog, VARIABLES, Variable};
use crate::locale::Locale;
use crate::notice::Notice;

/// A variable of a message, as it is for one notice.
pub(crate) struct Shown {
    pub(crate) name: &'static str,
    pub(crate) variable: Variable,
    /// As the locale writes it; `None` if the notice does not know it.
    pub(crate) value: Option<String>,
}

impl Templates {
    /// The same templates filled from another catalog; if `is_marked`, each message of their HTML stands in an
    /// element whose `data-message` is its id.
    pub(crate) fn with_catalog(&self, catalog: Arc<Catalog>, is_marked: bool) -> Result<Templates, Error> {
        let dress = Dress { is_marked, ..self.dress.clone() };
        Templates::assemble(catalog, self.site.clone(), self.tera.clone(), dress)
    }

    /// The catalog, to be shared.
    pub(crate) fn shared_catalog(&self) -> Arc<Catalog> {
        Arc::clone(&self.catalog)
    }

    /// What fills the term `-brand`.
    pub(crate) fn brand(&self) -> &str {
        &self.site.brand
    }

    /// The messages of the mail of `notice`, in the order of the mail.
    pub(crate) fn mail_messages(&self, notice: &Notice) -> Vec<&'static str> {
        let letter = letter(notice, self.data_deleted_on(notice));
        let mut ids = vec![letter.subject, letter.preheader, letter.heading, greeting(notice)];
        ids.extend(&letter.what_happened);
        ids.extend([letter.request, letter.button.0, "facts-caption"]);
        for (label, fact) in &letter.facts {
            ids.push(label);
            if let Fact::Message(id) = fact {
                ids.push(id);
            }
        }
        ids.push("resolve-heading");
        ids.extend(&letter.steps);
        ids.push(letter.consequence_heading);
        ids.extend(letter.consequence);
        ids.push("help-heading");
        ids.extend(letter.help);
        ids.extend(["closing", "signature", "footer-why", "footer-safety", "text-fact"]);
        ids
    }

    /// The subject and the preheader of `notice`.
    pub(crate) fn inbox_messages(&self, notice: &Notice) -> [&'static str; 2] {
        let letter = letter(notice, self.data_deleted_on(notice));
        [letter.subject, letter.preheader]
    }

    /// The messages of the alert and of the article beside the mail of `notice`.
    pub(crate) fn other_messages(notice: &Notice) -> Vec<&'static str> {
        let slots = article::SLOTS.iter().map(|(_, id)| *id);
        let sections = article::SECTIONS.iter().flat_map(|(heading, text)| [*heading, *text]);
        [alert(notice.kind())].into_iter().chain(slots).chain(article::STEPS).chain(sections).collect()
    }

    /// All variables, as they are for `notice` in `locale`.
    pub(crate) fn variables(&self, notice: &Notice, locale: &Locale) -> Result<Vec<Shown>, Error> {
        let language = self.catalog.language(locale)?;
        let dates = letter(notice, self.data_deleted_on(notice)).dates;
        let mut arguments = Arguments::with_capacity(VARIABLES.len());
        set_facts(&mut arguments, notice, &dates, self.site.retention_days, Cow::Borrowed);
        let shown = |(name, variable)| Shown { name, variable, value: language.value_of(&arguments, name) };
        Ok(VARIABLES.map(shown).into())
    }

    /// The message `id` without its markup, as it is in the mail of `notice`.
    pub(crate) fn words(&self, notice: &Notice, locale: &Locale, id: &str) -> Result<String, Error> {
        let letter = letter(notice, self.data_deleted_on(notice));
        let page = self.page(notice, locale, &letter)?;
        if id == letter.subject { page.subject(id) } else { page.plain(id) }
    }
}
