//! Files that change while they are shown.

use std::io::{BufRead as _, BufReader, Write as _};

use serde_json::{Value, json};

use super::Preview;
use crate::support::connect;

/// The events as they come.
fn events(preview: &Preview) -> impl Iterator<Item = Value> + use<> {
    let mut stream = connect(&preview.address);
    let (address, token) = (&preview.address, &preview.token);
    write!(stream, "GET /events HTTP/1.0\r\nHost: {address}\r\nAuthorization: Bearer {token}\r\n\r\n")
        .unwrap();
    let lines = BufReader::new(stream).lines().map(Result::unwrap);
    lines.filter_map(|line| Some(serde_json::from_str(line.strip_prefix("data: ")?).unwrap()))
}

#[test]
fn a_file_that_changes_is_told_and_shown() {
    let preview = Preview::start();
    let mut events = events(&preview);
    assert_eq!(events.next().unwrap(), json!({"version": 1, "locales": []}));
    preview.change("locales/sv-SE/payment-failed.ftl", "Vi kunde inte debitera ditt kort", "Kortet nekades");
    assert_eq!(events.next().unwrap(), json!({"version": 2, "locales": ["sv-SE"]}));
    assert!(preview.get("/frame/sv-SE/html").body.contains("Kortet nekades"));
    preview.change("templates/base.html", "<main>", "<main data-new>");
    let everybody = ["en-US", "fr-FR", "nl-NL", "sv-SE", "zh-TW"];
    assert_eq!(events.next().unwrap(), json!({"version": 3, "locales": everybody}));
    assert!(preview.get("/frame/nl-NL/html").body.contains("<main data-new>"));
}

#[test]
fn a_broken_file_shows_its_error_over_the_mails_as_they_were() {
    let preview = Preview::start();
    let mut events = events(&preview);
    events.next().unwrap();
    let file = "locales/sv-SE/payment-failed.ftl";
    preview.change(file, "Vi kunde inte debitera ditt kort", "Kortet nekades");
    events.next().unwrap();
    preview.change(file, "{ DATETIME($dueDate) }", "{ DATETIME($dueDate ");
    events.next().unwrap();
    let wall = preview.get("/api/wall").json();
    let broken = &wall["locales"][3]["broken"];
    assert!(
        broken["message"].as_str().unwrap().starts_with("`locales/sv-SE/payment-failed.ftl`, line "),
        "{broken}"
    );
    assert!(broken["frame"].as_str().unwrap().contains("--> locales/sv-SE/payment-failed.ftl:"), "{broken}");
    let mail = preview.get("/api/mail").json();
    for locale in mail["locales"].as_array().unwrap() {
        assert!(locale["error"].is_null(), "{locale}");
    }
    // Not what is built in, but what was there last.
    assert!(mail["locales"][3]["text"].as_str().unwrap().contains("försökte debitera"));
    assert!(preview.get("/frame/sv-SE/html").body.contains("Kortet nekades"));
    // The others live on.
    preview.change("locales/nl-NL/payment-failed.ftl", "Uw creditcardbetaling", "Uw betaling");
    assert_eq!(events.next().unwrap(), json!({"version": 4, "locales": ["nl-NL"]}));
    preview.change(file, "{ DATETIME($dueDate ", "{ DATETIME($dueDate) }");
    events.next().unwrap();
    assert!(preview.get("/api/wall").json()["locales"][3]["broken"].is_null());
}

#[test]
fn a_broken_template_leaves_the_last_good_one() {
    let preview = Preview::start();
    let mut events = events(&preview);
    events.next().unwrap();
    preview.change("templates/base.html", "{{ heading }}", "{{ heading");
    events.next().unwrap();
    let wall = preview.get("/api/wall").json();
    assert!(wall["templates_broken"].as_str().unwrap().contains("base.html"), "{wall}");
    assert!(preview.get("/frame/sv-SE/html").body.contains("Vi kunde inte debitera ditt kort"));
    preview.change("templates/base.html", "{{ heading", "{{ heading }}");
    events.next().unwrap();
    assert!(preview.get("/api/wall").json()["templates_broken"].is_null());
}
