//! The one piece of personal data that must never be printed by accident.

use std::fmt;
use std::net::Ipv6Addr;

use unicode_normalization::UnicodeNormalization;

use super::character::is_invisible;

/// An email address, cleaned and with its domain in ASCII (IDNA, RFC 5890).
///
/// `Debug` and `Display` mask it; the true text comes from [`Address::expose`] alone.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Address {
    text: Box<str>,
    at: usize,
}

impl Address {
    /// Parses and cleans `text`.
    ///
    /// # Errors
    ///
    /// What is wrong, without the address itself.
    ///
    /// # Example
    ///
    /// ```
    /// use pastdue::Address;
    ///
    /// let address = Address::new("anneke@bücher.example")?;
    /// assert_eq!(address.expose(), "anneke@xn--bcher-kva.example");
    /// assert_eq!(address.to_string(), "a***@xn--bcher-kva.example");
    /// # Ok::<(), &'static str>(())
    /// ```
    pub fn new(text: &str) -> Result<Address, &'static str> {
        const TOO_LONG: &str = "an address of at most 254 bytes (RFC 5321, section 4.5.3.1.3)";
        let text = text.trim_matches(|char: char| char.is_whitespace() || is_invisible(char));
        let (local, domain) = text.rsplit_once('@').ok_or("an address such as `name@example.com`")?;
        // A long domain costs a long time to convert, and its ASCII form is not four times as short.
        if text.len() > 4 * 254 {
            return Err(TOO_LONG);
        }
        let local: String = if local.is_ascii() { local.to_owned() } else { local.nfc().collect() };
        check_local_part(&local)?;
        let domain = ascii_domain(domain)?;
        if local.len() + 1 + domain.len() > 254 {
            return Err(TOO_LONG);
        }
        Ok(Address { text: format!("{local}@{domain}").into_boxed_str(), at: local.len() })
    }

    /// The true address. Only composing, delivering and storing a mail need it.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.text
    }

    /// The domain, in ASCII and lower case.
    #[must_use]
    pub fn domain(&self) -> &str {
        &self.text[self.at + 1..]
    }

    /// Whether the relay must support SMTPUTF8 (RFC 6531) to take a mail for it.
    #[must_use]
    pub fn needs_smtputf8(&self) -> bool {
        !self.text.is_ascii()
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let first = self.text.chars().next().filter(char::is_ascii_alphanumeric).unwrap_or('*');
        write!(f, "{first}***@{}", self.domain())
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Address({self})")
    }
}

/// A dot-string of RFC 5321, section 4.1.2, or of RFC 6531 where it is not ASCII.
/// Quoted local parts are refused: no mailbox provider gives them out.
fn check_local_part(local: &str) -> Result<(), &'static str> {
    if local.is_empty() || local.len() > 64 {
        return Err("1 to 64 bytes before the `@`");
    }
    if local.starts_with('.') || local.ends_with('.') || local.contains("..") {
        return Err("no dot at the start, at the end or doubled before the `@`");
    }
    let is_atext = |char: char| match char {
        'a'..='z' | 'A'..='Z' | '0'..='9' => true,
        _ if char.is_ascii() => "!#$%&'*+-/=?^_`{|}~.".contains(char),
        _ => !char.is_whitespace() && !is_invisible(char),
    };
    if local.chars().all(is_atext) {
        Ok(())
    } else {
        Err("no space, quote, comma or control character before the `@`")
    }
}

fn ascii_domain(domain: &str) -> Result<String, &'static str> {
    if let Some(literal) = domain.strip_prefix('[') {
        return address_literal(literal.strip_suffix(']').unwrap_or_default());
    }
    let ascii =
        idna::domain_to_ascii_strict(domain).map_err(|_| "a domain such as `example.com` after the `@`")?;
    let is_all_digits = |label: &str| label.bytes().all(|byte| byte.is_ascii_digit());
    let has_two_labels =
        ascii.rsplit_once('.').is_some_and(|(_, top)| !top.is_empty() && !is_all_digits(top));
    if has_two_labels || ascii == "localhost" {
        Ok(ascii)
    } else {
        Err("a full domain such as `example.com` after the `@`")
    }
}

fn address_literal(literal: &str) -> Result<String, &'static str> {
    let is_address = match literal.strip_prefix("IPv6:") {
        Some(v6) => v6.parse::<Ipv6Addr>().is_ok(),
        None => literal.parse::<std::net::Ipv4Addr>().is_ok(),
    };
    if is_address { Ok(format!("[{literal}]")) } else { Err("a domain such as `example.com` after the `@`") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(input: &str, expected: Option<&str>) {
        let address = Address::new(input);
        assert_eq!(address.as_ref().ok().map(Address::expose), expected, "{input:?}: {address:?}");
    }

    #[test]
    fn an_address_is_cleaned_and_its_domain_is_ascii() {
        check("anneke@example.nl", Some("anneke@example.nl"));
        check(" anneke@Example.NL\u{200B}", Some("anneke@example.nl"));
        check("å@räksmörgås.example", Some("å@xn--rksmrgs-5wao1o.example"));
        check("a+b@例え.テスト", Some("a+b@xn--r8jz45g.xn--zckzah"));
        check("root@localhost", Some("root@localhost"));
        check("x@[127.0.0.1]", Some("x@[127.0.0.1]"));
    }

    #[test]
    fn what_could_reach_a_second_recipient_is_refused() {
        for input in [
            "",
            "@",
            "a",
            "a@",
            "@b.example",
            "a b@c.example",
            "a@b",
            "a@b..c",
            "a@-b.example",
            "a..b@c.example",
            ".a@b.example",
            "a@b.example, c@d.example",
            "a@b.example\r\nRCPT TO:<c@d.example>",
            "\"a b\"@c.example",
            "a>@b.example",
            "<a@b.example>",
            "a@1.2.3.4",
            "a@[1.2.3]",
            "a\0@b.example",
            "a\u{200B}b@c.example",
        ] {
            check(input, None);
        }
        check(&format!("{}@b.example", "a".repeat(65)), None);
    }

    #[test]
    fn an_address_is_masked_wherever_it_is_printed() {
        let address = Address::new("anneke@example.nl").expect("valid");
        assert_eq!(format!("{address} {address:?}"), "a***@example.nl Address(a***@example.nl)");
    }
}
