//! The contract of our own catalogs, from the types that fill them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::{Contract, PlainType, Role, VariableType};
use crate::catalog::{Catalog, VARIABLES, Variable};
use crate::sample;
use crate::template::{Provision, provision};

impl Contract {
    /// The contract of the catalogs that come with the crate.
    #[must_use]
    pub fn ours() -> Contract {
        static OURS: LazyLock<Contract> = LazyLock::new(Contract::derived);
        OURS.clone()
    }

    #[expect(clippy::zero_sized_map_values, reason = "the format has room for more than keeping")]
    fn derived() -> Contract {
        let variable = |(name, variable): &(&str, Variable)| {
            let plain = match variable {
                Variable::Text => PlainType::String,
                Variable::Money => PlainType::Money,
                Variable::Date => PlainType::Date,
                Variable::Number => PlainType::Number,
            };
            ((*name).to_owned(), VariableType::Plain(plain))
        };
        let none = Vec::new;
        let samples = sample::all();
        let Provision { templates, messages } = provision(samples.iter().map(|sample| &sample.notice));
        let owned = |(name, names): (&str, BTreeSet<&str>)| {
            (name.to_owned(), names.into_iter().map(str::to_owned).collect())
        };
        let by_name = |names: BTreeMap<&str, BTreeSet<&str>>| names.into_iter().map(owned).collect();
        Contract {
            source_locale: Catalog::SOURCE_LOCALE.to_owned(),
            variables: VARIABLES.iter().map(variable).collect(),
            functions: ["DATETIME", "MONEY"].map(|name| (name.to_owned(), none())).into(),
            option_values: BTreeMap::new(),
            allowed_markup: BTreeMap::from([("a".to_owned(), vec!["data-l10n-name".to_owned()])]),
            roles: roles(&templates),
            formality: [("fr-FR", "vous"), ("nl-NL", "u"), ("sv-SE", "du"), ("zh-TW", "您")]
                .map(|(locale, form)| (locale.to_owned(), form.to_owned()))
                .into(),
            glossary: BTreeMap::new(),
            messages: by_name(messages),
            templates: templates
                .into_iter()
                .map(|(template, names)| (template.to_owned(), by_name(names)))
                .collect(),
            // Our templates are filled with messages by name.
            message_functions: BTreeMap::new(),
        }
    }
}

/// The roles of the messages, by the names in the templates that they fill.
fn roles(templates: &BTreeMap<&str, BTreeMap<&str, BTreeSet<&str>>>) -> BTreeMap<String, Role> {
    let kinds = [
        ("subject", "subject", Some(78), true),
        ("preheader", "preheader", Some(100), true),
        ("button", "button", Some(45), true),
        ("heading", "heading", None, true),
        ("resolve_heading", "heading", None, true),
        ("consequence_heading", "heading", None, true),
        ("help_heading", "heading", None, true),
        ("title", "heading", None, true),
    ];
    let mut roles = BTreeMap::new();
    for names in templates.values() {
        for (name, role, max, plain) in kinds {
            for id in names.get(name).into_iter().flatten() {
                roles.insert((*id).to_owned(), Role { role: role.to_owned(), max, plain });
            }
        }
    }
    roles
}
