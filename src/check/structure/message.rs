//! Messages that are missing, messages that nothing needs any more, and the one taken for the other.

use std::collections::{HashMap, HashSet};

use super::file;
use crate::check::corpus::{Corpus, Edition, Located};
use crate::check::near::near;
use crate::check::parse::begins_entry;
use crate::check::rule::{Findings, Here, rule};
use crate::check::syntax;
use crate::check::tree::{Encoding, Entry};
use crate::diagnostic::{FileId, Place, Span};

rule! {
    /// ## What it does
    /// Finds messages of the source locale that a translation does not have.
    ///
    /// ## Why is this bad
    /// A mail is offered in a language only if every message of it is there: one that is missing takes the whole
    /// mail away from its readers, who get it in the default language.
    ///
    /// ## Example
    /// `en-US` has `help = Need help?`, and the file of the translation has no `help`.
    ///
    /// ## Use instead
    /// ```ftl
    /// help = Hulp nodig?
    /// ```
    pub(super) MISSING_MESSAGE = "missing-message", Error, Structure, Edition(missing_message);
}

fn missing_message(corpus: &Corpus, edition: &Edition, findings: &mut Findings) {
    let missing = missing(corpus, edition);
    if missing.is_empty() {
        return;
    }
    let obsolete = obsolete(corpus, edition);
    let typos = typos(&missing, &obsolete);
    let typos: HashSet<&str> = typos.into_values().map(|needed| needed.entry.id.text).collect();
    let places = Places::new(corpus, edition);
    let in_their_place = in_their_place(corpus, edition, &missing, &obsolete);
    let ids = obsolete.iter().map(|found| found.entry.id.text);
    let stand_ins: HashMap<&str, &str> = ids.filter_map(|id| Some((*in_their_place.get(id)?, id))).collect();
    let indented = indented(edition, &missing);
    for needed in missing.into_iter().filter(|needed| !typos.contains(needed.entry.id.text)) {
        let id = needed.entry.id.text;
        if let Some(place) = indented.get(id) {
            findings
                .report(
                    Here::new(*place, edition.tag).about(id).source(needed.place(needed.entry.span)),
                    format!("the line of `{id}` begins with a space, and so goes on with the message above"),
                )
                .help("delete the space at the start of the line");
            continue;
        }
        let Some(place) = places.of(needed) else { continue };
        let here = Here::new(place, edition.tag).about(id).source(needed.place(needed.entry.span));
        findings.report(here, format!("the message `{id}` is missing")).help(match stand_ins.get(id) {
            Some(other) => format!(
                "if `{other}` is its translation, write `{id} =` there: ids are not translated; \
                     if not, translate the line of the source, and add it here"
            ),
            None => format!("translate the line of the source, and add it here: `{id} = …`"),
        });
    }
}

/// The missing messages that stand in a line that begins with a space, each with the place of its id.
fn indented<'a>(edition: &Edition<'a>, missing: &[Located<'_, 'a>]) -> HashMap<&'a str, Place> {
    let missing: HashSet<&str> = missing.iter().map(|needed| needed.entry.id.text).collect();
    let mut found = HashMap::new();
    for resource in &edition.resources {
        let mut start = 0;
        for line in resource.text.split_inclusive('\n') {
            let entry = line.trim_start();
            let id = entry.split([' ', '=']).next().unwrap_or_default();
            if entry.len() < line.len() && begins_entry(entry) && missing.contains(id) {
                let at = start + line.len() - entry.len();
                found.insert(id, Place { file: resource.file, span: Span::new(at, at + id.len()) });
            }
            start += line.len();
        }
    }
    found
}

/// The messages of the source that are not here, nor told in another way.
fn missing<'c, 'a>(corpus: &'c Corpus<'a>, edition: &Edition<'a>) -> Vec<Located<'c, 'a>> {
    let is_no_translation = std::ptr::eq(edition, &raw const corpus.source) || !file::is_language(edition);
    if is_no_translation {
        return Vec::new();
    }
    let meant = syntax::meant(corpus, edition);
    let mut missing = Vec::new();
    for resource in &corpus.source.resources {
        // What is in a file that is missing, or that cannot be read at all, is told with the file.
        let is_unread = edition.resource(resource.name).is_some_and(|file| file.encoding == Encoding::Utf16);
        if is_unread || file::missing(edition, resource).is_some() {
            continue;
        }
        for entry in resource.entries.iter().filter(|entry| !entry.is_term) {
            let id = entry.id.text;
            if edition.message(id).is_none() && !edition.is_junk(id) && !meant.contains(id) {
                missing.push(Located { resource, entry });
            }
        }
    }
    missing
}

/// Where messages of the source would stand in a translation.
struct Places<'e, 'a> {
    edition: &'e Edition<'a>,
    /// For each message of the source the place behind the one that it follows there, by file and start.
    behind: HashMap<(&'a str, usize), Place>,
}

impl<'e, 'a> Places<'e, 'a> {
    fn new(corpus: &Corpus<'a>, edition: &'e Edition<'a>) -> Places<'e, 'a> {
        let mut behind = HashMap::new();
        for resource in &corpus.source.resources {
            let Some(own) = edition.resource(resource.name) else { continue };
            let mut at = 0;
            for entry in &resource.entries {
                behind.insert(
                    (resource.name, entry.span.start),
                    Place { file: own.file, span: Span::empty(at) },
                );
                let here = edition.counterpart(entry).filter(|found| found.resource.file == own.file);
                at = here.map_or(at, |found| found.entry.span.end);
            }
        }
        Places { edition, behind }
    }

    fn of(&self, needed: Located<'_, 'a>) -> Option<Place> {
        let key = (needed.resource.name, needed.entry.span.start);
        let of_missing_file = || {
            let (_, file) =
                self.edition.missing_files.iter().find(|(name, _)| *name == needed.resource.name)?;
            Some(Place { file: *file, span: Span::empty(0) })
        };
        self.behind.get(&key).copied().or_else(of_missing_file)
    }
}

rule! {
    /// ## What it does
    /// Finds messages of a translation that the source locale does not have.
    ///
    /// ## Why is this bad
    /// Nobody ever reads them, and whoever keeps the file translates them again and again.
    ///
    /// ## Example
    /// ```ftl
    /// old-greeting = Goedendag!
    /// ```
    ///
    /// ## Use instead
    /// Delete the message.
    pub(super) OBSOLETE_MESSAGE = "obsolete-message", Warning, Structure, Edition(obsolete_message);
}

fn obsolete_message(corpus: &Corpus, edition: &Edition, findings: &mut Findings) {
    let obsolete = obsolete(corpus, edition);
    let missing = missing(corpus, edition);
    let typos = typos(&missing, &obsolete);
    let files = edition.resources.iter().filter(|resource| file::is_obsolete(corpus, edition, resource));
    let files: HashSet<FileId> = files.map(|resource| resource.file).collect();
    let in_their_place = in_their_place(corpus, edition, &missing, &obsolete);
    for found in obsolete {
        let id = found.entry.id;
        if !typos.contains_key(id.text) && !files.contains(&found.resource.file) {
            let help = match in_their_place.get(id.text) {
                Some(meant) => format!(
                    "if it is the translation of `{meant}`, write `{meant} =`: ids are not translated; \
                     if not, delete it"
                ),
                None => "delete it".to_owned(),
            };
            findings
                .report(edition.at(found, id.span), format!("the source has no message `{}`", id.text))
                .help(help);
        }
    }
}

/// The obsolete messages that stand where the source has a missing one, beside the same message of the same file;
/// each id with that of the missing message.
fn in_their_place<'a>(
    corpus: &Corpus<'a>,
    edition: &Edition<'a>,
    missing: &[Located<'_, 'a>],
    obsolete: &[Located<'_, 'a>],
) -> HashMap<&'a str, &'a str> {
    let mut gaps = HashMap::new();
    for (place, needed) in missing.iter().enumerate() {
        for key in beside(&corpus.source, needed.entry) {
            gaps.entry(key).or_insert((place, needed.entry.id.text));
        }
    }
    let meant = |found: &Located<'_, 'a>| {
        let (_, meant) = beside(edition, found.entry).filter_map(|key| gaps.get(&key)).min()?;
        Some((found.entry.id.text, *meant))
    };
    obsolete.iter().filter_map(meant).collect()
}

/// The entries before and after one: the side, the file, whether it is a term, and the id.
fn beside<'a>(edition: &Edition<'a>, entry: &Entry) -> impl Iterator<Item = (usize, &'a str, bool, &'a str)> {
    let found = edition.position(entry).and_then(|(file, place)| Some((edition.resources.get(file)?, place)));
    let sides = found.map(|(resource, place)| {
        let name = |place: usize| {
            resource.entries.get(place).map(|entry| (resource.name, entry.is_term, entry.id.text))
        };
        [place.checked_sub(1).and_then(name), name(place + 1)]
    });
    let sides = sides.into_iter().flatten().enumerate();
    sides.filter_map(|(side, beside)| beside.map(|(file, is_term, id)| (side, file, is_term, id)))
}

/// The messages that the source does not have.
fn obsolete<'c, 'a>(corpus: &Corpus<'a>, edition: &'c Edition<'a>) -> Vec<Located<'c, 'a>> {
    let is_known = |id: &str| corpus.source.message(id).is_some() || corpus.source.is_junk(id);
    let messages = edition.entries().filter(|found| !found.entry.is_term);
    messages.filter(|found| !is_known(found.entry.id.text)).collect()
}

rule! {
    /// ## What it does
    /// Finds messages under an id that the source locale does not have but for a few letters, where the message with
    /// the right id is missing.
    ///
    /// ## Why is this bad
    /// The translation is there and is not used: the mail is not offered in the language.
    ///
    /// ## Example
    /// ```ftl
    /// help-headng = Hulp
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// help-heading = Hulp
    /// ```
    pub(super) ID_TYPO = "id-typo", Error, Structure, Edition(id_typo);
}

fn id_typo(corpus: &Corpus, edition: &Edition, findings: &mut Findings) {
    let obsolete = obsolete(corpus, edition);
    let typos = typos(&missing(corpus, edition), &obsolete);
    for found in obsolete {
        let id = found.entry.id;
        let Some(needed) = typos.get(id.text) else { continue };
        let meant = needed.entry.id.text;
        let here = edition.at(found, id.span).source(needed.place(needed.entry.span));
        findings
            .report(here, format!("the source has no message `{}`", id.text))
            .help(format!("did you mean `{meant}`?"));
    }
}

/// How many pairs of ids are compared: where more are missing and obsolete, nobody has misspelled them.
const MAX_PAIRS: usize = 100_000;

/// The ids that are probably misspelled, each with what was meant. No message is meant twice.
fn typos<'c, 'a>(
    missing: &[Located<'c, 'a>],
    obsolete: &[Located<'_, 'a>],
) -> HashMap<&'a str, Located<'c, 'a>> {
    let mut typos = HashMap::new();
    if missing.len() * obsolete.len() > MAX_PAIRS {
        return typos;
    }
    let mut open: HashMap<&str, Located> =
        missing.iter().map(|needed| (needed.entry.id.text, *needed)).collect();
    for found in obsolete {
        let id = found.entry.id.text;
        let needed = near(id, open.keys().copied()).and_then(|meant| open.remove(meant));
        if let Some(needed) = needed {
            typos.entry(id).or_insert(needed);
        }
    }
    typos
}
