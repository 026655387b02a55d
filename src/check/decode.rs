//! Bytes as text in which every byte keeps its place.

use super::tree::Encoding;
use crate::diagnostic::Span;

/// The mark that some editors put before UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Decodes a file. What is not UTF-8 becomes one `?` for each byte, so that places stay true.
pub(super) fn decode(bytes: Vec<u8>) -> (String, Encoding) {
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return (String::new(), Encoding::Utf16);
    }
    let encoding = if bytes.starts_with(BYTE_ORDER_MARK) { Encoding::Utf8Bom } else { Encoding::Utf8 };
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return (text, encoding),
        Err(err) => err.into_bytes(),
    };
    let mut text = String::with_capacity(bytes.len());
    let mut invalid = Vec::new();
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            let start = text.len();
            text.extend(chunk.invalid().iter().map(|_| '?'));
            invalid.push(Span::new(start, text.len()));
        }
    }
    (text, Encoding::Invalid(invalid))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], text: &str, encoding: &Encoding) {
        assert_eq!(decode(bytes.to_vec()), (text.to_owned(), encoding.clone()));
    }

    #[test]
    fn every_byte_keeps_its_place() {
        check(b"a = b", "a = b", &Encoding::Utf8);
        check(b"\xEF\xBB\xBFa", "\u{FEFF}a", &Encoding::Utf8Bom);
        check(b"caf\xE9 \xC3\xA9", "caf? é", &Encoding::Invalid(vec![Span::new(3, 4)]));
        check(b"\xF0\x9F\x98x\xFF", "???x?", &Encoding::Invalid(vec![Span::new(0, 3), Span::new(4, 5)]));
        check(b"\xFF\xFEa\0", "", &Encoding::Utf16);
    }
}
