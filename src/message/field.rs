//! Header fields that hold what people wrote (RFC 5322, RFC 2047).
//!
//! They are our own because the mail library's leave a subject that looks like an encoded word as it is,
//! so that a mail client would decode what a name says, and put an address of any length behind an
//! encoded name on the same line.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use lettre::message::header::{HeaderName, HeaderValue};

use crate::notice::Address;

/// The longest line with an encoded word in it (RFC 2047, section 2).
const MAX_LINE: usize = 76;
/// The longest encoded word (RFC 2047, section 2).
const MAX_WORD: usize = 75;
/// A longer word is encoded, so that every line can be folded.
const MAX_PLAIN_WORD: usize = 60;
/// What an encoded word has besides its text: `=?utf-8?q?` and `?=`.
const FRAME: usize = 12;

/// A field with a value of our own making, printable ASCII, on one line.
pub(super) fn token(name: &'static str, value: &str) -> HeaderValue {
    field(name, value.to_owned())
}

/// A field of free text, such as the subject.
pub(super) fn text(name: &'static str, value: &str) -> HeaderValue {
    let value = single_line(value);
    let mut line = Line::after(name);
    if is_printable(&value) && value.split(' ').all(|word| (1..=MAX_PLAIN_WORD).contains(&word.len())) {
        for (n, word) in value.split(' ').enumerate() {
            line.push_word(n > 0, word);
        }
    } else {
        line.push_encoded(&value);
    }
    field(name, line.out)
}

/// A field with one mailbox.
pub(super) fn mailbox(name: &'static str, display_name: Option<&str>, address: &Address) -> HeaderValue {
    let mut line = Line::after(name);
    let display_name = display_name.map(single_line).filter(|display_name| !display_name.is_empty());
    let Some(display_name) = display_name else { return field(name, address.expose().to_owned()) };
    let quoted = quoted(&display_name);
    if is_printable(&display_name) && line.column + quoted.len() <= MAX_LINE {
        line.push_word(false, &quoted);
    } else {
        line.push_encoded(&display_name);
    }
    line.push_word(true, &format!("<{}>", address.expose()));
    field(name, line.out)
}

fn field(name: &'static str, encoded: String) -> HeaderValue {
    HeaderValue::dangerous_new_pre_encoded(HeaderName::new_from_ascii_str(name), String::new(), encoded)
}

/// A line end in a value would begin another field.
fn single_line(value: &str) -> String {
    value.replace(char::is_control, " ").trim().to_owned()
}

/// Whether `value` can stand in a field as it is: ASCII, and nothing that a client would decode.
fn is_printable(value: &str) -> bool {
    value.bytes().all(|byte| (0x20..0x7f).contains(&byte)) && !value.contains("=?")
}

/// A display name as a phrase (RFC 5322, section 3.2.5), in quotes where it needs them.
fn quoted(name: &str) -> String {
    let is_plain_word = |word: &str| {
        !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    if name.split(' ').all(is_plain_word) {
        name.to_owned()
    } else {
        format!("\"{}\"", name.replace('\\', "\\\\").replace('"', "\\\""))
    }
}

/// The value of a field, folded while it is written.
struct Line {
    out: String,
    column: usize,
}

impl Line {
    fn after(name: &str) -> Line {
        Line { out: String::with_capacity(128), column: name.len() + 2 }
    }

    /// Appends a word, after a space or, where the line is full, a fold.
    fn push_word(&mut self, is_apart: bool, word: &str) {
        if is_apart && self.column + 1 + word.len() > MAX_LINE {
            self.fold();
        } else if is_apart {
            self.out.push(' ');
            self.column += 1;
        }
        self.out.push_str(word);
        self.column += word.len();
    }

    /// Appends `value` as encoded words, in the encoding that makes it shorter; none splits a character.
    fn push_encoded(&mut self, value: &str) {
        let n_escaped = value.bytes().filter(|byte| !is_literal(*byte) && *byte != b' ').count();
        let is_quoted = value.len() + 2 * n_escaped <= value.len().div_ceil(3) * 4;
        let mut rest = value;
        while !rest.is_empty() {
            let room = MAX_WORD.min(MAX_LINE.saturating_sub(self.column)).saturating_sub(FRAME);
            let mut taken = 0;
            let mut columns = 0;
            for char in rest.chars() {
                columns += if is_quoted { quoted_len(char) } else { 0 };
                let is_full =
                    if is_quoted { columns > room } else { (taken + char.len_utf8()).div_ceil(3) * 4 > room };
                if is_full {
                    break;
                }
                taken += char.len_utf8();
            }
            if taken == 0 {
                self.fold();
                continue;
            }
            let (word, after) = rest.split_at(taken);
            let start = self.out.len();
            if is_quoted {
                self.out.push_str("=?utf-8?q?");
                push_quoted(word, &mut self.out);
            } else {
                self.out.push_str("=?utf-8?b?");
                STANDARD.encode_string(word, &mut self.out);
            }
            self.out.push_str("?=");
            self.column += self.out.len() - start;
            rest = after;
        }
    }

    fn fold(&mut self) {
        self.out.push_str("\r\n ");
        self.column = 1;
    }
}

/// Whether a byte stands for itself in the `Q` encoding, wherever the word stands (RFC 2047, section 5, rule 3).
fn is_literal(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'!' | b'*' | b'+' | b'-' | b'/')
}

fn quoted_len(char: char) -> usize {
    if char.is_ascii() && (is_literal(char as u8) || char == ' ') { 1 } else { 3 * char.len_utf8() }
}

fn push_quoted(word: &str, out: &mut String) {
    for byte in word.bytes() {
        match byte {
            b' ' => out.push('_'),
            _ if is_literal(byte) => out.push(char::from(byte)),
            _ => {
                out.push('=');
                out.push(hex_digit(byte >> 4));
                out.push(hex_digit(byte & 15));
            }
        }
    }
}

fn hex_digit(nibble: u8) -> char {
    char::from(if nibble < 10 { b'0' + nibble } else { b'A' + nibble - 10 })
}

#[cfg(test)]
mod tests {
    use lettre::message::header::Headers;

    use super::*;

    fn shown(value: HeaderValue) -> String {
        let mut headers = Headers::new();
        headers.insert_raw(value);
        headers.to_string()
    }

    fn check_text(value: &str, expected: &str) {
        assert_eq!(shown(text("Subject", value)), expected);
    }

    fn check_mailbox(name: &str, expected: &str) {
        let address = Address::new("anneke@example.nl").expect("an address");
        assert_eq!(shown(mailbox("To", Some(name), &address)), expected);
    }

    #[test]
    fn plain_text_stays_readable_and_is_folded_at_spaces() {
        check_text("Your payment is past due", "Subject: Your payment is past due\r\n");
        check_text(
            &"word ".repeat(20),
            "Subject: word word word word word word word word word word word word word\r\n \
             word word word word word word word\r\n",
        );
    }

    #[test]
    fn other_text_is_encoded_in_the_shorter_way() {
        check_text("Påminnelse: betala", "Subject: =?utf-8?q?P=C3=A5minnelse=3A_betala?=\r\n");
        check_text("付款提醒", "Subject: =?utf-8?b?5LuY5qy+5o+Q6YaS?=\r\n");
    }

    #[test]
    fn no_encoded_word_splits_a_character() {
        check_text(
            &"您".repeat(30),
            "Subject: =?utf-8?b?5oKo5oKo5oKo5oKo5oKo5oKo5oKo5oKo5oKo5oKo5oKo5oKo5oKo?=\r\n \
             =?utf-8?b?5oKo5oKo5oKo5oKo5oKo5oKo5oKo5oKo5oKo5oKo5oKo5oKo5oKo5oKo5oKo?=\r\n \
             =?utf-8?b?5oKo5oKo?=\r\n",
        );
    }

    #[test]
    fn what_looks_encoded_is_encoded_itself() {
        check_text("=?utf-8?b?SGk=?=", "Subject: =?utf-8?b?PT91dGYtOD9iP1NHaz0/PQ==?=\r\n");
        check_mailbox("=?utf-8?q?Boss?=", "To: =?utf-8?b?PT91dGYtOD9xP0Jvc3M/PQ==?= <anneke@example.nl>\r\n");
    }

    #[test]
    fn a_line_end_begins_no_field() {
        check_text("a\r\nBcc: b", "Subject: =?utf-8?q?a__Bcc=3A_b?=\r\n");
    }

    #[test]
    fn a_display_name_is_quoted_where_it_must_be() {
        check_mailbox("Anneke de Vries", "To: Anneke de Vries <anneke@example.nl>\r\n");
        check_mailbox("De Vries, B.V.", "To: \"De Vries, B.V.\" <anneke@example.nl>\r\n");
        check_mailbox(r#"a"b\c"#, "To: \"a\\\"b\\\\c\" <anneke@example.nl>\r\n");
        check_mailbox("Zoë", "To: =?utf-8?q?Zo=C3=AB?= <anneke@example.nl>\r\n");
        check_mailbox(" ", "To: anneke@example.nl\r\n");
    }

    #[test]
    fn an_address_that_does_not_fit_behind_its_name_stands_on_the_next_line() {
        let name = "Maria Konstantina Papadopoulou-Vanderstraeten van den Berghe";
        check_mailbox(name, &format!("To: {name}\r\n <anneke@example.nl>\r\n"));
    }
}
