//! The fields of a delivery status (RFC 3464, section 2; RFC 6533, sections 3 and 4).

use super::{Action, Recipient, Status};
use crate::notice::Address;
use crate::transport::Reply;

/// The fields that stand in a group about a recipient, and in no group about the whole mail.
const RECIPIENT_FIELDS: [&str; 4] = ["final-recipient", "action", "status", "diagnostic-code"];

/// How many groups are kept. A mail of ours has one recipient, whom a list may stand for.
const MAX_RECIPIENTS: usize = 100;

/// A field, its name in lower case and its value on one line.
type Field = (String, String);

/// What `bytes` say about each recipient.
///
/// The first group should be about the whole mail. A group is known by its fields and not by its place,
/// because some systems leave this one out, or leave out the empty line after it.
pub(super) fn recipients(bytes: &[u8]) -> Vec<Recipient> {
    let groups = groups(&String::from_utf8_lossy(bytes));
    let groups = groups.iter().filter(|group| is_about_recipient(group)).take(MAX_RECIPIENTS);
    groups.map(|group| recipient(group)).collect()
}

fn is_about_recipient(group: &[Field]) -> bool {
    group.iter().any(|(name, _)| RECIPIENT_FIELDS.contains(&name.as_str()))
}

fn recipient(group: &[Field]) -> Recipient {
    Recipient {
        address: only(group, "final-recipient").and_then(address),
        action: only(group, "action").and_then(action),
        status: only(group, "status").and_then(status),
        diagnostic: only(group, "diagnostic-code").and_then(diagnostic),
    }
}

/// The value of a field, unless the group has it twice with different values.
fn only<'g>(group: &'g [Field], name: &str) -> Option<&'g str> {
    let mut values = group.iter().filter(|(other, _)| other == name).map(|(_, value)| value.as_str());
    let value = values.next()?;
    values.all(|other| other == value).then_some(value)
}

/// The fields of each group; an empty line ends a group. Lines that are no field are passed over.
fn groups(text: &str) -> Vec<Vec<Field>> {
    let mut groups = Vec::new();
    let mut group: Vec<Field> = Vec::new();
    let mut is_in_field = false;
    for line in text.lines() {
        if line.trim().is_empty() {
            groups.push(std::mem::take(&mut group));
            is_in_field = false;
        } else if line.starts_with([' ', '\t']) {
            if let (true, Some((_, value))) = (is_in_field, group.last_mut()) {
                value.push(' ');
                value.push_str(line.trim());
            }
        } else {
            let field = line.split_once(':').map(|(name, value)| (name.trim_end(), value.trim()));
            let field = field.filter(|(name, _)| name.bytes().all(|byte| byte.is_ascii_graphic()));
            is_in_field = field.is_some();
            group.extend(field.map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned())));
        }
    }
    groups.push(group);
    groups
}

/// An address of the type `rfc822` or `utf-8`; others, such as X.400's, are none of ours.
fn address(value: &str) -> Option<Address> {
    let (kind, text) = value.split_once(';')?;
    let text = text.trim();
    let text = text.strip_prefix('<').and_then(|text| text.strip_suffix('>')).unwrap_or(text);
    let is_kind = |known: &str| without_comments(kind).is_some_and(|kind| kind.eq_ignore_ascii_case(known));
    let text = if is_kind("rfc822") {
        Some(text.to_owned()).filter(|text| text.is_ascii())
    } else if is_kind("utf-8") {
        unescaped(text)
    } else {
        None
    };
    // Bytes that are no UTF-8 have become this character.
    Address::new(&text?).ok().filter(|address| !address.expose().contains(char::REPLACEMENT_CHARACTER))
}

/// The three forms of RFC 6533, section 3: `\x{..}` stands for a character, and in text that has none all is
/// meant as it stands. The `+` of RFC 3461's older form has no meaning here; many addresses hold one.
fn unescaped(text: &str) -> Option<String> {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        let (digits, after) = after.strip_prefix("x{")?.split_once('}')?;
        let is_hex = (2..=6).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        let code = Some(digits).filter(|_| is_hex).and_then(|digits| u32::from_str_radix(digits, 16).ok())?;
        plain.push_str(before);
        plain.push(char::from_u32(code)?);
        rest = after;
    }
    plain.push_str(rest);
    Some(plain)
}

fn action(value: &str) -> Option<Action> {
    match without_comments(value)?.to_ascii_lowercase().as_str() {
        "failed" => Some(Action::Failed),
        "delayed" => Some(Action::Delayed),
        "delivered" => Some(Action::Delivered),
        "relayed" => Some(Action::Relayed),
        "expanded" => Some(Action::Expanded),
        _ => None,
    }
}

fn status(value: &str) -> Option<Status> {
    let value = without_comments(value)?;
    let mut numbers = value.split('.').map(|digits| {
        let is_number = (1..=3).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        digits.parse::<u16>().ok().filter(|_| is_number)
    });
    let (class, subject, detail) = (numbers.next()??, numbers.next()??, numbers.next()??);
    let class = u8::try_from(class).ok().filter(|class| [2, 4, 5].contains(class))?;
    numbers.next().is_none().then_some(Status { class, subject, detail })
}

/// The text behind the type, which says no more than that the text was said in SMTP.
fn diagnostic(value: &str) -> Option<String> {
    let text = value.split_once(';').map_or(value, |(_, text)| text);
    Some(Reply::new(0, text).text).filter(|text| !text.is_empty())
}

/// `value` without what is in parentheses, which may be nested (RFC 5322, section 3.2.2).
/// `None` if they do not match.
fn without_comments(value: &str) -> Option<String> {
    let mut depth = 0_usize;
    let mut is_escaped = false;
    let mut plain = String::with_capacity(value.len());
    for char in value.chars() {
        match char {
            _ if is_escaped => is_escaped = false,
            '\\' if depth > 0 => is_escaped = true,
            '(' => depth += 1,
            ')' => depth = depth.checked_sub(1)?,
            _ if depth == 0 => plain.push(char),
            _ => {}
        }
    }
    (depth == 0).then(|| plain.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_address(value: &str, expected: Option<&str>) {
        let address = address(value);
        assert_eq!(address.as_ref().map(Address::expose), expected, "{value:?}");
    }

    #[test]
    fn an_address_is_read_by_its_type() {
        check_address("rfc822;a+2Bb@example.com", Some("a+2Bb@example.com"));
        check_address("RFC822 (mail) ; <a@Example.com>", Some("a@example.com"));
        check_address("utf-8; a\\x{2B}b@example.com", Some("a+b@example.com"));
        check_address("utf-8; \\x{fC}nal\\x{5FF5}@example.com", Some("ünal\u{5FF5}@example.com"));
        check_address("UTF-8;ünal+1@example.com", Some("ünal+1@example.com"));
        check_address("rfc822;ünal@example.com", None);
        check_address("rfc822;a\\x{2B}b@example.com", None);
        check_address("utf-8;a\\x{D800}@example.com", None);
        check_address("utf-8;a\\x{110000}@example.com", None);
        check_address("utf-8;a\\x{1FFFFFFFF}@example.com", None);
        check_address("utf-8;a\\x{+41}@example.com", None);
        check_address("utf-8;a\\x{}@example.com", None);
        check_address("utf-8;a\\x{41@example.com", None);
        check_address("utf-8;a\\n@example.com", None);
        check_address("utf-8;a\\x{0D}\\x{0A}b@example.com", None);
        check_address("utf-8;a\u{FFFD}@example.com", None);
        check_address("x400;/S=a/C=us/", None);
        check_address("a@example.com", None);
        check_address("rfc822;", None);
        check_address("", None);
    }

    fn check_status(value: &str, expected: Option<&str>) {
        assert_eq!(status(value).map(|status| status.to_string()).as_deref(), expected, "{value:?}");
    }

    #[test]
    fn a_status_is_three_numbers_and_perhaps_a_comment() {
        check_status("5.1.1", Some("5.1.1"));
        check_status("(as far as (we) know\\)) 4.999.999 (full)", Some("4.999.999"));
        check_status("2.0.0 ", Some("2.0.0"));
        for value in [
            "", "5", "5.1", "5.1.1.1", "3.1.1", "5.1.1111", "5..1", "5.1.x", "+5.1.1", "5.1.1 no", "5.1.1 (",
            ")",
        ] {
            check_status(value, None);
        }
    }

    fn check_groups(text: &str, expected: &[&[(&str, &str)]]) {
        let groups = groups(text);
        let groups: Vec<Vec<(&str, &str)>> = groups
            .iter()
            .map(|group| group.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect())
            .collect();
        assert_eq!(groups, expected, "{text:?}");
    }

    #[test]
    fn fields_are_unfolded_and_grouped_by_empty_lines() {
        check_groups("", &[&[]]);
        check_groups("A:b\r\n c\r\n\td \r\n\r\nE : f\r\n", &[&[("a", "b c d")], &[("e", "f")]]);
        check_groups("A:b\n \t\nC: d", &[&[("a", "b")], &[("c", "d")]]);
        check_groups(" lost\nno field\n also lost\nA b: c\n lost\nd:", &[&[("d", "")]]);
    }

    fn check_only(values: &[&str], expected: Option<&str>) {
        let group: Vec<Field> = values.iter().map(|value| ("status".into(), (*value).into())).collect();
        assert_eq!(only(&group, "status"), expected, "{values:?}");
    }

    #[test]
    fn a_field_that_says_two_things_says_none() {
        check_only(&["5.1.1"], Some("5.1.1"));
        check_only(&["5.1.1", "5.1.1"], Some("5.1.1"));
        check_only(&["5.1.1", "4.1.1"], None);
        check_only(&[], None);
    }

    #[test]
    fn no_address_stays_in_a_diagnostic() {
        let check = |value: &str, expected: Option<&str>| {
            assert_eq!(diagnostic(value).as_deref(), expected, "{value:?}");
        };
        check("smtp; 550 5.1.1 <a.b@example.com>: unknown", Some("550 5.1.1 <a***@example.com>: unknown"));
        check("X-Unix; 550\u{1b}[31m", Some("550 [31m"));
        check("no type at all", Some("no type at all"));
        check("smtp;", None);
    }
}
