//! What machines have made of real notices: each fault is found, in a catalog as a translator would have it.

use pastdue::check::{Contract, File, Folder, check, fix};

use super::{cases, contract, run, sources};

const ENGLISH: &str = "\
# A text.
charge = We couldn’t charge your card. Update your payment information.
# A text.
canceled = The service is canceled, and your resources are no longer available.
# A text.
deleted = Your data is deleted after the service has ended.
# A text.
pay = You can pay the invoice now.
# A text.
address = Use an address that you check regularly.
";

fn folder(tag: &str, text: &str) -> Folder {
    let file = File { name: "mail.ftl".to_owned(), bytes: text.as_bytes().to_vec() };
    Folder { tag: tag.to_owned(), path: tag.to_owned(), files: vec![file] }
}

/// The rules that find something in `id` of a translation that has but this message.
fn found(tag: &str, id: &str, text: &str) -> Vec<&'static str> {
    let checked =
        check(vec![folder("en-US", ENGLISH), folder(tag, &format!("{id} = {text}\n"))], &Contract::ours());
    let of_message = checked.diagnostics.iter().filter(|found| {
        found.locale.as_deref() == Some(tag)
            && found.message_id.as_deref() == Some(id)
            && found.rule != "missing-message"
    });
    of_message.map(|found| found.rule).collect()
}

#[test]
fn what_a_machine_made_of_a_notice_is_found() {
    let check = |tag: &str, id: &str, text: &str, rule: &str| {
        let rules = found(tag, id, text);
        assert!(rules.contains(&rule), "{tag}: {text}: {rules:?}");
    };
    // The article became a greeting, and the infinitive one word.
    check("zh-TW", "canceled", "hello 服務會取消，且您無法再使用資源。", "mt-artefact");
    check(
        "nl-NL",
        "canceled",
        "Hallo-service wordt geannuleerd, en uw resources zijn niet meer beschikbaar.",
        "mt-artefact",
    );
    check("zh-TW", "pay", "您現在可以 toomake 付款。", "mt-artefact");
    check("nl-NL", "pay", "U kunt nu toopay voor de factuur.", "mt-artefact");
    // UTF-8 was read as Windows-1252.
    check("nl-NL", "deleted", "Uw gegevens worden verwijderd nadat de service is beÃ«indigd.", "mojibake");
    // The sentence lost its *not*.
    check(
        "sv-SE",
        "charge",
        "Vi har kunnat debitera ditt kort. Uppdatera din betalningsinformation.",
        "negation-lost",
    );
    // Two ways to address one reader.
    check("nl-NL", "address", "Kies een e-mailadres dat je regelmatig controleert.", "formality");
    // A card became a part of a computer, and to charge it something for batteries.
    check("zh-TW", "charge", "我們無法為您的介面卡充電。請更新您的付款資訊。", "glossary");
}

#[test]
fn a_file_that_stayed_english_is_found() {
    let checked = check(vec![folder("en-US", ENGLISH), folder("nl-NL", ENGLISH)], &Contract::ours());
    let rules: Vec<&str> = checked.diagnostics.iter().map(|found| found.rule).collect();
    assert!(rules.contains(&"wrong-locale"), "{rules:?}");
}

#[test]
fn a_good_translation_of_the_same_has_none() {
    for (tag, id, text) in [
        ("nl-NL", "charge", "We konden uw creditcard niet belasten. Werk uw betalingsgegevens bij."),
        (
            "fr-FR",
            "charge",
            "Nous n’avons pas pu débiter votre carte. Mettez à jour vos informations de paiement.",
        ),
        ("sv-SE", "charge", "Vi kunde inte debitera ditt kort. Uppdatera din betalningsinformation."),
        ("zh-TW", "charge", "我們無法透過您的信用卡扣款。請更新您的付款資訊。"),
        ("nl-NL", "address", "Kies een e-mailadres dat u regelmatig controleert."),
    ] {
        assert_eq!(found(tag, id, text), [""; 0], "{text}");
    }
}

#[test]
fn what_is_put_right_stays_right_in_every_case() {
    let texts = [
        "mojibake",
        "wrong-script",
        "punctuation-spacing",
        "punctuation-width",
        "quotes",
        "apostrophe",
        "ellipsis",
        "double-space",
        "leading-space",
        "trailing-space",
        "invisible-character",
        "bidi-control",
        "control-character",
        "not-normalized",
        "formality",
        "end-punctuation",
    ];
    let cases = cases();
    for case in texts.iter().flat_map(|rule| &cases[*rule]) {
        let contract = contract(case);
        let once = fix(sources(case), &contract, |_| true);
        let open = once.checked.diagnostics.iter().filter(|found| found.fix.is_some()).count();
        assert_eq!(open, 0, "{}: {:?}", case.display(), once.checked.diagnostics);
        let n_before = run(case).diagnostics.len();
        assert!(once.checked.diagnostics.len() <= n_before, "{}", case.display());
        let again = fix(once.sources, &contract, |_| true);
        assert_eq!(again.n_fixed, 0, "{}", case.display());
    }
}
