//! Names in headers: whatever they hold, they are read back, and nobody else gets the mail.

use mail_parser::MessageParser;
use pastdue::notice::Name;
use pastdue::{Address, Content, Message, Sender};

use crate::message::{DATE, check_lines, header, headers, locale, sample, sender, templates};

fn content(subject: &str) -> Content {
    let content = templates().render(&sample("payment-failed-declined"), &locale("en-US")).unwrap();
    Content { subject: subject.to_owned(), ..content }
}

fn compose(name: &str, email: &str, subject: &str, sender: &Sender) -> Message {
    let mut notice = sample("payment-failed-declined");
    notice.account.administrator.name = Name::new(name);
    notice.account.administrator.email = Address::new(email).unwrap();
    Message::compose(&notice, &content(subject), sender, DATE).unwrap()
}

/// The one display name and the one address of a header, as a parser sees them.
fn check_mailbox(message: &Message, header: &str, name: Option<&str>, address: &str) {
    check_lines(message.as_bytes());
    assert_eq!(headers(message.as_bytes()).len(), 12, "{name:?}");
    let mail = MessageParser::default().parse(message.as_bytes()).unwrap();
    assert!(mail.cc().is_none() && mail.bcc().is_none());
    let mailboxes = if header == "To" { mail.to() } else { mail.from() };
    let [mailbox] = mailboxes.unwrap().as_list().unwrap() else { panic!("{name:?}: not one mailbox") };
    assert_eq!((mailbox.name(), mailbox.address()), (name, Some(address)));
}

const HOSTILE: [&str; 18] = [
    r#"Anneke "Annie" de Vries"#,
    "De Vries, Anneke",
    "<victim@example.com>, Mallory <mallory@example.com>",
    "victim@example.com;",
    r"back\slash\",
    r#"""#,
    "(comment) Jan",
    "=?utf-8?q?Boss?=",
    "=?utf-8?B?SGVsbG8=?= =?utf-8?q?x",
    "Group: a@example.com, b@example.com;",
    "Jan\r\nBcc: victim@example.com",
    "Jan\0\u{7}\u{2028}Bcc: x",
    "עִבְרִית \u{202E}לימין",
    "محمد بن سلمان",
    "👩\u{200D}👩\u{200D}👧\u{200D}👦 👨🏽\u{200D}🚀 🇳🇱 ❤\u{FE0F}",
    "Vie\u{302}\u{323}t Nam a\u{301}\u{323}\u{302}\u{308} Zoe\u{308}",
    "王小明（帳戶管理員）王小明（帳戶管理員）王小明（帳戶管理員）王小明（帳戶管理員）王小明（帳戶管理員）",
    ".. - _ '",
];

#[test]
fn a_recipients_name_is_read_back_and_adds_no_recipient() {
    for name in
        HOSTILE.map(str::to_owned).into_iter().chain(["x".repeat(1200), "é".repeat(1200), "x y ".repeat(300)])
    {
        let message = compose(&name, "anneke@example.nl", "Hello", &sender());
        let cleaned = Name::new(&name).unwrap();
        check_mailbox(&message, "To", Some(cleaned.as_str()), "anneke@example.nl");
        assert_eq!(message.envelope().recipient.expose(), "anneke@example.nl");
    }
}

#[test]
fn a_senders_name_comes_from_a_file_and_may_hold_anything() {
    for name in HOSTILE.map(str::to_owned).into_iter().chain(["x".repeat(1200), "é ".repeat(1200)]) {
        let message = compose("Jan", "jan@example.nl", "Hello", &Sender { name: name.clone(), ..sender() });
        let mail = MessageParser::default().parse(message.as_bytes()).unwrap();
        let shown = mail.from().unwrap().first().unwrap().name().unwrap().to_owned();
        check_mailbox(&message, "From", Some(&shown), "billing@billing.example.com");
        let letters = |text: &str| {
            text.chars().filter(|char| !char.is_whitespace() && !char.is_control()).collect::<String>()
        };
        assert_eq!(letters(&shown), letters(&name));
    }
}

#[test]
fn a_subject_is_read_back_and_ends_its_own_line() {
    let long = "您的付款逾期未付，".repeat(20);
    for subject in HOSTILE.into_iter().chain([long.as_str(), "  two  spaces  ", "x"]) {
        let message = compose("Jan", "jan@example.nl", subject, &sender());
        check_lines(message.as_bytes());
        assert_eq!(headers(message.as_bytes()).len(), 12, "{subject:?}");
        let mail = MessageParser::default().parse(message.as_bytes()).unwrap();
        let expected = subject.replace(char::is_control, " ");
        assert_eq!(mail.subject(), Some(expected.trim()));
    }
    let message = compose("Jan", "jan@example.nl", &"x".repeat(1200), &sender());
    check_lines(message.as_bytes());
    let message = compose("Jan", "jan@example.nl", "", &sender());
    assert_eq!(header(message.as_bytes(), "Subject"), "");
}

#[test]
fn an_address_of_any_length_fits() {
    let long =
        format!("{}@{}.example", "l".repeat(64), ["d".repeat(60), "e".repeat(60), "f".repeat(50)].join("."));
    for (name, email) in [
        ("", long.as_str()),
        ("", "o'brien+x=y@example.com"),
        ("Zoë", &long),
        ("Zoë", "!#$%&'*+-/=?^_`{|}~@example.com"),
    ] {
        let message = compose(name, email, "Hello", &sender());
        check_mailbox(&message, "To", Some(name).filter(|name| !name.is_empty()), email);
    }
}

#[test]
fn an_address_that_is_not_ascii_stays_as_it_is_for_a_relay_with_smtputf8() {
    let message = compose("Åsa", "åsa@räksmörgås.example", "Hej", &sender());
    assert_eq!(header(message.as_bytes(), "To"), "=?utf-8?q?=C3=85sa?= <åsa@xn--rksmrgs-5wao1o.example>");
    assert!(message.envelope().recipient.needs_smtputf8());
}

#[test]
fn a_sender_may_have_a_name_of_its_own_in_a_locale_and_another_address_for_answers() {
    let mut sender = Sender { reply_to: Some(Address::new("help@example.com").unwrap()), ..sender() };
    sender.names.insert("zh-TW".to_owned(), "Example Cloud 帳務".to_owned());
    for (tag, expected) in [("zh-TW", "Example Cloud 帳務"), ("nl-NL", "Example Cloud Billing")] {
        let notice = sample("payment-failed-declined");
        let content = templates().render(&notice, &locale(tag)).unwrap();
        let message = Message::compose(&notice, &content, &sender, DATE).unwrap();
        let mail = MessageParser::default().parse(message.as_bytes()).unwrap();
        assert_eq!(mail.from().unwrap().first().unwrap().name(), Some(expected));
        assert_eq!(header(message.as_bytes(), "Reply-To"), "help@example.com");
    }
}
