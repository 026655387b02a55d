//! Rows of JSON: one object, and the place of what is wrong with it.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor, value::MapAccessDeserializer};
use serde_path_to_error::Segment;

use super::field::{expected, field_name};
use super::row::{self, RawAccount, RawAdministrator, RawMoney, RawPayment, RawRow, RawSubscription};
use super::{FieldError, Notice};

/// Parses one JSON object.
pub(super) fn parse(json: &[u8]) -> Result<Notice, FieldError> {
    let text = std::str::from_utf8(json).map_err(|err| not_utf8("", err.valid_up_to()))?;
    // Files that are joined bring the byte order mark of each of them.
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    match serde_json::from_str::<Object<RawRow>>(text) {
        Ok(row) => row::notice(row.0),
        Err(_) => Err(describe(text)),
    }
}

pub(super) fn not_utf8(field: &str, n_valid_bytes: usize) -> FieldError {
    FieldError::new(field, format!("not UTF-8 at byte {}: save the file as UTF-8", n_valid_bytes + 1))
}

/// Parses a bad row again, slowly, to say which field is at fault.
fn describe(text: &str) -> FieldError {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let parsed: Result<Object<RawRow>, _> = serde_path_to_error::deserialize(&mut deserializer);
    let (path, source) = match parsed {
        Ok(_) => (Vec::new(), deserializer.end().err()),
        Err(err) => (err.path().iter().cloned().collect(), Some(err.into_inner())),
    };
    let Some(source) = source else { return FieldError::expected("", RawRow::EXPECTED) };
    let sentence = source.to_string();
    let sentence = sentence.rsplit_once(" at line ").map_or(&*sentence, |(sentence, _)| sentence);
    match source.classify() {
        serde_json::error::Category::Data => wrong_data(&path, sentence),
        serde_json::error::Category::Eof => {
            let problem = "the line ends within a JSON object: write the whole object on one line";
            FieldError::new("", problem)
        }
        _ => {
            let (column, expected) = (source.column(), RawRow::EXPECTED);
            let problem = format!("not valid JSON at byte {column} ({sentence}), expected {expected}");
            FieldError::new("", problem)
        }
    }
}

/// Turns serde's sentence into ours, without the value: it may be a name or an address.
fn wrong_data(path: &[Segment], sentence: &str) -> FieldError {
    let keys: Vec<&str> = path.iter().filter_map(key).collect();
    let unknown = sentence.strip_prefix("unknown field `").and_then(|rest| rest.rsplit_once("`, expected "));
    if let Some((name, known)) = unknown {
        let parent = keys.split_last().map_or(&[][..], |(_, parents)| parents).join(".");
        let problem = format!("unknown field `{}`, expected {known}", field_name(name));
        return FieldError { field: parent, problem };
    }
    let mut field = keys.join(".");
    let repeated = sentence.strip_prefix("duplicate field `").and_then(|rest| rest.strip_suffix('`'));
    if let Some(name) = repeated {
        if !field.is_empty() {
            field.push('.');
        }
        field.push_str(name);
        return FieldError { field, problem: "stands twice in its object".to_owned() };
    }
    let mismatch = sentence.strip_prefix("invalid type: ").and_then(|rest| rest.rsplit_once(", expected "));
    let Some((found, wanted)) = mismatch else {
        let expected = expected(&field);
        return FieldError::expected(&field, expected);
    };
    let found = match found.split(['`', '"']).next().unwrap_or_default().trim() {
        "integer" | "floating point" | "number" => "a number",
        "boolean" => "`true` or `false`",
        "map" => "an object",
        "sequence" => "a list",
        "string" => "a string",
        "null" => "`null`",
        _ => "something else",
    };
    let entry = path.iter().find_map(|segment| match segment {
        Segment::Seq { index } => Some(format!(" in entry {}", index + 1)),
        _ => None,
    });
    let expected = match wanted {
        "a string" => format!("a string in quotes with {}", expected(&field)),
        "a sequence" => "a list of language tags such as `[\"nl-BE\", \"en\"]`".to_owned(),
        object => object.to_owned(),
    };
    let problem = format!("expected {expected}, found {found}{}", entry.unwrap_or_default());
    FieldError { field, problem }
}

fn key(segment: &Segment) -> Option<&str> {
    match segment {
        Segment::Map { key } => Some(key),
        _ => None,
    }
}

/// A JSON object and nothing else: by itself serde takes a list of values for an object as well.
struct Object<T>(T);

trait Shape: for<'de> Deserialize<'de> {
    /// What is expected where the object stands.
    const EXPECTED: &'static str;
}

impl Shape for RawRow {
    const EXPECTED: &'static str = "one JSON object a line, such as `{\"id\": \"ntc_0001\", …}`";
}

impl Shape for RawAccount {
    const EXPECTED: &'static str = "an object such as `{\"id\": \"acc_42\", …}`";
}

impl Shape for RawAdministrator {
    const EXPECTED: &'static str = "an object such as `{\"email\": \"name@example.com\", …}`";
}

impl Shape for RawSubscription {
    const EXPECTED: &'static str = "an object such as `{\"id\": \"sub_7\", \"name\": \"Production\"}`";
}

impl Shape for RawMoney {
    const EXPECTED: &'static str = "an object such as `{\"value\": \"1234.50\", \"currency\": \"EUR\"}`";
}

impl Shape for RawPayment {
    const EXPECTED: &'static str = "an object such as `{\"method\": \"card\", …}`";
}

/// Deserializes a field that holds an object or nothing.
#[expect(private_bounds, reason = "only the fields of a row are deserialized so")]
pub(super) fn object<'de, D: Deserializer<'de>, T: Shape>(deserializer: D) -> Result<Option<T>, D::Error> {
    Ok(Option::<Object<T>>::deserialize(deserializer)?.map(|object| object.0))
}

impl<'de, T: Shape> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Object<T>, D::Error> {
        deserializer.deserialize_map(ObjectVisitor(PhantomData))
    }
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: Shape> Visitor<'de> for ObjectVisitor<T> {
    type Value = Object<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::EXPECTED)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Object<T>, A::Error> {
        T::deserialize(MapAccessDeserializer::new(map)).map(Object)
    }
}
