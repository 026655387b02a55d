//! Laws that hold for any input whatever.

use pastdue::locale::{Locale, negotiate};
use pastdue::notice::{Address, Currency, Format, Money, Name, Notice, Reader};
use proptest::prelude::*;
use serde_json::{Value, json};
use unicode_normalization::char::is_combining_mark;
use unicode_normalization::is_nfc;

use super::row;

fn config() -> ProptestConfig {
    ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() }
}

/// Characters of which names are made, and those that would harm a mail.
fn awkward_char() -> impl Strategy<Value = char> {
    prop_oneof![
        4 => prop::char::range(' ', '~'),
        2 => any::<char>(),
        2 => prop::sample::select("éß王あ한कানاب한가각ẹ\u{1100}\u{1161}\u{11A8}👩💻🏽❤🇳1#".chars().collect::<Vec<_>>()),
        2 => prop::sample::select("\u{301}\u{336}\u{323}\u{20E3}\u{94D}\u{9CD}\u{64B}".chars().collect::<Vec<_>>()),
        2 => prop::sample::select("\u{200C}\u{200D}\u{FE00}\u{FE0E}\u{FE0F}\u{200B}\u{2060}".chars().collect::<Vec<_>>()),
        1 => prop::sample::select("\0\r\n\t\u{7F}\u{85}\u{A0}\u{2028}\u{202E}\u{2066}\u{E000}\u{10FFFD}".chars().collect::<Vec<_>>()),
    ]
}

fn awkward_text(max_chars: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(awkward_char(), 0..max_chars).prop_map(String::from_iter)
}

/// Bytes that look like rows here and there.
fn awkward_bytes() -> impl Strategy<Value = Vec<u8>> {
    let fragment = prop::sample::select(vec![
        "\n",
        "\r\n",
        "\r",
        "\"",
        "\"\"",
        ",",
        ";",
        "{",
        "}",
        "[",
        "]",
        ":",
        "id",
        "kind,id",
        "\"id\"",
        "null",
        "1e999",
        "\u{FEFF}",
        "\0",
        "{\"id\": \"a\"}",
        "a,b\n",
    ]);
    let chunk = prop_oneof![
        3 => fragment.prop_map(|text| text.as_bytes().to_vec()),
        1 => prop::collection::vec(any::<u8>(), 0..8),
    ];
    prop::collection::vec(chunk, 0..40).prop_map(|chunks| chunks.concat())
}

fn is_bidi_control(char: char) -> bool {
    matches!(char, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn is_private_use(char: char) -> bool {
    matches!(char, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}')
}

fn is_zero_width_space(char: char) -> bool {
    matches!(char, '\u{AD}' | '\u{200B}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' | '\u{180E}')
}

fn check_name(text: &str) -> Result<(), TestCaseError> {
    let Some(name) = Name::new(text) else { return Ok(()) };
    let clean = name.as_str();
    prop_assert!(!clean.is_empty() && clean.trim() == clean && !clean.contains("  "), "{clean:?}");
    prop_assert!(clean.chars().count() <= 120 && is_nfc(clean), "{clean:?}");
    let is_unwanted = |char: char| {
        char.is_control() || is_bidi_control(char) || is_private_use(char) || is_zero_width_space(char)
    };
    prop_assert!(!clean.contains(is_unwanted), "{clean:?}");
    // Joiners and selectors join something, and marks stand on something, but in no pile.
    let chars: Vec<char> = clean.chars().collect();
    for (at, &char) in chars.iter().enumerate() {
        let (before, after) = (at.checked_sub(1).map(|at| chars[at]), chars.get(at + 1));
        match char {
            '\u{200C}' | '\u{200D}' => {
                let joins = |char: char| !char.is_ascii() && !matches!(char, '\u{200C}' | '\u{200D}');
                prop_assert!(before.is_some_and(joins) && after.copied().is_some_and(joins), "{clean:?}");
            }
            '\u{FE00}'..='\u{FE0F}' => {
                prop_assert!(
                    before.is_some_and(|before| !is_combining_mark(before) && !"aéß王あ한".contains(before)),
                    "{clean:?}"
                );
            }
            _ if is_combining_mark(char) => {
                prop_assert!(before.is_some_and(|before| before != ' '), "{clean:?}");
            }
            _ => {}
        }
    }
    let longest_pile =
        chars.split(|&char| !is_combining_mark(char)).map(<[char]>::len).max().unwrap_or_default();
    prop_assert!(longest_pile <= Name::MAX_MARKS + 1, "{clean:?}");
    prop_assert_eq!(Name::new(clean), Some(name.clone()));
    Ok(())
}

fn check_address(text: &str) -> Result<(), TestCaseError> {
    let Ok(address) = Address::new(text) else { return Ok(()) };
    let exposed = address.expose();
    let (local, domain) = exposed.split_once('@').unwrap();
    prop_assert_eq!(domain, address.domain());
    prop_assert!(!exposed.contains(|char: char| char.is_control() || char.is_whitespace()), "{exposed:?}");
    prop_assert!(!exposed.contains(is_bidi_control) && !exposed.contains(is_private_use), "{exposed:?}");
    prop_assert!(!exposed.contains([',', '<', '>', ';', '"', '\\']), "{exposed:?}");
    prop_assert!(exposed.matches('@').count() == 1 && exposed.len() <= 254 && domain.is_ascii());
    let masked = address.to_string();
    let shown = masked.strip_suffix(&format!("***@{domain}")).unwrap();
    prop_assert!(shown == "*" || local.starts_with(shown), "{masked}");
    prop_assert!(shown.chars().count() == 1, "{masked}");
    prop_assert_eq!(format!("{address:?}"), format!("Address({masked})"));
    prop_assert_eq!(Address::new(exposed), Ok(address.clone()));
    Ok(())
}

fn check_stream(bytes: &[u8]) -> Result<(), TestCaseError> {
    let n_lines = bytes.split(|&byte| byte == b'\n').count();
    for format in [None, Some(Format::JsonLines), Some(Format::Csv)] {
        let lines: Vec<u64> =
            Reader::new(bytes, format).unwrap().map(|row| row.unwrap().line).take(n_lines + 1).collect();
        prop_assert!(lines.len() <= n_lines);
        prop_assert!(lines.is_sorted_by(|one, next| one < next), "{lines:?}");
        prop_assert!(lines.iter().all(|&line| (1..=n_lines as u64).contains(&line)), "{lines:?}");
    }
    Ok(())
}

/// All places of a row that hold a text, as JSON pointers.
fn places(value: &Value, pointer: &str) -> Vec<String> {
    match value {
        Value::Object(map) => {
            map.iter().flat_map(|(key, value)| places(value, &format!("{pointer}/{key}"))).collect()
        }
        Value::Array(list) => list
            .iter()
            .enumerate()
            .flat_map(|(at, value)| places(value, &format!("{pointer}/{at}")))
            .collect(),
        _ => vec![pointer.to_owned()],
    }
}

#[test]
fn no_error_tells_a_secret_that_stands_in_the_wrong_field() {
    let secrets = [
        "Anneke Geheim",
        "geheim@example.nl",
        "<geheim@geheim.example>",
        "geheim geheim@example.nl",
        "geheim`, expected `geheim",
        "4242424242424242",
        "4242 4242 4242 4242",
        "ge\u{200B}heim@example.nl",
        "Geheim",
        "geheim at line 1 column 2",
    ];
    let tells = |error: &str| {
        let error = error.to_lowercase();
        ["geheim", "heim", "anneke", "42424242", "4242 4242"]
            .into_iter()
            .find(|secret| error.contains(secret))
    };
    let empty =
        || json!({"account": {"administrator": {}}, "subscription": {}, "amount_due": {}, "payment": {}});
    for secret in secrets {
        for place in places(&row(), "") {
            for value in [json!(secret), json!([secret]), json!({secret: 1}), json!({"id": {secret: secret}})]
            {
                let mut changed = row();
                *changed.pointer_mut(&place).unwrap() = value;
                if let Err(err) = Notice::from_json(changed.to_string().as_bytes()) {
                    assert_eq!(tells(&err.to_string()), None, "{place}: {err}");
                }
            }
        }
        let is_field_name = secret == "geheim";
        for object in ["", "/account", "/account/administrator", "/subscription", "/amount_due", "/payment"] {
            let mut changed = empty();
            changed.pointer_mut(object).unwrap()[secret] = json!(secret);
            let err = Notice::from_json(changed.to_string().as_bytes()).unwrap_err();
            assert!(is_field_name || tells(&err.to_string()).is_none(), "{object}: {err}");
        }
        for text in [
            secret.to_owned(),
            format!("\"{secret}\""),
            format!("{{\"id\": {secret}}}"),
            format!("id,{secret}\n"),
        ] {
            for format in [None, Some(Format::JsonLines), Some(Format::Csv)] {
                for row in Reader::new(text.as_bytes(), format).unwrap() {
                    let err = row.unwrap().notice.unwrap_err();
                    assert_eq!(tells(&err.to_string()), None, "{err}");
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_bytes_give_at_most_one_row_a_line(bytes in awkward_bytes()) {
        check_stream(&bytes)?;
        drop(Notice::from_json(&bytes));
    }

    #[test]
    fn a_row_with_any_text_anywhere_is_good_or_bad_and_never_both(
        at in any::<prop::sample::Index>(),
        text in awkward_text(40),
    ) {
        let mut row = row();
        let places = places(&row, "");
        *row.pointer_mut(&places[at.index(places.len())]).unwrap() = json!(text);
        if let Ok(notice) = Notice::from_json(row.to_string().as_bytes()) {
            prop_assert_eq!(Notice::from_json(notice.to_json().as_bytes()), Ok(notice));
        }
        let as_line = format!("{row}\n{row}");
        prop_assert_eq!(Reader::new(as_line.as_bytes(), None).unwrap().count(), 2);
    }

    #[test]
    fn a_row_that_is_cut_or_damaged_is_refused_or_read(
        at in any::<prop::sample::Index>(),
        byte in any::<u8>(),
    ) {
        let mut text = row().to_string().into_bytes();
        let at = at.index(text.len());
        prop_assert!(Notice::from_json(&text[..at]).is_err());
        text[at] = byte;
        drop(Notice::from_json(&text));
    }

    #[test]
    fn a_cleaned_name_is_short_and_harmless_and_stays_as_it_is(text in awkward_text(300)) {
        check_name(&text)?;
    }

    #[test]
    fn an_accepted_address_reaches_one_mailbox_and_is_masked(
        local in awkward_text(12),
        domain in prop_oneof!["[a-z0-9-]{1,8}(\\.[a-zé]{1,5}){0,3}", awkward_text(12)],
        plain in "[a-zA-Z0-9.+_é-]{1,70}",
    ) {
        check_address(&format!("{local}@{domain}"))?;
        check_address(&format!("{plain}@{domain}"))?;
        check_address(&format!("{plain}{local}@{domain}"))?;
        check_address(&local)?;
    }

    #[test]
    fn an_amount_is_shown_as_it_was_written_and_padded(
        integer in 0..1_000_000_000_000_000_u64,
        fraction in "[0-9]{0,4}",
        zeros in 0..4_usize,
        code in prop::sample::select(vec!["JPY", "EUR", "TWD", "KWD", "CLF"]),
    ) {
        let currency = Currency::new(code).unwrap();
        let decimals = usize::from(currency.decimals());
        let point = if fraction.is_empty() { "" } else { "." };
        let money = Money::new(&format!("{}{integer}{point}{fraction}", "0".repeat(zeros)), currency);
        let is_zero = integer == 0 && fraction.bytes().all(|byte| byte == b'0');
        if fraction.len() > decimals || is_zero {
            prop_assert!(money.is_err());
        } else {
            let point = if decimals == 0 { "" } else { "." };
            let expected = format!("{integer}{point}{fraction:0<decimals$} {code}");
            prop_assert_eq!(money.unwrap().to_string(), expected);
        }
    }

    #[test]
    fn any_tags_are_negotiated_to_an_offered_locale(
        tags in prop::collection::vec(
            prop_oneof!["[a-zA-Z]{1,3}([-_][a-zA-Z0-9]{1,8}){0,4}", awkward_text(10)],
            0..5,
        ),
        default in 0..5_usize,
    ) {
        let offered: Vec<Locale> = ["en-US", "fr-FR", "nl-NL", "sv-SE", "zh-TW"].map(|tag| tag.parse().unwrap()).into();
        let negotiated = negotiate(&tags, &offered, &offered[default]);
        prop_assert!(offered.contains(negotiated.locale));
        prop_assert!(!negotiated.why.to_string().is_empty());
    }
}
