//! Every page as a file, to be opened from a disk by those who have no program.

mod page;

use std::fs;
use std::io;
use std::path::Path;

use serde_json::Value;

use self::page::Pane;
use super::frame::{self, Look, Part};
use super::mail::direction;
use super::snapshot::Snapshot;
use super::{Error, Settings, mail, native, sampled, web};
use crate::sample::{self, Sample};

/// The name of the article among the samples.
const ARTICLE: &str = "article";
/// What the first page of an export has, so that one can be written over.
const MARK: &str = "<title>pastdue: all mails</title>";

/// Writes all pages into `folder`, which is new, empty, or an export. Gives how many mails there are.
pub(super) fn write(snapshot: &Snapshot, settings: &Settings, folder: &Path) -> Result<usize, Error> {
    check_folder(folder)?;
    let samples = sample::all();
    let names: Vec<&str> = samples.iter().map(|sample| sample.name).chain([ARTICLE]).collect();
    let mut groups: Vec<(String, Vec<(String, String)>)> = Vec::new();
    let mut n_mails = 0;
    for (at, sample) in samples.iter().enumerate() {
        let kind = sampled::label(sample.notice.kind().as_str());
        let entry = (sample.name.to_owned(), sampled::label(sample.name));
        match groups.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, entries)) => entries.push(entry),
            None => groups.push((kind, vec![entry])),
        }
        let mail = mail::mail(snapshot, settings, sample, None);
        let own = folder.join(sample.name);
        let locales = mail["locales"].as_array().map_or(&[][..], Vec::as_slice);
        let panes = locales.iter().map(|mail| mail_pane(snapshot, sample, mail, &own));
        let panes = panes.collect::<Result<Vec<Pane>, Error>>()?;
        n_mails += panes.iter().filter(|pane| pane.error.is_none()).count();
        let before = at.checked_sub(1).and_then(|before| names.get(before).copied());
        let page = page::wall(&sampled::label(sample.name), before, names.get(at + 1).copied(), &panes);
        put(&own.join("index.html"), page.as_bytes())?;
    }
    if let Some(sample) = samples.first() {
        let own = folder.join(ARTICLE);
        let pages: Vec<(&str, Result<String, String>)> = snapshot
            .tags()
            .into_iter()
            .map(|tag| (tag, frame::page(snapshot, sample, tag, Part::Article, Look::default(), false)))
            .collect();
        let panes = pages.iter().map(|(tag, article)| article_pane(tag, article, &own));
        let panes = panes.collect::<Result<Vec<Pane>, Error>>()?;
        let before = samples.last().map(|sample| sample.name);
        put(&own.join("index.html"), page::wall("Article", before, None, &panes).as_bytes())?;
    }
    groups.push(("Help".to_owned(), vec![(ARTICLE.to_owned(), "Article".to_owned())]));
    put(&folder.join("export.css"), web::EXPORT_STYLE.as_bytes())?;
    // Last, because it says that the folder is an export.
    put(&folder.join("index.html"), page::index(&groups).as_bytes())?;
    Ok(n_mails)
}

/// Writes the files of one mail.
fn mail_pane<'m>(
    snapshot: &Snapshot,
    sample: &Sample,
    mail: &'m Value,
    folder: &Path,
) -> Result<Pane<'m>, Error> {
    let field = |name: &str| mail[name].as_str().unwrap_or_default();
    let tag = field("tag");
    let mut pane = Pane {
        tag,
        name: native::name(tag),
        dir: field("dir"),
        lines: Vec::new(),
        files: Vec::new(),
        frame: format!("{tag}.html"),
        error: mail["error"].as_str(),
    };
    if pane.error.is_some() {
        return Ok(pane);
    }
    pane.lines =
        vec![("From", field("sender")), ("Subject", field("subject")), ("Preheader", field("preheader"))];
    // It has been rendered a moment ago.
    let html = frame::page(snapshot, sample, tag, Part::Html, Look::default(), false).unwrap_or_default();
    for (words, suffix, text) in [
        ("HTML", "html", html.as_str()),
        ("Text", "txt", field("text")),
        ("Mail", "eml", field("eml")),
        ("Alert", "alert.html", field("alert_html")),
    ] {
        let name = format!("{tag}.{suffix}");
        let page = match suffix {
            "alert.html" => frame::around(text, tag),
            _ => text.to_owned(),
        };
        put(&folder.join(&name), page.as_bytes())?;
        pane.files.push((words, name));
    }
    Ok(pane)
}

fn article_pane<'p>(
    tag: &'p str,
    article: &'p Result<String, String>,
    folder: &Path,
) -> Result<Pane<'p>, Error> {
    let name = format!("{tag}.html");
    if let Ok(page) = article {
        put(&folder.join(&name), page.as_bytes())?;
    }
    Ok(Pane {
        tag,
        name: native::name(tag),
        dir: direction(tag, None),
        lines: Vec::new(),
        files: vec![("HTML", name.clone())],
        frame: name,
        error: article.as_ref().err().map(String::as_str),
    })
}

/// Refuses a folder that holds something else.
fn check_folder(folder: &Path) -> Result<(), Error> {
    let mut entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(err) if err.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(source) => return Err(Error::Write { path: folder.to_owned(), source }),
    };
    let is_export = || fs::read_to_string(folder.join("index.html")).is_ok_and(|page| page.contains(MARK));
    if entries.next().is_none() || is_export() {
        Ok(())
    } else {
        Err(Error::NotEmpty { path: folder.to_owned() })
    }
}

fn put(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let made = path.parent().map_or(Ok(()), fs::create_dir_all);
    made.and_then(|()| fs::write(path, bytes))
        .map_err(|source| Error::Write { path: path.to_owned(), source })
}
