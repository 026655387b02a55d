//! What is shown.

use super::Preview;

#[test]
fn every_sample_is_shown_in_every_language() {
    let preview = Preview::start();
    let wall = preview.get("/api/wall").json();
    let tags = |list: &serde_json::Value| -> Vec<String> {
        list.as_array().unwrap().iter().map(|locale| locale["tag"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(tags(&wall["locales"]), ["en-US", "fr-FR", "nl-NL", "sv-SE", "zh-TW"]);
    assert!(wall["locales"].as_array().unwrap().iter().all(|locale| locale["broken"].is_null()));
    for sample in wall["samples"].as_array().unwrap() {
        let name = sample["name"].as_str().unwrap();
        let mail = preview.get(&format!("/api/mail?sample={name}")).json();
        assert_eq!(tags(&mail["locales"]), tags(&wall["locales"]));
        for locale in mail["locales"].as_array().unwrap() {
            assert!(locale["error"].is_null(), "{name}: {locale}");
            assert!(locale["html_bytes"].as_u64().unwrap() < 20 * 1024, "{name}");
        }
    }
}

#[test]
fn a_frame_tells_the_messages_apart_and_a_mail_does_not() {
    let preview = Preview::start();
    let frame = preview.get("/frame/sv-SE/html?sample=payment-failed-declined");
    assert!(frame.header.contains(
        "content-security-policy: default-src 'none'; style-src 'unsafe-inline'; img-src https: data:; "
    ));
    let mail = preview.get("/api/mail?sample=payment-failed-declined").json();
    let locale = &mail["locales"][3];
    assert_eq!(locale["tag"], "sv-SE");
    let ids: Vec<&str> =
        locale["messages"].as_array().unwrap().iter().map(|id| id.as_str().unwrap()).collect();
    // The subject stands in no element, and one message lays out plain text alone.
    for id in ids.iter().filter(|id| **id != "payment-failed-subject-first" && **id != "text-fact") {
        assert!(frame.body.contains(&format!("<span data-message=\"{id}\">")), "{id}");
    }
    assert!(!frame.body.contains('\u{E010}') && !frame.body.contains('\u{E012}'));
    for part in ["eml", "text", "alert_html", "alert_text"] {
        assert!(!locale[part].as_str().unwrap().contains("data-message"), "{part}");
    }
    assert!(preview.get("/frame/sv-SE/alert").body.contains("<span data-message=\"alert-payment-failed\">"));
    let article = preview.get("/frame/sv-SE/article").body;
    assert!(article.contains("<span data-message=\"article-title\">"));
    assert!(!article.split_once("</title>").unwrap().0.contains("data-message"));
}

#[test]
fn a_frame_is_shown_as_clients_show_it() {
    let preview = Preview::start();
    let plain = preview.get("/frame/nl-NL/html").body;
    let stripped = preview.get("/frame/nl-NL/html?style=off").body;
    assert!(plain.contains("<style>") && !stripped.contains("<style"));
    assert!(preview.get("/frame/nl-NL/html?images=off").header.contains("img-src 'none';"));
    assert!(preview.get("/frame/nl-NL/html?colors=dark").body.contains("@media all {"));
    assert!(preview.get("/frame/nl-NL/html?colors=light").body.contains("@media not all {"));
}

#[test]
fn a_made_up_language_shows_what_a_layout_can_bear() {
    let preview = Preview::start();
    let subject = |pseudo: &str| {
        let mail = preview.get(&format!("/api/mail?sample=payment-failed-declined&pseudo={pseudo}")).json();
        mail["locales"][0]["subject"].as_str().unwrap().to_owned()
    };
    let plain = subject("");
    assert_eq!(plain, "We couldn’t charge your card for Production");
    let accented = subject("accented");
    assert!(
        accented.ends_with(" Production") && accented.chars().count() * 10 >= plain.chars().count() * 12,
        "{accented}"
    );
    assert_eq!(subject("bracketed"), format!("⟦{plain}⟧"));
    let frame = preview.get("/frame/en-US/html?pseudo=rtl").body;
    assert!(frame.contains("dir=\"rtl\"") && !frame.contains("dir=\"ltr\""));
    assert_eq!(preview.get("/api/mail?pseudo=klingon").status(), "404");
}
