//! Which messages the guidance article is told with.

use tera::{Context, Map, Value};

use super::Error;

/// The names that one message fills.
pub(super) const SLOTS: [(&str, &str); 5] = [
    ("title", "article-title"),
    ("intro", "article-intro"),
    ("quote", "article-quote"),
    ("update", "article-update"),
    ("resolve_heading", "article-resolve-heading"),
];

/// The cases.
pub(super) const STEPS: [&str; 4] = [
    "article-step-card",
    "article-step-invoice",
    "article-step-administrator-left",
    "article-step-still-disabled",
];

/// The last sections: heading and text.
pub(super) const SECTIONS: [(&str, &str); 3] = [
    ("article-no-email-heading", "article-no-email"),
    ("article-consequence-heading", "article-consequence"),
    ("article-help-heading", "article-help"),
];

/// Fills `context` with what `message` makes of each message.
pub(super) fn fill(
    context: &mut Context,
    message: impl Fn(&str) -> Result<String, Error>,
) -> Result<(), Error> {
    let message = |id: &str| Ok::<_, Error>(Value::from(message(id)?).mark_safe());
    for (name, id) in SLOTS {
        context.insert_value(name, message(id)?);
    }
    let steps = STEPS.into_iter().map(message).collect::<Result<Vec<Value>, Error>>()?;
    context.insert_value("steps", steps.into());
    let section = |(heading, text): (&str, &str)| {
        let (heading, text) = (message(heading)?, message(text)?);
        Ok(Value::from(Map::from_iter([("heading".into(), heading), ("text".into(), text)])))
    };
    let sections = SECTIONS.into_iter().map(section).collect::<Result<Vec<Value>, Error>>()?;
    context.insert_value("sections", sections.into());
    Ok(())
}
