//! What every mail is made from: catalogs and templates, those of the user before those built in.

use std::io;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, bail, ensure};
use pastdue::catalog::{self, Catalog};
use pastdue::check::{self, Sources};
use pastdue::diagnostic::{Diagnostic, Severity, human};
use pastdue::template::{self, Templates};
use pastdue::{Locale, Notice, locale, sample};

use crate::config::Config;
use crate::tell;

/// Loads the templates with the catalogs that fill them; files of the folders `locales` and `templates` come
/// before those built in.
///
/// # Errors
///
/// If a folder cannot be read or holds nothing of use, a catalog or a template is wrong, or the configuration
/// names a locale that the catalogs do not have.
pub(crate) fn load_templates(
    config: &Config,
    locales: Option<&Path>,
    templates: Option<&Path>,
) -> anyhow::Result<Templates> {
    let overlays = templates.map(template::read_folder).transpose()?;
    let over = locales.map(catalog::read_folder);
    if let Some(Err(err @ catalog::Error::BadFolder { .. })) = over {
        return Err(err.into());
    }
    if locales.is_some() || templates.is_some() {
        vet(locales, templates)?;
    }
    let mut sources = catalog::builtin();
    if let (Some(folder), Some(over)) = (locales, over.transpose()?) {
        let shown = folder.display();
        ensure!(
            !over.is_empty(),
            "there is no catalog in `{shown}`: expected files such as `nl-NL/mail.ftl`"
        );
        sources.extend(over);
    }
    let site = config.site();
    let catalog = Catalog::load(&site.brand, &sources)?;
    config.check_locales(&catalog)?;
    if let (Some(folder), Some([])) = (templates, overlays.as_deref()) {
        bail!("there is no template in `{}`: expected files such as `base.html`", folder.display());
    }
    let loaded = Templates::load(Arc::new(catalog), site, &overlays.unwrap_or_default())?;
    if templates.is_some() {
        try_out(&loaded)?;
    }
    Ok(loaded)
}

/// The locale in which the mail of `notice` is written, and why.
#[must_use]
pub(crate) fn negotiate<'t>(
    notice: &Notice,
    templates: &'t Templates,
    config: &Config,
) -> (&'t Locale, String) {
    let offered = templates.catalog().offered(notice.kind());
    let default = default_of(offered, config);
    let negotiated = locale::negotiate(&notice.account.administrator.locales, offered, default);
    (negotiated.locale, negotiated.why.to_string())
}

/// The locale among `offered` for a reader whose own are not.
#[must_use]
pub(crate) fn default_of<'o>(offered: &'o [Locale], config: &Config) -> &'o Locale {
    let default = config.default_locale();
    offered
        .iter()
        .find(|locale| **locale == default)
        .or_else(|| offered.iter().find(|locale| locale.as_str() == Catalog::SOURCE_LOCALE))
        .unwrap_or(&offered[0])
}

/// Refuses overlays that have errors, and shows these; tells that there is more, if there is.
fn vet(locales: Option<&Path>, templates: Option<&Path>) -> anyhow::Result<()> {
    let sources = Sources {
        folders: locales.map(check::read_folders).transpose()?.unwrap_or_default(),
        templates: templates.map(check::read_templates).transpose()?,
        lock: None,
    };
    let checked = check::check_overlay(sources);
    let is_error = |found: &Diagnostic| found.severity == Severity::Error;
    let (errors, warnings): (Vec<_>, Vec<_>) = checked.diagnostics.into_iter().partition(is_error);
    let option = |(name, path): (&str, Option<&Path>)| Some(format!("{name} {}", path?.display()));
    let options = [("--locales", locales), ("--templates", templates)].into_iter().filter_map(option);
    let options = options.collect::<Vec<_>>().join(" ");
    let counted = |n: usize, noun: &str| format!("{n} {noun}{}", if n == 1 { "" } else { "s" });
    if !errors.is_empty() {
        let shown = human::render(&errors, &checked.texts, crate::check::is_colored(&io::stderr()));
        tell(shown.trim_end());
        bail!("{} in `{options}`: nothing of it is used", counted(errors.len(), "error"));
    }
    if !warnings.is_empty() {
        let findings = counted(warnings.len(), "finding");
        tell(&format!("warning: {findings} in `{options}`; `pastdue check {options}` shows them"));
    }
    Ok(())
}

/// Renders every sample in every language: a template of the user that fails must fail before the first mail.
fn try_out(templates: &Templates) -> anyhow::Result<()> {
    let samples = sample::all();
    for sample in &samples {
        for locale in templates.catalog().offered(sample.notice.kind()) {
            let rendered = templates.render(&sample.notice, locale);
            rendered.with_context(|| format!("the sample `{}` in {locale}", sample.name))?;
        }
    }
    for locale in templates.catalog().offered_articles() {
        templates.article(&samples[0].notice, locale).with_context(|| format!("the article in {locale}"))?;
    }
    Ok(())
}
