//! A sentence edited in place: tried, checked, and only then written.

use std::collections::HashSet;
use std::path::Path;

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::folder::{self, Conflict};
use super::found::{Found, find};
use super::live::Live;
use super::snapshot::{Snapshot, check_all};
use super::{digest, finding, mail, pattern};
use crate::catalog::Catalog;
use crate::chain::chain;
use crate::check::{self, Checked, Contract, File, LockFile, Outline, Selection, Sources};
use crate::diagnostic::{Diagnostic, Position, Severity};
use crate::sample::{self, Sample};

/// What is to be written.
pub(super) struct Edit<'a> {
    pub(super) tag: &'a str,
    pub(super) id: &'a str,
    pub(super) pattern: &'a str,
    /// The sample that it is shown in; by default the first that prints it.
    pub(super) sample: Option<&'a str>,
}

/// Why something is not written: the status and the answer.
pub(super) type Refusal = (StatusCode, Value);

/// The file that a message is written into.
pub(super) struct Target {
    /// The path within the folder of the locales.
    pub(super) file: String,
    /// Its content; nothing, if there is no such file yet.
    pub(super) bytes: Vec<u8>,
}

/// The file of the folder that has the message, or that would get it: the one that is called as the source's.
pub(super) fn target(
    snapshot: &Snapshot,
    tag: &str,
    found: Option<&Found>,
    source: Option<&Found>,
) -> Target {
    let file = match (found.filter(|found| found.is_in_folder), source.or(found)) {
        (Some(own), _) => own.file.clone(),
        (None, Some(known)) => {
            format!("{tag}/{}", known.file.split_once('/').map_or("", |(_, name)| name))
        }
        (None, None) => String::new(),
    };
    let bytes = file_of(&snapshot.files.sources, &file).map(|file| file.bytes.clone()).unwrap_or_default();
    Target { file, bytes }
}

/// What would come of an edit.
struct Tried {
    target: Target,
    after: Vec<u8>,
    findings: Vec<Value>,
    has_errors: bool,
    rendered: Result<String, String>,
}

/// Tells what would come of an edit, and writes nothing.
pub(super) fn check(live: &Live, edit: &Edit) -> Result<Value, Refusal> {
    let tried = attempt(&live.now(), edit)?;
    // A term is printed in other messages alone.
    let rendered = tried.rendered.ok().filter(|text| !text.is_empty());
    let is_ok = !tried.has_errors;
    Ok(json!({"ok": is_ok, "findings": tried.findings, "rendered": rendered}))
}

/// Writes a pattern into its file, which must still be as it was when its fingerprint was `hash`.
pub(super) fn save(live: &Live, edit: &Edit, hash: &str) -> Result<Value, Refusal> {
    let root = writable(live)?;
    live.alone(|| {
        live.reload_alone().map_err(|err| failed(&chain(&err)))?;
        let before = live.now();
        if !has_folder(&before, edit.tag) {
            let what =
                format!("there is no folder `{}` in the folder of `--locales`: make it first", edit.tag);
            return Err((StatusCode::FORBIDDEN, json!({"error": what})));
        }
        let tried = attempt(&before, edit)?;
        if digest::fingerprint(&tried.target.bytes) != hash {
            return Err(conflict(&tried.target.file));
        }
        if tried.has_errors {
            let error = "it has errors, so it is not written";
            return Err((
                StatusCode::UNPROCESSABLE_ENTITY,
                json!({"error": error, "findings": tried.findings}),
            ));
        }
        // Where the whole locale cannot be loaded for other reasons, one sentence less is wrong.
        if let (Err(problem), None) = (&tried.rendered, before.broken.get(edit.tag)) {
            let answer = json!({"error": problem, "findings": tried.findings});
            return Err((StatusCode::UNPROCESSABLE_ENTITY, answer));
        }
        if tried.after != tried.target.bytes {
            write(root, &tried.target.file, &tried.target.bytes, &tried.after)?;
        }
        live.reload_alone().map_err(|err| failed(&chain(&err)))?;
        let outline = Outline::of(&tried.after);
        let line = outline.entry(edit.id).map_or(1, |entry| Position::of(&outline.text, entry.id.start).line);
        Ok(json!({"hash": digest::fingerprint(&tried.after), "line": line}))
    })
}

/// Takes a translation as it is, though its source has changed.
pub(super) fn accept(live: &Live, tag: &str, id: &str) -> Result<Value, Refusal> {
    let root = writable(live)?;
    live.alone(|| {
        live.reload_alone().map_err(|err| failed(&chain(&err)))?;
        let sources = live.now().files.sources.clone();
        let before = sources.lock.as_ref().map(|lock| lock.text.clone().into_bytes()).unwrap_or_default();
        let accepted = check::accept(sources, &Contract::ours(), Selection::Message(tag, id))
            .map_err(|err| (StatusCode::NOT_FOUND, json!({"error": err.to_string()})))?;
        if accepted.text.as_bytes() != before {
            write(root, LockFile::NAME, &before, accepted.text.as_bytes())?;
        }
        live.reload_alone().map_err(|err| failed(&chain(&err)))?;
        Ok(json!({}))
    })
}

/// Whether the locale has a folder of its own that can be written.
pub(super) fn has_folder(snapshot: &Snapshot, tag: &str) -> bool {
    let files = &snapshot.files;
    files.has_folder && files.sources.folders.iter().any(|folder| folder.tag == tag)
}

/// The folder that may be written.
fn writable(live: &Live) -> Result<&Path, Refusal> {
    let refuse = |what: &str| (StatusCode::FORBIDDEN, json!({"error": what}));
    if live.settings.is_read_only {
        return Err(refuse("nothing is written: the preview was started with `--read-only`"));
    }
    let root = live.settings.locales.as_deref();
    root.ok_or_else(|| {
        refuse("the catalogs are built in: start the preview with `--locales DIR` to edit them")
    })
}

/// Writes `after` in the place of `before`, the content of `file`.
fn write(root: &Path, file: &str, before: &[u8], after: &[u8]) -> Result<(), Refusal> {
    folder::replace(root, file, before, after).map_err(|problem| match problem {
        Conflict::Changed => conflict(file),
        Conflict::Outside => {
            let what = format!("`{file}` leads out of the folder, so it is not written");
            (StatusCode::FORBIDDEN, json!({"error": what}))
        }
        Conflict::Failed(err) => failed(&format!("failed to write `{file}`: {err}")),
    })
}

fn conflict(file: &str) -> Refusal {
    let what = format!("`{file}` has changed meanwhile: load the message again");
    (StatusCode::CONFLICT, json!({"error": what}))
}

fn failed(what: &str) -> Refusal {
    (StatusCode::INTERNAL_SERVER_ERROR, json!({"error": what}))
}

fn attempt(snapshot: &Snapshot, edit: &Edit) -> Result<Tried, Refusal> {
    let (tag, id) = (edit.tag, edit.id);
    if !snapshot.tags().contains(&tag) {
        return Err((StatusCode::NOT_FOUND, json!({"error": format!("there is no locale `{tag}`")})));
    }
    let (found, source) = (find(snapshot, tag, id), find(snapshot, Catalog::SOURCE_LOCALE, id));
    if found.is_none() && source.is_none() {
        return Err((StatusCode::NOT_FOUND, json!({"error": format!("there is no message `{id}`")})));
    }
    let target = target(snapshot, tag, found.as_ref(), source.as_ref());
    let own = found.filter(|found| found.is_in_folder);
    let file = String::from_utf8_lossy(&target.bytes);
    let after = match own.as_ref().and_then(|found| Some((found, found.entry().value?))) {
        Some((found, value)) => {
            let written = pattern::written(edit.pattern, found.raw(), &file);
            pattern::spliced(&target.bytes, value, &written)
        }
        None => pattern::appended(&target.bytes, id, edit.pattern),
    };
    let sources = with_file(snapshot, tag, &target.file, &after);
    let path = path_of(&sources, &target.file);
    let before = keys(snapshot.checked(), &path);
    let checked = check_all(sources);
    let is_wanted = |found: &Diagnostic| {
        let is_about = found.locale.as_deref() == Some(tag) && found.message_id.as_deref() == Some(id);
        // In a file that was not there before, everything else is missing: that is not of this edit.
        let is_of_edit = found.rule != "missing-message" && !before.contains(&key(found));
        is_about || is_of_edit && checked.texts.path(found.place.file) == path
    };
    let mut findings = finding::list(&checked, is_wanted);
    let is_error = |found: &Diagnostic| found.severity == Severity::Error && is_wanted(found);
    let mut has_errors = checked.diagnostics.iter().any(is_error);
    if let (false, Some(problem)) = (has_errors, stray(&target.bytes, &after, id)) {
        has_errors = true;
        findings.push(plain(problem, edit, &target.file));
    }
    let rendered = render(snapshot, edit, &path, &after);
    Ok(Tried { target, after, findings, has_errors, rendered })
}

/// The message as it would be in a mail.
fn render(snapshot: &Snapshot, edit: &Edit, path: &str, after: &[u8]) -> Result<String, String> {
    let templates = snapshot.trial(edit.tag, path, &String::from_utf8_lossy(after))?;
    let printing = || mail::samples_with(&templates, edit.id).first().copied();
    let sample = edit.sample.or_else(printing).and_then(sample::named);
    let Some(Sample { notice, .. }) = sample else { return Ok(String::new()) };
    let locale = edit.tag.parse().map_err(|err| chain(&err))?;
    templates.words(&notice, &locale, edit.id).or_else(|err| {
        // A sample need not know every variable that the message uses elsewhere.
        let other = printing().and_then(sample::named).ok_or_else(|| chain(&err))?;
        templates.words(&other.notice, &locale, edit.id).map_err(|err| chain(&err))
    })
}

/// Why the new text is more or less than a pattern.
fn stray(before: &[u8], after: &[u8], id: &str) -> Option<&'static str> {
    let (before, after) = (Outline::of(before), Outline::of(after));
    let names = |outline: &Outline| -> Vec<(String, Vec<String>)> {
        let entries = outline.entries.iter().filter(|entry| entry.name != id);
        let attributes =
            |entry: &check::Listed| entry.attributes.iter().map(|(name, _)| name.clone()).collect();
        entries.map(|entry| (entry.name.clone(), attributes(entry))).collect()
    };
    let own = |outline: &Outline| {
        let attributes = outline.entry(id).map(|entry| entry.attributes.len()).unwrap_or_default();
        (outline.entries.iter().filter(|entry| entry.name == id).count().max(1), attributes)
    };
    let Some(entry) = after.entry(id) else { return Some("this is not a message any more") };
    if entry.value.is_none() {
        return Some("it says nothing");
    }
    let is_same =
        names(&before) == names(&after) && own(&before) == own(&after) && before.n_junk == after.n_junk;
    (!is_same).then_some("this is more than one pattern: it would begin another message or an attribute")
}

/// A finding of no rule.
fn plain(problem: &str, edit: &Edit, file: &str) -> Value {
    json!({
        "rule": "syntax", "severity": "error", "message": problem, "help": null, "locale": edit.tag,
        "message_id": edit.id, "variant": null, "file": file, "line": 1, "column": 1, "end_line": 1,
        "end_column": 1, "frame": "", "fix": false,
    })
}

/// The locale alone, beside its source.
fn only(sources: &Sources, tag: &str) -> Sources {
    let mut sources = Sources { templates: None, ..sources.clone() };
    sources.folders.retain(|folder| folder.tag == tag || folder.tag == Catalog::SOURCE_LOCALE);
    sources
}

/// The same with another content of one file.
fn with_file(snapshot: &Snapshot, tag: &str, file: &str, bytes: &[u8]) -> Sources {
    let mut sources = only(&snapshot.files.sources, tag);
    let name = file.split_once('/').map_or(file, |(_, name)| name);
    if let Some(folder) = sources.folders.iter_mut().find(|folder| folder.tag == tag) {
        folder.files.retain(|file| file.name != name);
        folder.files.push(File { name: name.to_owned(), bytes: bytes.to_vec() });
    }
    sources
}

fn file_of<'s>(sources: &'s Sources, file: &str) -> Option<&'s File> {
    let (tag, name) = file.split_once('/')?;
    let folder = sources.folders.iter().find(|folder| folder.tag == tag)?;
    folder.files.iter().find(|file| file.name == name)
}

/// The path of a file in findings.
fn path_of(sources: &Sources, file: &str) -> String {
    let (tag, name) = file.split_once('/').unwrap_or_default();
    let folder = sources.folders.iter().find(|folder| folder.tag == tag);
    folder.map_or_else(|| file.to_owned(), |folder| format!("{}/{name}", folder.path))
}

type Key = (&'static str, String, Option<String>);

fn key(found: &Diagnostic) -> Key {
    (found.rule, found.message.clone(), found.message_id.clone())
}

fn keys(checked: &Checked, path: &str) -> HashSet<Key> {
    let in_file = |found: &&Diagnostic| checked.texts.path(found.place.file) == path;
    checked.diagnostics.iter().filter(in_file).map(key).collect()
}
