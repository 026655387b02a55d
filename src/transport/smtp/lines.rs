//! The relay's bytes, made into lines that a strict parser can take.

use std::io;

/// The longest reply that is read, in bytes and in lines.
const MAX_REPLY_BYTES: usize = 64 * 1024;
const MAX_REPLY_LINES: usize = 512;

/// How much of one line is passed on. The code stands at its beginning, so a line of 8 KB stays a clear answer.
const MAX_LINE_BYTES: usize = 900;

/// Collects bytes until they are whole lines.
#[derive(Debug, Default)]
pub(super) struct Lines {
    raw: Vec<u8>,
    n_received: usize,
    n_taken: usize,
}

impl Lines {
    /// Begins to count anew: something has been written, and other replies are due.
    pub(super) fn start_turn(&mut self) {
        self.n_received = 0;
        self.n_taken = 0;
    }

    /// Takes what has been received.
    ///
    /// # Errors
    ///
    /// The relay has said too much in this turn.
    pub(super) fn push(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.n_received += bytes.len();
        if self.n_received > MAX_REPLY_BYTES {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "a reply of more than 64 KB"));
        }
        self.raw.extend_from_slice(bytes);
        Ok(())
    }

    /// The next whole line, cleaned and ended by CRLF.
    ///
    /// # Errors
    ///
    /// The relay has said too much in this turn.
    pub(super) fn next(&mut self) -> io::Result<Option<Vec<u8>>> {
        let Some(end) = self.raw.iter().position(|byte| *byte == b'\n') else { return Ok(None) };
        self.n_taken += 1;
        if self.n_taken > MAX_REPLY_LINES {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "a reply of more than 512 lines"));
        }
        let line = clean(&self.raw[..end]);
        self.raw.drain(..=end);
        Ok(Some(line))
    }

    /// Whether nothing is left unread, not even half a line.
    pub(super) fn is_empty(&self) -> bool {
        self.raw.is_empty()
    }
}

/// lettre wants UTF-8, CRLF and a space after the code. A relay that says `250` plainly but in Latin-1,
/// with a bare LF or with no text (all of which occur) must not put a mail in doubt.
fn clean(line: &[u8]) -> Vec<u8> {
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    let printable = |byte: &u8| match byte {
        0..0x20 | 0x7F => b' ',
        0x80.. => b'?',
        _ => *byte,
    };
    let mut clean: Vec<u8> = line.iter().take(MAX_LINE_BYTES).map(printable).collect();
    if clean.len() == 3 {
        clean.push(b' ');
    }
    clean.extend_from_slice(b"\r\n");
    clean
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(input: &[u8], expected: &[&str]) {
        let mut lines = Lines::default();
        let mut found = Vec::new();
        for byte in input {
            lines.push(&[*byte]).expect("short");
            found.extend(lines.next().expect("few"));
        }
        assert_eq!(found, expected.iter().map(|line| line.as_bytes()).collect::<Vec<_>>());
    }

    #[test]
    fn what_relays_really_send_becomes_what_the_grammar_allows() {
        check(b"250 Ok\r\n", &["250 Ok\r\n"]);
        check(b"250-a\r\n250 b\r\n25", &["250-a\r\n", "250 b\r\n"]);
        check(b"250 Ok\n250\r\n250\n", &["250 Ok\r\n", "250 \r\n", "250 \r\n"]);
        check(b"250 angenommen f\xFCr \x1b[1m\xC3\xBC\0\r\n", &["250 angenommen f?r  [1m?? \r\n"]);
        check(b"\r\n", &["\r\n"]);
        let long = [b"250 ".as_slice(), &[b'x'; 8192], b"\r\n"].concat();
        check(&long, &[&format!("250 {}\r\n", "x".repeat(896))]);
    }

    #[test]
    fn a_reply_without_end_is_cut_off() {
        let mut lines = Lines::default();
        assert!((0..17).all(|n| lines.push(&[b'x'; 4096]).is_ok() == (n < 16)), "64 KB in one line");

        let mut lines = Lines::default();
        lines.push("250-\r\n".repeat(600).as_bytes()).expect("short");
        assert!((0..600).any(|_| lines.next().is_err()), "600 lines");
    }
}
