//! The page itself: for everybody, on every screen.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::Value;

use super::super::component;
use super::Preview;

const PAGES: [&str; 9] = [
    "",
    "view=text",
    "view=inbox",
    "view=alert",
    "view=headers",
    "view=eml",
    "tab=findings",
    "locale=fr-FR&message=greeting",
    "locale=sv-SE&message=consequence-dated&view=article",
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn axe_finds_nothing_wrong_with_the_preview() {
    let test = "axe_finds_nothing_wrong_with_the_preview";
    let Some(axe) = component::axe(test) else { return };
    let axe = fs::read_to_string(axe).unwrap();
    let Some(preview) = Preview::start(test).await else { return };
    let browser = &preview.browser;
    // Something of everything: a stale translation, an error, a file that cannot be read.
    preview.server.replace("locales/en-US/mail.ftl", "greeting = Hello {", "greeting = Dear {");
    preview.server.replace(
        "locales/sv-SE/mail.ftl",
        "greeting = Hej { $administratorName }!",
        "greeting = Hej!",
    );
    preview.server.replace("locales/nl-NL/mail.ftl", "closing = ", "closing = { ");
    browser.wait_for("document.querySelector('.broken')").await;
    let mut found = String::new();
    for (width, height) in [(1280, 900), (390, 844)] {
        browser.set_screen(width, height).await;
        for scheme in ["light", "dark"] {
            browser.set_colors(scheme).await;
            for page in PAGES {
                preview.show(page).await;
                if page.contains("message=") {
                    browser.wait_for("document.querySelector('textarea')").await;
                }
                let violations: Vec<Value> = browser.evaluate(&format!("{axe}\n{AXE}")).await;
                for violation in violations {
                    writeln!(found, "`{page}` {width} {scheme}: {violation}").unwrap();
                }
                let wide: u16 = browser.evaluate("return document.documentElement.scrollWidth;").await;
                if wide > width {
                    writeln!(found, "`{page}` is {wide} wide on a screen of {width}").unwrap();
                }
            }
            browser.evaluate::<()>("document.getElementById('open-help').click();").await;
            let violations: Vec<Value> = browser.evaluate(&format!("{axe}\n{AXE}")).await;
            for violation in violations {
                writeln!(found, "help {width} {scheme}: {violation}").unwrap();
            }
        }
    }
    assert_eq!(found, "");
}

/// All rules, the best practices among them. The mails in the frames have a test of their own.
pub(super) const AXE: &str = "return axe.run(document, { iframes: false, resultTypes: ['violations'] }).then(({ violations }) =>
    violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(node => node.html.slice(0, 200)) })));";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_phone_shows_one_language_at_a_time() {
    let Some(preview) = Preview::start("a_phone_shows_one_language_at_a_time").await else { return };
    let browser = &preview.browser;
    browser.set_screen(390, 844).await;
    preview.show("").await;
    browser
        .evaluate::<()>(
            "
        const chooser = document.getElementById('chooser');
        chooser.value = 'zh-TW';
        chooser.dispatchEvent(new Event('change'));",
        )
        .await;
    browser.wait_for("Math.abs(document.querySelector('.pane[data-locale=zh-TW]').getBoundingClientRect().left - 8) < 2").await;
    browser.wait_for("location.search === '?locale=zh-TW'").await;
}

/// Draws `docs/preview.png` anew: `cargo test picture && cp target/tmp/preview.png docs/preview.png`.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_picture_for_the_readme_shows_the_preview() {
    let Some(preview) = Preview::start("the_picture_for_the_readme_shows_the_preview").await else { return };
    let browser = &preview.browser;
    browser.set_screen_at(1280, 760, 1.0).await;
    preview.open("sv-SE", "greeting").await;
    let text: String = browser.evaluate("return document.querySelector('textarea').value;").await;
    preview.write(&text.replace("$administratorName", "$adminstratorName")).await;
    browser.wait_for("document.querySelector('.verdict .finding')").await;
    let picture = BASE64_STANDARD.decode(browser.picture().await).unwrap();
    assert!(picture.len() <= super::super::MAX_PICTURE_BYTES, "{} bytes", picture.len());
    fs::write(Path::new(env!("CARGO_TARGET_TMPDIR")).join("preview.png"), picture).unwrap();
}
