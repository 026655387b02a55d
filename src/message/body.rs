//! The parts of a mail as bytes (RFC 2045, RFC 2046).
//!
//! They are our own because most of a mail is here: the mail library copies a part four times, letter by letter.

use std::borrow::Cow;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// The longest line of an encoded part, and what goes before a line end that is not the text's own.
const MAX_LINE: usize = 76;
const SOFT_BREAK: &[u8] = b"=\r\n";
const HEX: &[u8; 16] = b"0123456789ABCDEF";

/// Appends two parts that say the same, the better one last, between `boundary`: the header fields and the body.
pub(super) fn alternative(boundary: &str, text: &str, html: &str, out: &mut Vec<u8>) {
    out.reserve(2 * text.len().max(html.len()) + 512);
    push(out, &["Content-Type: multipart/alternative;\r\n boundary=\"", boundary, "\"\r\n\r\n"]);
    for (subtype, content) in [("plain", text), ("html", html)] {
        push(out, &["--", boundary, "\r\nContent-Type: text/", subtype, "; charset=utf-8\r\n"]);
        part(content, out);
        push(out, &["\r\n"]);
    }
    push(out, &["--", boundary, "--\r\n"]);
}

/// Appends a part in the encoding that makes it smaller: Latin text as quoted-printable, Chinese as base64.
fn part(text: &str, out: &mut Vec<u8>) {
    let mut text = Cow::Borrowed(text);
    if text.contains('\r') {
        // A template may have been written where lines end in another way.
        text = text.replace("\r\n", "\n").replace('\r', "\n").into();
    }
    let n_bytes = text.len() + count(text.as_bytes(), |byte| byte == b'\n');
    let n_escaped = count(text.as_bytes(), |byte| byte >= 0x80 || byte == b'=');
    if n_bytes + 2 * n_escaped <= n_bytes / 3 * 4 {
        push(out, &["Content-Transfer-Encoding: quoted-printable\r\n\r\n"]);
        quoted_printable(text.as_bytes(), out);
    } else {
        push(out, &["Content-Transfer-Encoding: base64\r\n\r\n"]);
        base64(text.replace('\n', "\r\n").as_bytes(), out);
    }
}

/// Counts in bytes, whose sums the processor makes many at once.
fn count(bytes: &[u8], is_it: impl Fn(u8) -> bool) -> usize {
    let sum = |chunk: &[u8]| chunk.iter().map(|byte| u8::from(is_it(*byte))).sum::<u8>();
    bytes.chunks(usize::from(u8::MAX)).map(|chunk| usize::from(sum(chunk))).sum()
}

fn push(out: &mut Vec<u8>, texts: &[&str]) {
    for text in texts {
        out.extend_from_slice(text.as_bytes());
    }
}

fn base64(bytes: &[u8], out: &mut Vec<u8>) {
    let mut line = [0; MAX_LINE];
    for (n, chunk) in bytes.chunks(MAX_LINE / 4 * 3).enumerate() {
        if n > 0 {
            out.extend_from_slice(b"\r\n");
        }
        let n_written = STANDARD.encode_slice(chunk, &mut line).expect("the line has room for its bytes");
        out.extend_from_slice(&line[..n_written]);
    }
}

/// Encodes text whose lines end in LF, line by line, as many characters on each as go there.
fn quoted_printable(mut rest: &[u8], out: &mut Vec<u8>) {
    let mut column = 0;
    while !rest.is_empty() {
        let (mut literal, after) = rest.split_at(n_literal(rest));
        let ends_line = |after: &[u8]| after.first().is_none_or(|byte| *byte == b'\n');
        let blank = literal.last().copied().filter(|last| matches!(last, b' ' | b'\t') && ends_line(after));
        if blank.is_some() {
            literal = &literal[..literal.len() - 1];
        }
        // Only what ends a line may stand where the mark of a soft break would.
        let mut room = MAX_LINE - usize::from(blank.is_some() || !ends_line(after));
        while column + literal.len() > room {
            let (fits, more) = literal.split_at(MAX_LINE - 1 - column);
            out.extend_from_slice(fits);
            out.extend_from_slice(SOFT_BREAK);
            (column, literal) = (0, more);
        }
        out.extend_from_slice(literal);
        column += literal.len();
        let escaped = match (blank, after) {
            (Some(blank), _) => {
                rest = after;
                blank
            }
            (None, [b'\n', after @ ..]) => {
                out.extend_from_slice(b"\r\n");
                (column, rest) = (0, after);
                continue;
            }
            (None, [byte, after @ ..]) => {
                rest = after;
                *byte
            }
            (None, []) => break,
        };
        room = MAX_LINE - usize::from(!ends_line(rest));
        if column + 3 > room {
            out.extend_from_slice(SOFT_BREAK);
            column = 0;
        }
        out.extend_from_slice(&[b'=', HEX[usize::from(escaped >> 4)], HEX[usize::from(escaped & 0xF)]]);
        column += 3;
    }
}

/// How many bytes stand for themselves before the first that does not.
fn n_literal(bytes: &[u8]) -> usize {
    let mut n = 0;
    while let Some(byte) = bytes.get(n) {
        if let Some(word) = bytes[n..].first_chunk::<8>() {
            let n_sure = suspects(u64::from_le_bytes(*word)).trailing_zeros() / 8;
            if n_sure > 0 {
                n += n_sure as usize;
                continue;
            }
        }
        if !is_literal(*byte) {
            break;
        }
        n += 1;
    }
    n
}

/// The highest bit of the first byte of `word`, the lowest first, that may not stand for itself: `=`, a control
/// character such as the tab, or what is not ASCII. Bits above that one mean nothing.
fn suspects(word: u64) -> u64 {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    let is_zero = |bytes: u64| bytes.wrapping_sub(ONES) & !bytes;
    let is_control = word.wrapping_sub(ONES * 0x20) & !word;
    (word | is_control | is_zero(word ^ (ONES * 0x3D)) | is_zero(word ^ (ONES * 0x7F))) & (ONES * 0x80)
}

fn is_literal(byte: u8) -> bool {
    matches!(byte, b'\t' | b' '..=b'<' | b'>'..=b'~')
}

#[cfg(test)]
mod tests {
    use lettre::message::{Body, header::ContentTransferEncoding};
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, expected: &str) {
        let mut out = Vec::new();
        quoted_printable(text.as_bytes(), &mut out);
        assert_eq!(String::from_utf8(out).expect("ASCII"), expected, "{text:?}");
    }

    #[test]
    fn a_line_is_as_long_as_it_may_be() {
        let x = |n| "x".repeat(n);
        check(&x(76), &x(76));
        check(&format!("{}\n", x(76)), &format!("{}\r\n", x(76)));
        check(&x(77), &format!("{}=\r\nxx", x(75)));
        check(&format!("{}é", x(71)), &format!("{}=C3=\r\n=A9", x(71)));
        check(&format!("{}=", x(73)), &format!("{}=3D", x(73)));
        check(&format!("{}=x", x(73)), &format!("{}=\r\n=3Dx", x(73)));
    }

    #[test]
    fn a_line_does_not_end_in_a_blank() {
        check("a \nb\t", "a=20\r\nb=09");
        check(&format!("{} ", "x".repeat(75)), &format!("{}=\r\n=20", "x".repeat(75)));
        check("\n \n", "\r\n=20\r\n");
    }

    proptest! {
        #[test]
        fn parts_are_as_the_mail_library_has_them(
            text in "([ -~é]{0,90}[ \t=付]{0,3}\n?){0,6}",
        ) {
            let lines = text.replace('\n', "\r\n").into_bytes();
            let body = |encoding| Body::new_with_encoding(lines.clone(), encoding).expect("any bytes").into_vec();
            let (mut quoted, mut encoded) = (Vec::new(), Vec::new());
            quoted_printable(text.as_bytes(), &mut quoted);
            base64(&lines, &mut encoded);
            prop_assert_eq!(quoted, body(ContentTransferEncoding::QuotedPrintable));
            prop_assert_eq!(encoded, body(ContentTransferEncoding::Base64));
        }
    }
}
