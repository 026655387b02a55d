//! The parts of a mail (RFC 2045, RFC 2046).
//!
//! Fields are read by the mail library. The walk through the parts is our own, because the library's goes
//! as deep as a mail asks it to, and what it builds then overflows the stack when it is dropped.

use std::borrow::Cow;

use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{ContentType, Header, HeaderName, MessageParser};

use crate::notice::Address;

/// A header block beyond this is not read.
const MAX_HEAD: usize = 64 << 10;
/// How many addresses are read from the fields of one mail.
const MAX_ADDRESSES: usize = 100;
/// The longest line of a mail (RFC 5322, section 2.1.1), and so the longest Message-ID.
const MAX_LINE: usize = 998;

/// A mail or a part of one: its fields, and its body as it was sent.
#[derive(Clone)]
pub(super) struct Part<'m> {
    fields: Vec<Header<'m>>,
    head: &'m [u8],
    body: &'m [u8],
    /// Whether a delimiter follows, so that nothing of the part is missing.
    pub(super) is_closed: bool,
}

impl<'m> Part<'m> {
    /// Splits `bytes` at the first empty line.
    pub(super) fn new(bytes: &'m [u8], is_closed: bool) -> Part<'m> {
        let (head, body) = split_head(bytes);
        Part { fields: fields(head), head, body, is_closed }
    }

    /// Whether there are fields: a mail has some, a part of plain text may have none.
    pub(super) fn has_fields(&self) -> bool {
        !self.fields.is_empty()
    }

    /// The value of the first field named `name`, on one line.
    pub(super) fn field(&self, name: &'static str) -> Option<String> {
        self.values(name).next()
    }

    fn values(&self, name: &'static str) -> impl Iterator<Item = String> {
        self.fields.iter().filter(move |field| field.name().eq_ignore_ascii_case(name)).map(|field| {
            let range = field.offset_start as usize..field.offset_end as usize;
            let raw = String::from_utf8_lossy(self.head.get(range).unwrap_or_default());
            raw.split_whitespace().collect::<Vec<_>>().join(" ")
        })
    }

    /// Whether the type is one of `types`, in lower case.
    pub(super) fn is(&self, types: &[(&str, &str)]) -> bool {
        let Some(content_type) = self.content_type() else { return false };
        let subtype = content_type.subtype().unwrap_or_default();
        types.iter().any(|(top, sub)| {
            content_type.ctype().eq_ignore_ascii_case(top) && subtype.eq_ignore_ascii_case(sub)
        })
    }

    /// An attribute of the type.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.content_type()?.attribute(name)
    }

    fn content_type(&self) -> Option<&ContentType<'m>> {
        let field = self.fields.iter().find(|field| field.name == HeaderName::ContentType)?;
        field.value.as_content_type()
    }

    /// The parts of a multipart, in their order; none for anything else.
    pub(super) fn parts(&self) -> Vec<Part<'m>> {
        let is_multipart =
            self.content_type().is_some_and(|content| content.ctype().eq_ignore_ascii_case("multipart"));
        let boundary = self.attribute("boundary").filter(|boundary| is_multipart && !boundary.is_empty());
        let Some(boundary) = boundary else { return Vec::new() };
        let parts = split_parts(self.body, boundary.as_bytes()).into_iter();
        parts.map(|(bytes, is_closed)| Part::new(bytes, is_closed)).collect()
    }

    /// The body, its transfer encoding undone. What cannot be decoded is empty.
    pub(super) fn decoded(&self) -> Cow<'m, [u8]> {
        let encoding = self.field("Content-Transfer-Encoding").unwrap_or_default();
        if encoding.eq_ignore_ascii_case("base64") {
            base64_decode(self.body).unwrap_or_default().into()
        } else if encoding.eq_ignore_ascii_case("quoted-printable") {
            quoted_printable_decode(self.body).unwrap_or_default().into()
        } else {
            self.body.into()
        }
    }

    /// The addresses in the fields that say who got the mail, each once.
    pub(super) fn sent_to(&self) -> Vec<Address> {
        let plain = ["Delivered-To", "X-Original-To"].into_iter().flat_map(|name| self.values(name));
        let to = self.fields.iter().filter(|field| field.name == HeaderName::To);
        let to = to.filter_map(|field| field.value.as_address()).flat_map(mail_parser::Address::iter);
        let to = to.filter_map(|mailbox| Some(mailbox.address()?.to_owned()));
        let mut addresses = Vec::new();
        for text in plain.chain(to).take(MAX_ADDRESSES) {
            if let Ok(address) = Address::new(text.trim_start_matches('<').trim_end_matches('>'))
                && !addresses.contains(&address)
            {
                addresses.push(address);
            }
        }
        addresses
    }
}

/// The Message-ID in the fields that `mail` begins with, if they have exactly one.
pub(super) fn message_id(mail: &[u8]) -> Option<String> {
    let part = Part::new(mail, true);
    let mut values = part.values("Message-ID");
    let value = values.next()?;
    let is_only_one = values.all(|other| other == value);
    let inner = value.strip_prefix('<')?.strip_suffix('>')?;
    let is_plain = inner.bytes().all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'<' | b'>'));
    let is_good = is_only_one && is_plain && !inner.is_empty() && value.len() <= MAX_LINE;
    is_good.then_some(value)
}

fn fields(head: &[u8]) -> Vec<Header<'_>> {
    let parser = MessageParser::new()
        .header_content_type(HeaderName::ContentType)
        .header_address(HeaderName::To)
        .default_header_raw();
    let message = parser.parse_headers(head);
    message.and_then(|message| Some(message.parts.into_iter().next()?.headers)).unwrap_or_default()
}

/// The header block with its last line end, and what comes after the empty line.
fn split_head(bytes: &[u8]) -> (&[u8], &[u8]) {
    let mut at = 0;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if matches!(line, b"\n" | b"\r\n") {
            return (&bytes[..at.min(MAX_HEAD)], &bytes[at + line.len()..]);
        }
        at += line.len();
    }
    (&bytes[..at.min(MAX_HEAD)], &[])
}

/// What stands between the delimiters, and whether one comes after it (RFC 2046, section 5.1.1).
fn split_parts<'m>(body: &'m [u8], boundary: &[u8]) -> Vec<(&'m [u8], bool)> {
    let mut parts = Vec::new();
    let mut start = None;
    let mut at = 0;
    for line in body.split_inclusive(|byte| *byte == b'\n') {
        let after = line.strip_prefix(b"--").and_then(|line| line.strip_prefix(boundary));
        if let Some(end @ (b"" | b"--")) = after.map(<[u8]>::trim_ascii_end) {
            // The line end before a delimiter is part of the delimiter. An empty part has none.
            parts.extend(start.map(|start| (without_line_end(&body[start..at]), true)));
            if !end.is_empty() {
                return parts;
            }
            start = Some(at + line.len());
        }
        at += line.len();
    }
    parts.extend(start.map(|start| (&body[start..], false)));
    parts
}

fn without_line_end(bytes: &[u8]) -> &[u8] {
    let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    bytes.strip_suffix(b"\r").unwrap_or(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_parts(body: &str, expected: &[(&str, bool)]) {
        let parts = split_parts(body.as_bytes(), b"b");
        let parts: Vec<_> =
            parts.iter().map(|(part, is_closed)| (std::str::from_utf8(part), *is_closed)).collect();
        let expected: Vec<_> = expected.iter().map(|(part, is_closed)| (Ok(*part), *is_closed)).collect();
        assert_eq!(parts, expected, "{body:?}");
    }

    #[test]
    fn a_multipart_is_split_at_whole_delimiters() {
        check_parts("", &[]);
        check_parts("preamble\n", &[]);
        check_parts("--b\none\n--b\ntwo\n--b--\nepilogue\n--b\nthree", &[("one", true), ("two", true)]);
        check_parts("--b \t\r\none\r\n\r\n--b-- \r\n", &[("one\r\n", true)]);
        check_parts("--b\none\n--bc\n-b\n --b\ntwo", &[("one\n--bc\n-b\n --b\ntwo", false)]);
        check_parts("--b\n--b\n\n--b", &[("", true), ("", true), ("", false)]);
        check_parts("--b--\n--b\none", &[]);
    }

    fn check_id(mail: &str, expected: Option<&str>) {
        assert_eq!(message_id(mail.as_bytes()).as_deref(), expected, "{mail:?}");
    }

    #[test]
    fn a_message_id_is_whole_and_the_only_one() {
        check_id("Subject: x\nMESSAGE-ID:<a@b>\n\nMessage-ID: <c@d>", Some("<a@b>"));
        check_id("Message-ID:\r\n <a@b>\r\n", Some("<a@b>"));
        check_id("Message-ID: <a@b>\nMessage-Id: <a@b>\n", Some("<a@b>"));
        check_id("Message-ID: <a@b>\nMessage-Id: <c@d>\n", None);
        check_id("Message-ID: <a@b", None);
        check_id("Message-ID: <a@b> <c@d>\n", None);
        check_id("Message-ID: <>\n", None);
        check_id("Message-ID: <a\u{e9}@b>\n", None);
        check_id(&format!("Message-ID: <{}>\n", "a".repeat(1000)), None);
        check_id("\nMessage-ID: <a@b>\n", None);
        check_id("", None);
    }

    #[test]
    fn a_mail_says_whom_it_was_sent_to() {
        let mail = "To: \"Mail Delivery, Inc.\" <a+1@example.com>, b@example.com\n\
                    Delivered-To: c@example.com\nX-Original-To: <A@Example.com>\n\
                    Delivered-To: c@Example.com\nTo: group: d@example.com;\nCc: e@example.com\n\
                    Delivered-To: nobody\n\n";
        let part = Part::new(mail.as_bytes(), true);
        let sent_to: Vec<String> = part.sent_to().iter().map(|to| to.expose().to_owned()).collect();
        let expected =
            ["c@example.com", "A@example.com", "a+1@example.com", "b@example.com", "d@example.com"];
        assert_eq!(sent_to, expected);
    }
}
