//! What stands for a notice outside: in its Message-ID, in its envelope, in a store.

use std::fmt;

use crate::notice::NoticeKey;

/// 128 bits of SHA-256 over a notice's key: the same for the same key, and free of what the key may hold.
///
/// `Display` writes it as 32 hexadecimal digits, as they stand in the Message-ID.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Token([u8; 16]);

impl Token {
    /// The token of the notice with `key`.
    ///
    /// # Example
    ///
    /// ```
    /// use pastdue::message::Token;
    /// use pastdue::notice::NoticeKey;
    ///
    /// let token = Token::of(&NoticeKey::new("ntc_1")?);
    /// assert_eq!(Token::parse(&token.to_string()), Some(token));
    /// # Ok::<(), &'static str>(())
    /// ```
    #[must_use]
    pub fn of(key: &NoticeKey) -> Token {
        Token::of_parts(&[b"notice", key.as_str().as_bytes()])
    }

    /// Reads what `Display` has written.
    #[must_use]
    pub fn parse(text: &str) -> Option<Token> {
        let is_lower_hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        if text.len() != 32 || !text.bytes().all(is_lower_hex) {
            return None;
        }
        let mut bytes = [0; 16];
        for (at, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&text[2 * at..2 * at + 2], 16).ok()?;
        }
        Some(Token(bytes))
    }

    /// The bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }

    /// Hashes `parts`, each with its length, so that none runs into the next.
    pub(crate) fn of_parts(parts: &[&[u8]]) -> Token {
        let mut context = ring::digest::Context::new(&ring::digest::SHA256);
        for part in parts {
            context.update(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
            context.update(part);
        }
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&context.finish().as_ref()[..16]);
        Token(bytes)
    }
}

impl From<[u8; 16]> for Token {
    fn from(bytes: [u8; 16]) -> Token {
        Token(bytes)
    }
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let mut text = [0; 32];
        for (pair, byte) in text.chunks_exact_mut(2).zip(self.0) {
            pair.copy_from_slice(&[DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]);
        }
        f.write_str(std::str::from_utf8(&text).expect("digits are ASCII"))
    }
}
