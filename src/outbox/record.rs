//! Notices and moves as the store takes them: many of them as one JSON text, for one statement.
//!
//! Both engines unfold a JSON array into rows; a statement for each row would cost ten times as much.

use std::borrow::Cow;

use serde_json::Value;

use crate::message::Token;
use crate::notice::{Address, Notice};
use crate::outbox::{Move, Rejection, Step, Ticket};

/// The address as the store knows it: hashed, whatever the case of its letters.
pub(super) fn recipient(address: &Address) -> Token {
    Token::of_parts(&[b"recipient", address.expose().to_lowercase().as_bytes()])
}

/// A notice ready to be stored.
pub(super) struct Entry {
    pub(super) token: Token,
    /// The whole notice, hashed: another one with the same key is a conflict.
    pub(super) digest: Token,
    columns: [Value; 7],
    row: String,
}

impl Entry {
    pub(super) fn new(notice: &Notice) -> Entry {
        let (token, row) = (Token::of(&notice.key), notice.to_json());
        let digest = Token::of_parts(&[b"row", row.as_bytes()]);
        let email = &notice.account.administrator.email;
        let columns = [
            token.to_string().into(),
            notice.key.as_str().into(),
            notice.account.id.as_str().into(),
            notice.kind().as_str().into(),
            email.domain().into(),
            digest.to_string().into(),
            recipient(email).to_string().into(),
        ];
        Entry { token, digest, columns, row }
    }
}

/// `[token, id, account, kind, domain, digest, recipient, start, length]` for each, and all rows one behind the
/// other: where in them each row is. A JSON text within a JSON text would be read again for every column.
pub(super) fn notices<'e>(entries: impl Iterator<Item = &'e Entry>) -> (String, Vec<u8>) {
    let mut rows = Vec::new();
    let texts = entries.map(|entry| {
        // The store counts from one.
        let place: [Value; 2] = [(rows.len() + 1).into(), entry.row.len().into()];
        rows.extend_from_slice(entry.row.as_bytes());
        array(entry.columns.iter().chain(&place))
    });
    let texts: Vec<String> = texts.collect();
    (list(texts.iter().map(String::as_str)), rows)
}

/// `token` for each.
pub(super) fn tokens<'e>(entries: impl Iterator<Item = &'e Entry>) -> String {
    let texts: Vec<String> = entries.map(|entry| format!("\"{}\"", entry.token)).collect();
    list(texts.iter().map(String::as_str))
}

/// `[place, reason]` for each.
pub(super) fn rejections(rejections: &[Rejection]) -> String {
    let texts: Vec<String> = rejections
        .iter()
        .map(|row| array(&[row.place.as_str().into(), row.reason.as_str().into()]))
        .collect();
    list(texts.iter().map(String::as_str))
}

/// `[seq, epoch, locale, why]` for each notice that is handed over.
pub(super) fn handovers(moves: &[Move]) -> String {
    let texts = moves.iter().filter_map(|step| match &step.step {
        Step::HandOver { locale, why } => Some(array(&[
            step.ticket.seq.into(),
            step.ticket.epoch.into(),
            locale.as_str().into(),
            why.as_str().into(),
        ])),
        _ => None,
    });
    let texts: Vec<String> = texts.collect();
    list(texts.iter().map(String::as_str))
}

/// `[seq, epoch, from, to, delay, counted attempts, text]` for each notice that is settled.
pub(super) fn settlements(moves: &[Move]) -> String {
    let texts = moves.iter().filter(|step| !matches!(step.step, Step::HandOver { .. })).map(|step| {
        let milliseconds = |delay: &std::time::Duration| u64::try_from(delay.as_millis()).unwrap_or(u64::MAX);
        let reply = step.attempt.as_ref().map(|attempt| attempt.text.as_str());
        let (delay, n_attempts, text) = match &step.step {
            Step::Defer(delay) => (Some(milliseconds(delay)), 1, reply),
            Step::Return(delay, why) => (Some(milliseconds(delay)), 0, Some(why.as_str())),
            Step::Expire(why) => (None, u8::from(reply.is_some()), Some(why.as_str())),
            Step::Unrenderable(why) => (None, 0, Some(why.as_str())),
            // The receipt is with the attempt.
            Step::Sent => (None, 1, None),
            Step::InDoubt | Step::Refuse { .. } => (None, 1, reply),
            Step::Suppress | Step::HandOver { .. } => (None, 0, None),
        };
        array(&[
            step.ticket.seq.into(),
            step.ticket.epoch.into(),
            step.from.as_str().into(),
            step.step.to().as_str().into(),
            delay.into(),
            n_attempts.into(),
            text.into(),
        ])
    });
    let texts: Vec<String> = texts.collect();
    list(texts.iter().map(String::as_str))
}

/// `[seq, epoch, to, relay, phase, code, enhanced, text, milliseconds]` for each move that has an attempt.
pub(super) fn attempts(moves: &[Move]) -> String {
    let texts = moves.iter().filter_map(|step| {
        let attempt = step.attempt.as_ref()?;
        Some(array(&[
            step.ticket.seq.into(),
            step.ticket.epoch.into(),
            step.step.to().as_str().into(),
            attempt.relay.as_str().into(),
            attempt.phase.into(),
            attempt.code.into(),
            attempt.enhanced.as_deref().into(),
            attempt.text.as_str().into(),
            attempt.milliseconds.into(),
        ]))
    });
    let texts: Vec<String> = texts.collect();
    list(texts.iter().map(String::as_str))
}

/// `[seq, epoch, masked address, reason]` for each move that suppresses its address.
pub(super) fn suppressions(moves: &[Move]) -> String {
    let texts = moves.iter().filter_map(|step| {
        let Step::Refuse { suppress: Some(masked) } = &step.step else { return None };
        let reply = step.attempt.as_ref().map_or("", |attempt| attempt.text.as_str());
        let Ticket { seq, epoch } = step.ticket;
        Some(array(&[seq.into(), epoch.into(), masked.as_str().into(), reply.into()]))
    });
    let texts: Vec<String> = texts.collect();
    list(texts.iter().map(String::as_str))
}

fn array<'v>(values: impl IntoIterator<Item = &'v Value>) -> String {
    // PostgreSQL takes no NUL, and SQLite would end the text at it.
    let clean = |value: &'v Value| match value {
        Value::String(text) if text.contains('\0') => Cow::Owned(text.replace('\0', " ").into()),
        value => Cow::Borrowed(value),
    };
    let values: Vec<Cow<Value>> = values.into_iter().map(clean).collect();
    serde_json::to_string(&values).expect("texts and numbers can always be written")
}

fn list<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    let mut list = String::from("[");
    for text in texts {
        if list.len() > 1 {
            list.push(',');
        }
        list.push_str(text);
    }
    list.push(']');
    list
}
