//! What readers see: every page in a real browser, and before a real validator.

mod component;
mod chromium;
mod preview;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde::Deserialize;
use serde_json::Value;
use tempfile::TempDir;

use self::chromium::Browser;
use self::component::Components;
use crate::page;

/// The narrowest phone in use, a common phone, and a mail client on a desk.
const WIDTHS: [u16; 3] = [320, 375, 700];
/// What a picture in a README may weigh.
const MAX_PICTURE_BYTES: usize = 250 * 1000;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn axe_finds_nothing_wrong_with_any_page_in_light_colors() {
    axe_finds_nothing("axe_finds_nothing_wrong_with_any_page_in_light_colors", "light").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn axe_finds_nothing_wrong_with_any_page_in_dark_colors() {
    axe_finds_nothing("axe_finds_nothing_wrong_with_any_page_in_dark_colors", "dark").await;
}

async fn axe_finds_nothing(test: &str, scheme: &str) {
    let Some(components) = Components::for_test(test) else { return };
    let Some(axe) = component::axe(test) else { return };
    let browser = Browser::start(&components).await;
    browser.run_in_every_page(&fs::read_to_string(axe).unwrap()).await;
    browser.set_colors(scheme).await;
    browser.set_screen(700, 800).await;
    let mut violations = Vec::new();
    for page in page::all() {
        for (html, what) in [(page.html.clone(), ""), (page.without_stylesheets(), " without stylesheets")] {
            browser.open(&html).await;
            let found: Vec<Violation> = browser.evaluate(AXE).await;
            violations.extend(found.into_iter().map(|violation| format!("{page}{what}: {violation:?}")));
        }
    }
    assert!(violations.is_empty(), "{}", violations.join("\n"));
}

/// All rules of axe-core, the best practices among them. A rule that cannot decide counts as broken.
const AXE: &str = "return axe.run(document, { resultTypes: ['violations', 'incomplete'] }).then(({ violations, incomplete }) =>
    [...violations, ...incomplete].map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(node => node.html) })));";

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "shown in the message of a failing test")]
struct Violation {
    id: String,
    help: String,
    nodes: Vec<String>,
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_fits_its_screen_with_and_without_its_stylesheets() {
    let test = "every_page_fits_its_screen_with_and_without_its_stylesheets";
    let Some(components) = Components::for_test(test) else { return };
    let browser = Browser::start(&components).await;
    let mut problems = Vec::new();
    for page in page::all() {
        for (html, what) in [(page.html.clone(), ""), (page.without_stylesheets(), " without stylesheets")] {
            browser.open(&html).await;
            for width in WIDTHS {
                browser.set_screen(width, 800).await;
                let layout: Layout = browser.evaluate(LAYOUT).await;
                let found = layout.problems(page.is_mail(), page.locale.as_str(), width);
                problems.extend(found.iter().map(|problem| format!("{page}{what} at {width} px: {problem}")));
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// Measures a page. `cut` names the elements whose text is wider than the element.
const LAYOUT: &str = "
    const shown = element => element.checkVisibility() && element.getBoundingClientRect().height > 0;
    const all = selector => [...document.querySelectorAll(selector)];
    const preheader = document.querySelector('.preheader');
    return {
        locale: document.documentElement.lang,
        width: document.documentElement.scrollWidth,
        headings: all('h1').filter(shown).length,
        buttons: all('.button').filter(shown).map(button => button.getBoundingClientRect().height),
        preheader: preheader !== null && shown(preheader),
        cut: all('body *').filter(element => element.scrollWidth > element.clientWidth && element.clientWidth > 0)
            .map(element => element.outerHTML.slice(0, 80)),
        first_row_is_split: all('th.label').some(label => label.getBoundingClientRect().top !== label.nextElementSibling.getBoundingClientRect().top),
    };";

#[derive(Debug, Deserialize)]
struct Layout {
    locale: String,
    width: u16,
    headings: usize,
    buttons: Vec<f64>,
    preheader: bool,
    cut: Vec<String>,
    first_row_is_split: bool,
}

impl Layout {
    fn problems(&self, is_mail: bool, locale: &str, width: u16) -> Vec<String> {
        let checks = [
            (self.locale == locale, "the page has another language"),
            (self.width <= width, "the page is wider than the screen"),
            (self.cut.is_empty(), "an element is wider than its box"),
            (self.headings == 1, "there is not exactly one visible h1"),
            (self.buttons.len() == usize::from(is_mail), "there is not exactly one visible button"),
            (self.buttons.iter().all(|height| *height >= 44.0), "the button is too low for a finger"),
            (!self.preheader, "the preheader is visible"),
            (!self.first_row_is_split, "a fact does not stand beside its row heading"),
        ];
        checks
            .iter()
            .filter(|(is_met, _)| !is_met)
            .map(|(_, problem)| format!("{problem}: {self:?}"))
            .collect()
    }
}

/// Draws `docs/mail.png` anew: `cargo test picture && cp target/tmp/mail.png docs/mail.png`.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_picture_for_the_readme_shows_two_of_the_mails() {
    let Some(components) = Components::for_test("the_picture_for_the_readme_shows_two_of_the_mails") else {
        return;
    };
    let browser = Browser::start(&components).await;
    let mut frames = String::new();
    for (locale, scheme, width) in [("en-US", "light", 640), ("zh-TW", "dark", 360)] {
        let mut mails = page::all().iter().filter(|page| page.locale.as_str() == locale);
        browser.set_screen(width, 800).await;
        browser.set_colors(scheme).await;
        browser.open(&mails.find(|page| page.name == "payment-failed-declined").unwrap().html).await;
        let picture = browser.picture().await;
        write!(frames, "<img src=\"data:image/png;base64,{picture}\" alt=\"\" width=\"{width}\">").unwrap();
    }
    browser.set_screen(1096, 864).await;
    browser.open(&format!("<!doctype html><style>{PICTURE}</style>{frames}")).await;
    let picture = BASE64_STANDARD.decode(browser.picture().await).unwrap();
    assert!(picture.len() <= MAX_PICTURE_BYTES, "{} bytes", picture.len());
    fs::write(Path::new(env!("CARGO_TARGET_TMPDIR")).join("mail.png"), picture).unwrap();
}

const PICTURE: &str = "body { margin: 0; padding: 32px; display: flex; gap: 32px; background: #cfd6e0; }
    img { border-radius: 12px; }";

#[test]
fn the_html_validator_finds_no_error_in_any_page() {
    let test = "the_html_validator_finds_no_error_in_any_page";
    let Some((java, jar)) = component::validator(test) else { return };
    let folder = TempDir::new().unwrap();
    let mut command = Command::new(java);
    command.arg("-jar").arg(jar).args(["--format", "json", "--stdout", "--exit-zero-always"]);
    for page in page::all() {
        let path = folder.path().join(format!("{page}.html"));
        fs::write(&path, &page.html).unwrap();
        command.arg(path);
    }
    let output = command.output().unwrap();
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let messages = report["messages"].as_array().unwrap().iter();
    let unexpected: Vec<String> = messages
        .filter(|message| {
            let text = message["message"].as_str().unwrap_or_default();
            message["type"] != "info" || !EXPECTED.iter().any(|(expected, _)| text.starts_with(expected))
        })
        .map(|message| format!("{} {}", message["url"], message["message"]))
        .collect();
    assert!(unexpected.is_empty(), "{}", unexpected.join("\n"));
}

/// Warnings that stay, and why.
const EXPECTED: [(&str, &str); 6] = [
    ("The “align” attribute on the “td” element is obsolete.", "Outlook centers nothing by CSS"),
    ("The “bgcolor” attribute on the “td” element is obsolete.", "clients that drop styles keep it"),
    ("The “border” attribute on the “table” element is obsolete.", "Outlook draws a border without it"),
    ("The “cellpadding” attribute on the “table” element is obsolete.", "Outlook pads cells without it"),
    ("The “cellspacing” attribute on the “table” element is obsolete.", "Outlook parts cells without it"),
    ("The “width” attribute on the “table” element is obsolete.", "Outlook shrinks tables without it"),
];
