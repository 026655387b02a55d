//! `--accept` and `l10n.lock`.

use std::fs;
use std::path::Path;

use pastdue::check::{Contract, Selection, Sources, accept, read_folders, read_lock};

use crate::program::{Output, Test};

const LOCK: &str = "\
# What each translation was made from. Written by `pastdue check --accept`.
nl-NL bye 030db975e3449e90 84a30fda5750470b Goodbye
nl-NL hello 63f0bfacf2c00f6b 53a0bfcfacecef27 Hello
sv-SE hello 63f0bfacf2c00f6b 49535219cd9c98f4 Hello
";

/// Three locales in `l`.
fn locales() -> Test {
    Test::new()
        .file("l/en-US/a.ftl", "hello = Hello\nbye = Goodbye\n")
        .file("l/nl-NL/a.ftl", "hello = Hallo\nbye = Tot ziens\n")
        .file("l/sv-SE/a.ftl", "hello = Hej\n")
}

fn written(output: &Output) -> String {
    fs::read_to_string(output.path("l/l10n.lock")).unwrap()
}

#[test]
fn what_is_accepted_is_recorded_in_order() {
    let output = locales()
        .args("check --locales l --accept")
        .stdout("")
        .stderr("3 translations recorded in `l/l10n.lock`, 0 of them had been stale\n")
        .code(0);
    assert_eq!(written(&output), LOCK);
    locales()
        .file("l/l10n.lock", LOCK)
        .args("check --locales l --accept")
        .stderr("0 translations recorded in `l/l10n.lock`, 0 of them had been stale\n")
        .code(0);
}

#[test]
fn one_message_is_accepted_and_the_rest_stays_as_it_was() {
    let changed = LOCK.replace("63f0bfacf2c00f6b", "0000000000000000");
    let check = |args: &str, stdout: &str, n_recorded: usize, lines_of_before: &[usize]| {
        let output = locales().file("l/l10n.lock", &changed).args(args).stdout(stdout).code(0);
        let expected: String = LOCK
            .lines()
            .zip(changed.lines())
            .enumerate()
            .map(|(n, (new, old))| if lines_of_before.contains(&n) { old } else { new }.to_owned() + "\n")
            .collect();
        assert_eq!(written(&output), expected, "{args}");
        assert!(output.stderr.starts_with(&format!("{n_recorded} translation")), "{}", output.stderr);
    };
    check("check --locales l --accept nl-NL hello", "nl-NL hello\n", 1, &[3]);
    check("check --locales l --accept nl-NL", "nl-NL hello\n", 1, &[3]);
    check("check --locales l --accept sv-SE", "sv-SE hello\n", 1, &[2]);
    check("check --locales l --accept sv-SE hello", "sv-SE hello\n", 1, &[2]);
    check("check --locales l --accept", "nl-NL hello\nsv-SE hello\n", 2, &[]);
}

#[test]
fn lines_of_what_is_gone_and_of_merges_go() {
    let union =
        format!("{LOCK}sv-SE gone 0 0 Gone\n<<<<<<<\nnl-NL hello 0000000000000000 53a0bfcfacecef27 Hi\n");
    let output = locales().file("l/l10n.lock", union).args("check --locales l --accept").code(0);
    assert_eq!(written(&output), LOCK);
}

#[test]
fn what_is_not_there_cannot_be_accepted() {
    let check = |args: &str, error: &str| {
        let output = locales().args(args).stdout("").stderr(format!("error: {error}\n")).code(2);
        assert!(!output.path("l/l10n.lock").exists());
    };
    check("check --locales l --accept de-DE", "there is no translation `de-DE`");
    check("check --locales l --accept en-US", "there is no translation `en-US`");
    check("check --locales l --accept sv-SE bye", "`sv-SE` has no translation of a message `bye`");
    Test::new().args("check --accept").stdout("").code(2);
}

#[test]
fn a_stale_translation_is_denied_when_asked_and_not_once_accepted() {
    let stale = LOCK.replace("63f0bfacf2c00f6b 49", "0000000000000000 49");
    let all = "check --locales l --allow missing-message";
    let output = locales().file("l/l10n.lock", &stale).args(all).args("--deny stale").code(1);
    assert!(
        output.stdout.starts_with("warning[stale]: the source of `hello` has changed"),
        "{}",
        output.stdout
    );
    locales().file("l/l10n.lock", &stale).args(all).code(0);
    locales().file("l/l10n.lock", LOCK).args(all).args("--deny stale").code(0);
}

#[test]
fn our_own_lock_is_up_to_date() {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/locales"));
    let sources =
        Sources { folders: read_folders(root).unwrap(), lock: read_lock(root).unwrap(), templates: None };
    let accepted = accept(sources, &Contract::ours(), Selection::All).unwrap();
    assert_eq!(accepted.stale, [], "translate anew what is stale, or accept it");
    assert!(
        accepted.text == fs::read_to_string(root.join("l10n.lock")).unwrap_or_default(),
        "run `pastdue check --locales locales --accept`"
    );
}
