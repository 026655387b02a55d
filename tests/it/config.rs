//! The configuration: what is in force, and where it comes from.

mod refused;

use crate::program::{Output, Test};

const EXAMPLE: &str = include_str!("../../examples/pastdue.toml");

const FULL: &str = r#"
transport = "smtp"
brand = { name = "Wolke" , logo = { url = "https://cdn.example/logo.png", alt = "Wolke", width = 120, height = 0x20 } }
[sender]
address = "mahnung@wolke.example"
reply_to = "hilfe@wolke.example"
[sender.names]
zh-TW = "Wolke 帳務"
nl-NL = "Wolke facturatie"
[links]
hosts = [
    "Account.Example.com",
    "konto.wolke.example",
]
portal = "https://konto.wolke.example/{account_id}"
[links.markets.NL]
portal = "https://konto.wolke.example/nl/{account_id}"
[links.markets.BE]
support = "https://konto.wolke.example/be"
portal = "https://konto.wolke.example/be/{account_id}"
[defaults]
retention_days = 30
[relay]
host = "relay.wolke.example"
security = "starttls"
username = "pastdue"
password_file = "password"
hello_name = "mailer.wolke.example"
ca_file = "ca.pem"
[dkim]
domain = "wolke.example"
selector = "s1"
key_file = "dkim.pem"
"#;

fn full() -> Test {
    let test = Test::new().file("etc/pastdue.toml", FULL).args("config --config etc/pastdue.toml");
    test.file("etc/password", "hunter2\n").file("etc/ca.pem", "").file("etc/dkim.pem", "")
}

#[test]
fn without_a_configuration_the_defaults_are_in_force() {
    let output = Test::new().args("config").stderr("").code(0);
    insta::assert_snapshot!("config-default", output.stdout);
}

#[test]
fn each_value_says_where_it_comes_from() {
    let test = full()
        .env("PASTDUE_RELAY__HOST", "other.wolke.example")
        .env("PASTDUE_RELAY__ALLOW_PLAINTEXT_AUTH", "false")
        .env("PASTDUE_RELAY_PASSWORD", "hunter2")
        .env("PASTDUE_SENDER__NAMES__ZH_TW", "雲")
        .env("PASTDUE_LINKS__HOSTS", "account.example.com, konto.wolke.example")
        .env("PASTDUE_LINKS__CHANGE_CARD", "https://konto.wolke.example/card")
        .env("PASTDUE_LINKS__MARKETS__NL__DATA_POLICY", "https://konto.wolke.example/nl/data")
        .env("PASTDUE_DEFAULTS__RETENTION_DAYS", "60");
    let output = test.stderr("").code(0);
    insta::assert_snapshot!("config-full", output.stdout);
    assert!(!output.stdout.contains("hunter2"));
}

#[test]
fn json_tells_the_same() {
    let test = full().env("PASTDUE_RELAY_PASSWORD", "hunter2").env("PASTDUE_RELAY__PORT", "2525");
    let output = test.args("--format json").stderr("").code(0);
    let values: serde_json::Value = serde_json::from_str(&output.stdout).unwrap();
    let at = |path: &str| values[path].to_string();
    assert_eq!(at("relay.host"), r#"{"value":"relay.wolke.example","source":"etc/pastdue.toml:24"}"#);
    assert_eq!(at("relay.port"), r#"{"value":2525,"source":"PASTDUE_RELAY__PORT"}"#);
    assert_eq!(at("relay.password"), r#"{"value":"set, not shown","source":"PASTDUE_RELAY_PASSWORD"}"#);
    assert_eq!(at("relay.allow_plaintext_auth"), r#"{"value":false,"source":"default"}"#);
    assert_eq!(at("brand.logo.height"), r#"{"value":32,"source":"etc/pastdue.toml:3"}"#);
    assert_eq!(values["links.hosts"]["value"][0], "Account.Example.com");
    assert!(!output.stdout.contains("hunter2"));
}

#[test]
fn what_is_printed_can_be_loaded_and_says_the_same() {
    fn values(output: &Output) -> Vec<String> {
        let lines = output.stdout.lines().filter(|line| !line.starts_with('#'));
        lines.map(|line| line.split("  # ").next().unwrap_or_default().to_owned()).collect()
    }
    let first = full().code(0);
    let again = Test::new().file("pastdue.toml", &first.stdout).args("config");
    let second = again.file("password", "x").file("ca.pem", "").file("dkim.pem", "").stderr("").code(0);
    assert_eq!(values(&first), values(&second));
}

#[test]
fn the_example_loads_as_it_is_and_holds_no_password() {
    let output = Test::new().file("pastdue.toml", EXAMPLE).args("config").stderr("").code(0);
    let secrets = EXAMPLE.lines().filter(|line| line.contains("password =") || line.contains("PRIVATE KEY"));
    assert_eq!(secrets.count(), 0);
    // What the example sets is the default, so that reading it is enough to know the program.
    // It leaves the transport alone, which would win over a relay that its reader adds.
    let default = Test::new().args("config").code(0);
    assert!(output.stdout.contains("transport = \"maildir:Maildir\"  # default"));
    let lines = default.stdout.lines().filter_map(|line| line.strip_suffix("  # default"));
    for line in lines.filter(|line| !line.starts_with("transport")) {
        assert!(output.stdout.contains(&format!("{line}  # pastdue.toml:")), "{line}");
    }
}

#[test]
fn the_example_loads_with_every_optional_key_set() {
    let is_key = |line: &str| {
        line.split_once(" = ").is_some_and(|(key, _)| !key.contains(' ')) || line.starts_with('[')
    };
    let enabled = |line: &str| match line.strip_prefix("# ") {
        Some(key) if is_key(key) => format!("{key}\n"),
        _ => format!("{line}\n"),
    };
    let text: String = EXAMPLE.lines().map(enabled).collect();
    let test = Test::new().file("pastdue.toml", text).args("config");
    let test = test.file("relay-password", "x").file("relay-ca.pem", "").file("dkim.pem", "");
    let output = test.file("outbox-password", "x").file("bounces-key", "").stderr("").code(0);
    for key in
        ["logo", "reply_to", "fr-FR", "host", "password_file", "hello_name", "rate", "[relay.2]", "selector"]
    {
        assert!(output.stdout.contains(key), "{key}");
    }
}

#[test]
fn the_file_is_named_by_the_argument_then_the_variable_then_its_usual_name() {
    let test = || {
        let test = Test::new().file("a.toml", "brand.name = \"A\"").file("b.toml", "brand.name = \"B\"");
        test.file("pastdue.toml", "brand.name = \"C\"").args("config")
    };
    let is = |output: Output, line: &str| assert!(output.stdout.contains(line), "{}", output.stdout);
    is(test().args("--config a.toml").env("PASTDUE_CONFIG", "b.toml").code(0), "name = \"A\"  # a.toml:1\n");
    is(test().env("PASTDUE_CONFIG", "b.toml").code(0), "name = \"B\"  # b.toml:1\n");
    is(test().code(0), "name = \"C\"  # pastdue.toml:1\n");
}

#[test]
fn a_file_that_cannot_be_read_is_an_error() {
    let expected =
        "error: failed to read the configuration `no.toml`: No such file or directory (os error 2)\n";
    Test::new().args("config --config no.toml").stdout("").stderr(expected).code(2);
    Test::new().args("config").env("PASTDUE_CONFIG", "no.toml").stderr(expected).code(2);
    let output = Test::new().file("pastdue.toml/x", "").args("config").stdout("").code(2);
    assert!(
        output.stderr.starts_with("error: failed to read the configuration `pastdue.toml`: "),
        "{}",
        output.stderr
    );
    let latin1 = Test::new().file("pastdue.toml", b"[brand]\nname = \"\xe9\"").args("config");
    latin1.stderr("error: `pastdue.toml`: expected UTF-8\n").code(2);
}

#[test]
fn a_named_file_that_cannot_be_read_needs_a_person() {
    let text =
        "[relay]\nhost = \"r.example\"\nusername = \"u\"\npassword_file = \"secret\"\nca_file = \"folder\"";
    let test = Test::new().file("etc/pastdue.toml", text).file("etc/folder/x", "");
    let output = test.args("config --config etc/pastdue.toml").code(1);
    assert_eq!(
        output.stderr,
        "warning: `relay.password_file`: failed to read `etc/secret`: No such file or directory (os error 2)\n\
         warning: `relay.ca_file`: failed to read `etc/folder`: it is not a file\n"
    );
    assert!(output.stdout.contains("password_file = \"secret\"  # etc/pastdue.toml:4"), "{}", output.stdout);
}
