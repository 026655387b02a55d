//! What the page needs once: locales, samples, and how each locale stands.

use serde_json::{Value, json};

use super::mail::direction;
use super::snapshot::Snapshot;
use super::{Settings, finding, native, sampled};
use crate::catalog::Catalog;
use crate::check::Coverage;
use crate::sample;

/// All locales and all samples.
pub(super) fn wall(snapshot: &Snapshot, settings: &Settings) -> Value {
    let locales: Vec<Value> = snapshot.tags().into_iter().map(|tag| locale(snapshot, tag)).collect();
    json!({
        "source": Catalog::SOURCE_LOCALE,
        "read_only": settings.is_read_only,
        "allow_send": settings.send.is_some(),
        "files": snapshot.files.has_folder,
        "templates_broken": snapshot.broken_templates,
        "locales": locales,
        "samples": sample::all().iter().map(sampled::describe).collect::<Vec<Value>>(),
        "version": snapshot.version,
    })
}

fn locale(snapshot: &Snapshot, tag: &str) -> Value {
    let checked = snapshot.checked();
    let of = checked.coverage.iter().find(|of| of.locale == tag).cloned();
    // The source is complete by itself.
    let of = of.unwrap_or_else(|| {
        let total = checked.coverage.first().map_or(0, |of| of.total);
        let mut of = Coverage { locale: tag.to_owned(), total, translated: total, ..Coverage::default() };
        of.count(&checked.diagnostics);
        of
    });
    let broken = snapshot
        .broken
        .get(tag)
        .map(|message| json!({"message": message, "frame": finding::first_frame(checked, tag)}));
    json!({
        "tag": tag,
        "name": native::name(tag),
        "dir": direction(tag, None),
        "coverage": {
            "total": of.total, "translated": of.translated, "missing": of.missing(), "stale": of.stale,
            "identical": of.identical, "errors": of.errors, "warnings": of.warnings,
        },
        "broken": broken,
    })
}
