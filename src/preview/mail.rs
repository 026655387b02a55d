//! One sample in every language, with all that is not HTML.

use serde_json::{Value, json};

use super::Settings;
use super::pseudo::Pseudo;
use super::snapshot::{Snapshot, View};
use crate::chain::chain;
use crate::locale::Locale;
use crate::message::Message;
use crate::sample::Sample;
use crate::template::Templates;

/// The sample in every locale.
pub(super) fn mail(
    snapshot: &Snapshot,
    settings: &Settings,
    sample: &Sample,
    pseudo: Option<Pseudo>,
) -> Value {
    let locale = |tag: &str| match one(snapshot, settings, sample, pseudo, tag) {
        Ok(mail) => mail,
        Err(problem) => json!({"tag": tag, "dir": direction(tag, pseudo), "error": problem, "messages": []}),
    };
    let locales: Vec<Value> = snapshot.tags().into_iter().map(locale).collect();
    json!({"sample": sample.name, "locales": locales})
}

fn one(
    snapshot: &Snapshot,
    settings: &Settings,
    sample: &Sample,
    pseudo: Option<Pseudo>,
    tag: &str,
) -> Result<Value, String> {
    let locale: Locale = tag.parse().map_err(|err| chain(&err))?;
    let view = snapshot.view(pseudo)?;
    is_complete(view, sample, &locale)?;
    let templates = &view.plain;
    let content = templates.render(&sample.notice, &locale).map_err(|err| chain(&err))?;
    let alert = templates.alert(&sample.notice, &locale).map_err(|err| chain(&err))?;
    let message = Message::compose(&sample.notice, &content, &settings.sender, settings.date)
        .map_err(|err| chain(&err))?;
    let eml = String::from_utf8_lossy(message.as_bytes());
    let [subject_id, preheader_id] = templates.inbox_messages(&sample.notice);
    let mut query = format!("sample={}", sample.name);
    if let Some(pseudo) = pseudo {
        query = format!("{query}&pseudo={}", pseudo.as_str());
    }
    let frame = |part: &str| format!("/frame/{tag}/{part}?{query}");
    Ok(json!({
        "tag": tag,
        "dir": direction(tag, pseudo),
        "sender": settings.sender.names.get(tag).unwrap_or(&settings.sender.name),
        "subject": content.subject,
        "preheader": content.preheader,
        "subject_id": subject_id,
        "preheader_id": preheader_id,
        "text": content.text,
        "eml": eml,
        "headers": headers(&eml),
        "alert_html": alert.html,
        "alert_text": alert.text,
        "html_bytes": content.html.len(),
        "frames": {"html": frame("html"), "alert": frame("alert"), "article": frame("article")},
        "error": null,
        "messages": templates.mail_messages(&sample.notice),
    }))
}

/// Whether a mail can be written: which messages are missing, otherwise.
pub(super) fn is_complete(view: &View, sample: &Sample, locale: &Locale) -> Result<(), String> {
    let templates = &view.plain;
    let language = templates.catalog().language(locale).map_err(|err| chain(&err))?;
    let needed = templates.mail_messages(&sample.notice);
    let missing: Vec<&str> = needed.into_iter().filter(|id| !language.has(id)).collect();
    match missing.as_slice() {
        [] => Ok(()),
        [only] => Err(format!("the message `{only}` is missing")),
        [first, second] => Err(format!("the messages `{first}` and `{second}` are missing")),
        [first, second, more @ ..] => {
            Err(format!("the messages `{first}`, `{second}` and {} more are missing", more.len()))
        }
    }
}

/// The direction that a locale is written in.
pub(super) fn direction(tag: &str, pseudo: Option<Pseudo>) -> &'static str {
    let is_right_to_left = pseudo == Some(Pseudo::RightToLeft)
        || tag.parse().is_ok_and(|locale: Locale| locale.direction() == "rtl");
    if is_right_to_left { "rtl" } else { "ltr" }
}

/// The names of all samples in which `id` is printed: in the mail, the alert or the article.
pub(super) fn samples_with(templates: &Templates, id: &str) -> Vec<&'static str> {
    let samples = crate::sample::all().into_iter();
    let uses = |sample: &Sample| {
        templates.mail_messages(&sample.notice).contains(&id)
            || Templates::other_messages(&sample.notice).contains(&id)
    };
    samples.filter(uses).map(|sample| sample.name).collect()
}

/// The fields of the header, each on one line (RFC 5322, section 2.2.3).
fn headers(eml: &str) -> Vec<[String; 2]> {
    let header = eml.split("\r\n\r\n").next().unwrap_or_default();
    let mut fields: Vec<[String; 2]> = Vec::new();
    for line in header.split("\r\n") {
        if let (Some(more), Some([_, value])) = (line.strip_prefix([' ', '\t']), fields.last_mut()) {
            value.push(' ');
            value.push_str(more.trim_start());
        } else {
            let (name, value) = line.split_once(':').unwrap_or((line, ""));
            fields.push([name.to_owned(), value.trim_start().to_owned()]);
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_unfolded() {
        let found = headers("Subject: a\r\n b\r\nTo: x\r\n\r\nC: d\r\n");
        assert_eq!(found, [["Subject", "a b"], ["To", "x"]].map(|field| field.map(str::to_owned)));
    }
}
