//! What a relay's log proves, and what it does not.

use std::collections::{BTreeMap, HashSet};
use std::io::{self, BufReader, Read};

use pastdue::relay_log::{self, Accepted};
use proptest::prelude::*;

/// A line of the program `name` about a mail.
fn line(name: &str, text: &str) -> String {
    format!("Nov 23 10:00:00 mx {name}[123]: {text}\n")
}

fn message_id(queue_id: &str, message_id: &str) -> String {
    line("postfix/cleanup", &format!("{queue_id}: message-id={message_id}"))
}

fn active(queue_id: &str) -> String {
    line("postfix/qmgr", &format!("{queue_id}: from=<b@example.com>, size=1234, nrcpt=1 (queue active)"))
}

fn delivery(queue_id: &str, status: &str) -> String {
    let text = format!("{queue_id}: to=<anneke@example.nl>, relay=mx.example.nl[192.0.2.1]:25, delay=0.5, ");
    line("postfix/smtp", &format!("{text}delays=0.1/0/0.2/0.2, dsn=2.0.0, status={status}"))
}

fn read(log: &[u8], wanted: &[&str]) -> BTreeMap<String, Accepted> {
    let wanted = wanted.iter().map(|id| (*id).to_owned()).collect();
    let accepted = relay_log::read(log, &wanted).unwrap();
    // The size of the reader's pieces changes nothing.
    assert_eq!(relay_log::read(BufReader::with_capacity(7, log), &wanted).unwrap(), accepted);
    accepted
}

/// Checks what is found of `<1@example.com>` and `<2@example.com>`: queue id and status.
#[track_caller]
fn check(lines: &[String], expected: &[(&str, &str, Option<&str>)]) {
    let log = lines.concat();
    let accepted = read(log.as_bytes(), &["<1@example.com>", "<2@example.com>"]);
    let found: Vec<_> = accepted
        .iter()
        .map(|(id, accepted)| (id.as_str(), accepted.queue_id.as_str(), accepted.status.as_deref()))
        .collect();
    let expected: Vec<_> = expected
        .iter()
        .map(|(id, queue_id, status)| (format!("<{id}@example.com>"), *queue_id, *status))
        .collect();
    let expected: Vec<_> =
        expected.iter().map(|(id, queue_id, status)| (id.as_str(), *queue_id, *status)).collect();
    assert_eq!(found, expected, "{log}");
}

const ONE: &str = "<1@example.com>";
const TWO: &str = "<2@example.com>";
const SHORT: &str = "4F2A31C0B5";
const LONG: &str = "4dK2Qm1Zp9z3xQ";

#[test]
fn a_mail_that_was_only_coming_in_was_not_taken() {
    check(&[message_id(SHORT, ONE)], &[]);
    let rejected = format!("{SHORT}: milter-reject: END-OF-MESSAGE from c[192.0.2.9]: 4.7.1 Try again later");
    check(&[message_id(SHORT, ONE), line("postfix/cleanup", &rejected)], &[]);
    let lost = format!("{SHORT}: client=c[192.0.2.9]");
    check(&[line("postfix/smtpd", &lost), message_id(SHORT, ONE)], &[]);
}

#[test]
fn the_queue_manager_or_a_delivery_proves_that_a_mail_was_taken() {
    check(&[message_id(SHORT, ONE), active(SHORT)], &[("1", SHORT, None)]);
    check(&[message_id(LONG, ONE), delivery(LONG, "sent (250 Ok)")], &[("1", LONG, Some("sent (250 Ok)"))]);
    check(
        &[message_id(SHORT, ONE), message_id(LONG, TWO), active(LONG), active(SHORT)],
        &[("1", SHORT, None), ("2", LONG, None)],
    );
    check(&[active(SHORT), message_id(SHORT, ONE)], &[]);
    check(&[message_id(SHORT, "<3@example.com>"), active(SHORT)], &[]);
}

#[test]
fn the_last_status_is_told_cleaned() {
    check(
        &[
            message_id(LONG, ONE),
            active(LONG),
            delivery(LONG, "deferred (connect to mx.example.nl[192.0.2.1]:25: Connection timed out)"),
            active(LONG),
            delivery(
                LONG,
                "bounced (host mx.example.nl[192.0.2.1] said: 550 5.1.1 <anneke@example.nl>: no \u{7}such \
                 user, status=sent (in reply to RCPT TO command))",
            ),
            line("postfix/qmgr", &format!("{LONG}: removed")),
            // The id stands for nothing now.
            delivery(LONG, "sent (250 Ok)"),
        ],
        &[(
            "1",
            LONG,
            Some(
                "bounced (host mx.example.nl[192.0.2.1] said: 550 5.1.1 <a***@example.nl>: no such \
                 user, status=sent (in reply to RCPT TO command))",
            ),
        )],
    );
    check(
        &[
            message_id(LONG, ONE),
            line(
                "postfix/qmgr",
                &format!("{LONG}: from=<b@example.com>, status=expired, returned to sender"),
            ),
        ],
        &[("1", LONG, Some("expired, returned to sender"))],
    );
}

#[test]
fn a_queue_id_that_is_used_again_proves_nothing_for_the_former_mail() {
    let other = message_id(SHORT, "<3@example.com>");
    check(&[message_id(SHORT, ONE), other.clone(), active(SHORT)], &[]);
    check(&[message_id(SHORT, ONE), message_id(SHORT, TWO), active(SHORT)], &[("2", SHORT, None)]);
    check(&[message_id(SHORT, ONE), message_id(SHORT, ""), active(SHORT)], &[]);
    // What was proven stays so.
    check(
        &[message_id(SHORT, ONE), active(SHORT), other, active(SHORT), delivery(SHORT, "sent (250 Ok)")],
        &[("1", SHORT, None)],
    );
    for begin in [
        "postfix/smtpd[1]: 4F2A31C0B5: client=c[192.0.2.9]",
        "postfix/pickup[1]: 4F2A31C0B5: uid=0 from=<root>",
    ] {
        check(&[message_id(SHORT, ONE), format!("Nov 23 10:00:00 mx {begin}\n"), active(SHORT)], &[]);
    }
}

#[test]
fn a_mail_that_a_filter_hands_back_is_followed_under_its_last_id() {
    let mut lines = vec![
        message_id(SHORT, ONE),
        active(SHORT),
        message_id(LONG, ONE),
        active(LONG),
        delivery(SHORT, "sent (250 2.0.0 from MTA: queued as 4dK2Qm1Zp9z3xQ)"),
        line("postfix/qmgr", &format!("{SHORT}: removed")),
    ];
    // That the filter has it says nothing of the recipient.
    check(&lines, &[("1", LONG, None)]);
    lines.push(delivery(LONG, "deferred (450 4.2.2 full)"));
    check(&lines, &[("1", LONG, Some("deferred (450 4.2.2 full)"))]);
}

#[test]
fn no_other_line_is_believed() {
    let forged = active(SHORT);
    let forged = forged.trim_end();
    for line in [
        line("evil", &format!("{SHORT}: from=<b@example.com>, size=1234, nrcpt=1 (queue active)")),
        line("evil", forged),
        line("postfix/smtpd", &format!("NOQUEUE: reject: RCPT from c[192.0.2.9]: {forged}")),
        line("postfix/smtpd", forged),
        line("postfix/cleanup", &format!("{SHORT}: warning: header Subject: {forged}")),
        line("postfix/qmgr", &format!("{SHORT}: from=<b@example.com>, size=1234, nrcpt=1 (queue ")),
        line("postfix/qmgr", &format!("{SHORT}0: from=<b@example.com>, size=1234, nrcpt=1 (queue active)")),
        line("postfix/verify", &format!("{SHORT}: to=<a@example.nl>, status=sent (250 Ok)")),
        delivery(SHORT, "undeliverable (550 no)"),
        format!("-- Boot 0123456789abcdef --\n{forged} and more\n"),
        "\n\r\n \n:\n".to_owned(),
    ] {
        check(&[message_id(SHORT, ONE), line], &[]);
    }
}

#[test]
fn the_forms_of_time_and_of_names_are_read() {
    for (start, name) in [
        ("Nov  3 10:00:00 mx ", "postfix"),
        ("2026-11-23T10:00:00.123456+01:00 mx.example.com ", "postfix-out"),
        ("2026-11-23T10:00:00+0000 mx ", "postfix"),
        ("2026-11-23T10:00:00Z mx ", "postfix/relay"),
    ] {
        let log = format!(
            "{start}{name}/cleanup[1]: {LONG}: message-id={ONE}\r\n\
             {start}{name}/qmgr[2]: {LONG}: from=<>, size=1, nrcpt=1 (queue active)\r\n\
             {start}{name}/smtp[3]: {LONG}: to=<a@example.nl>, orig_to=<b@example.nl>, \
             dsn=2.0.0, status=sent (250 Ok)"
        );
        check(&[log], &[("1", LONG, Some("sent (250 Ok)"))]);
    }
}

#[test]
fn a_line_that_is_damaged_or_too_long_proves_nothing() {
    let pad = "x".repeat(9000);
    let long =
        line("postfix/qmgr", &format!("{SHORT}: from=<{pad}@example.com>, size=1, nrcpt=1 (queue active)"));
    check(&[message_id(SHORT, ONE), long], &[]);
    // The end of a long line is not the beginning of another one.
    let pad = "x".repeat(8192 - "Nov 23 10:00:00 mx evil[1]: ".len());
    let long = format!("Nov 23 10:00:00 mx evil[1]: {pad}{}", active(SHORT));
    check(&[message_id(SHORT, ONE), long.clone()], &[]);
    check(&[message_id(SHORT, ONE), long, active(SHORT)], &[("1", SHORT, None)]);
    let mut log = message_id(SHORT, ONE).into_bytes();
    let bytes = active(SHORT).replace("b@", "\u{1}@").replace("123]", "12]");
    log.extend(bytes.bytes().map(|byte| if byte == 1 { 0xE9 } else { byte }));
    assert_eq!(read(&log, &[ONE]), BTreeMap::new());
    // It may still tell that the id belongs to another mail.
    let mut log = message_id(SHORT, ONE).into_bytes();
    log.extend(message_id(SHORT, "\u{1}").bytes().map(|byte| if byte == 1 { 0xE9 } else { byte }));
    log.extend(active(SHORT).into_bytes());
    assert_eq!(read(&log, &[ONE]), BTreeMap::new());
}

#[test]
fn a_mail_that_comes_in_without_end_costs_little_and_is_found() {
    let mut lines: Vec<String> = (0..5000).map(|n| message_id(&format!("A{n:07}"), ONE)).collect();
    // Only the last few ids are remembered.
    lines.push(active("A0000001"));
    check(&lines, &[]);
    lines.push(active("A0004999"));
    check(&lines, &[("1", "A0004999", None)]);
}

#[test]
fn a_log_that_cannot_be_read_is_an_error() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("gone"))
        }
    }
    let start = active(SHORT);
    let log = BufReader::new(start.as_bytes().chain(Broken));
    assert_eq!(relay_log::read(log, &HashSet::new()).unwrap_err().to_string(), "gone");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn only_what_was_wanted_and_proven_is_found(
        lines in prop::collection::vec(
            prop_oneof![
                (0..3_usize, 0..3_usize).prop_map(|(queue, id)| {
                    message_id([SHORT, LONG, "AAAAA"][queue], [ONE, TWO, "<3@example.com>"][id]).into_bytes()
                }),
                (0..3_usize).prop_map(|queue| active([SHORT, LONG, "AAAAA"][queue]).into_bytes()),
                (0..3_usize).prop_map(|queue| delivery([SHORT, LONG, "AAAAA"][queue], "sent (a)").into_bytes()),
                prop::collection::vec(any::<u8>(), 0..60),
            ],
            0..30,
        ),
    ) {
        let log = lines.concat();
        let accepted = read(&log, &[ONE, TWO]);
        let text = String::from_utf8_lossy(&log);
        for (id, accepted) in accepted {
            prop_assert!([ONE, TWO].contains(&id.as_str()));
            // Its id was told before something that proves it.
            let told = text.find(&format!("{}: message-id={id}", accepted.queue_id));
            let proven = told.and_then(|told| text[told..].find(&format!("]: {}: ", accepted.queue_id)));
            prop_assert!(proven.is_some(), "{id} {accepted:?}");
        }
    }
}
