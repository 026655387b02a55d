//! An export: pages that open from a disk, without the program.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::super::chromium::Browser;
use super::super::component::{self, Components};
use super::page::AXE;
use super::server::files;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_export_opens_from_a_disk() {
    let test = "an_export_opens_from_a_disk";
    let Some(components) = Components::for_test(test) else { return };
    let Some(axe) = component::axe(test) else { return };
    let folder = files();
    let output = Command::new(env!("CARGO_BIN_EXE_pastdue"))
        .env_clear()
        .current_dir(folder.path())
        .args(["preview", "--locales", "locales", "--templates", "templates", "--export", "pages"])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let axe = fs::read_to_string(axe).unwrap();
    let browser = Browser::start(&components).await;
    let first = folder.path().join("pages/index.html");
    browser.go_to(&address(&first)).await;
    let links: Vec<String> =
        browser.evaluate("return [...document.querySelectorAll('.index a')].map(link => link.href);").await;
    assert!(links.len() > 20, "{links:?}");
    let mut lost = BTreeSet::new();
    for link in &links {
        browser.go_to(link).await;
        let targets: Vec<String> = browser.evaluate(TARGETS).await;
        assert!(targets.len() > 10, "{link}: {targets:?}");
        lost.extend(targets.into_iter().filter(|target| !Path::new(target).is_file()));
    }
    assert_eq!(lost, BTreeSet::new());
    let wall = links.iter().find(|link| link.contains("/payment-failed-declined/")).unwrap();
    browser.go_to(wall).await;
    let frames: Vec<String> =
        browser.evaluate("return [...document.querySelectorAll('iframe')].map(frame => frame.src);").await;
    assert_eq!(frames.len(), 5);
    let mut headings = Vec::new();
    for frame in frames {
        browser.go_to(&frame).await;
        headings.push(browser.evaluate::<String>("return document.querySelector('h1').textContent;").await);
    }
    assert!(headings.contains(&"We couldn’t charge your card".to_owned()), "{headings:?}");
    for scheme in ["light", "dark"] {
        browser.set_colors(scheme).await;
        for page in [&address(&first), wall] {
            browser.go_to(page).await;
            assert_eq!(browser.evaluate::<usize>("return document.scripts.length;").await, 0, "{page}");
            let violations: Vec<Value> = browser.evaluate(&format!("{axe}\n{AXE}")).await;
            assert_eq!(violations, [Value::Null; 0], "{page} in {scheme}");
        }
    }
}

fn address(path: &Path) -> String {
    format!("file://{}", path.display())
}

/// The files that a page leads to or loads, as paths.
const TARGETS: &str = "return [...document.querySelectorAll('[href], [src]')]
    .map(element => element.href ?? element.src)
    .filter(address => address.startsWith('file:'))
    .map(address => decodeURIComponent(new URL(address).pathname));";
