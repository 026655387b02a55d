//! From a sentence to its source: the file and line, the comment, the variables, where else it is printed.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use super::found::{Found, find};
use super::mail::samples_with;
use super::snapshot::Snapshot;
use super::{Settings, digest, edit, finding, pattern};
use crate::catalog::{Catalog, Variable};
use crate::diagnostic::{Diagnostic, Position};
use crate::locale::Locale;
use crate::sample::Sample;

/// All about the message `id` of a locale; `None` if neither it nor the source has it.
pub(super) fn sentence(
    snapshot: &Snapshot,
    settings: &Settings,
    sample: &Sample,
    tag: &str,
    id: &str,
) -> Option<Value> {
    let source = find(snapshot, Catalog::SOURCE_LOCALE, id);
    let found = find(snapshot, tag, id);
    found.as_ref().or(source.as_ref())?;
    let target = edit::target(snapshot, tag, found.as_ref(), source.as_ref());
    let path = settings.locales.as_ref().and_then(|root| root.join(&target.file).canonicalize().ok());
    let path = path.map(|path| path.display().to_string());
    let start = Position { line: 1, column: 1 };
    let Position { line, column } =
        found.as_ref().filter(|found| found.is_in_folder).map_or(start, Found::position);
    let link = settings.editor.as_ref().zip(path.as_ref()).map(|(link, path)| {
        link.replace("{path}", &in_link(path))
            .replace("{line}", &line.to_string())
            .replace("{column}", &column.to_string())
    });
    let checked = snapshot.checked();
    let is_about = |finding: &Diagnostic| {
        finding.locale.as_deref() == Some(tag) && finding.message_id.as_deref() == Some(id)
    };
    let of_source = source.as_ref().map(|source| {
        json!({"pattern": pattern::shown(source.raw()), "file": source.file, "line": source.position().line})
    });
    let comment = source.as_ref().map(|source| source.entry().comment.clone());
    Some(json!({
        "id": id,
        "locale": tag,
        "file": target.file,
        "path": path,
        "line": line,
        "column": column,
        "editor": link,
        "pattern": found.as_ref().map(|found| pattern::shown(found.raw())).unwrap_or_default(),
        "attributes": found.as_ref().map(attributes).unwrap_or_default(),
        "comment": comment.unwrap_or_default(),
        "variables": variables(snapshot, sample, tag, [found.as_ref(), source.as_ref()]),
        "source": of_source,
        "stale": stale(snapshot, tag, id, of_source.as_ref()),
        "samples": samples_with(&snapshot.view(None).ok()?.plain, id),
        "findings": finding::list(checked, is_about),
        "hash": digest::fingerprint(&target.bytes),
        "editable": edit::has_folder(snapshot, tag) && !settings.is_read_only,
        "missing": found.is_none(),
    }))
}

fn attributes(found: &Found) -> Map<String, Value> {
    let attributes = found.entry().attributes.iter();
    let shown = |span| pattern::shown(found.outline.slice(span)).into();
    attributes.map(|(name, span)| (name.clone(), shown(*span))).collect()
}

/// The variables that the message or its source uses.
fn variables(snapshot: &Snapshot, sample: &Sample, tag: &str, found: [Option<&Found>; 2]) -> Vec<Value> {
    let locale = tag.parse::<Locale>().ok();
    let values =
        locale.and_then(|locale| snapshot.view(None).ok()?.plain.variables(&sample.notice, &locale).ok());
    let is_used = |name: &str| found.iter().flatten().any(|found| found.entry().variables.contains(name));
    let used = values.into_iter().flatten().filter(|shown| is_used(shown.name));
    used.map(|shown| {
        let kind = match shown.variable {
            Variable::Text => "string",
            Variable::Money => "money",
            Variable::Date => "date",
            Variable::Number => "number",
        };
        json!({"name": shown.name, "type": kind, "value": shown.value})
    })
    .collect()
}

/// What the source was when the translation was made, and what it is now.
fn stale(snapshot: &Snapshot, tag: &str, id: &str, source: Option<&Value>) -> Option<Value> {
    let checked = snapshot.checked();
    let found = checked.diagnostics.iter().find(|found| {
        found.rule == "stale"
            && found.locale.as_deref() == Some(tag)
            && found.message_id.as_deref() == Some(id)
    })?;
    let then = found.related.iter().find(|related| related.label.starts_with("the source when"))?;
    Some(
        json!({"old": checked.texts.slice(then.place), "new": source.map(|source| source["pattern"].clone())}),
    )
}

/// A path within a link: what would end it or begin something else is escaped (RFC 3986, section 2.1).
fn in_link(path: &str) -> String {
    path.bytes().fold(String::new(), |mut link, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~/:".contains(&byte) {
            link.push(byte.into());
        } else {
            // Writing to a string cannot fail.
            let _ = write!(link, "%{byte:02X}");
        }
        link
    })
}
