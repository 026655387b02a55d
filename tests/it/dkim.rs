//! Signatures hold where they should and break where they should, before verifiers that are not ours.

mod verifier;

use std::fmt::Write as _;

use pastdue::message::{DkimError, DkimKey};
use pastdue::{Address, Message, Sender, sample};

use crate::message::{DATE, LOCALES, check_lines, header, locale, sender, templates};

// Made for these tests, and used nowhere else.
const RSA: &str = include_str!("dkim/rsa.test-only.pem");
const RSA_PKCS1: &str = include_str!("dkim/rsa-pkcs1.test-only.pem");
const RSA_1024: &str = include_str!("dkim/rsa-1024.test-only.pem");
const ED25519: &str = include_str!("dkim/ed25519.test-only.pem");
const EC: &str = include_str!("dkim/ec.test-only.pem");

const KEYS: [&str; 2] = [RSA, ED25519];

fn key(pem: &str) -> DkimKey {
    DkimKey::from_pem("Example.com", "pastdue2026", pem).unwrap()
}

fn signing(pem: &str) -> Sender {
    Sender { dkim: Some(key(pem)), ..sender() }
}

fn compose(name: &str, tag: &str, sender: &Sender) -> Vec<u8> {
    let notice = sample::named(name).unwrap().notice;
    let content = templates().render(&notice, &locale(tag)).unwrap();
    Message::compose(&notice, &content, sender, DATE).unwrap().as_bytes().to_vec()
}

/// Every sort of mail that a signature must survive.
fn mails(sender: &Sender) -> Vec<Vec<u8>> {
    let mut mails = Vec::new();
    for name in ["payment-failed-declined", "long-names", "evil-names", "emoji-and-accents"] {
        mails.extend(LOCALES.map(|tag| compose(name, tag, sender)));
    }
    let notice = sample::named("payment-failed-declined").unwrap().notice;
    let mut content = templates().render(&notice, &locale("en-US")).unwrap();
    for (subject, text) in [
        ("", ""),
        ("word ".repeat(40).as_str(), "\n\n\n"),
        ("  two  spaces\tand a tab ", " a line that begins and ends with spaces  \n\n \n\t\n\n"),
    ] {
        subject.clone_into(&mut content.subject);
        text.clone_into(&mut content.text);
        text.clone_into(&mut content.html);
        mails.push(Message::compose(&notice, &content, sender, DATE).unwrap().as_bytes().to_vec());
    }
    for mail in &mails {
        check_lines(mail);
    }
    mails
}

/// The mail with `from` replaced once by `to`.
fn changed(mail: &[u8], from: &str, to: &str) -> Vec<u8> {
    let mail = std::str::from_utf8(mail).unwrap();
    assert!(mail.contains(from), "{from}");
    mail.replacen(from, to, 1).into_bytes()
}

/// What a relay may do to a mail on its way.
fn rewritten(mail: &[u8]) -> Vec<Vec<u8>> {
    vec![
        [b"Received: from here by there\r\n", mail].concat(),
        changed(mail, "\r\nSubject: ", "\r\nSUBJECT:\t  "),
        changed(mail, "billing@billing.example.com>\r\n", "billing@billing.example.com> \t\r\n"),
        changed(mail, "Example Cloud Billing", "Example\r\n Cloud   Billing"),
        changed(mail, "Content-Type: multipart/alternative;", "content-type: multipart/alternative;\r\n "),
        [mail, b"\r\n\r\n"].concat(),
    ]
}

/// What nobody may do to a mail on its way.
fn forged(mail: &[u8]) -> Vec<Vec<u8>> {
    let add = |field: &str| {
        changed(mail, "\r\nMIME-Version: 1.0\r\n", &format!("\r\n{field}\r\nMIME-Version: 1.0\r\n"))
    };
    let put_first = |field: &str| [field.as_bytes(), b"\r\n", mail].concat();
    vec![
        changed(mail, "Alex Lindgren", "Alex lindgren"),
        changed(mail, "billing@billing", "billing@killing"),
        changed(mail, "06:30:00", "06:30:01"),
        changed(mail, "Feedback-ID: first", "Feedback-ID: final"),
        changed(mail, "1,234.50", "9,234.50"),
        changed(mail, "Hello Alex", "Hello  lex"),
        changed(mail, "t=1794897000", "t=1794897001"),
        changed(mail, "Reply-To: help@example.com\r\n", ""),
        add("From: Mallory <mallory@example.com>"),
        add("Subject: Something else"),
        put_first("Subject: Something else"),
        put_first("To: mallory@example.com"),
        put_first("Cc: mallory@example.com"),
        put_first("Reply-To: mallory@example.com"),
        changed(mail, "\r\n\r\n--=_", "\r\n\r\nprologue\r\n--=_"),
    ]
}

/// Mails with the key to verify them by, and whether they should be valid.
fn cases() -> Vec<(Vec<u8>, String, bool)> {
    let mut cases = Vec::new();
    for pem in KEYS {
        let mut sender = signing(pem);
        let record = key(pem).dns_record();
        cases.extend(mails(&sender).into_iter().map(|mail| (mail, record.clone(), true)));
        sender.reply_to = Some(Address::new("help@example.com").unwrap());
        let mail = compose("payment-failed-declined", "en-US", &sender);
        cases.extend(rewritten(&mail).into_iter().map(|mail| (mail, record.clone(), true)));
        cases.extend(forged(&mail).into_iter().map(|mail| (mail, record.clone(), false)));
        let other = KEYS.into_iter().find(|other| *other != pem).unwrap();
        cases.push((mail, key(other).dns_record(), false));
    }
    cases
}

fn check(are_valid: impl Fn(&[(&[u8], &str)]) -> Vec<bool>) {
    let cases = cases();
    let mails: Vec<(&[u8], &str)> =
        cases.iter().map(|(mail, record, _)| (mail.as_slice(), record.as_str())).collect();
    let found = are_valid(&mails);
    assert_eq!(found.len(), cases.len());
    for ((mail, _, expected), found) in cases.iter().zip(found) {
        assert_eq!(found, *expected, "{}", String::from_utf8_lossy(mail));
    }
}

#[test]
fn signatures_hold_and_break_as_they_should_before_mail_auth() {
    check(verifier::mail_auth);
}

#[test]
fn signatures_hold_and_break_as_they_should_before_dkimpy() {
    let test = "signatures_hold_and_break_as_they_should_before_dkimpy";
    let Some(python) = verifier::python_with_dkimpy(test) else { return };
    check(|mails| verifier::dkimpy(&python, mails));
}

#[test]
fn the_same_mail_is_signed_with_the_same_bytes() {
    for pem in KEYS {
        let compose = || compose("invoice-overdue", "sv-SE", &signing(pem));
        assert_eq!(compose(), compose());
    }
}

#[test]
fn one_key_may_stand_in_either_kind_of_pem_file() {
    assert_eq!(key(RSA).dns_record(), key(RSA_PKCS1).dns_record());
    let signed = |pem| compose("undated", "fr-FR", &signing(pem));
    assert_eq!(signed(RSA), signed(RSA_PKCS1));
}

#[test]
fn the_signature_stands_first_and_says_what_it_covers() {
    for (pem, algorithm) in [(RSA, "rsa-sha256"), (ED25519, "ed25519-sha256")] {
        let mail = compose("payment-failed-declined", "en-US", &signing(pem));
        assert!(mail.starts_with(b"DKIM-Signature: v=1;"));
        let signature = header(&mail, "DKIM-Signature");
        let mut tags = String::new();
        for tag in signature.split("; ") {
            let tag = tag.replace(' ', "");
            let (name, value) = tag.split_once('=').unwrap();
            match name {
                "bh" => assert_eq!(value.len(), 44),
                "b" => assert!(value.len() >= 88),
                _ => writeln!(tags, "{name}={value}").unwrap(),
            }
        }
        let expected = format!(
            "v=1\na={algorithm}\nc=relaxed/relaxed\nd=example.com\ns=pastdue2026\nt=1794897000\n\
             h=from:to:subject:date:message-id:references:mime-version:content-language:auto-submitted:feedback-id:\
             from:to:cc:subject:date:message-id:reply-to\n"
        );
        assert_eq!(tags, expected);
        let (head, _) = std::str::from_utf8(&mail).unwrap().split_once("\r\nDate:").unwrap();
        assert!(head.split("\r\n").all(|line| line.len() <= 78), "{head}");
    }
}

#[test]
fn a_key_that_cannot_sign_mail_is_refused_in_words_without_the_key() {
    let check = |domain: &str, selector: &str, pem: &str, expected: &str| {
        let err = DkimKey::from_pem(domain, selector, pem).unwrap_err();
        assert!(err.to_string().starts_with(expected), "{err}");
        let secret = pem.get(40..60).unwrap_or("?");
        assert!(!format!("{err:?}").contains(secret), "{err:?}");
    };
    let no_key = "the file holds no private key in PEM form";
    check("example.com", "s", "", no_key);
    check("example.com", "s", "-----BEGIN PRIVATE KEY-----\nAAAA\n", no_key);
    let public = "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END PUBLIC KEY-----\n";
    check("example.com", "s", public, no_key);
    let bad_key = "the key cannot sign mail, which takes RSA of at least 2048 bits or Ed25519";
    check("example.com", "s", RSA_1024, bad_key);
    check("example.com", "s", EC, bad_key);
    for domain in ["", ".", "exa mple.com", "example.com;", "exämple.com", "a..b"] {
        assert!(matches!(DkimKey::from_pem(domain, "s", RSA), Err(DkimError::Name { .. })), "{domain:?}");
        assert!(matches!(DkimKey::from_pem("example.com", domain, RSA), Err(DkimError::Name { .. })));
    }
    assert_eq!(format!("{:?}", key(ED25519)), "DkimKey(pastdue2026._domainkey.example.com)");
}
