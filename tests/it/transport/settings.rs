//! Relay URLs, EHLO names and secrets.

use pastdue::transport::{HelloName, Secret, SmtpSettings, Tls};

fn check(url: &str, host: &str, port: u16, tls: Tls) {
    assert_eq!(SmtpSettings::from_url(url), Ok(SmtpSettings::new(host, port, tls)), "{url}");
}

#[test]
fn a_url_says_how_the_line_is_encrypted() {
    check("smtps://relay.example.com", "relay.example.com", 465, Tls::Implicit);
    check("smtps://Relay.Example.com:4465/", "relay.example.com", 4465, Tls::Implicit);
    check("smtps://localhost", "localhost", 465, Tls::Implicit);
    check("smtp://relay.example.com", "relay.example.com", 587, Tls::StartTls);
    check("smtp://relay.example.com:25", "relay.example.com", 25, Tls::StartTls);
    check("smtp://192.0.2.1", "192.0.2.1", 587, Tls::StartTls);
    check("smtp://[2001:db8::1]:2525", "2001:db8::1", 2525, Tls::StartTls);
}

#[test]
fn only_a_relay_on_this_machine_is_spoken_to_in_clear() {
    check("smtp://localhost", "localhost", 25, Tls::None);
    check("smtp://127.0.0.1:2525", "127.0.0.1", 2525, Tls::None);
    check("smtp://127.8.8.8", "127.8.8.8", 25, Tls::None);
    check("smtp://[::1]", "::1", 25, Tls::None);
    check("smtp://localhost.example.com", "localhost.example.com", 587, Tls::StartTls);
    check("smtp://127.0.0.1.example.com", "127.0.0.1.example.com", 587, Tls::StartTls);
}

fn check_refused(url: &str, expected: &str) {
    let problem = SmtpSettings::from_url(url).expect_err(url);
    assert!(problem.contains(expected), "{url}: {problem}");
    assert!(!problem.contains("s3cret"), "{problem}");
}

#[test]
fn a_url_that_is_anything_else_is_refused_without_being_repeated() {
    check_refused("smtps://billing:s3cret@relay.example.com", "`PASTDUE_RELAY_PASSWORD`");
    check_refused("smtps://:s3cret@relay.example.com", "without user and password");
    check_refused("smtps://billing@relay.example.com", "without user and password");
    check_refused("https://relay.example.com/s3cret", "nothing after");
    check_refused("smtp://relay.example.com/?password=s3cret", "nothing after");
    check_refused("smtp://relay.example.com#s3cret", "nothing after");
    check_refused("imap://relay.example.com", "begins with `smtps://`");
    check_refused("smtp://bücher.example", "in ASCII");
    for url in [
        "",
        "relay.example.com",
        "smtp:",
        "smtp://",
        "smtp://:25",
        "smtp://a b",
        "smtp://a:0",
        "smtp://a:99999",
    ] {
        check_refused(url, "a");
    }
}

#[test]
fn a_hello_name_is_a_full_domain_or_an_address() {
    for (name, expected) in [
        ("mail.example.com", Some("mail.example.com")),
        ("Mail.Bücher.example", Some("mail.xn--bcher-kva.example")),
        ("[192.0.2.1]", Some("[192.0.2.1]")),
        ("[IPv6:2001:db8::1]", Some("[IPv6:2001:db8::1]")),
        ("localhost", Some("localhost")),
        ("", None),
        ("mail", None),
        ("a b.example", None),
        ("a@b.example", None),
        ("mail.example.com\r\nMAIL FROM:<x@example.com>", None),
    ] {
        let found = HelloName::new(name);
        assert_eq!(found.as_ref().ok().map(HelloName::as_str), expected, "{name:?}");
    }
}

#[test]
fn a_secret_is_never_printed() {
    let secret = Secret::new("s3cret");
    assert_eq!(format!("{secret} {secret:?}"), "*** Secret(***)");
    assert_eq!(secret.expose(), "s3cret");
}
