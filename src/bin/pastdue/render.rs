//! `pastdue render`: one notice, as any part of its mail, in one or all locales.

use std::fs;
use std::io::Read as _;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context as _, bail};
use jiff::Timestamp;
use pastdue::locale::negotiate;
use pastdue::{Locale, Message, Notice, Sender, Templates, sample};
use serde_json::json;

use crate::args::{Format, Given, Markup, Part, Render};
use crate::config::Config;
use crate::load::{default_of, load_templates};
use crate::{ATTENTION, print, tell};

/// Runs the command. A whole mail is dated `now`.
pub(crate) fn run(args: &Render, config: &Config, now: Timestamp) -> anyhow::Result<ExitCode> {
    if args.given.list_samples {
        print(sample::NAMES.map(|name| format!("{name}\n")).concat().as_bytes())?;
        return Ok(ExitCode::SUCCESS);
    }
    let (name, row) = read(&args.given)?;
    let notice = match Notice::from_json(&row) {
        Ok(notice) => notice,
        Err(err) => {
            tell(&format!("error: {name}: {err}"));
            return Ok(ExitCode::from(ATTENTION));
        }
    };
    let templates =
        load_templates(config, args.overlays.locales.as_deref(), args.overlays.templates.as_deref())?;
    let sender = config.sender()?;
    let file_stem = args.given.sample.clone().unwrap_or_else(|| file_name(notice.key.as_str()));
    if let Some(folder) = &args.out {
        fs::create_dir_all(folder).with_context(|| format!("failed to create `{}`", folder.display()))?;
    }
    for (requested, locale, why) in choose(args, config, &templates, &notice) {
        let text = match part(args, &templates, &sender, &notice, &locale, now) {
            Ok(text) => text,
            Err(err) => {
                tell(&format!("error: {name} in {locale}: {err:#}"));
                return Ok(ExitCode::from(ATTENTION));
            }
        };
        let file =
            args.out.as_deref().map(|folder| folder.join(format!("{file_stem}.{locale}.{}", suffix(args))));
        if let Some(file) = &file {
            fs::write(file, &text).with_context(|| format!("failed to write `{}`", file.display()))?;
        }
        match (args.format, file) {
            (Format::Json, file) => {
                let content = if file.is_none() { Some(String::from_utf8_lossy(&text)) } else { None };
                let line = json!({
                    "id": notice.key.as_str(), "kind": notice.kind().as_str(), "requested": requested,
                    "locale": locale.as_str(), "why": why, "part": part_name(args.part),
                    "file": file.map(|file| file.display().to_string()), "content": content,
                });
                print(format!("{line}\n").as_bytes())?;
            }
            (Format::Human, Some(file)) => print(format!("{}\n", file.display()).as_bytes())?,
            (Format::Human, None) => print(&text)?,
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// The row to render, and what to call it in errors.
fn read(given: &Given) -> anyhow::Result<(String, Vec<u8>)> {
    if let Some(name) = &given.sample {
        let Some(row) = sample::row(name) else {
            bail!("there is no sample `{name}`, only {}", sample::NAMES.join(", "));
        };
        return Ok((format!("the sample `{name}`"), row.into_bytes()));
    }
    let path = given.notice.as_deref().unwrap_or(Path::new("-"));
    if path == Path::new("-") {
        let mut row = Vec::new();
        std::io::stdin().read_to_end(&mut row).context("failed to read standard input")?;
        return Ok(("standard input".to_owned(), row));
    }
    let row = fs::read(path).with_context(|| format!("failed to read `{}`", path.display()))?;
    Ok((path.display().to_string(), row))
}

/// The locales to write in, each with what was asked for and why it was chosen.
fn choose(
    args: &Render,
    config: &Config,
    templates: &Templates,
    notice: &Notice,
) -> Vec<(Vec<String>, Locale, String)> {
    let catalog = templates.catalog();
    let offered = match args.part {
        Part::Article => catalog.offered_articles(),
        _ => catalog.offered(notice.kind()),
    };
    if args.all_locales {
        return offered
            .iter()
            .map(|locale| (Vec::new(), locale.clone(), "every locale".to_owned()))
            .collect();
    }
    let default = default_of(offered, config);
    let requests = match args.locale.as_slice() {
        [] => vec![notice.account.administrator.locales.clone()],
        tags => tags.iter().map(|tag| vec![tag.clone()]).collect(),
    };
    let chosen = requests.into_iter().map(|requested| {
        let negotiated = negotiate(&requested, offered, default);
        let (locale, why) = (negotiated.locale.clone(), negotiated.why.to_string());
        (requested, locale, why)
    });
    chosen.collect()
}

fn part(
    args: &Render,
    templates: &Templates,
    sender: &Sender,
    notice: &Notice,
    locale: &Locale,
    now: Timestamp,
) -> anyhow::Result<Vec<u8>> {
    let is_html = args.markup() == Some(Markup::Html);
    let text = match args.part {
        Part::Alert => {
            let alert = templates.alert(notice, locale)?;
            if is_html { alert.html } else { alert.text }
        }
        Part::Article => {
            let article = templates.article(notice, locale)?;
            if is_html { article.html } else { article.markdown }
        }
        Part::Subject => templates.render(notice, locale)?.subject + "\n",
        Part::Preheader => templates.render(notice, locale)?.preheader + "\n",
        Part::Text => templates.render(notice, locale)?.text,
        Part::Html => templates.render(notice, locale)?.html,
        Part::Eml => {
            let content = templates.render(notice, locale)?;
            return Ok(Message::compose(notice, &content, sender, now)?.as_bytes().to_vec());
        }
    };
    Ok(text.into_bytes())
}

fn part_name(part: Part) -> &'static str {
    match part {
        Part::Subject => "subject",
        Part::Preheader => "preheader",
        Part::Text => "text",
        Part::Html => "html",
        Part::Eml => "eml",
        Part::Alert => "alert",
        Part::Article => "article",
    }
}

fn suffix(args: &Render) -> &'static str {
    match (args.part, args.markup()) {
        (Part::Subject, _) => "subject.txt",
        (Part::Preheader, _) => "preheader.txt",
        (Part::Text, _) => "txt",
        (Part::Html, _) => "html",
        (Part::Eml, _) => "eml",
        (Part::Alert, Some(Markup::Html)) => "alert.html",
        (Part::Alert, _) => "alert.txt",
        (Part::Article, Some(Markup::Html)) => "article.html",
        (Part::Article, _) => "article.md",
    }
}

/// An id as a file name: ids may have `/` and `:`.
fn file_name(id: &str) -> String {
    let is_kept = |char: char| char.is_ascii_alphanumeric() || matches!(char, '.' | '_' | '-');
    let name: String = id.chars().map(|char| if is_kept(char) { char } else { '_' }).collect();
    if name.starts_with('.') { format!("_{name}") } else { name }
}
