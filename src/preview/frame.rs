//! The pages that stand in frames: a mail, an alert, an article, as clients would show them.

use super::mail::{direction, is_complete};
use super::pseudo::Pseudo;
use super::snapshot::Snapshot;
use crate::chain::chain;
use crate::locale::Locale;
use crate::sample::Sample;
use crate::template::Templates;

/// What stands in a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Html,
    Alert,
    Article,
}

impl Part {
    pub(super) fn parse(word: &str) -> Option<Part> {
        match word {
            "html" => Some(Part::Html),
            "alert" => Some(Part::Alert),
            "article" => Some(Part::Article),
            _ => None,
        }
    }
}

/// How a frame differs from the mail that is sent.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Look {
    pub(super) pseudo: Option<Pseudo>,
    /// Without `<style>`, as some clients have it.
    pub(super) is_stripped: bool,
    /// The color scheme, whichever the system has.
    pub(super) scheme: Option<Scheme>,
}

/// A color scheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scheme {
    Light,
    Dark,
}

/// The page; `is_marked` puts each message into an element that carries its id.
pub(super) fn page(
    snapshot: &Snapshot,
    sample: &Sample,
    tag: &str,
    part: Part,
    look: Look,
    is_marked: bool,
) -> Result<String, String> {
    let locale: Locale = tag.parse().map_err(|err| chain(&err))?;
    let view = snapshot.view(look.pseudo)?;
    let templates: &Templates = if is_marked { view.marked()? } else { &view.plain };
    let page = match part {
        Part::Html => {
            is_complete(view, sample, &locale)?;
            templates.render(&sample.notice, &locale).map(|content| content.html)
        }
        Part::Article => templates.article(&sample.notice, &locale).map(|article| article.html),
        Part::Alert => templates.alert(&sample.notice, &locale).map(|alert| around(&alert.html, tag)),
    };
    let mut page = page.map_err(|err| chain(&err))?;
    if direction(tag, look.pseudo) == "rtl" {
        page = page.replace("dir=\"ltr\"", "dir=\"rtl\"");
    }
    if look.is_stripped {
        page = without_style(&page);
    }
    Ok(match look.scheme {
        None => page,
        Some(scheme) => in_scheme(&page, scheme),
    })
}

/// A paragraph alone as a page: an account portal brings its own.
pub(super) fn around(alert: &str, tag: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{tag}</title>\n\
         <style>:root {{ color-scheme: light dark; }} body {{ font: 16px/1.5 sans-serif; margin: 16px; }}</style>\n\
         </head>\n<body>\n{alert}</body>\n</html>\n"
    )
}

fn without_style(page: &str) -> String {
    let mut kept = String::with_capacity(page.len());
    let mut rest = page;
    while let Some((before, from)) = rest.split_once("<style") {
        kept.push_str(before);
        rest = from.split_once("</style>").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    kept
}

/// The page as a system of that scheme shows it.
fn in_scheme(page: &str, scheme: Scheme) -> String {
    let (dark, word) = match scheme {
        Scheme::Light => ("@media not all", "light"),
        Scheme::Dark => ("@media all", "dark"),
    };
    page.replace("@media (prefers-color-scheme: dark)", dark)
        .replace("color-scheme: light dark", &format!("color-scheme: {word}"))
        .replace("content=\"light dark\"", &format!("content=\"{word}\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_client_may_drop_every_style() {
        assert_eq!(without_style("a<style>b</style>c<style type=\"x\">d</style>e"), "ace");
        assert_eq!(without_style("a<style>b"), "a");
    }

    #[test]
    fn a_scheme_is_forced() {
        let page = "<meta content=\"light dark\">@media (prefers-color-scheme: dark) { }";
        assert_eq!(in_scheme(page, Scheme::Dark), "<meta content=\"dark\">@media all { }");
        assert_eq!(in_scheme(page, Scheme::Light), "<meta content=\"light\">@media not all { }");
    }
}
