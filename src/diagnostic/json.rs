//! For programs: a JSON array with an object for each finding.

use serde_json::{Value, json};

use super::{Diagnostic, Fix, Place, Texts};

/// Renders `diagnostics` as JSON. Columns count characters from 1, `bytes` counts bytes from 0; both exclude their end.
#[must_use]
pub fn render(diagnostics: &[Diagnostic], texts: &Texts) -> String {
    let list: Vec<Value> = diagnostics.iter().map(|diagnostic| object(diagnostic, texts)).collect();
    format!("{:#}\n", Value::from(list))
}

fn object(diagnostic: &Diagnostic, texts: &Texts) -> Value {
    let related = diagnostic.related.iter().map(|related| {
        let mut object = place(related.place, texts);
        object["label"] = related.label.as_str().into();
        object
    });
    let mut object = json!({
        "rule": diagnostic.rule,
        "severity": diagnostic.severity.as_str(),
        "message": diagnostic.message,
        "help": diagnostic.help,
        "locale": diagnostic.locale,
        "id": diagnostic.message_id,
        "attribute": diagnostic.attribute,
        "variant": diagnostic.variant,
    });
    let place = place(diagnostic.place, texts);
    if let (Some(object), Value::Object(place)) = (object.as_object_mut(), place) {
        object.extend(place);
        object.insert("related".to_owned(), related.collect());
        object.insert("fix".to_owned(), diagnostic.fix.as_ref().map_or(Value::Null, edits));
    }
    object
}

fn place(place: Place, texts: &Texts) -> Value {
    let start = texts.position(place.file, place.span.start);
    let end = texts.position(place.file, place.span.end);
    json!({
        "file": texts.path(place.file),
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "bytes": [place.span.start, place.span.end],
    })
}

fn edits(fix: &Fix) -> Value {
    let edits = fix.edits.iter();
    edits.map(|edit| json!({"bytes": [edit.span.start, edit.span.end], "text": edit.replacement})).collect()
}
