//! Everything as it was at one moment: files, catalogs, templates, findings. It never changes; another one follows.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use super::Error;
use super::folder::Files;
use super::pseudo::Pseudo;
use crate::catalog::{self, Catalog, Source};
use crate::chain::chain;
use crate::check::{self, Checked, Contract, Sources};
use crate::locale::Locale;
use crate::template::{Site, Templates};

/// The catalogs that are shown: by locale, what lies over those built in. A locale that is not there is left out.
type Shown = BTreeMap<String, Vec<Source>>;

/// Everything at one moment.
pub(super) struct Snapshot {
    /// Grows with each snapshot.
    pub(super) version: u64,
    pub(super) files: Files,
    /// The locales whose files cannot be used, and why: they show what they showed before.
    pub(super) broken: BTreeMap<String, String>,
    /// Why the templates cannot be used, if they cannot.
    pub(super) broken_templates: Option<String>,
    shown: Shown,
    view: View,
    pseudo: [OnceLock<Result<View, String>>; Pseudo::ALL.len()],
    checked: OnceLock<Checked>,
}

/// Templates with a catalog.
pub(super) struct View {
    /// As for mails that are sent.
    pub(super) plain: Templates,
    marked: OnceLock<Result<Templates, String>>,
}

impl View {
    fn new(plain: Templates) -> View {
        View { plain, marked: OnceLock::new() }
    }

    /// Each message in an element of its own.
    pub(super) fn marked(&self) -> Result<&Templates, &str> {
        let mark = || self.plain.with_catalog(self.plain.shared_catalog(), true).map_err(|err| chain(&err));
        self.marked.get_or_init(mark).as_ref().map_err(String::as_str)
    }
}

impl Snapshot {
    /// Loads what is in `files`. A locale that cannot be loaded is shown as `before`.
    pub(super) fn new(files: Files, site: &Site, before: Option<&Snapshot>) -> Result<Snapshot, Error> {
        let version = before.map_or(1, |before| before.version + 1);
        let (fresh, mut broken) = fresh(&files);
        let (shown, view, broken_templates);
        let all = load(&fresh, site).and_then(|catalog| dressed(catalog, &files, site, before));
        if let Ok(templates) = all {
            (shown, view, broken_templates) = (fresh, templates, None);
        } else {
            let (base, problem) = base(&files, site, before)?;
            shown = choose(&fresh, &base, site, before, &mut broken);
            let catalog = load(&shown, site).map_err(Error::Unusable)?;
            view = base.with_catalog(Arc::new(catalog), false)?;
            broken_templates = problem;
        }
        let refused = files.refused.iter().find(|(tag, _)| tag.is_none()).map(|(_, what)| what.clone());
        Ok(Snapshot {
            version,
            broken,
            broken_templates: broken_templates.or(refused),
            shown,
            view: View::new(view),
            pseudo: Default::default(),
            checked: OnceLock::new(),
            files,
        })
    }

    /// The mails as they are, or in a made-up language.
    pub(super) fn view(&self, pseudo: Option<Pseudo>) -> Result<&View, &str> {
        let Some(pseudo) = pseudo else { return Ok(&self.view) };
        let make = || {
            let sources = sources(&self.shown).into_iter().map(|source| {
                let text = pseudo.file(&source.text);
                Source { text, ..source }
            });
            let brand = self.view.plain.brand();
            let catalog = Catalog::load(brand, &sources.collect::<Vec<_>>()).map_err(|err| chain(&err))?;
            let templates = self.view.plain.with_catalog(Arc::new(catalog), false);
            templates.map(View::new).map_err(|err| chain(&err))
        };
        self.pseudo[pseudo as usize].get_or_init(make).as_ref().map_err(String::as_str)
    }

    /// The tags of all locales, the source first: those that are shown, and those that cannot be.
    pub(super) fn tags(&self) -> Vec<&str> {
        let shown = self.view.plain.catalog().locales().map(Locale::as_str);
        let mut tags: BTreeSet<&str> = shown.chain(self.broken.keys().map(String::as_str)).collect();
        tags.remove(Catalog::SOURCE_LOCALE);
        [Catalog::SOURCE_LOCALE].into_iter().chain(tags).collect()
    }

    /// What `pastdue check` finds.
    pub(super) fn checked(&self) -> &Checked {
        self.checked.get_or_init(|| check_all(self.files.sources.clone()))
    }

    /// The catalogs that are shown with another text of one file, for a trial.
    pub(super) fn trial(&self, tag: &str, path: &str, text: &str) -> Result<Templates, String> {
        let mut shown = self.shown.clone();
        shown.retain(|shown, _| shown == tag || shown == Catalog::SOURCE_LOCALE);
        let files = shown.entry(tag.to_owned()).or_default();
        if let Some(source) = files.iter_mut().find(|source| source.file == path) {
            text.clone_into(&mut source.text);
        } else {
            let locale = tag.parse().map_err(|err| chain(&err))?;
            files.push(Source { locale, file: path.to_owned(), text: text.to_owned() });
        }
        let catalog = Catalog::load(self.view.plain.brand(), &sources(&shown)).map_err(|err| chain(&err))?;
        self.view.plain.with_catalog(Arc::new(catalog), false).map_err(|err| chain(&err))
    }

    /// The locales whose files are not those of `before`; all, if the templates are not.
    pub(super) fn changed(&self, before: &Snapshot) -> Vec<String> {
        let (now, then) = (&self.files.sources, &before.files.sources);
        if self.files.overlays != before.files.overlays || now.templates != then.templates {
            return self.tags().into_iter().map(str::to_owned).collect();
        }
        let files = |sources: &Sources, tag: &str| {
            let folder = sources.folders.iter().find(|folder| folder.tag == tag);
            folder.map(|folder| folder.files.clone())
        };
        let tags = self.tags().into_iter().chain(before.tags()).collect::<BTreeSet<&str>>().into_iter();
        let is_lock = now.lock != then.lock;
        tags.filter(|tag| is_lock || files(now, tag) != files(then, tag)).map(str::to_owned).collect()
    }
}

/// What `pastdue check` finds in `sources`.
pub(super) fn check_all(sources: Sources) -> Checked {
    let contract = Contract::ours();
    let has_source = sources.folders.iter().any(|folder| folder.tag == contract.source_locale);
    if has_source { check::check(sources, &contract) } else { check::check_overlay(sources) }
}

/// The catalogs as they are on disk, without the locales that cannot be read at all.
fn fresh(files: &Files) -> (Shown, BTreeMap<String, String>) {
    let mut broken = BTreeMap::new();
    for (tag, what) in &files.refused {
        if let Some(tag) = tag {
            broken.entry(tag.clone()).or_insert_with(|| what.clone());
        }
    }
    let mut shown: Shown =
        catalog::builtin().iter().map(|source| (source.locale.to_string(), Vec::new())).collect();
    for folder in files.sources.folders.iter().filter(|_| files.has_folder) {
        let Ok(locale) = folder.tag.parse::<Locale>() else { continue };
        let mut sources = Vec::new();
        // What lies deeper is not loaded.
        for file in folder.files.iter().filter(|file| !file.name.contains('/')) {
            let path = format!("{}/{}", folder.path, file.name);
            match String::from_utf8(file.bytes.clone()) {
                Ok(text) => sources.push(Source { locale: locale.clone(), file: path, text }),
                Err(_) => {
                    broken.insert(folder.tag.clone(), format!("`{path}` is not UTF-8"));
                }
            }
        }
        shown.insert(folder.tag.clone(), sources);
    }
    (shown, broken)
}

/// Those built in, with what lies over them.
fn sources(shown: &Shown) -> Vec<Source> {
    let mut sources = catalog::builtin();
    sources.retain(|source| shown.contains_key(source.locale.as_str()));
    sources.extend(shown.values().flatten().cloned());
    sources
}

fn load(shown: &Shown, site: &Site) -> Result<Catalog, String> {
    Catalog::load(&site.brand, &sources(shown)).map_err(|err| chain(&err))
}

/// The templates filled from `catalog`; they are read anew only if they have changed.
fn dressed(
    catalog: Catalog,
    files: &Files,
    site: &Site,
    before: Option<&Snapshot>,
) -> Result<Templates, String> {
    let catalog = Arc::new(catalog);
    let templates = match before {
        Some(before) if before.files.overlays == files.overlays && before.broken_templates.is_none() => {
            before.view.plain.with_catalog(catalog, false)
        }
        _ => Templates::load(catalog, site.clone(), &files.overlays),
    };
    templates.map_err(|err| chain(&err))
}

/// Templates that can be used, and why those on disk cannot, if they cannot.
fn base(files: &Files, site: &Site, before: Option<&Snapshot>) -> Result<(Templates, Option<String>), Error> {
    let builtin = Arc::new(Catalog::builtin(&site.brand)?);
    match Templates::load(Arc::clone(&builtin), site.clone(), &files.overlays) {
        Ok(templates) => Ok((templates, None)),
        Err(err) => {
            let kept = match before {
                Some(before) => before.view.plain.with_catalog(builtin, false)?,
                None => Templates::builtin(builtin, site.clone())?,
            };
            Ok((kept, Some(chain(&err))))
        }
    }
}

/// For each locale the newest catalogs that can be loaded beside the source: those on disk, those that were shown
/// before, those built in.
fn choose(
    fresh: &Shown,
    base: &Templates,
    site: &Site,
    before: Option<&Snapshot>,
    broken: &mut BTreeMap<String, String>,
) -> Shown {
    let mut chosen = Shown::new();
    let source = Catalog::SOURCE_LOCALE.to_owned();
    let rest = fresh.keys().filter(|tag| **tag != source).cloned();
    for tag in [source.clone()].into_iter().chain(rest).collect::<Vec<_>>() {
        let newest = fresh.get(&tag).cloned();
        let previous = before.and_then(|before| before.shown.get(&tag).cloned());
        for candidate in [newest, previous, Some(Vec::new())].into_iter().flatten() {
            let mut trial = Shown::new();
            trial.extend(chosen.get_key_value(&source).map(|(tag, sources)| (tag.clone(), sources.clone())));
            trial.insert(tag.clone(), candidate.clone());
            let loaded = load(&trial, site).and_then(|catalog| {
                base.with_catalog(Arc::new(catalog), false).map(drop).map_err(|err| chain(&err))
            });
            match loaded {
                Ok(()) => {
                    chosen.insert(tag.clone(), candidate);
                    break;
                }
                // The first reason is that of the newest.
                Err(problem) => broken.entry(tag.clone()).or_insert(problem),
            };
        }
    }
    chosen
}
