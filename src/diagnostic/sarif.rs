//! For code scanning: SARIF 2.1.0, the Static Analysis Results Interchange Format of OASIS.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde_json::{Value, json};

use super::{Diagnostic, Fix, Place, Severity, Span, Texts};

/// Where the schema is, which names the version too.
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// What a path within a URI reference must not have as it is (RFC 3986, section 3.3).
const NO_PATH: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}')
    .add(b'[')
    .add(b']')
    .add(b':');

/// What is told of a rule.
#[derive(Debug, Clone)]
pub struct Rule {
    /// The id.
    pub id: &'static str,
    /// How bad its findings are, unless one says otherwise.
    pub severity: Severity,
    /// The page, in Markdown.
    pub page: String,
}

/// Renders `diagnostics` as a log of one run of `pastdue` in its `version`. Columns count characters.
#[must_use]
pub fn render(diagnostics: &[Diagnostic], texts: &Texts, rules: &[Rule], version: &str) -> String {
    let results: Vec<Value> = diagnostics.iter().map(|found| result(found, texts, rules)).collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "pastdue",
                "semanticVersion": version,
                "rules": rules.iter().map(descriptor).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{log:#}\n")
}

fn descriptor(rule: &Rule) -> Value {
    json!({
        "id": rule.id,
        "shortDescription": {"text": first_paragraph(&rule.page)},
        "help": {"text": rule.page, "markdown": rule.page},
        "defaultConfiguration": {"level": rule.severity.as_str()},
    })
}

/// The first paragraph that is no heading, in one line.
fn first_paragraph(page: &str) -> String {
    let lines = page.lines().skip_while(|line| line.is_empty() || line.starts_with('#'));
    lines.take_while(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

fn result(found: &Diagnostic, texts: &Texts, rules: &[Rule]) -> Value {
    let text = match &found.help {
        Some(help) => format!("{}\n{help}", found.message),
        None => found.message.clone(),
    };
    let mut result = json!({
        "ruleId": found.rule,
        "level": found.severity.as_str(),
        "message": {"text": text},
        "locations": [location(found.place, texts)],
    });
    let Some(object) = result.as_object_mut() else { return result };
    if let Some(index) = rules.iter().position(|rule| rule.id == found.rule) {
        object.insert("ruleIndex".to_owned(), index.into());
    }
    if !found.related.is_empty() {
        let related = found.related.iter().map(|related| {
            let mut location = location(related.place, texts);
            location["message"] = json!({"text": related.label});
            location
        });
        object.insert("relatedLocations".to_owned(), related.collect());
    }
    if let Some(fix) = &found.fix {
        object.insert("fixes".to_owned(), json!([fixed(found.place, fix, texts)]));
    }
    let told = [
        ("locale", &found.locale),
        ("messageId", &found.message_id),
        ("attribute", &found.attribute),
        ("variant", &found.variant),
    ];
    let told = told.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value.as_deref()?.into())));
    let told: serde_json::Map<String, Value> = told.collect();
    if !told.is_empty() {
        object.insert("properties".to_owned(), told.into());
    }
    result
}

fn location(place: Place, texts: &Texts) -> Value {
    json!({"physicalLocation": {
        "artifactLocation": {"uri": uri(texts.path(place.file))},
        "region": region(place, texts),
    }})
}

fn region(place: Place, texts: &Texts) -> Value {
    let Span { start, end } = place.span;
    let (first, last) = (texts.position(place.file, start), texts.position(place.file, end));
    json!({
        "startLine": first.line,
        "startColumn": first.column,
        "endLine": last.line,
        "endColumn": last.column,
        "byteOffset": start,
        "byteLength": end - start,
    })
}

fn fixed(place: Place, fix: &Fix, texts: &Texts) -> Value {
    let replacements = fix.edits.iter().map(|edit| {
        json!({
            "deletedRegion": region(Place { span: edit.span, ..place }, texts),
            "insertedContent": {"text": edit.replacement},
        })
    });
    json!({"artifactChanges": [{
        "artifactLocation": {"uri": uri(texts.path(place.file))},
        "replacements": replacements.collect::<Vec<_>>(),
    }]})
}

/// A path as a URI reference.
fn uri(path: &str) -> String {
    utf8_percent_encode(&path.replace('\\', "/"), NO_PATH).to_string()
}
