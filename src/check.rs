//! A translator's mistake is found before a customer reads it.
//!
//! [`check`] reads folders of Fluent files, one for each locale, and compares them with the source locale and with
//! a [`Contract`], which says what the program provides. Each [`Rule`] is a function with a page of documentation.

mod contract;
mod thread;
mod tree;
mod decode;
mod parse;
mod lexicon;
mod prose;
mod leaf;
mod layout;
mod canonical;
mod lock;
mod folder;
mod replace;
mod corpus;
mod sheet;
mod rule;
mod accept;
mod near;
mod syntax;
mod structure;
mod variable;
mod plural;
mod markup;
mod text;
mod mail;
mod context;
mod suppression;
mod registry;
mod fix;
mod coverage;
mod overlay;
#[cfg(feature = "preview")]
mod outline;

use std::collections::HashSet;

pub use self::accept::{AcceptError, Accepted, Selection};
pub use self::contract::{Contract, Error as ContractError, PlainType, Role, Treatment, VariableType};
pub use self::coverage::{Coverage, table};
pub use self::fix::{Fixed, FixedFile, fix};
pub use self::folder::{
    Error, File, Folder, TemplateFolder, builtin, builtin_templates, read_folders, read_lock, read_templates,
};
pub use self::lock::LockFile;
#[cfg(feature = "preview")]
pub(crate) use self::outline::{Listed, Outline};
pub use self::overlay::check_overlay;
pub use self::registry::{document, rule, rules, suggest};
pub use self::replace::replace;
pub use self::rule::{Group, Rule};

use self::corpus::{Corpus, Edition};
use self::layout::Layout;
use self::lock::Lock;
use self::rule::{Check, Findings};
use self::sheet::Sheet;
use self::thread::on_threads;
use self::tree::{Encoding, Resource};
use crate::diagnostic::{Diagnostic, FileId, Texts};

/// What is checked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sources {
    /// The folders, one for each locale.
    pub folders: Vec<Folder>,
    /// What translations were made from. Without it, none is stale.
    pub lock: Option<LockFile>,
    /// The templates. Without them, their rules are left out.
    pub templates: Option<TemplateFolder>,
}

impl From<Vec<Folder>> for Sources {
    fn from(folders: Vec<Folder>) -> Sources {
        Sources { folders, lock: None, templates: None }
    }
}

/// What a check found.
#[derive(Debug)]
pub struct Checked {
    /// The findings, by file and place.
    pub diagnostics: Vec<Diagnostic>,
    /// The texts that they point into.
    pub texts: Texts,
    /// How far each translation is, in the order of the folders.
    pub coverage: Vec<Coverage>,
    /// The files that were to be checked, whether there is anything to say of them or not.
    pub files: Vec<CheckedFile>,
}

/// A file that was to be checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedFile {
    /// The file.
    pub file: FileId,
    /// The locale, as its folder is named; `None` for the lock and the templates.
    pub locale: Option<String>,
}

/// Checks `sources`.
///
/// If there is no folder of the contract's source locale, everything that is there is obsolete.
///
/// # Example
///
/// ```
/// use pastdue::check::{Contract, builtin, check};
///
/// let checked = check(builtin(), &Contract::ours());
/// assert_eq!(checked.diagnostics, []);
/// ```
#[must_use]
pub fn check(sources: impl Into<Sources>, contract: &Contract) -> Checked {
    let mut texts = Texts::default();
    let read = read(sources.into(), contract, &mut texts);
    let corpus = corpus(&read, contract, &texts);
    let (findings, mut coverage) = look(&corpus);
    let all: Vec<&'static Rule> = rules().collect();
    let mut diagnostics = suppression::apply(&corpus, findings, &all);
    let files = read.files();
    drop(corpus);
    tidy(&mut diagnostics, &texts);
    for of_locale in &mut coverage {
        of_locale.count(&diagnostics);
    }
    Checked { diagnostics, texts, coverage, files }
}

/// Accepts translations as they are: they are not stale until their source changes again.
///
/// # Errors
///
/// If what is selected is not there.
pub fn accept(
    sources: impl Into<Sources>,
    contract: &Contract,
    selection: Selection,
) -> Result<Accepted, AcceptError> {
    let mut texts = Texts::default();
    let read = read(sources.into(), contract, &mut texts);
    accept::accept_in(&corpus(&read, contract, &texts), selection)
}

/// Asks every rule, from the widest view to the narrowest, and counts how far each translation is.
fn look(corpus: &Corpus) -> (Findings, Vec<Coverage>) {
    let mut findings = Findings::new();
    for rule in rules() {
        if let Check::Corpus(check) = rule.check {
            check(corpus, findings.of(rule));
        }
    }
    let sources = on_threads(&corpus.source.resources, |file| Sheet::new(corpus, &corpus.source, file, &[]));
    let editions: Vec<&Edition> = corpus.editions().collect();
    for of_edition in on_threads(&editions, |edition| check_edition(corpus, edition)) {
        findings.append(of_edition);
    }
    for of_file in on_threads(&sources, check_file) {
        findings.append(of_file);
    }
    let translated = corpus.translations.iter().enumerate();
    let files: Vec<(usize, &Resource)> =
        translated.flat_map(|(n, edition)| edition.resources.iter().map(move |file| (n, file))).collect();
    let of_files = on_threads(&files, |(n, file)| {
        let sheet = Sheet::new(corpus, &corpus.translations[*n], file, &sources);
        (check_file(&sheet), coverage::n_identical(&sheet))
    });
    let mut coverage = on_threads(&corpus.translations, |edition| coverage::of_edition(corpus, edition));
    for ((n, _), (of_file, n_identical)) in files.iter().zip(of_files) {
        findings.append(of_file);
        coverage[*n].identical += n_identical;
    }
    (findings, coverage)
}

fn check_edition(corpus: &Corpus, edition: &Edition) -> Findings {
    let mut findings = Findings::new();
    for rule in rules() {
        if let Check::Edition(check) = rule.check {
            check(corpus, edition, findings.of(rule));
        }
    }
    findings
}

fn check_file(sheet: &Sheet) -> Findings {
    let mut findings = Findings::new();
    let (mut of_entries, mut of_leaves) = (Vec::new(), Vec::new());
    for rule in rules() {
        match rule.check {
            Check::File(check) => check(sheet, findings.of(rule)),
            Check::Entry(check) => of_entries.push((rule, check)),
            Check::Leaf(check) => of_leaves.push((rule, check)),
            Check::Corpus(_) | Check::Edition(_) | Check::Driver => {}
        }
    }
    for pair in &sheet.pairs {
        for (rule, check) in &of_entries {
            check(pair, findings.of(rule));
        }
        for leaf in pair.leaves() {
            for (rule, check) in &of_leaves {
                check(&leaf, findings.of(rule));
            }
        }
    }
    findings
}

/// Sorts the findings by place. What all variants share is found once for each of them, and told once.
fn tidy(diagnostics: &mut Vec<Diagnostic>, texts: &Texts) {
    let mut seen = HashSet::with_capacity(diagnostics.len());
    let keys = diagnostics.iter().map(|found| (found.rule, found.place, found.message.as_str()));
    let mut are_first = keys.map(|key| seen.insert(key)).collect::<Vec<bool>>().into_iter();
    diagnostics.retain(|_| are_first.next().unwrap_or(true));
    diagnostics.sort_by(|a, b| {
        let key = |found: &Diagnostic| (found.place.span, found.rule);
        texts.path(a.place.file).cmp(texts.path(b.place.file)).then_with(|| key(a).cmp(&key(b)))
    });
}

/// Sources whose texts have been taken.
struct Read {
    folders: Vec<ReadFolder>,
    lock: Option<FileId>,
    templates: Vec<(String, FileId)>,
}

struct ReadFolder {
    tag: String,
    path: String,
    files: Vec<(String, FileId, Encoding)>,
    missing_files: Vec<(String, FileId)>,
}

impl Read {
    /// Everything that is there.
    fn files(&self) -> Vec<CheckedFile> {
        let of_folder = |folder: &'_ ReadFolder| {
            let locale = Some(folder.tag.clone());
            let file = |(_, file, _): &(String, FileId, Encoding)| CheckedFile {
                file: *file,
                locale: locale.clone(),
            };
            folder.files.iter().map(file).collect::<Vec<_>>()
        };
        let others = self.lock.iter().chain(self.templates.iter().map(|(_, file)| file));
        let others = others.map(|file| CheckedFile { file: *file, locale: None });
        self.folders.iter().flat_map(of_folder).chain(others).collect()
    }
}

fn read(sources: Sources, contract: &Contract, texts: &mut Texts) -> Read {
    let Sources { folders, lock, templates } = sources;
    let lock = lock.map(|lock| texts.add(lock.path, lock.text));
    let of_folder = |TemplateFolder { path, files }| {
        files.into_iter().map(move |File { name, bytes }| (format!("{path}/{name}"), name, bytes))
    };
    let templates = templates.into_iter().flat_map(of_folder).map(|(path, name, bytes)| {
        let id = texts.add(path, decode::decode(bytes).0);
        (name, id)
    });
    let templates = templates.collect();
    let source = folders.iter().find(|folder| folder.tag == contract.source_locale);
    let needed: Vec<String> =
        source.map_or_else(Vec::new, |source| source.files.iter().map(|file| file.name.clone()).collect());
    let take = |folder: Folder| {
        let Folder { tag, path, mut files } = folder;
        files.sort_by(|a, b| a.name.cmp(&b.name));
        let missing = needed.iter().filter(|name| files.iter().all(|file| file.name != **name));
        let missing: Vec<String> = missing.cloned().collect();
        let file = |file: File| {
            let (text, encoding) = decode::decode(file.bytes);
            let id = texts.add(format!("{path}/{}", file.name), text);
            (file.name, id, encoding)
        };
        let files = files.into_iter().map(file).collect();
        let missing_files = missing.into_iter().map(|name| {
            let id = texts.add(format!("{path}/{name}"), String::new());
            (name, id)
        });
        let missing_files = missing_files.collect();
        ReadFolder { tag, path, files, missing_files }
    };
    Read { folders: folders.into_iter().map(take).collect(), lock, templates }
}

fn corpus<'a>(read: &'a Read, contract: &'a Contract, texts: &'a Texts) -> Corpus<'a> {
    let edition = |read: &'a ReadFolder| {
        let files = read.files.iter();
        let resource = |(name, id, encoding): &'a (String, FileId, Encoding)| {
            parse::parse(*id, name, texts.text(*id), encoding.clone())
        };
        let missing = read.missing_files.iter().map(|(name, id)| (name.as_str(), *id)).collect();
        Edition::new(&read.tag, &read.path, files.map(resource).collect(), missing)
    };
    let folders: Vec<&ReadFolder> = read.folders.iter().collect();
    let mut translations = on_threads(&folders, |folder| edition(folder));
    let source = translations.iter().position(|edition| edition.tag == contract.source_locale);
    let source = match source {
        Some(at) => translations.remove(at),
        None => Edition::new(&contract.source_locale, "", Vec::new(), Vec::new()),
    };
    Corpus {
        contract,
        source,
        translations,
        layouts: read
            .templates
            .iter()
            .map(|(name, file)| Layout::read(*file, name, texts.text(*file)))
            .collect(),
        lock: read.lock.map(|file| Lock::read(file, texts.text(file))),
    }
}
