//! The rules of a notice and its account: the smallest change that breaks one, and what the operator reads.

use pastdue::notice::{Kind, NoticeKey, Payment, Reason};
use serde_json::{Value, json};

use super::{accept, both, canceled, changed, check, check_text, invoice, parse};

#[test]
fn a_whole_row_is_accepted() {
    let notice = accept(&json!({}));
    assert_eq!(notice.key.as_str(), "ntc_1");
    assert_eq!((notice.kind(), notice.stage().unwrap().as_str()), (Kind::PaymentFailed, "first"));
    assert_eq!(notice.account.market.unwrap().as_str(), "NL");
    assert_eq!(notice.account.administrator.email.expose(), "anneke@example.nl");
    assert_eq!(notice.account.administrator.locales, ["nl-BE", "en"]);
    assert_eq!(notice.amount_due.to_string(), "1234.50 EUR");
    assert_eq!(notice.due_date.to_string(), "2026-11-01");
    let Reason::PaymentFailed { stage, card } = notice.reason else { unreachable!() };
    assert_eq!(stage.service_ends_on().unwrap().to_string(), "2026-12-01");
    assert_eq!((card.brand.as_str(), &*card.last4, card.failure.as_str()), ("Visa", "4242", "declined"));
    assert_eq!(card.next_attempt_on.unwrap().to_string(), "2026-11-24");
}

#[test]
fn what_is_optional_may_be_missing() {
    let administrator = json!({"name": null, "locales": null, "time_zone": null});
    let account = json!({"market": null, "administrator": administrator});
    let notice =
        accept(&json!({"stage": null, "account": account, "next_attempt_on": null, "service_ends_on": null}));
    let administrator = &notice.account.administrator;
    assert_eq!((&administrator.name, &administrator.time_zone), (&None, &None));
    assert!(administrator.locales.is_empty() && notice.account.market.is_none());
    assert_eq!(notice.stage().unwrap().as_str(), "first");
}

#[test]
fn null_is_the_same_as_missing() {
    let text = changed(&json!({"stage": null})).replacen('{', r#"{"stage": null, "#, 1);
    assert_eq!(parse(text), accept(&json!({"stage": null})));
    check_text(
        r#"{"id": null}"#,
        "`id`: is missing, expected 1 to 128 characters of `A-Z a-z 0-9 . _ : / -`",
    );
    check_text(
        r#"{"id": "a", "account": null}"#,
        "`account.id`: is missing, expected 1 to 128 visible characters without spaces, and not `.` or `..`",
    );
    let email = "is missing, expected an address such as `name@example.com`";
    let text = changed(&json!({"account": {"administrator": null}}));
    check_text(text, &format!("`account.administrator.email`: {email}"));
}

#[test]
fn every_required_field_says_what_to_write() {
    let missing = |pointer: &str| {
        let mut patch = Value::Null;
        for key in pointer.rsplit('.') {
            patch = json!({ key: patch });
        }
        changed(&patch)
    };
    for (field, expected) in [
        ("kind", "`payment-failed`, `invoice-overdue` or `service-canceled`"),
        ("account.name", "a name with at least one visible character"),
        ("subscription.id", "1 to 128 visible characters without spaces, and not `.` or `..`"),
        ("subscription.name", "a name with at least one visible character"),
        ("amount_due.value", "a decimal such as `1234.50`"),
        ("amount_due.currency", "a currency code of ISO 4217 in capitals, such as `EUR`"),
        ("due_date", "a date such as `2026-11-01` (ISO 8601)"),
        ("payment.method", "`card` or `invoice`"),
        ("payment.brand", "a brand such as `Visa`, without the card's number"),
        ("payment.last4", "the last four digits of the card and no more"),
        ("payment.failure", "`declined`, `expired` or `unknown`"),
    ] {
        check_text(missing(field), &format!("`{field}`: is missing, expected {expected}"));
    }
    let patch = both(
        &invoice(),
        &json!({"payment": {"method": "invoice", "brand": null, "last4": null, "failure": null}}),
    );
    check(&patch, "`payment.invoice_number`: is missing, expected the number that is printed on the invoice");
}

#[test]
fn an_id_is_a_key_of_plain_characters() {
    let expected = "`id`: expected 1 to 128 characters of `A-Z a-z 0-9 . _ : / -`";
    for (id, found) in [
        ("", "an empty text"),
        ("a b", "text of the form `x x`"),
        ("ntc#1", "text of the form `xxx#0`"),
        ("é", "text of the form `x`"),
        ("anneke@example.nl", "text of the form `xxxxxx@xxxxxxx.xx`"),
        ("Anneke de Vries", "text of the form `Xxxxxx xx Xxxxx`"),
    ] {
        check(&json!({"id": id}), &format!("{expected}, found {found}"));
    }
    let long = "x".repeat(129);
    check(&json!({"id": long}), &format!("{expected}, found text of the form `{}…`", "x".repeat(40)));
    assert_eq!(accept(&json!({"id": &long[1..]})).key.as_str().len(), 128);
    assert_eq!(accept(&json!({"id": "A.z_0:/-..."})).key.as_str(), "A.z_0:/-...");
    assert!(NoticeKey::new("\u{0}").is_err());
}

#[test]
fn an_id_that_goes_into_a_url_is_no_step_in_its_path() {
    let expected = "expected 1 to 128 visible characters without spaces, and not `.` or `..`";
    for field in ["account", "subscription"] {
        for (id, found) in [
            (".", "text of the form `.`"),
            ("..", "text of the form `..`"),
            ("", "an empty text"),
            ("a b", "text of the form `x x`"),
            ("a\u{0}", "text of the form `x?`"),
            ("a\u{202E}b", "text of the form `x?x`"),
        ] {
            check(&json!({field: {"id": id}}), &format!("`{field}.id`: {expected}, found {found}"));
        }
        accept(&json!({field: {"id": "..."}}));
        accept(&json!({field: {"id": "a/../b?c#d%2E"}}));
    }
}

#[test]
fn a_kind_and_a_stage_are_words_of_a_list() {
    let kinds = "expected `payment-failed`, `invoice-overdue` or `service-canceled`";
    check(
        &json!({"kind": "payment_failed"}),
        &format!("`kind`: {kinds}, found text of the form `xxxxxxx_xxxxxx`"),
    );
    check(&json!({"kind": ""}), &format!("`kind`: {kinds}, found an empty text"));
    let stages = "`stage`: expected `first`, `reminder` or `final`";
    check(&json!({"stage": "Final"}), &format!("{stages}, found text of the form `Xxxxx`"));
    check(
        &both(&invoice(), &json!({"stage": "second"})),
        &format!("{stages}, found text of the form `xxxxxx`"),
    );
    for stage in ["first", "reminder", "final"] {
        assert_eq!(accept(&json!({"stage": stage})).stage().unwrap().as_str(), stage);
        assert_eq!(accept(&both(&invoice(), &json!({"stage": stage}))).kind(), Kind::InvoiceOverdue);
    }
}

#[test]
fn a_final_notice_knows_when_the_service_ends() {
    let problem = "`service_ends_on`: is missing, the stage `final` needs it: expected a date such as `2026-11-01` (ISO 8601)";
    check(&json!({"stage": "final", "service_ends_on": null}), problem);
    for stage in ["first", "reminder"] {
        let stage = accept(&json!({"stage": stage, "service_ends_on": null})).stage().unwrap();
        assert_eq!(stage.service_ends_on(), None);
    }
}

#[test]
fn a_canceled_service_has_ended_and_has_no_stage() {
    let notice = accept(&canceled());
    assert_eq!((notice.kind(), notice.stage()), (Kind::ServiceCanceled, None));
    let by_invoice = accept(&both(&invoice(), &canceled()));
    assert!(matches!(by_invoice.reason, Reason::ServiceCanceled { payment: Payment::Invoice(_), .. }));
    check(
        &both(&canceled(), &json!({"stage": "final"})),
        "`stage`: does not go with the kind `service-canceled`: leave it out",
    );
    check(
        &both(&canceled(), &json!({"service_ends_on": "2026-12-01"})),
        "`service_ends_on`: does not go with the kind `service-canceled`: write `service_ended_on`",
    );
    check(
        &both(&canceled(), &json!({"service_ended_on": null})),
        "`service_ended_on`: is missing, the kind `service-canceled` needs it: expected a date such as `2026-11-01` (ISO 8601)",
    );
    for patch in [json!({}), invoice()] {
        check(
            &both(&patch, &json!({"service_ended_on": "2026-12-01"})),
            "`service_ended_on`: goes with the kind `service-canceled` alone: leave it out",
        );
    }
}

#[test]
fn a_market_is_a_code_of_iso_3166() {
    let expected = "`account.market`: expected two capital letters of ISO 3166-1, such as `NL`";
    for (market, form) in [("nl", "xx"), ("NLD", "XXX"), ("UK", "XX"), ("ZZ", "XX"), ("N1", "X0")] {
        check(
            &json!({"account": {"market": market}}),
            &format!("{expected}, found text of the form `{form}`"),
        );
    }
    check(&json!({"account": {"market": ""}}), &format!("{expected}, found an empty text"));
    for market in ["NL", "TW", "GB", "XK"] {
        assert_eq!(accept(&json!({"account": {"market": market}})).account.market.unwrap().as_str(), market);
    }
}

#[test]
fn a_name_has_something_to_show() {
    let expected = "expected a name with at least one visible character";
    check(&json!({"account": {"name": ""}}), &format!("`account.name`: {expected}, found an empty text"));
    check(
        &json!({"subscription": {"name": " \u{200B}"}}),
        &format!("`subscription.name`: {expected}, found text of the form ` ?`"),
    );
    let nameless = accept(&json!({"account": {"administrator": {"name": "\u{FEFF} "}}}));
    assert_eq!(nameless.account.administrator.name, None);
}

#[test]
fn an_address_that_is_wrong_is_not_shown() {
    for (email, expected, form) in [
        ("Anneke de Vries", "an address such as `name@example.com`", "Xxxxxx xx Xxxxx"),
        ("a b@example.nl", "no space, quote, comma or control character before the `@`", "x x@xxxxxxx.xx"),
        (
            "a@example.nl,b@example.nl",
            "no space, quote, comma or control character before the `@`",
            "x@xxxxxxx.xx,x@xxxxxxx.xx",
        ),
        (".a@example.nl", "no dot at the start, at the end or doubled before the `@`", ".x@xxxxxxx.xx"),
        ("@example.nl", "1 to 64 bytes before the `@`", "@xxxxxxx.xx"),
        ("a@example", "a full domain such as `example.com` after the `@`", "x@xxxxxxx"),
        ("a@exa mple.nl", "a domain such as `example.com` after the `@`", "x@xxx xxxx.xx"),
    ] {
        check(
            &json!({"account": {"administrator": {"email": email}}}),
            &format!("`account.administrator.email`: expected {expected}, found text of the form `{form}`"),
        );
    }
    let long = format!("{}@{}example.nl", "a".repeat(60), "a.".repeat(100));
    check(
        &json!({"account": {"administrator": {"email": long}}}),
        &format!(
            "`account.administrator.email`: expected an address of at most 254 bytes (RFC 5321, section 4.5.3.1.3), \
             found text of the form `{}…`",
            "x".repeat(40)
        ),
    );
}

#[test]
fn locales_are_language_tags() {
    let locales = |tags: Value| json!({"account": {"administrator": {"locales": tags}}});
    let expected = "`account.administrator.locales`: expected language tags such as `nl-BE` (BCP 47), found";
    for (tag, found) in [
        ("", "an empty text"),
        ("nl BE", "text of the form `xx XX`"),
        ("nederlands-en-meer", "text of the form `xxxxxxxxxx-xx-xxxx`"),
        ("*", "text of the form `*`"),
        ("c", "text of the form `x`"),
        ("nl-", "text of the form `xx-`"),
        ("../etc", "text of the form `../xxx`"),
        ("anneke@example.nl", "text of the form `xxxxxx@xxxxxxx.xx`"),
    ] {
        check(&locales(json!(["nl", tag])), &format!("{expected} {found}"));
    }
    let many: Vec<String> = (10..61).map(|n| format!("nl-x-{n}")).collect();
    check(
        &locales(json!(many)),
        "`account.administrator.locales`: expected at most 50 language tags, found 51",
    );
    let kept = accept(&locales(json!(["zh-Hant-HK", "nl_BE", "NL-be", "x-a", "zh-Hant-HK", "i-klingon"])));
    assert_eq!(kept.account.administrator.locales, ["zh-Hant-HK", "nl_BE", "x-a", "i-klingon"]);
}

#[test]
fn a_time_zone_is_one_of_iana() {
    let zone = |name: &str| json!({"account": {"administrator": {"time_zone": name}}});
    let expected = "`account.administrator.time_zone`: expected a name of the IANA time zone database such as `Europe/Amsterdam`";
    for (name, form) in [
        ("CET+1", "XXX+0"),
        ("Europe/Den Haag", "Xxxxxx/Xxx Xxxx"),
        ("../../etc/passwd", "../../xxx/xxxxxx"),
        ("Etc/Unknown", "Xxx/Xxxxxxx"),
        ("+01:00", "+00:00"),
    ] {
        check(&zone(name), &format!("{expected}, found text of the form `{form}`"));
    }
    for name in ["Europe/Amsterdam", "Asia/Taipei", "UTC"] {
        assert_eq!(accept(&zone(name)).account.administrator.time_zone.as_deref(), Some(name));
    }
}
