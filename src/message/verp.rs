//! A sender of its own in each mail's envelope, signed, so that what comes back says which mail it is about.

use std::fmt;

use data_encoding::BASE32_NOPAD_NOCASE;
use ring::hmac;

use super::token::Token;
use crate::notice::Address;

/// How much of the signature stands in the address: 80 bits. Nobody guesses these by sending mail.
const N_TAG: usize = 10;
/// Token and signature as base32 (RFC 4648, section 6).
const N_TOKEN_CHARS: usize = 26;
const N_TAG_CHARS: usize = 16;
/// The longest local part (RFC 5321, section 4.5.3.1.1) without the plus sign and what follows it.
const MAX_BASE: usize = 64 - 1 - N_TOKEN_CHARS - N_TAG_CHARS;
const MIN_KEY: usize = 16;

/// Makes envelope senders out of the address of a bounce mailbox, and reads them back
/// (a variable envelope return path).
///
/// For `bounces@mail.example.com` the sender is `bounces+<token><signature>@mail.example.com`: the
/// [`Token`] of the notice and a truncated HMAC-SHA256 over it, both as base32 in lower case. The mailbox
/// has to take addresses with a part behind a plus sign.
///
/// Such an address is known to the relays on the mail's way and to its recipient. Whoever signs nothing
/// but has such an address can speak about that one notice, and about no other.
pub struct Verp {
    address: Address,
    key: hmac::Key,
}

impl Verp {
    /// Takes the address of the mailbox that bounces go to, and the secret that signs.
    ///
    /// # Errors
    ///
    /// What was expected, if the part before the `@` is not ASCII, holds a `+` or is over 21 bytes, if
    /// the address becomes too long, or if the secret is shorter than 16 bytes.
    ///
    /// # Example
    ///
    /// ```
    /// use pastdue::Address;
    /// use pastdue::message::{Token, Verp};
    ///
    /// let verp = Verp::new(Address::new("bounces@mail.example.com")?, b"0123456789abcdef")?;
    /// let sender = verp.sender_of(Token::from([7; 16]));
    /// assert!(sender.expose().starts_with("bounces+a4dqobyha4dqobyha4dqobyha4"));
    /// assert_eq!(verp.read(sender.expose()), Some(Token::from([7; 16])));
    /// # Ok::<(), &'static str>(())
    /// ```
    pub fn new(address: Address, key: &[u8]) -> Result<Verp, &'static str> {
        if key.len() < MIN_KEY {
            return Err("a secret of at least 16 bytes");
        }
        let base = base(&address);
        if !base.is_ascii() || base.contains('+') || base.len() > MAX_BASE {
            return Err("at most 21 ASCII characters before the `@`, and no `+` among them");
        }
        Address::new(&with_suffix(&address, &"a".repeat(N_TOKEN_CHARS + N_TAG_CHARS)))
            .map_err(|_| "an address of at most 211 bytes")?;
        Ok(Verp { address, key: hmac::Key::new(hmac::HMAC_SHA256, key) })
    }

    /// The envelope sender for the notice with `token`.
    #[expect(clippy::missing_panics_doc, reason = "what could make the address invalid was refused before")]
    #[must_use]
    pub fn sender_of(&self, token: Token) -> Address {
        let mut suffix = BASE32_NOPAD_NOCASE.encode(token.as_bytes());
        suffix.push_str(&BASE32_NOPAD_NOCASE.encode(&self.tag(token)));
        suffix.make_ascii_lowercase();
        Address::new(&with_suffix(&self.address, &suffix)).expect("an address of this length was tried")
    }

    /// The token in an address that [`Verp::sender_of`] has made with the same key, in whatever case the
    /// mail systems on the way have put it.
    ///
    /// The signature is compared in a time that does not depend on it.
    #[must_use]
    pub fn read(&self, address: &str) -> Option<Token> {
        let (local, domain) = address.rsplit_once('@')?;
        let (start, suffix) = local.split_once('+')?;
        if !start.eq_ignore_ascii_case(base(&self.address))
            || !domain.eq_ignore_ascii_case(self.address.domain())
            || !suffix.is_ascii()
            || suffix.len() != N_TOKEN_CHARS + N_TAG_CHARS
        {
            return None;
        }
        let (token, tag) = suffix.split_at(N_TOKEN_CHARS);
        let token: [u8; 16] = BASE32_NOPAD_NOCASE.decode(token.as_bytes()).ok()?.try_into().ok()?;
        let tag = BASE32_NOPAD_NOCASE.decode(tag.as_bytes()).ok()?;
        let token = Token::from(token);
        // `ring` compares whole signatures only. Two short ones are the same if their own signatures are.
        let expected = hmac::sign(&self.key, &self.tag(token));
        hmac::verify(&self.key, &tag, expected.as_ref()).ok()?;
        Some(token)
    }

    fn tag(&self, token: Token) -> [u8; N_TAG] {
        let mut tag = [0; N_TAG];
        tag.copy_from_slice(&hmac::sign(&self.key, token.as_bytes()).as_ref()[..N_TAG]);
        tag
    }
}

impl fmt::Debug for Verp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The key is a secret.
        f.debug_struct("Verp").field("address", &self.address).finish_non_exhaustive()
    }
}

/// What stands before the `@`.
fn base(address: &Address) -> &str {
    address.expose().rsplit_once('@').map_or("", |(base, _)| base)
}

fn with_suffix(address: &Address, suffix: &str) -> String {
    format!("{}+{suffix}@{}", base(address), address.domain())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_new(address: &str, key: &[u8], is_good: bool) {
        let verp = Verp::new(Address::new(address).expect("an address"), key);
        assert_eq!(verp.is_ok(), is_good, "{address}: {verp:?}");
    }

    #[test]
    fn a_mailbox_that_leaves_no_room_for_the_signature_is_refused() {
        let key = [1; 16];
        check_new("bounces@mail.example.com", &key, true);
        check_new(&format!("{}@mail.example.com", "b".repeat(21)), &key, true);
        check_new(&format!("{}@mail.example.com", "b".repeat(22)), &key, false);
        check_new("boun+ces@mail.example.com", &key, false);
        check_new("ünzustellbar@mail.example.com", &key, false);
        let label = "d".repeat(60);
        let domain = format!("{label}.{label}.{label}.example");
        check_new(&format!("bounces@{domain}"), &key, true);
        check_new(&format!("bounces@dddddddd.{domain}"), &key, true);
        check_new(&format!("bounces@dddddddddddddd.{domain}"), &key, false);
    }

    #[test]
    fn a_short_secret_is_refused_and_none_is_ever_printed() {
        check_new("b@example.com", &[1; 15], false);
        let verp = Verp::new(Address::new("bounces@example.com").expect("valid"), b"SECRETSECRETSECRET");
        let shown = format!("{:?}", verp.expect("a good key"));
        assert_eq!(shown, "Verp { address: Address(b***@example.com), .. }");
    }

    #[test]
    fn only_what_was_signed_is_read() {
        let address = Address::new("Bounces@mail.example.com").expect("valid");
        let verp = Verp::new(address, b"a secret of tests").expect("valid");
        let token = Token::from(*b"0123456789abcdef");
        let sender = verp.sender_of(token);
        let sender = sender.expose();
        assert_eq!(sender, "Bounces+gaytemzugu3doobzmfrggzdfmyazg6z5jzvbai6b2o@mail.example.com");
        let (local, domain) = sender.split_once('@').expect("an address");
        let other_tag = format!("{}a", &local[..local.len() - 1]);
        for (input, expected) in [
            (sender.to_owned(), Some(token)),
            (sender.to_ascii_uppercase(), Some(token)),
            (sender.to_ascii_lowercase(), Some(token)),
            (format!("{other_tag}@{domain}"), None),
            (format!("{local}a@{domain}"), None),
            (format!("{}@{domain}", &local[..local.len() - 1]), None),
            (format!("{local}@example.com"), None),
            (format!("x{sender}"), None),
            (format!("<{sender}>"), None),
            (format!("{sender} "), None),
            // The last character of a token holds two bits that nothing stands in.
            (sender.replacen("fmyaz", "fmzaz", 1), None),
            (sender.replacen("+gay", "+gaz", 1), None),
            ("Bounces@mail.example.com".to_owned(), None),
            ("Bounces+@mail.example.com".to_owned(), None),
            (format!("Bounces+{}@mail.example.com", "é".repeat(21)), None),
            (String::new(), None),
        ] {
            assert_eq!(verp.read(&input), expected, "{input}");
        }
    }

    #[test]
    fn another_key_signs_otherwise() {
        let verp =
            |key: &[u8]| Verp::new(Address::new("b@example.com").expect("valid"), key).expect("a good key");
        let sender = verp(b"0123456789abcdef").sender_of(Token::from([0; 16]));
        assert_eq!(verp(b"0123456789abcdeF").read(sender.expose()), None);
    }
}
