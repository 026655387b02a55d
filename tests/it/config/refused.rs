//! What a configuration must not say, and how the error helps.

use crate::program::Test;

/// Runs `pastdue config` with `text` as its configuration, which must be refused.
#[track_caller]
fn refused(text: &str, expected: &str) {
    let test = Test::new().file("pastdue.toml", text).args("config");
    test.stdout("").stderr(format!("error: {expected}\n")).code(2);
}

/// Runs `pastdue config` with one variable, which must be refused.
#[track_caller]
fn refused_variable(name: &str, value: &str, expected: &str) {
    Test::new().env(name, value).args("config").stdout("").stderr(format!("error: {expected}\n")).code(2);
}

/// The first line of the error about `text`.
#[track_caller]
fn first_line(text: &str) -> String {
    let output = Test::new().file("pastdue.toml", text).args("config").stdout("").code(2);
    output.stderr.lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned()
}

#[test]
fn an_unknown_key_is_named_with_what_was_meant() {
    refused(
        "[brand]\nnmae = \"Wolke\"\n",
        "pastdue.toml:2:1: unknown key `brand.nmae`: did you mean `brand.name`?\n  |\n2 | nmae = …\n  | ^^^^",
    );
    let line = first_line;
    assert_eq!(line("[brnad]\nname = 1"), "pastdue.toml:1:2: unknown key `brnad`: did you mean `brand`?");
    assert_eq!(line("host = 1"), "pastdue.toml:1:1: unknown key `host`: did you mean `relay.host`?");
    assert_eq!(
        line("[links]\nchange_card = 1"),
        "pastdue.toml:2:1: unknown key `links.change_card`: did you mean `links.change-card`?"
    );
    assert_eq!(
        line("[links.markets.NL]\nprotal = 1"),
        "pastdue.toml:2:1: unknown key `links.markets.NL.protal`: did you mean `links.markets.NL.portal`?"
    );
    assert_eq!(
        line("[dkim]\ncolour = 1"),
        "pastdue.toml:2:1: unknown key `dkim.colour`: expected one of `domain`, `selector`, `key_file`"
    );
    assert_eq!(
        line("\"relay.host\" = 1"),
        "pastdue.toml:1:1: unknown key `relay.host`: expected one of `transport`, `brand`, `sender`, `links`, \
         `defaults`, `relay`, `outbox`, `bounces`, `dkim`"
    );
}

#[test]
fn a_value_of_the_wrong_type_is_shown() {
    refused(
        "[relay]\nhost = \"r.example\"\nport = \"465\"",
        "pastdue.toml:3:8: `relay.port`: expected a whole number, found a string\n  |\n3 | port = \"465\"\n  |        ^^^^^",
    );
    let line = first_line;
    assert_eq!(line("brand = \"Wolke\""), "pastdue.toml:1:9: `brand`: expected a table, found a string");
    assert_eq!(
        line("[[brand]]\nname = \"x\""),
        "pastdue.toml:1:1: `brand`: expected a table, found an array"
    );
    assert_eq!(line("[transport]"), "pastdue.toml:1:1: `transport`: expected a string, found a table");
    assert_eq!(
        line("links.hosts = [\"a.example\", 1]"),
        "pastdue.toml:1:29: `links.hosts`: expected an array of strings, found a whole number"
    );
    assert_eq!(
        line("relay.port = 99999999999999999999"),
        "pastdue.toml:1:14: `relay.port`: expected a whole number, found one that is too large"
    );
    assert_eq!(
        line("defaults.retention_days = 0"),
        "pastdue.toml:1:27: `defaults.retention_days`: expected a whole number from 1 to 999"
    );
}

#[test]
fn a_mistake_in_the_toml_itself_is_shown_without_secrets() {
    let line = first_line("[brand\nname = 1");
    assert!(line.starts_with("pastdue.toml:1:7: "), "{line}");
    let output = Test::new().file("pastdue.toml", "[relay]\npassword = hunter2").args("config").code(2);
    assert!(
        output.stderr.contains("2 | password = …") && !output.stderr.contains("hunter2"),
        "{}",
        output.stderr
    );
}

#[test]
fn a_password_in_the_file_is_refused_and_not_shown() {
    refused(
        "[relay]\npassword = \"hunter2\"",
        "pastdue.toml:2:1: `relay.password`: a password does not belong in this file; put it into a file of its own \
         and name that in `relay.password_file`, or set `PASTDUE_RELAY_PASSWORD`\n  |\n2 | password = …\n  | ^^^^^^^^",
    );
    let key = "[dkim]\ndomain = \"a.example\"\nselector = \"s\"\nkey_file = \"\"\"-----BEGIN PRIVATE KEY-----\nhunter2\"\"\"";
    let output = Test::new().file("pastdue.toml", key).args("config").code(2);
    assert!(!output.stderr.contains("hunter2") && !output.stderr.contains("BEGIN"), "{}", output.stderr);
    assert!(
        output.stderr.contains("`dkim.key_file`: expected the path of a file, not its text"),
        "{}",
        output.stderr
    );
    let output = Test::new()
        .file("pastdue.toml", "transport = \"smtp://me:hunter2@r.example:25\"")
        .args("config")
        .code(2);
    assert!(!output.stderr.contains("hunter2"), "{}", output.stderr);
}

#[test]
fn a_link_is_https_on_a_listed_host_with_known_placeholders() {
    refused(
        "[links]\nportal = \"http://account.example.com/\"",
        "pastdue.toml:2:10: `links.portal`: expected an `https://` URL\n  |\n\
         2 | portal = \"http://account.example.com/\"\n  |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
    );
    let link = |url: &str| {
        let line = first_line(&format!("links.portal = \"{url}\""));
        line.trim_start_matches("pastdue.toml:1:16: `links.portal`: ").to_owned()
    };
    assert_eq!(
        link("https://evil.example/"),
        "expected a host that `links.hosts` lists (`account.example.com`), found `evil.example`"
    );
    assert_eq!(
        link("https://account.example.com/{acount_id}"),
        "expected one of `{account_id}`, `{subscription_id}`, `{notice_id}`, found `{acount_id}`"
    );
    assert_eq!(
        link("https://{account_id}.example.com/"),
        "expected a host without placeholders: they may stand after it only"
    );
    assert_eq!(link("https://:/"), "expected a URL that is valid (empty host)");
    assert_eq!(link("https://me@account.example.com/"), "expected a URL without user name and password");
    assert!(
        first_line("[links.markets.NL]\nportal = \"https://evil.example/\"")
            .contains("`links.markets.NL.portal`")
    );
    assert_eq!(
        first_line("[links.markets.nl]\nportal = \"https://account.example.com/\""),
        "pastdue.toml:2:10: `links.markets.nl.portal`: expected two capital letters of ISO 3166-1, such as `NL` after `markets`"
    );
    assert_eq!(
        first_line("links.hosts = [\"https://account.example.com\"]"),
        "pastdue.toml:1:15: `links.hosts`: expected host names such as `account.example.com`, without `https://`, port or path"
    );
    // A default on a host that is no longer listed must not slip into a mail.
    assert_eq!(
        first_line("links.hosts = [\"konto.wolke.example\"]"),
        "`links.update-payment`, which is not set, so its default counts: expected a host that `links.hosts` lists \
         (`konto.wolke.example`), found `account.example.com`"
    );
}

#[test]
fn who_sends_is_checked() {
    let line = first_line;
    assert_eq!(
        line("sender.address = \"billing\""),
        "pastdue.toml:1:18: `sender.address`: expected an address such as `name@example.com`"
    );
    let name = "expected a single line of 1 to 120 characters, without invisible ones and needless spaces";
    assert_eq!(line("sender.name = \"a\\r\\nBcc: b\""), format!("pastdue.toml:1:15: `sender.name`: {name}"));
    assert_eq!(line("brand.name = \"\""), format!("pastdue.toml:1:14: `brand.name`: {name}"));
    assert_eq!(
        line("[sender.names]\nzh_tw = \"x\""),
        "pastdue.toml:2:9: `sender.names.zh_tw`: expected a language tag such as `zh-TW` after `names`; did you mean `zh-TW`?"
    );
    assert_eq!(
        line("[brand.logo]\nurl = \"https://cdn.example/logo.png\""),
        "pastdue.toml:2:7: `brand.logo.url`: expected `brand.logo.alt` beside it"
    );
    assert_eq!(
        line("brand.logo = { url = \"data:image/png;base64,\", alt = \"a\", width = 1, height = 1 }"),
        "pastdue.toml:1:22: `brand.logo.url`: expected an `https://` URL without user name and password"
    );
    assert_eq!(
        line("dkim.selector = \"s\""),
        "pastdue.toml:1:17: `dkim.selector`: expected `dkim.domain` beside it"
    );
    assert_eq!(
        line("defaults.locale = \"english\""),
        "pastdue.toml:1:19: `defaults.locale`: expected a language tag such as `zh-TW`"
    );
}

#[test]
fn a_login_never_crosses_an_open_line() {
    let relay = |keys: &str| first_line(&format!("[relay]\n{keys}"));
    assert_eq!(
        relay("host = \"r.example\"\nsecurity = \"none\""),
        "pastdue.toml:3:12: `relay.security`: expected `tls` or `starttls`: `none` is for a relay on loopback only"
    );
    assert_eq!(
        relay("host = \"r.example\"\nallow_plaintext_auth = true"),
        "pastdue.toml:3:24: `relay.allow_plaintext_auth`: allowed only if `relay.host` is on loopback"
    );
    let login = "host = \"localhost\"\nsecurity = \"none\"\nusername = \"u\"\npassword_file = \"p\"\n";
    assert_eq!(
        relay(login),
        "pastdue.toml:4:12: `relay.username`: a login does not cross a connection without TLS; set `relay.security` to \
         `tls` or `starttls`, or, for a relay on loopback, `relay.allow_plaintext_auth` to `true`"
    );
    let allowed = format!("[relay]\n{login}allow_plaintext_auth = true");
    let output = Test::new().file("pastdue.toml", allowed).file("p", "x").args("config").stderr("").code(0);
    assert!(output.stdout.contains("port = 25  # default"), "{}", output.stdout);
    assert_eq!(
        relay("host = \"r.example\"\nusername = \"u\""),
        "pastdue.toml:3:12: `relay.username`: expected `relay.password_file` beside it, or the variable `PASTDUE_RELAY_PASSWORD`"
    );
    assert_eq!(
        relay("username = \"u\""),
        "pastdue.toml:2:12: `relay.username`: expected `relay.host` beside it"
    );
    assert_eq!(
        relay("host = \"r.example\"\nsecurity = \"ssl\""),
        "pastdue.toml:3:12: `relay.security`: expected `tls`, `starttls` or `none`"
    );
    assert_eq!(
        first_line("transport = \"smtp\""),
        "pastdue.toml:1:13: `transport`: `smtp` needs `relay.host`"
    );
    refused_variable(
        "PASTDUE_RELAY_PASSWORD",
        "hunter2",
        "`PASTDUE_RELAY_PASSWORD`: expected `relay.host` beside it",
    );
}

#[test]
fn a_variable_is_checked_like_a_key() {
    refused_variable("PASTDUE_RELAY__PORT", "many", "`PASTDUE_RELAY__PORT`: expected a whole number");
    refused_variable(
        "PASTDUE_DEFAULTS__LOCALE",
        "",
        "`PASTDUE_DEFAULTS__LOCALE`: expected a language tag such as `zh-TW`",
    );
    refused_variable(
        "PASTDUE_RELAY__CONNECTIONS",
        "65",
        "`PASTDUE_RELAY__CONNECTIONS`: expected a whole number from 1 to 64",
    );
    refused_variable(
        "PASTDUE_LINKS__SUPPORT",
        "http://me:hunter2@x/",
        "`PASTDUE_LINKS__SUPPORT`: expected an `https://` URL",
    );
    refused_variable(
        "PASTDUE_RELAY_PASSWORD",
        "\n",
        "`PASTDUE_RELAY_PASSWORD`: expected a password that is not empty",
    );
}

#[test]
fn an_unknown_variable_is_named_with_what_was_meant() {
    let did_you_mean = |name: &str, meant: &str| {
        refused_variable(name, "hunter2", &format!("unknown variable `{name}`: did you mean `{meant}`?"));
    };
    did_you_mean("PASTDUE_RELAY_HOST", "PASTDUE_RELAY__HOST");
    did_you_mean("PASTDUE_RELAY__PASSWORD", "PASTDUE_RELAY_PASSWORD");
    did_you_mean("PASTDUE_CONFG", "PASTDUE_CONFIG");
    refused_variable(
        "PASTDUE_COLOUR_OF_THE_SKY",
        "",
        "unknown variable `PASTDUE_COLOUR_OF_THE_SKY`: see `pastdue config --help` for the names",
    );
    let test = Test::new().env("PASTDUE_TEST_POSTGRES", "x").env("PASTDUE_LOG", "debug").env("OTHER", "x");
    test.args("config").stderr("").code(0);
}

#[test]
fn sending_and_rendering_refuse_a_bad_configuration_before_they_read_a_row() {
    for args in ["send", "render --sample declined"] {
        let test = Test::new().file("pastdue.toml", "[brand]\nname = 1").args(args);
        let output = test.stdin("not a row").stdout("").code(2);
        assert!(output.stderr.starts_with("error: pastdue.toml:2:8: `brand.name`: "), "{}", output.stderr);
    }
}
