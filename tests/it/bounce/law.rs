//! Laws that hold for any mail whatever.

use pastdue::bounce::{Bounce, Proof};
use pastdue::message::{Token, Verp};
use pastdue::{Address, bounce};
use proptest::prelude::*;

use super::{sample, sample_names, token, verp};
use crate::support::{self, word_or_bytes};

fn config() -> ProptestConfig {
    ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() }
}

/// Bytes and words that mean something in a mail.
fn piece() -> impl Strategy<Value = Vec<u8>> {
    let words = [
        "\n",
        "\r\n",
        "\n\n",
        "\r",
        " ",
        "\t",
        ":",
        ";",
        "--b",
        "--b\n",
        "--b--\n",
        "(",
        ")",
        "\\",
        "\"",
        "=",
        "=?",
        "To: ",
        "Content-Type: ",
        "multipart/report; report-type=delivery-status; boundary=b\n",
        "multipart/mixed; boundary=b\n",
        "message/delivery-status\n",
        "message/global-delivery-status\n\n",
        "message/rfc822\n",
        "text/rfc822-headers\n\n",
        "Content-Transfer-Encoding: base64\n",
        "Content-Transfer-Encoding: quoted-printable\n",
        "Final-Recipient: rfc822; a@b.example\n",
        "Final-Recipient: utf-8; \\x{",
        "}",
        "@",
        "Action: failed\n",
        "Status: 5.1.1\n",
        "Message-ID: <a@b>\n",
        "bounces+",
        "@mail.example.com",
        "Delivered-To: ",
    ];
    word_or_bytes(&words, 6)
}

fn soup() -> impl Strategy<Value = Vec<u8>> {
    support::soup(piece())
}

/// What holds for everything that is read, and the notice that it is about.
fn check(mail: &[u8]) -> Result<Option<(Token, Proof)>, TestCaseError> {
    let bounce = match Bounce::parse(mail) {
        Ok(bounce) => bounce,
        Err(err) => {
            let err: bounce::Error = err;
            prop_assert!(!err.to_string().contains('@'));
            return Ok(None);
        }
    };
    prop_assert!(!bounce.recipients.is_empty());
    prop_assert_eq!(bounce.verdicts().count(), bounce.recipients.len());
    for recipient in &bounce.recipients {
        if let Some(diagnostic) = &recipient.diagnostic {
            prop_assert!(diagnostic.chars().count() <= 500 && !diagnostic.contains(char::is_control));
        }
        if let Some(status) = recipient.status {
            prop_assert!([2, 4, 5].contains(&status.class));
        }
    }
    let notice = bounce.notice(None, "billing.example.com");
    prop_assert!(notice.is_none_or(|(_, proof)| proof == Proof::MessageId));
    let notice = bounce.notice(Some(&verp()), "billing.example.com");
    prop_assert!(notice.is_none_or(|(_, proof)| proof == Proof::Signed));
    Ok(notice)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..500), soup in soup()) {
        prop_assert_eq!(check(&bytes)?, None);
        prop_assert_eq!(check(&soup)?, None);
    }

    #[test]
    fn a_damaged_notification_names_its_own_notice_or_none(
        name in prop::sample::select(sample_names()),
        damages in prop::collection::vec((any::<prop::sample::Index>(), 0..40_usize, piece()), 1..6),
    ) {
        let mut mail = sample(&name).into_bytes();
        for (at, n_bytes, piece) in damages {
            let at = at.index(mail.len() + 1);
            let end = mail.len().min(at + n_bytes);
            mail.splice(at..end, piece);
        }
        let notice = check(&mail)?;
        prop_assert!(notice.is_none_or(|notice| notice == (token(), Proof::Signed)));
    }

    #[test]
    fn nobody_signs_without_the_key(
        key in prop::collection::vec(any::<u8>(), 16..64),
        bytes in any::<[u8; 16]>(),
        suffix in "[a-z2-7]{42}",
        changed in 0..42_usize,
        char in "[a-z2-7]",
    ) {
        let stranger = Verp::new(Address::new("bounces@mail.example.com").unwrap(), &key).unwrap();
        let foreign = stranger.sender_of(Token::from(bytes));
        let own = verp().sender_of(Token::from(bytes));
        prop_assert_eq!(verp().read(own.expose()), Some(Token::from(bytes)));
        let mut near = own.expose().to_owned();
        let at = "bounces+".len() + changed;
        near.replace_range(at..=at, &char);
        let made_up = format!("bounces+{suffix}@mail.example.com");
        for to in [foreign.expose(), &made_up, &near] {
            if to == own.expose() {
                continue;
            }
            prop_assert_eq!(verp().read(to), None);
            let mail = sample("postfix").replace(verp().sender_of(token()).expose(), to);
            prop_assert_eq!(check(mail.as_bytes())?, None);
        }
    }

    #[test]
    fn any_text_is_an_address_of_ours_or_not(text in ".{0,80}", suffix in ".{0,50}") {
        prop_assert_eq!(verp().read(&text), None);
        prop_assert_eq!(verp().read(&format!("bounces+{suffix}@mail.example.com")), None);
    }
}
