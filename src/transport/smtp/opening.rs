//! What the relay offers, and the commands that open a mail accordingly.

use std::collections::BTreeSet;

use crate::message::Message;
use crate::transport::{DeliveryError, FailureKind, Phase};

/// The extensions that EHLO's answer names.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Offers {
    keywords: BTreeSet<String>,
    max_size: Option<usize>,
}

impl Offers {
    /// Reads the lines of EHLO's answer (RFC 5321, section 4.1.1.1).
    pub(super) fn parse(said: &str) -> Offers {
        let mut offers = Offers::default();
        for line in said.lines().skip(1).filter_map(|line| line.get(4..)) {
            let mut words = line.split_whitespace();
            let Some(keyword) = words.next().map(str::to_ascii_uppercase) else { continue };
            if keyword == "SIZE" {
                // 0 means that no limit is announced (RFC 1870, section 3).
                let size = words.next().and_then(|size| size.parse().ok());
                offers.max_size = size.filter(|size| *size > 0);
            }
            offers.keywords.insert(keyword);
        }
        offers
    }

    /// Whether the relay names `keyword`, which is in upper case.
    pub(super) fn has(&self, keyword: &str) -> bool {
        self.keywords.contains(keyword)
    }
}

/// The commands before the body, each with its CRLF.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Opening {
    pub(super) mail_from: String,
    pub(super) rcpt_to: String,
    pub(super) data: &'static str,
}

impl Opening {
    /// Writes the commands for `message`.
    ///
    /// # Errors
    ///
    /// The relay does not offer what this mail needs, or the mail itself is not fit to be sent.
    pub(super) fn new(message: &Message, offers: &Offers) -> Result<Opening, DeliveryError> {
        let bytes = message.as_bytes();
        if has_bare_line_end(bytes) {
            let problem = "the mail has a CR or LF by itself, which some relays take for the end of a line";
            return Err(permanent(Phase::Body, problem));
        }
        if let Some(max_size) = offers.max_size.filter(|max_size| bytes.len() > *max_size) {
            let problem = format!("the mail has `{}` bytes and the relay takes `{max_size}`", bytes.len());
            return Err(permanent(Phase::Body, &problem));
        }
        let envelope = message.envelope();
        let mut mail_from = format!("MAIL FROM:<{}>", envelope.sender.expose());
        if needs_smtputf8(message) {
            if !offers.has("SMTPUTF8") {
                return Err(smtputf8_is_missing(message));
            }
            mail_from.push_str(" SMTPUTF8");
        }
        if !bytes.is_ascii() {
            if !offers.has("8BITMIME") {
                let problem = "the mail is not encoded in 7 bits and the relay does not offer 8BITMIME";
                return Err(permanent(Phase::Body, problem));
            }
            mail_from.push_str(" BODY=8BITMIME");
        }
        mail_from.push_str("\r\n");
        let rcpt_to = format!("RCPT TO:<{}>\r\n", envelope.recipient.expose());
        Ok(Opening { mail_from, rcpt_to, data: "DATA\r\n" })
    }
}

fn needs_smtputf8(message: &Message) -> bool {
    let envelope = message.envelope();
    let bytes = message.as_bytes();
    let is_ascii = || {
        let n_header = bytes.windows(4).position(|window| window == b"\r\n\r\n").unwrap_or(bytes.len());
        bytes[..n_header].is_ascii()
    };
    envelope.sender.needs_smtputf8() || envelope.recipient.needs_smtputf8() || !is_ascii()
}

fn smtputf8_is_missing(message: &Message) -> DeliveryError {
    if message.envelope().sender.needs_smtputf8() {
        // The sender is the same for every notice: it is the configuration that must change.
        let problem = "the sender is not ASCII and the relay does not offer SMTPUTF8";
        return DeliveryError::new(FailureKind::Relay, Phase::MailFrom, problem);
    }
    if message.envelope().recipient.needs_smtputf8() {
        let problem = "the recipient is not ASCII before the `@` and the relay does not offer SMTPUTF8";
        return permanent(Phase::RcptTo, problem);
    }
    permanent(Phase::Body, "the headers are not ASCII and the relay does not offer SMTPUTF8")
}

fn permanent(phase: Phase, problem: &str) -> DeliveryError {
    DeliveryError::new(FailureKind::Permanent, phase, problem)
}

/// Whether a CR or LF stands alone: relays disagree on whether it ends a line, and so on where the mail ends.
fn has_bare_line_end(bytes: &[u8]) -> bool {
    let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    // Looked at to the end, in bytes: that takes a fraction of the time that a loop with a way out would.
    let is_bare = pairs.fold(0, |bare, (a, b)| bare | u8::from((*a == b'\r') != (*b == b'\n')));
    is_bare > 0 || bytes.first() == Some(&b'\n') || bytes.last() == Some(&b'\r')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::Envelope;
    use crate::notice::{Address, NoticeKey};

    const PLAIN: &str = "250 relay.example";
    const ALL: &str = "250-relay.example\r\n250-PIPELINING\r\n250-size 60\r\n250-StartTLS\r\n\
        250-8BITMIME\r\n250 SMTPUTF8\r\n";

    /// The whole opening, or the kind and the phase of the error.
    fn check(offers: &str, recipient: &str, bytes: &str, expected: Result<&str, (FailureKind, Phase)>) {
        let address = |text| Address::new(text).expect("valid");
        let envelope = Envelope { sender: address("billing@example.com"), recipient: address(recipient) };
        let key = NoticeKey::new("ntc_1").expect("valid");
        let message = Message::from_parts(key, envelope, "<1@example.com>".to_owned(), bytes.into());
        let opening = Opening::new(&message, &Offers::parse(offers));
        let opening = opening.map(|opening| opening.mail_from + &opening.rcpt_to + opening.data);
        let found = opening.as_deref().map_err(|err| (err.kind(), err.phase()));
        assert_eq!(found, expected, "{offers:?} {recipient} {bytes:?}");
    }

    #[test]
    fn offers_are_read_in_any_case_and_the_relays_name_is_none_of_them() {
        let offers = Offers::parse(ALL);
        let known = ["PIPELINING", "SIZE", "STARTTLS", "8BITMIME", "SMTPUTF8"];
        assert!(known.iter().all(|keyword| offers.has(keyword)), "{offers:?}");
        assert_eq!(offers.max_size, Some(60));

        let offers = Offers::parse("250-PIPELINING\r\n250-SIZE 0\r\n250-SIZE\r\n250-\r\n250 \r\n");
        assert_eq!((offers.has("PIPELINING"), offers.max_size), (false, None));
    }

    #[test]
    fn the_parameters_are_those_that_the_mail_needs() {
        let ascii = "MAIL FROM:<billing@example.com>\r\nRCPT TO:<a@example.nl>\r\nDATA\r\n";
        check(PLAIN, "a@example.nl", "A: b\r\n\r\nHi\r\n", Ok(ascii));
        check(ALL, "a@example.nl", "A: b\r\n\r\nHi\r\n", Ok(ascii));
        let body = "MAIL FROM:<billing@example.com> BODY=8BITMIME\r\nRCPT TO:<a@example.nl>\r\nDATA\r\n";
        check(ALL, "a@example.nl", "A: b\r\n\r\nHé\r\n", Ok(body));
        let header =
            "MAIL FROM:<billing@example.com> SMTPUTF8 BODY=8BITMIME\r\nRCPT TO:<a@example.nl>\r\nDATA\r\n";
        check(ALL, "a@example.nl", "A: é\r\n\r\nHi\r\n", Ok(header));
        let recipient = "MAIL FROM:<billing@example.com> SMTPUTF8\r\nRCPT TO:<é@example.nl>\r\nDATA\r\n";
        check(ALL, "é@example.nl", "A: b\r\n\r\nHi\r\n", Ok(recipient));
    }

    #[test]
    fn a_mail_that_the_relay_cannot_take_is_refused_before_anything_is_written() {
        let permanent = |phase| Err((FailureKind::Permanent, phase));
        check(PLAIN, "é@example.nl", "A: b\r\n\r\nHi\r\n", permanent(Phase::RcptTo));
        check(PLAIN, "a@example.nl", "A: é\r\n\r\nHi\r\n", permanent(Phase::Body));
        check(PLAIN, "a@example.nl", "A: b\r\n\r\nHé\r\n", permanent(Phase::Body));
        check(ALL, "a@example.nl", &format!("A: b\r\n\r\n{}\r\n", "x".repeat(60)), permanent(Phase::Body));
        for bytes in ["A\nB\r\n", "A\rB\r\n", "A\r\r\n", "\nA\r\n", "A\r\n\n", "A\r\n.\n", "A\r"] {
            check(ALL, "a@example.nl", bytes, permanent(Phase::Body));
        }
    }
}
