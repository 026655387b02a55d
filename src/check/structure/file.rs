//! Files that are missing, files that nothing needs, and folders that are named after no language.

use crate::check::corpus::{Corpus, Edition};
use crate::check::rule::{Findings, Here, rule};
use crate::check::tree::{Encoding, Resource};
use crate::diagnostic::{FileId, Place, Span};
use crate::locale::Locale;

rule! {
    /// ## What it does
    /// Finds files of the source locale of which a translation has no message, neither in a file of that name nor in
    /// another one.
    ///
    /// ## Why is this bad
    /// The mails that need these messages are not offered in the language.
    ///
    /// ## Example
    /// `en-US` has `invoice-overdue.ftl`, and `nl-NL` does not.
    ///
    /// ## Use instead
    /// Copy the file of the source into the folder of the language, and translate it.
    pub(super) MISSING_FILE = "missing-file", Error, Structure, Edition(missing_file);
}

fn missing_file(corpus: &Corpus, edition: &Edition, findings: &mut Findings) {
    for resource in &corpus.source.resources {
        let Some(file) = missing(edition, resource) else { continue };
        let here = Here::new(Place { file, span: Span::empty(0) }, edition.tag);
        let n_messages = resource.entries.iter().filter(|entry| !entry.is_term).count();
        let plural = if n_messages == 1 { "" } else { "s" };
        findings
            .report(
                here,
                format!("the file `{}` with {n_messages} message{plural} is missing", resource.name),
            )
            .help(format!(
                "copy `{}/{}` to `{}`, and translate it",
                corpus.source.path, resource.name, edition.path
            ));
    }
}

/// The empty text that stands for a file of the source, if the whole file is missing. Messages that have been moved to
/// another file are there.
pub(super) fn missing(edition: &Edition, source: &Resource) -> Option<FileId> {
    let (_, file) = edition.missing_files.iter().find(|(name, _)| *name == source.name)?;
    let mut messages = source.entries.iter().filter(|entry| !entry.is_term).peekable();
    let is_missing = is_language(edition)
        && messages.peek().is_some()
        && messages.all(|entry| !has(edition, entry.id.text));
    is_missing.then_some(*file)
}

/// Whether the folder is that of a language. One without a single file, and without the name of a language, is
/// something else.
pub(super) fn is_language(edition: &Edition) -> bool {
    edition.locale.is_some() || !edition.resources.is_empty()
}

fn has(edition: &Edition, id: &str) -> bool {
    edition.message(id).is_some() || edition.is_junk(id)
}

rule! {
    /// ## What it does
    /// Finds files of a translation in which there is no message that the source locale has.
    ///
    /// ## Why is this bad
    /// Nobody ever reads them, and whoever keeps them translates them again and again.
    ///
    /// ## Example
    /// `nl-NL` has `welcome.ftl`, whose messages `en-US` does not have any more.
    ///
    /// ## Use instead
    /// Delete the file.
    pub(super) OBSOLETE_FILE = "obsolete-file", Warning, Structure, Edition(obsolete_file);
}

fn obsolete_file(corpus: &Corpus, edition: &Edition, findings: &mut Findings) {
    for resource in edition.resources.iter().filter(|resource| is_obsolete(corpus, edition, resource)) {
        let here = Here::new(Place { file: resource.file, span: Span::empty(0) }, edition.tag);
        findings
            .report(here, format!("the source has no message of the file `{}`", resource.name))
            .help("delete the file");
    }
}

/// Whether the file has messages, and the source has none of them, nor the file.
pub(super) fn is_obsolete(corpus: &Corpus, edition: &Edition, resource: &Resource) -> bool {
    if corpus.is_source(edition)
        || corpus.source.resource(resource.name).is_some()
        || resource.encoding == Encoding::Utf16
    {
        return false;
    }
    let mut ids =
        resource.entries.iter().filter(|entry| !entry.is_term).map(|entry| entry.id.text).peekable();
    let is_any_junk = resource.junk.iter().any(|junk| !junk.ids.is_empty());
    ids.peek().is_some() && !is_any_junk && ids.all(|id| !has(&corpus.source, id))
}

rule! {
    /// ## What it does
    /// Finds folders whose name is no language tag as BCP 47 has it.
    ///
    /// ## Why is this bad
    /// The program cannot tell which language is in the folder, and no other tool that reads it can.
    ///
    /// ## Example
    /// `locales/sv_SE`, `locales/dutch`
    ///
    /// ## Use instead
    /// `locales/sv-SE`, `locales/nl-NL`
    pub(super) BAD_LOCALE_DIR = "bad-locale-dir", Error, Structure, Edition(bad_locale_dir);
}

fn bad_locale_dir(_: &Corpus, edition: &Edition, findings: &mut Findings) {
    let is_tag = edition.locale.as_ref().is_some_and(|locale| locale.as_str() == edition.tag);
    let Some(resource) = edition.resources.first().filter(|_| !is_tag) else { return };
    let here = Here::new(Place { file: resource.file, span: Span::empty(0) }, edition.tag);
    let letters: String =
        edition.tag.chars().map(|char| if char.is_ascii_alphanumeric() { char } else { '-' }).collect();
    let meant = edition.locale.clone().or_else(|| letters.trim_matches('-').parse::<Locale>().ok());
    let help = match meant {
        Some(locale) => format!("rename it to `{locale}`"),
        None => "rename it to the tag of its language and region, such as `nl-NL`".to_owned(),
    };
    findings.report(here, format!("the folder `{}` is not named after a language", edition.tag)).help(help);
}
