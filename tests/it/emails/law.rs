//! Laws: whatever a name holds, it stays a name.

use mail_parser::{Address as Parsed, MessageParser};
use pastdue::notice::{Payment, Reason};
use pastdue::{Content, Message, Notice, Templates};
use proptest::prelude::*;
use proptest::test_runner::{Config, FileFailurePersistence};
use scraper::Html;
use serde_json::json;
use unicode_width::UnicodeWidthStr as _;

use super::{compose, squashed, visible};
use crate::page;

/// Text that somebody might put into a name to see what happens.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("<script>alert(1)</script>"),
        Just("\"><img src=x onerror=y>"),
        Just("<!--"),
        Just("</td></table>"),
        Just("{{ 7*7 }}"),
        Just("{% raw %}"),
        Just("{ $amount }"),
        Just("{\"\\u0041\"}"),
        Just("<a data-l10n-name=\"support\">x</a>"),
        Just("\r\nBcc: victim@example.com"),
        Just("\r\n.\r\nMAIL FROM:<x@y.example>"),
        Just("\n\n<b>"),
        Just("\0"),
        Just("=?utf-8?b?PGI+?="),
        Just("a, b@c.example"),
        Just("\"quoted\" <q@r.example>"),
        Just(";:()[]\\"),
        Just("https://evil.example/x"),
        Just("evil.example"),
        Just("\u{202E}gnp.exe"),
        Just("\u{2068}x\u{2069}"),
        Just("\u{200D}\u{200B}\u{FEFF}"),
        Just("\u{E000}b\u{E001}\u{E002}\u{E003}"),
        Just("王小明"),
        Just("Søren Ångström"),
        Just("👩\u{200D}💻"),
        Just("e\u{301}\u{301}\u{301}"),
        Just("عبد الله"),
        Just("&amp;&#x3C;"),
        Just("'"),
        Just("`"),
        Just(" "),
        Just("x"),
        Just("%3Cb%3E"),
        Just("\u{A0}"),
        Just("\u{2028}"),
    ];
    let words =
        proptest::collection::vec(piece.prop_map(str::to_owned), 0..6).prop_map(|pieces| pieces.concat());
    prop_oneof![4 => words, 1 => any::<String>(), 1 => "[a-z]{1,1300}"]
}

fn config() -> Config {
    Config {
        cases: 32,
        failure_persistence: Some(Box::new(FileFailurePersistence::Off)),
        ..Config::default()
    }
}

fn notice(kind: &str, names: &[String; 4], email: &str) -> Option<Notice> {
    let [account, administrator, subscription, number] = names;
    let mut row = json!({
        "id": "law-1", "kind": kind,
        "account": {"id": "acc_1", "name": account, "administrator": {"name": administrator, "email": email}},
        "subscription": {"id": "sub_1", "name": subscription},
        "amount_due": {"value": "1234.50", "currency": "EUR"}, "due_date": "2026-11-01",
        "payment": {"method": "invoice", "invoice_number": number},
    });
    if kind == "payment-failed" {
        row["payment"] = json!({"method": "card", "brand": "Visa", "last4": "4242", "failure": "declined"});
    }
    if kind == "service-canceled" {
        row["service_ended_on"] = json!("2026-12-01");
    }
    Notice::from_json(row.to_string().as_bytes()).ok()
}

/// The elements of a page, in order, with the names of their attributes and every value that is not a name's.
fn skeleton(html: &str) -> Vec<String> {
    let page = Html::parse_document(html);
    let elements = page.tree.nodes().filter_map(|node| node.value().as_element());
    let shape = elements.map(|element| {
        let attributes: Vec<_> = element.attrs().filter(|(name, _)| *name != "aria-label").collect();
        format!("{} {attributes:?}", element.name())
    });
    let n_comments = page.tree.nodes().filter(|node| node.value().is_comment()).count();
    shape.chain([format!("{n_comments} comments")]).collect()
}

fn addresses(parsed: Option<&Parsed>) -> Vec<String> {
    let parsed = parsed.into_iter().flat_map(Parsed::iter);
    parsed.map(|address| address.address().unwrap_or_default().to_owned()).collect()
}

fn check_mail(message: &Message, content: &Content, email: &str) {
    let mail = MessageParser::new().parse(message.as_bytes()).unwrap();
    assert_eq!(addresses(mail.to()), [email]);
    assert_eq!(addresses(mail.from()), ["billing@billing.example.com"]);
    assert!(mail.cc().is_none() && mail.bcc().is_none());
    let names: Vec<String> = mail.headers().iter().map(|header| header.name().to_ascii_lowercase()).collect();
    let expected = [
        "date",
        "from",
        "to",
        "message-id",
        "subject",
        "reply-to",
        "references",
        "content-language",
        "auto-submitted",
        "x-auto-response-suppress",
        "feedback-id",
        "mime-version",
        "content-type",
    ];
    for name in expected {
        assert_eq!(names.iter().filter(|known| *known == name).count(), 1, "{name} in {names:?}");
    }
    assert_eq!(names.len(), expected.len(), "{names:?}");
    let collapsed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(collapsed(mail.subject().unwrap()), collapsed(&content.subject));
    assert_eq!(mail.body_text(0).unwrap().replace("\r\n", "\n"), content.text);
    assert_eq!(mail.body_html(0).unwrap().replace("\r\n", "\n"), content.html);
    assert!(message.as_bytes().split(|byte| *byte == b'\n').all(|line| line.len() <= 998));
}

/// The lines that are a URL.
fn urls(text: &str) -> Vec<&str> {
    text.lines()
        .map(str::trim_start)
        .filter(|line| line.starts_with("https://account.example.com/"))
        .collect()
}

fn names_of(notice: &Notice) -> Vec<String> {
    let number = match &notice.reason {
        Reason::InvoiceOverdue { invoice, .. }
        | Reason::ServiceCanceled { payment: Payment::Invoice(invoice), .. } => Some(&invoice.number),
        _ => None,
    };
    let administrator = notice.account.administrator.name.as_ref();
    let names = [Some(&notice.account.name), Some(&notice.subscription.name), administrator, number];
    names.into_iter().flatten().map(|name| squashed(name.as_str())).collect()
}

/// What a reader sees of both parts: the names as they are, no link in them, and nothing of the machinery.
fn check_reading(notice: &Notice, content: &Content) {
    let Content { subject, preheader, text, html, .. } = content;
    let is_forbidden = |char| matches!(char, '\r' | '\0' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{E000}'..='\u{F8FF}');
    for part in [subject, preheader, text, html] {
        assert!(!part.contains(is_forbidden), "{part:?}");
    }
    for line in text.lines() {
        let is_url = line.trim_start().starts_with("https://account.example.com/");
        assert!(
            is_url && !line.trim_start().contains(' ') || line.width() <= 78 && !line.contains("://"),
            "{line:?}"
        );
    }
    let limit = if content.locale.as_str() == "zh-TW" { 70 } else { 78 };
    assert!(subject.width() <= limit && !subject.contains('\n'), "{subject:?}");
    assert!(preheader.width() <= 100, "{preheader:?}");
    let mut names = names_of(notice);
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("https://account.example.com/"));
    for part in [visible(html), lines.collect::<Vec<_>>().join("\n")] {
        assert!(!part.contains("://"), "a link in {part}");
        let mut shown = squashed(&part);
        for name in &names {
            assert!(shown.contains(name), "no {name:?} in {shown}");
        }
        for name in &names {
            shown = shown.replace(name, "");
        }
        assert!(!shown.contains(['{', '}', '<', '>', '&']), "{shown}");
    }
}

fn check(templates: &Templates, kind: &str, names: &[String; 4]) {
    let plain = ["Sample", "Sample", "Sample", "Sample"].map(str::to_owned);
    let email = "anneke@example.nl";
    let Some(hostile) = notice(kind, names, email) else { return };
    let mut plain = notice(kind, &plain, email).unwrap();
    plain.account.administrator.name =
        hostile.account.administrator.name.as_ref().and(plain.account.administrator.name);
    for locale in templates.catalog().offered(hostile.kind()) {
        let content = templates.render(&hostile, locale).unwrap();
        let tame = templates.render(&plain, locale).unwrap();
        assert_eq!(skeleton(&content.html), skeleton(&tame.html));
        check_reading(&hostile, &content);
        assert_eq!(urls(&content.text), urls(&tame.text));
        check_mail(&compose(&hostile, &content), &content, email);
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_name_never_becomes_markup_a_header_or_a_second_recipient(
        account in hostile(), administrator in hostile(), subscription in hostile(), number in hostile(),
    ) {
        let templates = page::templates();
        let names = [account, administrator, subscription, number];
        for kind in ["payment-failed", "invoice-overdue", "service-canceled"] {
            check(&templates, kind, &names);
        }
    }
}
