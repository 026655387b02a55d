//! DKIM signatures (RFC 6376; Ed25519 by RFC 8463).
//!
//! The signer is our own because the one that comes with the mail library reads the clock for its
//! timestamp, so the same mail would not give the same bytes. The cryptography is `ring`'s.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;
use ring::digest::{SHA256, digest};
use ring::rand::SystemRandom;
use ring::signature::{Ed25519KeyPair, KeyPair as _, RSA_PKCS1_SHA256, RsaKeyPair};
use rustls_pki_types::PrivateKeyDer;
use rustls_pki_types::pem::PemObject as _;

/// The headers that are signed, where a mail has them. `Content-Type` is left out: relays rewrite it.
const SIGNED_HEADERS: [&str; 11] = [
    "from",
    "to",
    "subject",
    "date",
    "message-id",
    "reply-to",
    "references",
    "mime-version",
    "content-language",
    "auto-submitted",
    "feedback-id",
];

/// The headers that are signed once more than a mail has them: who adds one on the way, such as a second
/// `Subject` for a client to show, breaks the signature (RFC 6376, section 8.15).
const OVERSIGNED_HEADERS: [&str; 7] = ["from", "to", "cc", "subject", "date", "message-id", "reply-to"];

/// The longest line of the signature's own header.
const MAX_LINE: usize = 76;

/// A key with the name under which its public half stands in the DNS.
pub struct DkimKey {
    domain: String,
    selector: String,
    key: Key,
}

enum Key {
    Rsa(Box<RsaKeyPair>),
    Ed25519(Ed25519KeyPair),
}

impl DkimKey {
    /// Reads a private key, RSA (PKCS #1 or #8) or Ed25519 (PKCS #8), from the text of a PEM file.
    ///
    /// # Errors
    ///
    /// If the text holds no private key, or one that cannot sign mail.
    pub fn from_pem(domain: &str, selector: &str, pem: &str) -> Result<DkimKey, DkimError> {
        let is_label = |label: &str| {
            !label.is_empty()
                && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
        };
        for name in [domain, selector] {
            if !name.split('.').all(is_label) {
                return Err(DkimError::Name { name: name.escape_debug().take(60).collect() });
            }
        }
        let key = match PrivateKeyDer::from_pem_slice(pem.as_bytes()) {
            Ok(PrivateKeyDer::Pkcs1(der)) => {
                RsaKeyPair::from_der(der.secret_pkcs1_der()).map(|key| Key::Rsa(Box::new(key)))
            }
            Ok(PrivateKeyDer::Pkcs8(der)) => {
                let der = der.secret_pkcs8_der();
                Ed25519KeyPair::from_pkcs8_maybe_unchecked(der)
                    .map(Key::Ed25519)
                    .or_else(|_| RsaKeyPair::from_pkcs8(der).map(|key| Key::Rsa(Box::new(key))))
            }
            _ => return Err(DkimError::NoKey),
        };
        let key = key.map_err(|reason| DkimError::BadKey { reason: reason.to_string() })?;
        Ok(DkimKey { domain: domain.to_ascii_lowercase(), selector: selector.to_owned(), key })
    }

    /// What belongs into the TXT record `SELECTOR._domainkey.DOMAIN` (RFC 6376, section 3.6.1).
    #[must_use]
    pub fn dns_record(&self) -> String {
        match &self.key {
            Key::Rsa(key) => {
                format!("v=DKIM1; k=rsa; p={}", STANDARD.encode(public_key_info(key.public_key().as_ref())))
            }
            Key::Ed25519(key) => {
                format!("v=DKIM1; k=ed25519; p={}", STANDARD.encode(key.public_key().as_ref()))
            }
        }
    }

    /// Puts the signature at the head of a mail, dated `date`.
    pub(super) fn sign(&self, mail: &[u8], date: Timestamp) -> Result<Vec<u8>, DkimError> {
        let end = find(mail, b"\r\n\r\n").ok_or(DkimError::NoBody)?;
        let headers = headers(&mail[..end + 2]);
        let body_hash = STANDARD.encode(digest(&SHA256, &canonical_body(&mail[end + 4..])));
        let mut signed = Vec::with_capacity(1024);
        let mut names = Vec::new();
        for name in SIGNED_HEADERS {
            if let Some((_, field)) = headers.iter().rev().find(|(known, _)| known.eq_ignore_ascii_case(name))
            {
                canonical_header(name, field, &mut signed);
                names.push(name);
            }
        }
        names.extend(OVERSIGNED_HEADERS);
        let algorithm = match self.key {
            Key::Rsa(_) => "rsa-sha256",
            Key::Ed25519(_) => "ed25519-sha256",
        };
        let unsigned = format!(
            "v=1; a={algorithm}; c=relaxed/relaxed; d={};\r\n s={}; t={};\r\n h={};\r\n bh={body_hash};\r\n b=",
            self.domain,
            self.selector,
            date.as_second(),
            folded_list(&names),
        );
        canonical_header("dkim-signature", unsigned.as_bytes(), &mut signed);
        // The signature's own header is hashed without its line end (RFC 6376, section 3.7).
        signed.truncate(signed.len() - 2);
        let signature = STANDARD.encode(self.raw_signature(&signed)?);
        let mut out = Vec::with_capacity(mail.len() + unsigned.len() + signature.len() + 64);
        out.extend_from_slice(b"DKIM-Signature: ");
        out.extend_from_slice(unsigned.as_bytes());
        for (n, chunk) in signature.as_bytes().chunks(72).enumerate() {
            if n > 0 {
                out.extend_from_slice(b"\r\n ");
            }
            out.extend_from_slice(chunk);
        }
        out.extend_from_slice(b"\r\n");
        out.extend_from_slice(mail);
        Ok(out)
    }

    fn raw_signature(&self, signed: &[u8]) -> Result<Vec<u8>, DkimError> {
        match &self.key {
            Key::Rsa(key) => {
                let mut signature = vec![0; key.public().modulus_len()];
                let signed = key.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), signed, &mut signature);
                signed.map(|()| signature).map_err(|_| DkimError::NoSignature)
            }
            // RFC 8463, section 3: it is the SHA-256 hash that is signed.
            Key::Ed25519(key) => Ok(key.sign(digest(&SHA256, signed).as_ref()).as_ref().to_vec()),
        }
    }
}

impl fmt::Debug for DkimKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DkimKey({}._domainkey.{})", self.selector, self.domain)
    }
}

/// Wraps an RSA public key (PKCS #1) as `SubjectPublicKeyInfo` (RFC 5280, section 4.1.2.7), which the DNS wants.
fn public_key_info(pkcs1: &[u8]) -> Vec<u8> {
    const RSA_ENCRYPTION: [u8; 15] =
        [0x30, 0x0D, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01, 0x05, 0x00];
    let mut bits = vec![0];
    bits.extend_from_slice(pkcs1);
    let inner = [RSA_ENCRYPTION.as_slice(), &der(0x03, &bits)].concat();
    der(0x30, &inner)
}

fn der(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = content.len().to_be_bytes();
    let significant = &length[length.iter().position(|byte| *byte != 0).unwrap_or(length.len() - 1)..];
    let mut out = vec![tag];
    if content.len() >= 0x80 {
        out.push(0x80 | u8::try_from(significant.len()).unwrap_or(0));
    }
    out.extend_from_slice(significant);
    out.extend_from_slice(content);
    out
}

fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack.windows(needle.len()).position(|window| window == needle)
}

/// The header fields, each with its name and everything after the colon, folds included.
fn headers(block: &[u8]) -> Vec<(&str, &[u8])> {
    let mut fields: Vec<(usize, usize)> = Vec::new();
    let mut start = 0;
    while start < block.len() {
        let end = find(&block[start..], b"\r\n").map_or(block.len(), |at| start + at + 2);
        match fields.last_mut() {
            Some(field) if matches!(block[start], b' ' | b'\t') => field.1 = end,
            _ => fields.push((start, end)),
        }
        start = end;
    }
    let split = |(start, end): (usize, usize)| {
        let colon = start + block[start..end].iter().position(|byte| *byte == b':')?;
        Some((std::str::from_utf8(&block[start..colon]).ok()?.trim_end(), &block[colon + 1..end]))
    };
    fields.into_iter().filter_map(split).collect()
}

/// `names` with colons between them, folded after a colon.
fn folded_list(names: &[&str]) -> String {
    let mut list = String::with_capacity(256);
    let mut column = " h=".len();
    for (n, name) in names.iter().enumerate() {
        if n > 0 {
            list.push(':');
        }
        column += name.len() + 1;
        if column > MAX_LINE {
            list.push_str("\r\n ");
            column = name.len() + 2;
        }
        list.push_str(name);
    }
    list
}

/// The relaxed header form (RFC 6376, section 3.4.2).
fn canonical_header(name: &str, field: &[u8], out: &mut Vec<u8>) {
    out.extend_from_slice(name.as_bytes());
    out.push(b':');
    let words =
        field.split(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n')).filter(|word| !word.is_empty());
    for (n, word) in words.enumerate() {
        if n > 0 {
            out.push(b' ');
        }
        out.extend_from_slice(word);
    }
    out.extend_from_slice(b"\r\n");
}

/// The relaxed body form (RFC 6376, section 3.4.4).
fn canonical_body(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len() + 2);
    let mut has_space = false;
    let mut n_empty_lines = 0;
    let mut is_line_empty = true;
    for &byte in body {
        match byte {
            b'\r' => {}
            b'\n' => {
                has_space = false;
                if is_line_empty {
                    n_empty_lines += 1;
                } else {
                    out.extend_from_slice(b"\r\n");
                }
                is_line_empty = true;
            }
            b' ' | b'\t' => has_space = true,
            _ => {
                for _ in 0..std::mem::take(&mut n_empty_lines) {
                    out.extend_from_slice(b"\r\n");
                }
                if std::mem::take(&mut has_space) {
                    out.push(b' ');
                }
                out.push(byte);
                is_line_empty = false;
            }
        }
    }
    if !is_line_empty {
        out.extend_from_slice(b"\r\n");
    }
    out
}

/// Why a key cannot be used, or a mail not be signed. It never holds key material.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DkimError {
    /// The domain or selector is no name of the DNS.
    #[error("`{name}` is not a domain or selector")]
    Name {
        /// The name.
        name: String,
    },
    /// The PEM text holds no private key.
    #[error("the file holds no private key in PEM form (`-----BEGIN PRIVATE KEY-----`)")]
    NoKey,
    /// The key is of another sort, too short or damaged.
    #[error("the key cannot sign mail, which takes RSA of at least 2048 bits or Ed25519 ({reason})")]
    BadKey {
        /// What the library says.
        reason: String,
    },
    /// The mail has no body.
    #[error("the mail has no end of its headers")]
    NoBody,
    /// Signing failed.
    #[error("the signature could not be computed")]
    NoSignature,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_body(body: &str, expected: &str) {
        assert_eq!(String::from_utf8_lossy(&canonical_body(body.as_bytes())), expected, "{body:?}");
    }

    #[test]
    fn the_example_of_rfc_6376_section_3_4_5_comes_out_as_it_stands_there() {
        let block = b"A: X\r\nB : Y\t\r\n\tZ  \r\n";
        let mut canonical = Vec::new();
        for (name, field) in headers(block) {
            canonical_header(&name.to_ascii_lowercase(), field, &mut canonical);
        }
        assert_eq!(String::from_utf8_lossy(&canonical), "a:X\r\nb:Y Z\r\n");
        check_body(" C \r\nD \t E\r\n\r\n\r\n", " C\r\nD E\r\n");
    }

    #[test]
    fn empty_lines_count_within_a_body_and_not_at_its_end() {
        check_body("a\r\n\r\n\r\nb\r\n", "a\r\n\r\n\r\nb\r\n");
        check_body("\r\n\r\na", "\r\n\r\na\r\n");
        check_body("a\r\n \t \r\n\t\r\n", "a\r\n");
        check_body("a\r\n \r\nb", "a\r\n\r\nb\r\n");
        check_body("\r\n \r\n", "");
    }

    #[test]
    fn an_empty_body_has_the_hash_of_rfc_6376_section_3_4_4() {
        let hash = STANDARD.encode(digest(&SHA256, &canonical_body(b"\r\n")));
        assert_eq!(hash, "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    #[test]
    fn lengths_are_written_as_der_has_them() {
        assert_eq!(der(0x03, &[]), [0x03, 0x00]);
        assert_eq!(der(0x03, &[7; 0x7F])[..2], [0x03, 0x7F]);
        assert_eq!(der(0x03, &[7; 0x80])[..3], [0x03, 0x81, 0x80]);
        assert_eq!(der(0x03, &[7; 0x123])[..4], [0x03, 0x82, 0x01, 0x23]);
    }
}
