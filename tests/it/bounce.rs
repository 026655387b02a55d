//! Delivery status notifications as mail systems write them, and what is none.

mod law;

use std::fs;
use std::path::Path;

use pastdue::Address;
use pastdue::bounce::{Bounce, Error, MAX_BYTES, Proof};
use pastdue::message::{Token, Verp};
use pastdue::notice::NoticeKey;

/// What the samples were sent to; they are about the notice `ntc_1`.
fn verp() -> Verp {
    Verp::new(Address::new("bounces@mail.example.com").unwrap(), b"a key for tests, of thirty-two b").unwrap()
}

fn token() -> Token {
    Token::of(&NoticeKey::new("ntc_1").unwrap())
}

fn sample(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/bounce");
    fs::read_to_string(folder.join(format!("{name}.eml"))).unwrap()
}

fn sample_names() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/bounce");
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> =
        names.filter_map(|name| Some(name.strip_suffix(".eml")?.to_owned())).collect();
    names.sort();
    names
}

/// A report around `status`, with the fields that every mail has.
fn report(status: &str) -> String {
    format!(
        "To: bounces@mail.example.com\nContent-Type: multipart/report; report-type=delivery-status; \
         boundary=b\n\n--b\n\nText.\n--b\nContent-Type: message/delivery-status\n\n{status}\n--b--\n"
    )
}

/// One line for each recipient.
fn shown(bounce: &Bounce) -> Vec<String> {
    let recipients = bounce.recipients.iter().map(|recipient| {
        let address = recipient.address.as_ref().map_or("-", Address::expose);
        let status = recipient.status.map_or("-".to_owned(), |status| status.to_string());
        let action = recipient.action.map_or("-".to_owned(), |action| format!("{action:?}"));
        let diagnostic = recipient.diagnostic.as_deref().unwrap_or("-");
        format!("{address} {action} {status} {:?} {diagnostic}", recipient.verdict())
    });
    recipients.collect()
}

fn parse_both_ways(name: &str) -> Result<Bounce, Error> {
    let mail = sample(name);
    let bounce = Bounce::parse(mail.as_bytes());
    assert_eq!(Bounce::parse(mail.replace('\n', "\r\n").as_bytes()), bounce, "{name} with CRLF");
    bounce
}

#[track_caller]
fn check(name: &str, has_message_id: bool, expected: &[&str]) {
    let bounce = parse_both_ways(name).unwrap();
    assert_eq!(shown(&bounce), expected, "{name}");
    assert_eq!(bounce.notice(Some(&verp()), "billing.example.com"), Some((token(), Proof::Signed)), "{name}");
    let by_id = has_message_id.then(|| (token(), Proof::MessageId));
    assert_eq!(bounce.notice(None, "Billing.Example.com"), by_id, "{name}");
    assert_eq!(bounce.notice(None, "example.com"), None, "{name}");
}

#[test]
fn notifications_of_the_common_mail_systems_are_read() {
    check(
        "postfix",
        true,
        &["anneke@customer.example Failed 5.1.1 Permanent 550 5.1.1 <a***@customer.example>: Recipient \
           address rejected: no mailbox here by that name"],
    );
    check(
        "postfix-delayed",
        true,
        &["anneke@customer.example Delayed 4.4.1 Transient connect to mx.customer.example[192.0.2.25]:25: \
           Connection timed out"],
    );
    check("exim", true, &["jan@customer.example Failed 5.0.0 Permanent 550 mailbox unavailable"]);
    check(
        "exchange",
        true,
        &["piet@customer.example Failed 5.1.10 Permanent 550 5.1.10 RESOLVER.ADR.RecipientNotFound; there \
           is nobody by the name p***@customer.example"],
    );
    check(
        "gmail",
        true,
        &["sanne@customer.example Failed 4.2.2 Transient 452 4.2.2 The mailbox of the recipient is out of \
           space."],
    );
    // This one gives each mail a Message-ID of its own.
    check(
        "ses",
        false,
        &["lars@customer.example Failed 5.7.1 Permanent 554 5.7.1 policy: mail from your network is not \
           taken"],
    );
}

#[test]
fn each_recipient_has_a_verdict_of_its_own() {
    check(
        "delivered",
        false,
        &[
            "team@customer.example Expanded 2.0.0 Delivered -",
            "one@customer.example Delivered 2.1.5 Delivered -",
            "two@customer.example Relayed 2.0.0 Unknown -",
            "three@customer.example Failed 2.0.0 Unknown -",
            "three@customer.example Failed 4.2.2 Transient 452 4.2.2 full",
            "- Failed - Unknown -",
        ],
    );
}

#[test]
fn an_international_notification_is_read_in_any_encoding() {
    check(
        "global",
        true,
        &["räksmörgås@customer.example Failed 5.1.1 Permanent 550 5.1.1 <r***@customer.example>: okänd \
           mottagare"],
    );
}

#[test]
fn what_filters_have_put_around_a_report_is_taken_off() {
    check(
        "wrapped",
        true,
        &["eva@customer.example Failed 5.2.1 Permanent 550 5.2.1 mailbox of e***@customer.example is closed"],
    );
}

#[test]
fn what_is_no_notification_is_told_from_one_in_plain_words() {
    for (name, expected, words) in [
        (
            "not-auto-reply",
            Error::AutoReply,
            "the mail is an automatic reply, not a delivery status notification",
        ),
        ("not-spam", Error::OtherMail, "the mail is an ordinary one, not a delivery status notification"),
        ("not-ours", Error::OtherMail, "the mail is an ordinary one, not a delivery status notification"),
        (
            "not-forwarded",
            Error::OtherMail,
            "the mail is an ordinary one, not a delivery status notification",
        ),
        (
            "not-read-receipt",
            Error::OtherReport,
            "the mail is a report of another kind, such as a complaint or a read receipt, not a delivery \
             status notification",
        ),
        (
            "not-complaint",
            Error::OtherReport,
            "the mail is a report of another kind, such as a complaint or a read receipt, not a delivery \
             status notification",
        ),
    ] {
        let err = parse_both_ways(name).unwrap_err();
        assert_eq!((err, err.to_string().as_str()), (expected, words), "{name}");
    }
}

#[test]
fn what_is_broken_says_what_it_lacks() {
    let whole = sample("postfix");
    let in_status = whole.find("Diagnostic-Code").unwrap();
    let before_status = whole.find("Content-Description: Delivery report").unwrap();
    let status = "Reporting-MTA: dns; a.example\n\nAction: failed\nFinal-Recipient: rfc822; a@b.example\n";
    let good = report(status);
    let two = good.replace("--b--", "--b\nContent-Type: message/delivery-status\n\nAction: failed\n--b--");
    for (mail, expected) in [
        (String::new(), Error::NoMail),
        ("\n\n".to_owned(), Error::NoMail),
        ("words, and no field at all\n".to_owned(), Error::NoMail),
        (format!("To: a@b.example\n\n{}", "x".repeat(MAX_BYTES)), Error::TooLarge),
        (whole[..in_status].to_owned(), Error::Truncated),
        (whole[..before_status].to_owned(), Error::Truncated),
        (good.replace("\n--b--\n", ""), Error::Truncated),
        (good.replace("boundary=b", "boundary=\"\""), Error::Truncated),
        (good.replace("boundary=b", "boundary=c"), Error::Truncated),
        (good.replace("message/delivery-status", "text/plain"), Error::NoStatus),
        (two, Error::SeveralReports),
        (report(""), Error::NoRecipient),
        (report("Reporting-MTA: dns; a.example\n"), Error::NoRecipient),
        (report("Action failed\nStatus 5.1.1\n"), Error::NoRecipient),
        (good.replace("-status\n\nR", "-status\nContent-Transfer-Encoding: base64\n\nR"), Error::NoRecipient),
    ] {
        assert_eq!(Bounce::parse(mail.as_bytes()), Err(expected), "{mail:.300}");
    }
}

#[test]
fn a_notification_that_is_cut_after_its_status_is_read() {
    let whole = sample("postfix");
    let mail = &whole[..whole.find("Message-ID: <b0f4").unwrap() + 20];
    let bounce = Bounce::parse(mail.as_bytes()).unwrap();
    assert_eq!((bounce.message_id, bounce.recipients.len()), (None, 1));
}

#[track_caller]
fn check_status(status: &str, expected: &[&str]) {
    let mail = report(status);
    assert_eq!(shown(&Bounce::parse(mail.as_bytes()).unwrap()), expected, "{status}");
}

#[test]
fn a_status_is_read_by_the_rfc_where_it_is_awkward() {
    // Nothing about the whole mail, and no empty line after it.
    check_status("Action: failed\nStatus: 5.0.0", &["- Failed 5.0.0 Permanent -"]);
    check_status(
        "Reporting-MTA: dns; a.example\nAction: failed\nStatus: 5.0.0",
        &["- Failed 5.0.0 Permanent -"],
    );
    check_status(
        "\n\n\nREPORTING-MTA: dns; a.example\n \t\naction:FAILED\nstatus\t:\n 5.1.1\n\n\n\n\
         Action: delayed\n\n",
        &["- Failed 5.1.1 Permanent -", "- Delayed - Transient -"],
    );
    // What contradicts itself.
    for (status, expected) in [
        ("Action: failed\nStatus: 4.4.7", "- Failed 4.4.7 Transient -"),
        ("Action: failed\nStatus: 2.0.0", "- Failed 2.0.0 Unknown -"),
        ("Action: failed", "- Failed - Unknown -"),
        ("Action: failed\nAction: delivered\nStatus: 5.1.1", "- - 5.1.1 Unknown -"),
        ("Action: failed\nAction: failed\nStatus: 5.1.1", "- Failed 5.1.1 Permanent -"),
        ("Action: failed\nStatus: 5.1.1\nStatus: 4.1.1", "- Failed - Unknown -"),
        ("Action: delayed\nStatus: 5.1.1", "- Delayed 5.1.1 Transient -"),
        ("Action: delivered\nStatus: 5.1.1", "- Delivered 5.1.1 Unknown -"),
        ("Action: delivered", "- Delivered - Delivered -"),
        ("Action: exploded\nStatus: 5.1.1", "- - 5.1.1 Unknown -"),
        ("Status: 4.1.1", "- - 4.1.1 Transient -"),
        ("Status: 5.1.1", "- - 5.1.1 Unknown -"),
        ("Diagnostic-Code: smtp; 550 no", "- - - Unknown 550 no"),
        ("Final-Recipient: rfc822; a b@c.example", "- - - Unknown -"),
    ] {
        check_status(&format!("Reporting-MTA: dns; a.example\n\n{status}\n"), &[expected]);
    }
}

#[test]
fn bytes_that_are_no_text_spoil_only_their_own_field() {
    let mail = report(
        "Final-Recipient: rfc822; a\u{1}@b.example\nAction: failed\nStatus: 5.1.1\n\
         Diagnostic-Code: smtp; \u{1}no\u{1}",
    );
    let bytes: Vec<u8> = mail.bytes().map(|byte| if byte == 1 { 0xE9 } else { byte }).collect();
    let bounce = Bounce::parse(&bytes).unwrap();
    assert_eq!(shown(&bounce), ["- Failed 5.1.1 Permanent \u{FFFD}no\u{FFFD}"]);
}

#[track_caller]
fn check_notice(to: &[&str], expected: Option<(Token, Proof)>) {
    let fields = to.join("\n");
    let mail = sample("postfix");
    let (_, rest) = mail.split_once("\nAuto-Submitted:").unwrap();
    let bounce = Bounce::parse(format!("{fields}\nAuto-Submitted:{rest}").as_bytes()).unwrap();
    assert_eq!(bounce.notice(Some(&verp()), "billing.example.com"), expected, "{fields}");
}

#[test]
fn with_a_key_only_a_signature_names_a_notice() {
    let signed = verp().sender_of(token());
    let signed = signed.expose();
    let other = verp().sender_of(Token::from([1; 16]));
    let proof = Some((token(), Proof::Signed));
    check_notice(&[&format!("To: {signed}")], proof);
    check_notice(&["To: undisclosed-recipients:;", &format!("X-Original-To: {signed}")], proof);
    check_notice(&[&format!("Delivered-To: <{}>", signed.to_ascii_uppercase()), "To: x@y.example"], proof);
    check_notice(&[&format!("To: {signed}"), &format!("Delivered-To: {signed}")], proof);
    // The Message-ID in it is right, and yet anybody could have written it.
    check_notice(&["To: bounces@mail.example.com"], None);
    check_notice(&[&format!("Cc: {signed}")], None);
    check_notice(&[&format!("To: {signed}, {}", other.expose())], None);
    let stranger = Verp::new(Address::new("bounces@mail.example.com").unwrap(), &[0; 32]).unwrap();
    check_notice(&[&format!("To: {}", stranger.sender_of(token()).expose())], None);
}

#[test]
fn a_notification_shows_no_address_when_it_is_printed_for_a_programmer() {
    for name in sample_names() {
        let shown = format!("{:?}", Bounce::parse(sample(&name).as_bytes()));
        for private in ["anneke@", "jan@", "piet@", "sanne@", "lars@", "ksm", "eva@", "wd2bkkhw"] {
            assert!(!shown.contains(private), "{name}: {shown}");
        }
    }
}

#[test]
fn a_mail_that_is_nested_without_end_is_read_without_harm() {
    let n_attached = MAX_BYTES / 40;
    let attached = "Content-Type: message/rfc822\n\n".repeat(n_attached);
    assert_eq!(Bounce::parse(attached.as_bytes()), Err(Error::OtherMail));
    let multiparts: Vec<String> =
        (0..5000).map(|n| format!("Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n")).collect();
    let multiparts = multiparts.concat();
    assert_eq!(Bounce::parse(multiparts.as_bytes()), Err(Error::OtherMail));
    let in_status = report(&format!("Action: {}failed", "(".repeat(100_000)));
    assert_eq!(shown(&Bounce::parse(in_status.as_bytes()).unwrap()), ["- - - Unknown -"]);
    let parts = report("Action: failed").replace("--b\n\nText.", &"--b\n".repeat(100_000));
    assert_eq!(shown(&Bounce::parse(parts.as_bytes()).unwrap()), ["- Failed - Unknown -"]);
    let recipients = report(&"Action: failed\n\n".repeat(10_000));
    assert_eq!(Bounce::parse(recipients.as_bytes()).unwrap().recipients.len(), 100);
}
