//! Sentences edited in place.

use std::fs;

use serde_json::json;

use super::{Preview, copies};

const FILE: &str = "locales/sv-SE/payment-failed.ftl";
const ID: &str = "payment-failed-heading-first";
const ARGS: [&str; 4] = ["--locales", "locales", "--templates", "templates"];

#[test]
fn a_sentence_leads_to_its_source() {
    let preview = Preview::over(copies(), &[&ARGS[..], &["--editor", "vscode"]].concat());
    let message = preview.message("sv-SE", "payment-failed-declined");
    assert_eq!(message["file"], "sv-SE/payment-failed.ftl");
    let path = preview.path(FILE).canonicalize().unwrap().display().to_string();
    assert_eq!(message["path"], path);
    let line = usize::try_from(message["line"].as_u64().unwrap()).unwrap();
    assert!(preview.read(FILE).lines().nth(line - 1).unwrap().starts_with("payment-failed-declined ="));
    assert_eq!(message["editor"], format!("vscode://file{path}:{line}:1"));
    assert!(message["pattern"].as_str().unwrap().starts_with("Betalningen på { MONEY($amount) }"));
    assert!(message["source"]["pattern"].as_str().unwrap().starts_with("We tried to charge"));
    assert!(message["comment"].as_str().unwrap().starts_with("What happened: the bank declined the charge."));
    let amount = &message["variables"][0];
    assert_eq!((&amount["name"], &amount["type"]), (&json!("amount"), &json!("money")));
    assert_eq!(amount["value"], "1\u{a0}234,50\u{a0}€");
    let samples = message["samples"].as_array().unwrap();
    assert!(
        samples.contains(&json!("payment-failed-declined-final"))
            && !samples.contains(&json!("invoice-overdue"))
    );
    let greeting = preview.message("sv-SE", "greeting");
    assert!(greeting["samples"].as_array().unwrap().len() > 10);
    assert_eq!(preview.get("/api/message?locale=sv-SE&id=nothing").status(), "404");
    assert_eq!(preview.get("/api/message?locale=xx&id=greeting").status(), "404");
}

#[test]
fn saving_changes_the_pattern_and_no_other_byte() {
    let preview = Preview::start();
    for (end, name) in [("\n", "LF"), ("\r\n", "CRLF")] {
        let text = preview.read(FILE).replace("\r\n", "\n").replace('\n', end);
        fs::write(preview.path(FILE), format!("# En anmärkning  {end}{text}")).unwrap();
        let before = preview.read(FILE);
        // Every save reads the folder again, so nothing has to be waited for.
        let _ = preview.post("/api/save", &json!({"locale": "sv-SE", "id": ID, "pattern": "x", "hash": ""}));
        let message = preview.message("sv-SE", ID);
        let (old, hash) = (message["pattern"].as_str().unwrap(), &message["hash"]);
        let new = format!("{old} ({name})");
        let saved =
            preview.post("/api/save", &json!({"locale": "sv-SE", "id": ID, "pattern": new, "hash": hash}));
        assert_eq!(saved.status(), "200", "{}", saved.body);
        assert_eq!(
            preview.read(FILE),
            before.replacen(&format!("= {old}{end}"), &format!("= {new}{end}"), 1)
        );
        let again = preview.message("sv-SE", ID);
        assert_eq!((&again["hash"], &again["line"]), (&saved.json()["hash"], &saved.json()["line"]));
        assert!(preview.get("/frame/sv-SE/html").body.contains(&format!("({name})</span>")));
    }
    let left: Vec<_> = fs::read_dir(preview.path("locales/sv-SE")).unwrap().collect();
    assert_eq!(left.len(), 7);
}

#[test]
fn variants_keep_their_layout() {
    let preview = Preview::start();
    let (file, id) = ("locales/nl-NL/mail.ftl", "consequence-dated");
    let message = preview.message("nl-NL", id);
    let pattern = message["pattern"].as_str().unwrap();
    assert!(pattern.starts_with("{ $retentionDays ->\n    [one]") && pattern.ends_with("\n}"), "{pattern}");
    let before = preview.read(file);
    let save = |pattern: &str| {
        let hash = &preview.message("nl-NL", id)["hash"];
        preview.post("/api/save", &json!({"locale": "nl-NL", "id": id, "pattern": pattern, "hash": hash}))
    };
    assert_eq!(save(pattern).status(), "200");
    assert_eq!(preview.read(file), before);
    let changed = pattern.replacen("[one] ", "[one] Let op: ", 1);
    assert_eq!(save(&changed).status(), "200");
    assert_eq!(preview.read(file), before.replacen("[one] ", "[one] Let op: ", 1));
}

#[test]
fn what_has_changed_underneath_is_not_overwritten() {
    let preview = Preview::start();
    let hash = preview.message("sv-SE", ID)["hash"].clone();
    preview.change(FILE, "Vi kunde inte", "Vi har inte kunnat");
    let before = preview.read(FILE);
    let edit = json!({"locale": "sv-SE", "id": ID, "pattern": "Nytt", "hash": hash});
    let saved = preview.post("/api/save", &edit);
    assert_eq!(saved.status(), "409", "{}", saved.body);
    let error = "`sv-SE/payment-failed.ftl` has changed meanwhile: load the message again";
    assert_eq!(saved.json(), json!({"error": error}));
    assert_eq!(preview.read(FILE), before);
}

#[test]
fn what_is_wrong_is_told_and_not_written() {
    let preview = Preview::start();
    let before = preview.read("locales/sv-SE/payment-failed.ftl");
    let id = "payment-failed-declined";
    let message = preview.message("sv-SE", id);
    let (pattern, hash) = (message["pattern"].as_str().unwrap(), &message["hash"]);
    let check = |pattern: &str, rule: &str, part: &str| {
        let edit = json!({"locale": "sv-SE", "id": id, "pattern": pattern, "hash": hash});
        let tried = preview.post("/api/check", &edit);
        assert_eq!((tried.status(), &tried.json()["ok"]), ("200", &json!(false)), "{pattern}");
        let saved = preview.post("/api/save", &edit);
        assert_eq!(saved.status(), "422", "{pattern}: {}", saved.body);
        let findings = saved.json()["findings"].clone();
        let is_it = |found: &serde_json::Value| found["rule"] == rule && found.to_string().contains(part);
        assert!(findings.as_array().unwrap().iter().any(is_it), "{pattern}: {findings:#}");
        assert_eq!(preview.read("locales/sv-SE/payment-failed.ftl"), before);
    };
    check(&pattern.replace("MONEY($amount)", "$amont"), "unknown-variable", "did you mean `$amount`?");
    check("{ $amount", "syntax", "");
    check(&format!("{pattern}\n.title = x"), "syntax", "more than one pattern");
    check("", "empty-translation", "");
    check(&pattern.replace("MONEY($amount)", "\"10\""), "missing-variable", "$amount");
    let fine = json!({"locale": "sv-SE", "id": id, "pattern": format!("{pattern} Betala gärna i dag."), "sample": "payment-failed-declined"});
    let tried = preview.post("/api/check", &fine).json();
    assert_eq!((&tried["ok"], &tried["findings"]), (&json!(true), &json!([])));
    assert!(tried["rendered"].as_str().unwrap().ends_with("1 november 2026. Betala gärna i dag."), "{tried}");
    assert_eq!(preview.read("locales/sv-SE/payment-failed.ftl"), before);
}

#[test]
fn a_message_that_is_missing_is_added() {
    let preview = Preview::start();
    let removed = format!("{ID} = Vi kunde inte debitera ditt kort\n");
    preview.change(FILE, &removed, "");
    let edit =
        |hash: &str| json!({"locale": "sv-SE", "id": ID, "pattern": "Ditt kort nekades", "hash": hash});
    // The first save reads the folder, whatever becomes of it.
    assert_eq!(preview.post("/api/save", &edit("")).status(), "409");
    let message = preview.message("sv-SE", ID);
    let saved = preview.post("/api/save", &edit(message["hash"].as_str().unwrap()));
    assert_eq!(saved.status(), "200", "{}", saved.body);
    assert!(preview.read(FILE).ends_with(&format!("\n{ID} = Ditt kort nekades\n")));
}

#[test]
fn a_translation_that_is_still_right_is_accepted() {
    let preview = Preview::start();
    let (from, to) = ("We couldn’t charge your card\n", "Your card could not be charged\n");
    preview.change("locales/en-US/payment-failed.ftl", from, to);
    let accept = |id: &str| preview.post("/api/accept", &json!({"locale": "sv-SE", "id": id}));
    assert_eq!(accept("nothing").status(), "404");
    let stale = preview.message("sv-SE", ID);
    assert_eq!(stale["stale"], json!({"old": from.trim(), "new": to.trim()}));
    assert_eq!(stale["findings"][0]["rule"], "stale");
    let accepted = accept(ID);
    assert_eq!((accepted.status(), accepted.body.as_str()), ("200", "{}"));
    assert!(preview.message("sv-SE", ID)["stale"].is_null());
    assert!(!preview.message("nl-NL", ID)["stale"].is_null());
    assert!(preview.read("locales/l10n.lock").contains(&format!("sv-SE {ID} ")));
}

#[test]
fn nothing_is_written_where_nothing_may_be() {
    let read_only = Preview::over(copies(), &[&ARGS[..], &["--read-only"]].concat());
    let built_in = Preview::over(tempfile::tempdir().unwrap(), &[]);
    let before = read_only.read(FILE);
    for (preview, error) in [
        (&read_only, "nothing is written: the preview was started with `--read-only`"),
        (&built_in, "the catalogs are built in: start the preview with `--locales DIR` to edit them"),
    ] {
        let message = preview.message("sv-SE", ID);
        assert_eq!(message["editable"], false);
        let edit = json!({"locale": "sv-SE", "id": ID, "pattern": "Nytt", "hash": message["hash"]});
        for path in ["/api/save", "/api/accept"] {
            let answer = preview.post(path, &edit);
            assert_eq!((answer.status(), answer.json()), ("403", json!({"error": error})));
        }
        let send = json!({"sample": "undated", "locale": "sv-SE", "to": "alex@example.com"});
        assert_eq!(preview.post("/api/send", &send).status(), "404");
    }
    assert_eq!(read_only.read(FILE), before);
}

#[test]
fn a_sample_is_sent_where_that_is_allowed() {
    let preview = Preview::over(tempfile::tempdir().unwrap(), &["--allow-send"]);
    assert_eq!(preview.get("/api/wall").json()["allow_send"], true);
    let send =
        |to: &str| preview.post("/api/send", &json!({"sample": "undated", "locale": "zh-TW", "to": to}));
    let refused = send("nobody");
    assert_eq!(refused.status(), "422");
    assert!(
        refused.json()["error"].as_str().unwrap().starts_with("`to`: expected an address"),
        "{}",
        refused.body
    );
    for n_mails in 1..=2 {
        let sent = send("someone@example.org");
        assert_eq!(sent.status(), "200", "{}", sent.body);
        let mails: Vec<_> = fs::read_dir(preview.path("Maildir/new")).unwrap().map(Result::unwrap).collect();
        assert_eq!(mails.len(), n_mails);
        let mail = fs::read_to_string(mails[0].path()).unwrap();
        assert!(mail.contains("someone@example.org") && mail.contains("Content-Language: zh-TW"), "{mail}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_out_is_neither_read_nor_written() {
    let folder = copies();
    let outside = tempfile::tempdir().unwrap();
    let secret = outside.path().join("brand.ftl");
    fs::write(&secret, "-brand = Secret\ngreeting = Secret\n").unwrap();
    let link = folder.path().join("locales/sv-SE/zz.ftl");
    std::os::unix::fs::symlink(&secret, &link).unwrap();
    fs::rename(folder.path().join("locales/nl-NL"), outside.path().join("nl-NL")).unwrap();
    std::os::unix::fs::symlink(outside.path().join("nl-NL"), folder.path().join("locales/nl-NL")).unwrap();
    let preview = Preview::over(folder, &ARGS);
    for path in ["/api/wall", "/api/mail", "/api/findings", "/frame/sv-SE/html"] {
        assert!(!preview.get(path).body.contains("Secret"), "{path}");
    }
    let wall = preview.get("/api/wall").json();
    let broken = |n: usize| wall["locales"][n]["broken"]["message"].as_str().unwrap().to_owned();
    assert_eq!(broken(3), "`sv-SE/zz.ftl` leads out of the folder, so it is not read");
    assert_eq!(broken(2), "`nl-NL/alert.ftl` leads out of the folder, so it is not read");
    let before = fs::read_to_string(outside.path().join("nl-NL/payment-failed.ftl")).unwrap();
    let hash = preview.message("nl-NL", ID)["hash"].clone();
    let saved =
        preview.post("/api/save", &json!({"locale": "nl-NL", "id": ID, "pattern": "Nieuw", "hash": hash}));
    assert_eq!(saved.status(), "403", "{}", saved.body);
    assert_eq!(fs::read_to_string(outside.path().join("nl-NL/payment-failed.ftl")).unwrap(), before);
}
