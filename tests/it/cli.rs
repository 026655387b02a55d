//! Arguments, help, exit status, completions, manual pages.

use std::fs;
use std::process::{Command, Stdio};

use crate::program::Test;

#[test]
fn the_version_is_the_packages() {
    Test::new()
        .args("--version")
        .stdout(format!("pastdue {}\n", env!("CARGO_PKG_VERSION")))
        .stderr("")
        .code(0);
}

#[test]
fn help_goes_to_standard_output_with_examples_and_the_exit_status() {
    let output = Test::new().args("--help").stderr("").code(0);
    insta::assert_snapshot!("help", output.stdout);
    for command in [
        "send", "enqueue", "work", "status", "explain", "doubt", "withdraw", "suppress", "bounces", "purge",
        "render", "preview", "config",
    ] {
        let output = Test::new().args(command).args("--help").stderr("").code(0);
        insta::assert_snapshot!(format!("help-{command}"), output.stdout);
    }
    for command in ["completions", "man"] {
        let output = Test::new().args(command).args("--help").stderr("").code(0);
        assert!(output.stdout.contains("Examples:"), "{}", output.stdout);
    }
}

#[test]
fn a_usage_error_exits_with_2_and_writes_nothing_to_standard_output() {
    for args in [
        "",
        "mail",
        "help",
        "send --colour red",
        "send --connections 0",
        "send --connections 65",
        "send --connections many",
        "send --limit 0",
        "send --format xml",
        "send --input toml",
        "render",
        "render --sample declined --notice -",
        "render --sample declined --list-samples",
        "render --sample declined --locale nl-NL --all-locales",
        "render --sample declined --part body",
        "config now",
        "completions",
        "completions cobol",
    ] {
        let output = Test::new().args(args).stdout("").code(2);
        assert!(output.stderr.contains("Usage: pastdue") || output.stderr.starts_with("error: "), "`{args}`");
    }
}

#[test]
fn a_transport_with_a_password_is_refused_without_repeating_it() {
    let expected = "error: `--transport`: expected a URL without user and password: they belong into the configuration, \
                    as `relay.username` and `relay.password_file` (or the variable `PASTDUE_RELAY_PASSWORD`), with \
                    `smtp` as the transport\n";
    Test::new().args("send --transport smtp://me:hunter2@relay.example.com:587").stderr(expected).code(2);

    for transport in
        ["SMTP://me:hunter2@relay:25", "smtp:hunter2", "smtps://relay:hunter2", "hunter2", "maildir"]
    {
        let output = Test::new().args("send --transport").args(transport).stdout("").code(2);
        assert!(output.stderr.starts_with("error: `--transport`: expected "), "{}", output.stderr);
        assert!(!output.stderr.contains("hunter2"), "{}", output.stderr);
    }
}

#[test]
fn a_markup_goes_with_an_alert_or_an_article_only() {
    let refused = |args, message: &str| {
        let output = Test::new().args("render --sample declined").args(args).stdout("").code(2);
        assert!(output.stderr.starts_with(&format!("error: {message}\n")), "{}", output.stderr);
    };
    refused("--part html --markup html", "`--markup html` does not go with `--part html`: leave it out");
    refused("--markup text", "`--markup text` does not go with `--part text`: leave it out");
    refused(
        "--part alert --markup markdown",
        "`--markup markdown` does not go with `--part alert`: use `text` or `html`",
    );
    refused(
        "--part article --markup text",
        "`--markup text` does not go with `--part article`: use `markdown` or `html`",
    );
}

#[test]
fn every_shell_gets_its_completions() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let output = Test::new().args("completions").args(shell).stderr("").code(0);
        for word in ["all-locales", "dry-run", "completions"] {
            assert!(output.stdout.contains(word), "{shell}: no `{word}`");
        }
    }
}

#[test]
fn the_manual_has_a_page_for_the_program_and_one_for_each_command() {
    let page = Test::new().args("man").stderr("").code(0).stdout;
    assert!(page.contains(".TH pastdue 1") && page.contains("Exit status:"), "{page}");

    let output = Test::new().args("man --out share/man1").stdout("").stderr("").code(0);
    let mut names: Vec<_> = fs::read_dir(output.path("share/man1"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let commands = [
        "-bounces",
        "-check",
        "-completions",
        "-config",
        "-doubt",
        "-enqueue",
        "-explain",
        "-man",
        "-preview",
        "-purge",
        "-render",
        "-send",
        "-status",
        "-suppress-add",
        "-suppress-import",
        "-suppress-list",
        "-suppress-remove",
        "-suppress",
        "-withdraw",
        "-work",
        "",
    ];
    assert_eq!(names, commands.map(|command| format!("pastdue{command}.1")));
    assert_eq!(fs::read_to_string(output.path("share/man1/pastdue.1")).unwrap(), page);
    let send = fs::read_to_string(output.path("share/man1/pastdue-send.1")).unwrap();
    assert!(send.contains(".TH pastdue-send 1") && send.contains(r"\-\-dry\-run"), "{send}");
}

#[test]
fn a_folder_for_the_manual_that_cannot_be_made_is_an_error() {
    let output = Test::new().file("taken", "").args("man --out taken").stdout("").code(2);
    assert!(
        output.stderr.starts_with("error: failed to write manual pages into `taken`: "),
        "{}",
        output.stderr
    );
}

#[test]
fn a_reader_that_goes_away_is_no_fault() {
    for args in [&["config"][..], &["man"], &["completions", "zsh"], &["--help"]] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut command = Command::new(env!("CARGO_BIN_EXE_pastdue"));
        let output =
            command.env_clear().args(args).stdin(Stdio::null()).stdout(writer).stderr(Stdio::piped());
        let output = output.current_dir(std::env::temp_dir()).spawn().unwrap().wait_with_output().unwrap();
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "", "{args:?}");
        assert_eq!(output.status.code(), Some(0), "{args:?}");
    }
}

#[test]
fn standard_output_that_cannot_be_written_is_an_error() {
    let Ok(full) = fs::File::options().write(true).open("/dev/full") else { return };
    let mut command = Command::new(env!("CARGO_BIN_EXE_pastdue"));
    command.env_clear().args(["completions", "zsh"]).stdin(Stdio::null()).stdout(full);
    assert_eq!(command.output().unwrap().status.code(), Some(2));
}

#[test]
fn completions_and_manual_need_no_configuration() {
    for args in ["man", "completions bash", "--help", "--version"] {
        Test::new()
            .file("pastdue.toml", "not toml")
            .env("PASTDUE_WHAT", "")
            .stdin("")
            .args(args)
            .stderr("")
            .code(0);
    }
}

#[test]
fn a_row_is_mailed_once_however_often_it_is_sent() {
    let rows = include_str!("../../examples/past-due.jsonl");
    let rows: String = rows.lines().take(3).flat_map(|row| [row, "\n"]).collect();
    let other = rows.replace("\"Production\"", "\"Another\"");
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("outbox.db").display());
    let run = |args: &str, stdin: &str, code| {
        let test = Test::new().args(args).args("--format json --outbox").args(&url);
        let output = test.stdin(stdin).code(code);
        serde_json::from_str::<serde_json::Value>(&output.stdout).unwrap()
    };
    assert_eq!(run("enqueue", &rows, 0)["outcomes"], serde_json::json!({"queued": 3}));
    assert_eq!(run("status", "", 0)["states"]["queued"], 3);
    let sent = run("send", &rows, 0);
    assert_eq!(sent["outcomes"], serde_json::json!({"known": 3}));
    assert_eq!(sent["other_runs"]["outcomes"], serde_json::json!({"sent": 3}));
    assert_eq!(run("send", &rows, 0)["outcomes"], serde_json::json!({"known": 3}));
    if other != rows {
        assert!(run("send", &other, 1)["outcomes"]["conflict"].as_u64() > Some(0));
    }
    let status = run("status", "", 0);
    assert_eq!((&status["total"], &status["states"]["sent"]), (&3.into(), &3.into()));
    let id = rows.split('"').nth(3).unwrap();
    let withdraw = Test::new().args("withdraw --outbox").args(&url).args(id);
    let stderr = withdraw.code(1).stderr;
    assert!(stderr.contains("it is `sent`, and was not withdrawn"), "{stderr}");
}
