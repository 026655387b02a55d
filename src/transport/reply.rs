//! What a relay answered, fit to be stored, logged and shown.

/// How much of a reply's text is kept: enough for a policy's reason and its web page.
const MAX_CHARS: usize = 500;

/// What a relay answered (RFC 5321, section 4.2; RFC 3463).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The three-digit code.
    pub code: u16,
    /// The enhanced status code such as `5.1.1`, where the text begins with one.
    pub enhanced: Option<String>,
    /// The text, its lines joined by spaces, without control characters and with addresses masked.
    pub text: String,
}

impl Reply {
    /// Cleans `text`: control characters out, addresses masked, 500 characters at most.
    ///
    /// # Example
    ///
    /// ```
    /// use pastdue::transport::Reply;
    ///
    /// let reply = Reply::new(550, "5.1.1 <anneke@example.nl>: no such user\r\n");
    /// assert_eq!(reply.enhanced.as_deref(), Some("5.1.1"));
    /// assert_eq!(reply.text, "5.1.1 <a***@example.nl>: no such user");
    /// ```
    #[must_use]
    pub fn new(code: u16, text: &str) -> Reply {
        let printable: String = text.chars().map(|char| if char.is_control() { ' ' } else { char }).collect();
        let words: Vec<&str> = printable.split_whitespace().collect();
        let enhanced = words.first().filter(|word| is_enhanced(word, code)).map(ToString::to_string);
        // Masked before it is cut: the cut may fall between a local part and its `@`.
        let text = mask_addresses(&words.join(" ")).chars().take(MAX_CHARS).collect();
        Reply { code, enhanced, text }
    }
}

/// Whether `word` is an enhanced status code of the class that `code` has (RFC 2034, section 4).
fn is_enhanced(word: &str, code: u16) -> bool {
    let parts: Vec<&str> = word.split('.').collect();
    let is_number = |part: &&str| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    parts.len() == 3 && parts.iter().all(is_number) && parts[0] == (code / 100).to_string()
}

fn mask_addresses(text: &str) -> String {
    let is_local = |char: &char| !char.is_whitespace() && !"<>()[],;:\"@".contains(*char);
    let mut masked = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('@') {
        // A quoted local part reaches back to its other quote (RFC 5321, section 4.1.2).
        let quoted = rest[..at].strip_suffix('"').and_then(|inner| Some(at - inner.rfind('"')?));
        let n_local =
            quoted.unwrap_or_else(|| rest[..at].chars().rev().take_while(is_local).map(char::len_utf8).sum());
        let (before, local) = rest[..at].split_at(at - n_local);
        masked.push_str(before);
        masked.extend(local.chars().next());
        if !local.is_empty() {
            masked.push_str("***");
        }
        masked.push('@');
        rest = &rest[at + 1..];
    }
    masked.push_str(rest);
    masked
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(code: u16, text: &str, enhanced: Option<&str>, expected: &str) {
        let reply = Reply::new(code, text);
        assert_eq!((reply.enhanced.as_deref(), reply.text.as_str()), (enhanced, expected), "{text:?}");
    }

    #[test]
    fn an_enhanced_code_is_read_only_where_it_agrees_with_the_code() {
        check(250, "2.0.0 Ok: queued as 4F2", Some("2.0.0"), "2.0.0 Ok: queued as 4F2");
        check(452, "4.2.2 full", Some("4.2.2"), "4.2.2 full");
        check(550, "4.2.2 full", None, "4.2.2 full");
        check(550, "5.1 no", None, "5.1 no");
        check(550, "5.1.1111 no", None, "5.1.1111 no");
        check(550, "", None, "");
    }

    #[test]
    fn no_address_survives_in_a_reply() {
        check(550, "anneke@example.nl unknown", None, "a***@example.nl unknown");
        check(
            550,
            "rfc822;a.b+c@example.nl, <d@e.example>",
            None,
            "rfc822;a***@example.nl, <d***@e.example>",
        );
        check(550, "ünal@example.nl", None, "ü***@example.nl");
        check(550, "@ a@b@c", None, "@ a***@b***@c");
        check(550, "no \"anneke de vries\"@example.nl", None, "no \"***@example.nl");
        check(550, "mary.o'brien@example.com", None, "m***@example.com");
        check(550, "{a}`b`@example.com", None, "{***@example.com");
    }

    #[test]
    fn control_characters_and_length_are_tamed() {
        check(250, "a\u{1b}[31m\tb\r\n\0c", None, "a [31m b c");
        let long = format!("{} anneke@example.nl", "x".repeat(495));
        check(250, &long, None, &format!("{} a***", "x".repeat(495)));
    }
}
