//! Every mail in every language: snapshots, and the laws that hold for all of them.

mod law;
mod reading;

use std::collections::BTreeMap;

use jiff::Timestamp;
use pastdue::notice::Notice;
use pastdue::{Address, Content, Locale, Message, Sender, Templates, sample};
use scraper::{Html, Selector};

use crate::page;

/// When every mail of these tests is written: 2026-11-21T09:00:00Z.
const NOW: Timestamp = Timestamp::constant(1_795_251_600, 0);

fn sender() -> Sender {
    Sender {
        address: Address::new("billing@billing.example.com").unwrap(),
        reply_to: Some(Address::new("help@example.com").unwrap()),
        name: "Example Cloud Billing".to_owned(),
        names: BTreeMap::from([("zh-TW".to_owned(), "Example Cloud 帳務".to_owned())]),
        tenant: "example-cloud".to_owned(),
        dkim: None,
        bounces: None,
    }
}

fn compose(notice: &Notice, content: &Content) -> Message {
    Message::compose(notice, content, &sender(), NOW).unwrap()
}

/// All locales, each with every sample rendered.
fn contents(templates: &Templates) -> Vec<(sample::Sample, Content)> {
    let render = |locale: &Locale| {
        let locale = locale.clone();
        sample::all().into_iter().map(move |sample| {
            let content = templates.render(&sample.notice, &locale).unwrap();
            (sample, content)
        })
    };
    templates.catalog().offered_articles().iter().flat_map(render).collect()
}

/// The text of a page's body, without its title and styles.
fn visible(html: &str) -> String {
    let page = Html::parse_document(html);
    page.select(&Selector::parse("body").unwrap()).flat_map(|body| body.text()).collect()
}

/// Text without spaces and line ends, and without the joiners that keep a client from making links of names.
fn squashed(text: &str) -> String {
    text.replace(|char: char| char.is_whitespace() || char == '\u{2060}', "")
}

fn check(name: &str, suffix: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_snapshot_path("snapshots/emails");
    settings.bind(|| insta::assert_snapshot!(format!("{name}.{suffix}"), text));
}

#[test]
fn every_sample_reads_as_its_snapshot_in_every_language() {
    for (sample, content) in contents(&page::templates()) {
        let Content { locale, subject, preheader, text, .. } = &content;
        let name = format!("{}@{locale}", sample.name);
        check(&name, "txt", &format!("Subject: {subject}\nPreheader: {preheader}\n\n{text}"));
    }
}

#[test]
fn every_sample_is_laid_out_as_its_snapshot_in_every_language() {
    for (sample, content) in contents(&page::templates()) {
        check(&format!("{}@{}", sample.name, content.locale), "html", &content.html);
    }
}

#[test]
fn every_sample_leaves_as_the_bytes_of_its_snapshot() {
    for (sample, content) in contents(&page::templates()) {
        let message = compose(&sample.notice, &content);
        let mail = std::str::from_utf8(message.as_bytes()).unwrap();
        assert_eq!(mail.matches('\n').count(), mail.matches("\r\n").count());
        check(&format!("{}@{}", sample.name, content.locale), "eml", &mail.replace("\r\n", "\n"));
    }
}

#[test]
fn the_alerts_and_the_article_read_as_their_snapshots() {
    let templates = page::templates();
    for locale in templates.catalog().offered_articles() {
        let mut alerts = String::new();
        for name in ["payment-failed-declined", "invoice-overdue", "service-canceled-invoice"] {
            let alert = templates.alert(&sample::named(name).unwrap().notice, locale).unwrap();
            alerts.extend([alert.text.as_str(), "\n", alert.html.as_str(), "\n"]);
        }
        check(&format!("alerts@{locale}"), "txt", &alerts);
        let article = templates.article(&sample::all()[0].notice, locale).unwrap();
        check(&format!("article@{locale}"), "md", &article.markdown);
        check(&format!("article@{locale}"), "html", &article.html);
    }
}

#[test]
fn the_same_notice_gives_the_same_bytes() {
    let first: Vec<_> = contents(&page::templates());
    for ((sample, content), (_, again)) in first.iter().zip(contents(&page::templates())) {
        assert_eq!(compose(&sample.notice, content), compose(&sample.notice, &again));
    }
}
