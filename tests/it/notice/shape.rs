//! What is no row at all: other types, other fields, other files.

use pastdue::Notice;
use serde_json::json;

use super::{check, check_text};

#[test]
fn a_value_of_another_type_is_named_by_its_type() {
    check(
        &json!({"due_date": 20_261_101}),
        "`due_date`: expected a string in quotes with a date such as `2026-11-01` (ISO 8601), found a number",
    );
    check(
        &json!({"payment": {"method": true}}),
        "`payment.method`: expected a string in quotes with `card` or `invoice`, found `true` or `false`",
    );
    check(
        &json!({"amount_due": 1234.5}),
        "`amount_due`: expected an object such as `{\"value\": \"1234.50\", \"currency\": \"EUR\"}`, found a number",
    );
    check(
        &json!({"account": ["acc_1", "De Vries B.V."]}),
        "`account`: expected an object such as `{\"id\": \"acc_42\", …}`, found a list",
    );
    check(
        &json!({"subscription": "Anneke, expected `x`"}),
        "`subscription`: expected an object such as `{\"id\": \"sub_7\", \"name\": \"Production\"}`, found a string",
    );
    check(
        &json!({"account": {"administrator": {"locales": "nl-BE"}}}),
        "`account.administrator.locales`: expected a list of language tags such as `[\"nl-BE\", \"en\"]`, found a string",
    );
    check(
        &json!({"account": {"administrator": {"locales": ["nl", {"a": 1}]}}}),
        "`account.administrator.locales`: expected a string in quotes with language tags such as `nl-BE` (BCP 47), \
         found an object in entry 2",
    );
}

#[test]
fn an_unknown_field_is_named_unless_it_may_be_a_secret() {
    let known = "expected one of `id`, `name`, `market`, `administrator`";
    check(&json!({"account": {"nmae": 1}}), &format!("`account`: unknown field `nmae`, {known}"));
    check(
        &json!({"account": {"Anneke de Vries": 1}}),
        &format!("`account`: unknown field `Xxxxxx xx Xxxxx`, {known}"),
    );
    check(
        &json!({"account": {"anneke.x@example.nl`, expected `": 1}}),
        &format!("`account`: unknown field `xxxxxx.x@xxxxxxx.xx?, xxxxxxxx ?`, {known}"),
    );
    check(
        &json!({"payment": {"number4242424242424242": 1}}),
        "`payment`: unknown field `xxxxxx0000000000000000`, \
         expected one of `method`, `brand`, `last4`, `failure`, `invoice_number`",
    );
    check(
        &json!({"amount_due": {"amount": 1}}),
        "`amount_due`: unknown field `amount`, expected `value` or `currency`",
    );
    let all = "expected one of `id`, `kind`, `stage`, `account`, `subscription`, `amount_due`, `due_date`, `payment`, \
               `next_attempt_on`, `service_ends_on`, `service_ended_on`";
    check(&json!({"dueDate": 1}), &format!("unknown field `dueDate`, {all}"));
}

#[test]
fn what_is_not_one_json_object_is_refused_as_a_whole() {
    let object = "expected one JSON object a line, such as `{\"id\": \"ntc_0001\", …}`";
    for (text, expected) in [
        (&b"[]"[..], &*format!("{object}, found a list")),
        (b"null", &*format!("{object}, found `null`")),
        (b"\"x\"", &*format!("{object}, found a string")),
        (b"1", &*format!("{object}, found a number")),
        (b"not json", &*format!("not valid JSON at byte 2 (expected ident), {object}")),
        (b"  {'id'}", &*format!("not valid JSON at byte 4 (key must be a string), {object}")),
        (b"{} {}", &*format!("not valid JSON at byte 4 (trailing characters), {object}")),
        (b"{\"id\": 1e999999}", &*format!("not valid JSON at byte 15 (number out of range), {object}")),
        (
            b"{\"id\": \"\\ud800\"}",
            &*format!("not valid JSON at byte 15 (unexpected end of hex escape), {object}"),
        ),
        (
            b"{\"id\": \"a\0\"}",
            &*format!(
                "not valid JSON at byte 10 (control character (\\u0000-\\u001F) found while parsing a string), {object}"
            ),
        ),
        (b"", "the line ends within a JSON object: write the whole object on one line"),
        (b"{\"id\": \"a", "the line ends within a JSON object: write the whole object on one line"),
        (b"{\"id\": \"\xFF\"}", "not UTF-8 at byte 9: save the file as UTF-8"),
        (b"{\"id\": \"a\", \"id\": \"b\"}", "`id`: stands twice in its object"),
        (b"{\"account\": {\"name\": null, \"name\": \"b\"}}", "`account.name`: stands twice in its object"),
    ] {
        check_text(text, expected);
    }
    let positional = r#"["ntc_1","payment-failed",null,["acc_1","N",null,[null,"a@example.com",[],null]],["s","S"],
        ["1.00","EUR"],"2026-11-01",["card","Visa","4242","declined",null],null,null,null]"#;
    check_text(positional, &format!("{object}, found a list"));
    for open in ["[", "{\"account\":"] {
        assert!(Notice::from_json(open.repeat(100_000).as_bytes()).is_err());
    }
}
