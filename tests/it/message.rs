//! The mail as bytes: its headers, lines and parts, as RFC 5322, 2045 and 2047 have them.

mod name;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

use jiff::Timestamp;
use mail_parser::{MessageParser, MimeHeaders as _};
use pastdue::message::{Error, Token, Verp};
use pastdue::notice::NoticeKey;
use pastdue::template::{Links, Overlay, Site};
use pastdue::{Address, Catalog, Content, Locale, Message, Notice, Sender, Templates, sample};

pub(crate) const LOCALES: [&str; 5] = ["en-US", "fr-FR", "nl-NL", "sv-SE", "zh-TW"];

/// Tuesday, 17 November 2026, 06:30 UTC.
pub(crate) const DATE: Timestamp = Timestamp::constant(1_794_897_000, 0);

pub(crate) fn site() -> Site {
    Site {
        brand: "Example Cloud".to_owned(),
        logo: None,
        links: Links::on_host("account.example.com").unwrap(),
        retention_days: 90,
    }
}

pub(crate) fn templates() -> &'static Templates {
    static TEMPLATES: LazyLock<Templates> = LazyLock::new(|| {
        Templates::builtin(Arc::new(Catalog::builtin("Example Cloud").unwrap()), site()).unwrap()
    });
    &TEMPLATES
}

pub(crate) fn sender() -> Sender {
    Sender {
        address: Address::new("billing@billing.example.com").unwrap(),
        reply_to: None,
        name: "Example Cloud Billing".to_owned(),
        names: BTreeMap::new(),
        tenant: "example-cloud".to_owned(),
        dkim: None,
        bounces: None,
    }
}

pub(crate) fn locale(tag: &str) -> Locale {
    tag.parse().unwrap()
}

pub(crate) fn sample(name: &str) -> Notice {
    sample::named(name).unwrap().notice
}

fn compose(notice: &Notice, content: &Content, sender: &Sender) -> Message {
    Message::compose(notice, content, sender, DATE).unwrap()
}

/// All samples in all locales, with their content.
fn for_each_mail(mut check: impl FnMut(&str, &Notice, &Content, &Message)) {
    for sample in sample::all() {
        for tag in LOCALES {
            let content = templates().render(&sample.notice, &locale(tag)).unwrap();
            let message = compose(&sample.notice, &content, &sender());
            check(&format!("{}@{tag}", sample.name), &sample.notice, &content, &message);
        }
    }
}

/// The header fields in order, folds taken out (RFC 5322, section 2.2.3).
pub(crate) fn headers(message: &[u8]) -> Vec<(String, String)> {
    let text = std::str::from_utf8(message).unwrap();
    let (block, _) = text.split_once("\r\n\r\n").unwrap();
    let unfolded = block.replace("\r\n ", " ");
    let fields = unfolded.split("\r\n").map(|line| line.split_once(": ").unwrap());
    fields.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

pub(crate) fn header(message: &[u8], name: &str) -> String {
    let all = headers(message);
    let [(_, value)] = &all.iter().filter(|(known, _)| known == name).collect::<Vec<_>>()[..] else {
        panic!("not exactly one `{name}`: {all:?}");
    };
    value.clone()
}

/// What holds for the lines of any mail, whatever is in it.
pub(crate) fn check_lines(message: &[u8]) {
    let text = std::str::from_utf8(message).unwrap();
    assert!(text.ends_with("\r\n"));
    assert!(!text.replace("\r\n", "").contains(['\r', '\n']), "a bare line end");
    let (block, body) = text.split_once("\r\n\r\n").unwrap();
    assert!(body.is_ascii());
    for line in body.split("\r\n") {
        assert!(line.len() <= 76, "{line}");
    }
    for line in block.split("\r\n") {
        assert!(line.len() <= 998 && !line.trim().is_empty(), "{line}");
        let words: Vec<&str> = line.split(' ').filter(|word| word.starts_with("=?")).collect();
        assert!(line.len() <= 76 || words.is_empty(), "{line}");
        for word in words {
            assert!(word.len() <= 75, "{word}");
            // Each word is decoded alone, so a split character would show.
            let mail = format!("Subject: {word}\r\n\r\n");
            let decoded = MessageParser::default().parse(&mail).unwrap();
            let decoded = decoded.subject().unwrap();
            assert!(!decoded.contains('\u{FFFD}'), "{word}: {decoded}");
        }
    }
}

#[test]
fn a_mail_has_each_header_once_and_none_that_it_should_not_have() {
    let expected = [
        "Date",
        "From",
        "To",
        "Subject",
        "Message-ID",
        "References",
        "Content-Language",
        "Auto-Submitted",
        "X-Auto-Response-Suppress",
        "Feedback-ID",
        "MIME-Version",
        "Content-Type",
    ];
    for_each_mail(|name, _, content, message| {
        let headers = headers(message.as_bytes());
        let names: Vec<&str> = headers.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, expected, "{name}");
        for (header, expected) in [
            ("Date", "Tue, 17 Nov 2026 06:30:00 +0000"),
            ("From", "Example Cloud Billing <billing@billing.example.com>"),
            ("Message-ID", message.message_id()),
            ("Content-Language", content.locale.as_str()),
            ("Auto-Submitted", "auto-generated"),
            ("X-Auto-Response-Suppress", "OOF, AutoReply"),
            ("MIME-Version", "1.0"),
        ] {
            assert_eq!(self::header(message.as_bytes(), header), expected, "{name}");
        }
    });
}

#[test]
fn lines_are_short_and_end_in_crlf_whatever_is_in_them() {
    for_each_mail(|_, _, _, message| check_lines(message.as_bytes()));
}

#[test]
fn a_parser_reads_back_what_was_written() {
    for_each_mail(|name, notice, content, message| {
        let mail = MessageParser::default().parse(message.as_bytes()).unwrap();
        assert_eq!(mail.subject(), Some(content.subject.as_str()), "{name}");
        let [to] = mail.to().unwrap().as_list().unwrap() else { panic!("{name}: not one recipient") };
        let administrator = &notice.account.administrator;
        assert_eq!(to.name(), administrator.name.as_ref().map(pastdue::notice::Name::as_str), "{name}");
        assert_eq!(to.address(), Some(administrator.email.expose()), "{name}");
        assert_eq!(mail.body_text(0).unwrap(), content.text.replace('\n', "\r\n"), "{name}");
        assert_eq!(mail.body_html(0).unwrap(), content.html.replace('\n', "\r\n"), "{name}");
        assert_eq!(mail.date().unwrap().to_timestamp(), DATE.as_second());
    });
}

#[test]
fn text_comes_first_and_html_last_each_in_the_smaller_encoding() {
    for_each_mail(|name, _, content, message| {
        let mail = MessageParser::default().parse(message.as_bytes()).unwrap();
        assert_eq!(mail.content_type().unwrap().subtype(), Some("alternative"));
        let [_, text, html] = &mail.parts[..] else { panic!("{name}: {} parts", mail.parts.len()) };
        for (part, subtype, source) in [(text, "plain", &content.text), (html, "html", &content.html)] {
            let content_type = part.content_type().unwrap();
            assert_eq!((content_type.ctype(), content_type.subtype()), ("text", Some(subtype)));
            assert_eq!(content_type.attribute("charset"), Some("utf-8"));
            let n_escaped = source.bytes().filter(|byte| !byte.is_ascii() || *byte == b'=').count();
            let (quoted, base64) = (source.len() + 2 * n_escaped, source.len() * 4 / 3);
            // Where the two are close, either will do.
            if quoted.abs_diff(base64) > source.len() / 20 {
                let expected = if quoted < base64 { "quoted-printable" } else { "base64" };
                assert_eq!(part.content_transfer_encoding(), Some(expected), "{name}");
            }
        }
        let is_chinese = content.locale.as_str() == "zh-TW";
        let expected = if is_chinese { "base64" } else { "quoted-printable" };
        assert_eq!(text.content_transfer_encoding(), Some(expected), "{name}");
    });
}

#[test]
fn the_same_notice_gives_the_same_bytes_and_a_retry_keeps_its_message_id() {
    let notice = sample("payment-failed-declined");
    let content = templates().render(&notice, &locale("nl-NL")).unwrap();
    let first = compose(&notice, &content, &sender());
    assert_eq!(first, compose(&notice, &content, &sender()));
    let retry =
        Message::compose(&notice, &content, &sender(), Timestamp::constant(1_795_000_000, 0)).unwrap();
    assert_eq!(retry.message_id(), first.message_id());
    assert_ne!(retry.as_bytes(), first.as_bytes());
    let other = Notice { key: NoticeKey::new("ntc_2").unwrap(), ..notice };
    assert_ne!(compose(&other, &content, &sender()).message_id(), first.message_id());
    assert!(first.message_id().ends_with("@billing.example.com>"));
}

#[test]
fn all_notices_about_one_debt_are_one_thread() {
    let thread = |notice: &Notice| {
        let content = templates().render(notice, &locale("en-US")).unwrap();
        let message = compose(notice, &content, &sender());
        let thread = header(message.as_bytes(), "References");
        assert_ne!(thread, message.message_id());
        thread
    };
    let first = sample("payment-failed-declined");
    for other in
        ["payment-failed-declined-reminder", "payment-failed-unknown-final", "service-canceled-expired"]
    {
        assert_eq!(thread(&sample(other)), thread(&first), "{other}");
    }
    let mut others = [first.clone(), first.clone(), first.clone()];
    others[0].account.id.push('1');
    others[1].subscription.id.push('1');
    others[2].due_date = "2026-12-01".parse().unwrap();
    let threads: BTreeSet<String> = others.iter().chain([&first]).map(thread).collect();
    assert_eq!(threads.len(), 4);
}

#[test]
fn feedback_is_grouped_by_what_is_not_personal() {
    let check = |name: &str, tenant: &str, address: &str, expected: &str| {
        let notice = sample(name);
        let content = templates().render(&notice, &locale("sv-SE")).unwrap();
        let sender =
            Sender { tenant: tenant.to_owned(), address: Address::new(address).unwrap(), ..sender() };
        assert_eq!(header(compose(&notice, &content, &sender).as_bytes(), "Feedback-ID"), expected);
    };
    let address = "billing@billing.example.com";
    check("payment-failed-declined", "example-cloud", address, "first:sv-SE:example-cloud:billing.example");
    check("invoice-overdue-final", "acme", "x@acme.example", "final:sv-SE:acme:acme.example");
    check("service-canceled-invoice", "acme", "x@acme.example", "canceled:sv-SE:acme:acme.example");
    check(
        "payment-failed-expired-reminder",
        "a:b\r\nBcc: é",
        "x@[IPv6:::1]",
        "reminder:sv-SE:a-b--Bcc---:-IPv6---1-",
    );
}

#[test]
fn an_overlay_with_other_line_ends_makes_no_stray_ones() {
    let overlay =
        Overlay { name: "payment-failed/body.txt".into(), text: "{{ greeting }}\r\n\rBye\n".into() };
    let catalog = Arc::new(Catalog::builtin("Example Cloud").unwrap());
    let templates = Templates::load(catalog, site(), &[overlay]).unwrap();
    let notice = sample("payment-failed-declined");
    let content = templates.render(&notice, &locale("en-US")).unwrap();
    let message = compose(&notice, &content, &sender());
    check_lines(message.as_bytes());
    let mail = MessageParser::default().parse(message.as_bytes()).unwrap();
    assert_eq!(mail.body_text(0).unwrap(), "Hello Alex Lindgren,\r\n\r\nBye\r\n");
}

#[test]
fn a_mail_cannot_be_dated_before_1970() {
    let notice = sample("payment-failed-declined");
    let content = templates().render(&notice, &locale("en-US")).unwrap();
    let result = Message::compose(&notice, &content, &sender(), Timestamp::constant(-1, 0));
    assert!(matches!(result, Err(Error::Date)), "{result:?}");
    Message::compose(&notice, &content, &sender(), Timestamp::MAX).unwrap();
}

#[test]
fn a_mail_shows_no_address_when_it_is_printed_for_a_programmer() {
    let notice = sample("payment-failed-declined");
    let content = templates().render(&notice, &locale("en-US")).unwrap();
    let message = compose(&notice, &content, &sender());
    let shown = format!("{message:?} {:?}", message.envelope());
    assert!(!shown.contains("alex.lindgren") && shown.contains("a***@example.com"), "{shown}");
}

#[test]
fn a_signed_sender_stands_in_the_envelope_and_nowhere_in_the_mail() {
    let notice = sample("payment-failed-declined");
    let content = templates().render(&notice, &locale("en-US")).unwrap();
    let verp = || Verp::new(Address::new("bounces@mail.example.com").unwrap(), &[7; 32]).unwrap();
    let message = compose(&notice, &content, &Sender { bounces: Some(verp()), ..sender() });
    let reverse_path = message.envelope().sender.expose();
    assert_eq!(verp().read(reverse_path), Some(Token::of(&notice.key)), "{reverse_path}");
    let plain = compose(&notice, &content, &sender());
    assert_eq!(message.as_bytes(), plain.as_bytes());
    assert_eq!(plain.envelope().sender.expose(), "billing@billing.example.com");
}
