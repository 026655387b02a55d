//! Catalogs that lie over those built in: only what is in them is looked at, beside what they lie over.

use std::collections::{HashMap, HashSet};

use super::folder::{Folder, builtin};
use super::parse::parse;
use super::{Checked, Contract, Sources, check, decode};
use crate::diagnostic::{FileId, Severity, Span, Texts};

/// What is no error in an overlay: a language that lacks a message of a mail is not offered for that mail.
const INCOMPLETE: [&str; 2] = ["missing-file", "missing-message"];

/// What an overlay is free to do: nobody translates it who would need comments.
const FREE: [&str; 1] = ["missing-comment"];

/// Checks catalogs and templates that lie over those built in. What is found is in them, never in what they lie over.
/// That a new language is incomplete is a warning.
///
/// # Example
///
/// ```
/// use pastdue::check::{File, Folder, Sources, check_overlay};
///
/// let file = File { name: "mine.ftl".into(), bytes: "closing = Groeten\nclozing = Groeten\n".into() };
/// let overlay = Folder { tag: "nl-NL".into(), path: "mine/nl-NL".into(), files: vec![file] };
/// let checked = check_overlay(Sources::from(vec![overlay]));
/// let ids: Vec<_> = checked.diagnostics.iter().filter_map(|found| found.message_id.as_deref()).collect();
/// assert_eq!(ids, ["clozing"]);
/// ```
#[must_use]
pub fn check_overlay(overlay: Sources) -> Checked {
    let contract = Contract::ours();
    let Sources { folders, lock, templates } = overlay;
    let paths = folders
        .iter()
        .flat_map(|folder| folder.files.iter().map(|file| format!("{}/{}", folder.path, file.name)));
    let mut paths: HashSet<String> = paths.collect();
    if let Some(folder) = &templates {
        paths.extend(folder.files.iter().map(|file| format!("{}/{}", folder.path, file.name)));
    }
    // Of a language that is not built in, whole files may be missing.
    let builtin = builtin();
    let files = builtin.first().map_or(&[][..], |folder| &folder.files);
    for folder in folders.iter().filter(|folder| builtin.iter().all(|known| known.tag != folder.tag)) {
        paths.extend(files.iter().map(|file| format!("{}/{}", folder.path, file.name)));
    }
    let folders = laid_over(folders, builtin, &contract.source_locale);
    let mut checked = check(Sources { folders, lock, templates }, &contract);
    let texts = &checked.texts;
    let is_own = |file: FileId| paths.contains(texts.path(file));
    checked.diagnostics.retain(|found| is_own(found.place.file) && !FREE.contains(&found.rule));
    checked.files.retain(|checked| is_own(checked.file));
    for found in &mut checked.diagnostics {
        if INCOMPLETE.contains(&found.rule) {
            found.severity = Severity::Warning;
        }
    }
    for of_locale in &mut checked.coverage {
        of_locale.count(&checked.diagnostics);
    }
    checked
}

/// The folders with all that is built in and has no other in its place; of languages that are not in the overlay,
/// the source alone.
fn laid_over(overlay: Vec<Folder>, builtin: Vec<Folder>, source_locale: &str) -> Vec<Folder> {
    let mut over: HashMap<String, Folder> =
        overlay.into_iter().map(|folder| (folder.tag.clone(), folder)).collect();
    let mut folders = Vec::new();
    for mut folder in builtin {
        match over.remove(&folder.tag) {
            Some(mut over) => {
                let names = names(&over);
                for file in &mut folder.files {
                    file.bytes = without(std::mem::take(&mut file.bytes), &names);
                    // Of two files with one name, this one is not shown.
                    file.name = format!("built in/{}", file.name);
                }
                over.files.append(&mut folder.files);
                folders.push(over);
            }
            None if folder.tag == source_locale => folders.push(folder),
            None => {}
        }
    }
    folders.extend(over.into_values());
    folders.sort_by(|a, b| a.tag.cmp(&b.tag));
    folders
}

/// The names of the messages and terms in a folder.
fn names(folder: &Folder) -> HashSet<String> {
    let mut names = HashSet::new();
    for file in &folder.files {
        let (text, encoding) = decode::decode(file.bytes.clone());
        let id = Texts::default().add(String::new(), String::new());
        let resource = parse(id, &file.name, &text, encoding);
        names.extend(resource.entries.iter().map(super::tree::Entry::name));
        names.extend(resource.junk.iter().flat_map(|junk| &junk.ids).map(|id| id.text.to_owned()));
    }
    names
}

/// A file without the entries called `names`: blank in their places.
fn without(bytes: Vec<u8>, names: &HashSet<String>) -> Vec<u8> {
    let (text, encoding) = decode::decode(bytes);
    let id = Texts::default().add(String::new(), String::new());
    let resource = parse(id, "", &text, encoding);
    let entries = resource.entries.iter().filter(|entry| names.contains(&entry.name()));
    let spans: Vec<Span> = entries
        .map(|entry| Span::new(entry.id.span.start - usize::from(entry.is_term), entry.span.end))
        .collect();
    let mut bytes = text.into_bytes();
    for span in spans {
        bytes[span.start..span.end].fill(b' ');
    }
    bytes
}
