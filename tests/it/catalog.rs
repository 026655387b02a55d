//! What a catalog must be before a mail is written from it, and what an overlay and the data of a notice come out as.

mod refused;

use std::sync::{Arc, LazyLock};

use pastdue::catalog::{self, Source};
use pastdue::template::{Links, Site};
use pastdue::{Catalog, Content, Kind, Locale, Notice, Templates, sample};
use serde_json::{Value, json};

/// A source text of one locale; `file` has no folder.
fn source(tag: &str, file: &str, text: &str) -> Source {
    Source { locale: locale(tag), file: format!("overlay/{tag}/{file}"), text: text.to_owned() }
}

/// Loads the built-in catalogs with one text over them.
fn load_with(overlay: Source) -> Result<Catalog, catalog::Error> {
    let mut sources = catalog::builtin();
    sources.push(overlay);
    Catalog::load("Example Cloud", &sources)
}

fn templates(catalog: Catalog, brand: &str) -> Result<Templates, pastdue::template::Error> {
    let links = Links::on_host("account.example.com").unwrap();
    let site = Site { brand: brand.to_owned(), logo: None, links, retention_days: 90 };
    Templates::builtin(Arc::new(catalog), site)
}

fn builtin() -> &'static Templates {
    static TEMPLATES: LazyLock<Templates> =
        LazyLock::new(|| templates(Catalog::builtin("Example Cloud").unwrap(), "Example Cloud").unwrap());
    &TEMPLATES
}

fn locale(tag: &str) -> Locale {
    tag.parse().unwrap()
}

fn render(templates: &Templates, sample: &str, tag: &str) -> Content {
    templates.render(&sample::named(sample).unwrap().notice, &locale(tag)).unwrap()
}

const TAGS: [&str; 5] = ["en-US", "fr-FR", "nl-NL", "sv-SE", "zh-TW"];

#[test]
fn an_overlay_changes_its_sentence_and_nothing_else() {
    let overlay = source("nl-NL", "own.ftl", "closing = Tot ziens,\n");
    let changed = templates(load_with(overlay).unwrap(), "Example Cloud").unwrap();
    for name in sample::NAMES {
        for tag in TAGS {
            let (before, after) = (render(builtin(), name, tag), render(&changed, name, tag));
            let expected = |text: &str| match tag {
                "nl-NL" => text.replacen("Met vriendelijke groet,", "Tot ziens,", 1),
                _ => text.to_owned(),
            };
            assert_eq!(after.text, expected(&before.text), "{name} in {tag}");
            assert_eq!(after.html, expected(&before.html), "{name} in {tag}");
            assert_eq!((tag == "nl-NL"), after.text.contains("Tot ziens,"), "{name} in {tag}");
        }
    }
}

#[test]
fn of_two_texts_the_later_one_counts() {
    let mut sources = catalog::builtin();
    for words in ["Goodbye,", "See you,"] {
        sources.push(source("en-US", "own.ftl", &format!("closing = {words}\n")));
    }
    let templates = templates(Catalog::load("Example Cloud", &sources).unwrap(), "Example Cloud").unwrap();
    let text = render(&templates, "payment-failed-declined", "en-US").text;
    assert!(text.contains("\nSee you,\n") && !text.contains("Goodbye"), "{text}");
}

#[test]
fn a_locale_is_offered_for_the_mails_that_it_has_every_message_of() {
    let check = |id: &str, expected: [bool; 4]| {
        let mut sources = catalog::builtin();
        let mut n_dropped = 0;
        for source in sources.iter_mut().filter(|source| source.locale == locale("sv-SE")) {
            let kept = source.text.replacen(&format!("\n{id} = "), &format!("\nx{id} = "), 1);
            n_dropped += usize::from(kept != source.text);
            source.text = kept;
        }
        assert_eq!(n_dropped, 1, "{id}");
        let catalog = Catalog::load("Example Cloud", &sources).unwrap();
        let is_offered = |locales: &[Locale]| locales.contains(&locale("sv-SE"));
        let mails = Kind::ALL.map(|kind| is_offered(catalog.offered(kind)));
        let all = [mails[0], mails[1], mails[2], is_offered(catalog.offered_articles())];
        assert_eq!(all, expected, "{id}");
        // Whoever reads it is not the worse for it elsewhere.
        assert!(Kind::ALL.iter().all(|kind| catalog.offered(*kind).len() >= TAGS.len() - 1));
        assert_eq!(catalog.locales().count(), TAGS.len());
    };
    assert_eq!(Kind::ALL.map(Kind::as_str), ["payment-failed", "invoice-overdue", "service-canceled"]);
    check("payment-failed-declined", [false, true, true, true]);
    check("invoice-overdue-subject-final", [true, false, true, true]);
    check("service-canceled-subject", [true, true, false, true]);
    check("article-title", [true, true, true, false]);
    check("closing", [false, false, false, false]);
}

#[test]
fn a_name_of_the_brand_is_printed_as_it_is() {
    for brand in [
        "Wolke",
        "Brand \"New\" Cloud",
        r"Back\slash \u0041 \\ Cloud",
        "{ $amount } { MONEY($amount) } Cloud",
        "Curly } { Cloud",
        "{{ brand }} {% if x %} Cloud",
        "A < B > C & Sons",
        "<a data-l10n-name=\"support\">x</a>",
        "l’Été – 雲端",
    ] {
        let templates = templates(Catalog::builtin(brand).unwrap(), brand).unwrap();
        let escaped = brand.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        let escaped = escaped.replace('"', "&quot;").replace('\'', "&#39;");
        for tag in TAGS {
            let content = render(&templates, "payment-failed-declined", tag);
            let unwrapped = content.text.replace('\n', " ");
            assert!(unwrapped.contains(brand), "{brand} in {tag}: {}", content.text);
            // Once at the top, once in the signature.
            assert!(content.html.matches(&escaped).count() >= 2, "{brand} in {tag}: {}", content.html);
            assert!(escaped == brand || !content.html.contains(brand), "{brand} in {tag}");
        }
    }
}

/// Renders a mail about `value` due on `date`, and checks that each locale writes them so in both parts.
/// `_` stands for a no-break space, `~` for a narrow one.
#[track_caller]
fn check(value: &str, currency: &str, date: &str, expected: [(&str, &str); 5]) {
    let mut row: Value = serde_json::from_str(&sample::row("payment-failed-declined").unwrap()).unwrap();
    row["amount_due"] = json!({"value": value, "currency": currency});
    row["due_date"] = json!(date);
    let notice = Notice::from_json(row.to_string().as_bytes()).unwrap();
    for (tag, (amount, date)) in TAGS.into_iter().zip(expected) {
        let content = builtin().render(&notice, &locale(tag)).unwrap();
        let amount = amount.replace('_', "\u{A0}").replace('~', "\u{202F}");
        let unwrapped = content.text.replace('\n', " ");
        for shown in [&amount, date] {
            // In the sentence, and alone in the table of facts.
            assert!(unwrapped.matches(shown).count() >= 2, "{shown} in {tag}: {}", content.text);
            assert!(content.html.matches(shown).count() >= 2, "{shown} in {tag}: {}", content.html);
            assert!(content.html.contains(&format!(">{shown}</td>")), "{shown} in {tag}: {}", content.html);
        }
        assert!(content.preheader.contains(&amount), "{amount} in {tag}: {}", content.preheader);
    }
}

#[test]
fn amounts_and_dates_are_those_of_the_language() {
    check(
        "1234.50",
        "USD",
        "2026-11-01",
        [
            ("$1,234.50", "November 1, 2026"),
            ("1~234,50_$US", "1er novembre 2026"),
            ("US$_1.234,50", "1 november 2026"),
            ("1_234,50_US$", "1 november 2026"),
            ("US$1,234.50", "2026年11月1日"),
        ],
    );
    check(
        "1000000",
        "EUR",
        "2027-02-28",
        [
            ("€1,000,000.00", "February 28, 2027"),
            ("1~000~000,00_€", "28 février 2027"),
            ("€_1.000.000,00", "28 februari 2027"),
            ("1_000_000,00_€", "28 februari 2027"),
            ("€1,000,000.00", "2027年2月28日"),
        ],
    );
    check(
        "0.99",
        "GBP",
        "2028-02-29",
        [
            ("£0.99", "February 29, 2028"),
            ("0,99_£GB", "29 février 2028"),
            ("£_0,99", "29 februari 2028"),
            ("0,99_£", "29 februari 2028"),
            ("£0.99", "2028年2月29日"),
        ],
    );
    check(
        "87.5",
        "SEK",
        "2026-08-11",
        [
            ("SEK_87.50", "August 11, 2026"),
            ("87,50_SEK", "11 août 2026"),
            ("SEK_87,50", "11 augustus 2026"),
            ("87,50_kr", "11 augusti 2026"),
            ("SEK_87.50", "2026年8月11日"),
        ],
    );
    check(
        "123456",
        "JPY",
        "2026-12-31",
        [
            ("¥123,456", "December 31, 2026"),
            ("123~456_JP¥", "31 décembre 2026"),
            ("JP¥_123.456", "31 december 2026"),
            ("123_456_JP¥", "31 december 2026"),
            ("¥123,456", "2026年12月31日"),
        ],
    );
    check(
        "1234.567",
        "KWD",
        "2027-05-21",
        [
            ("KWD_1,234.567", "May 21, 2027"),
            ("1~234,567_KWD", "21 mai 2027"),
            ("KWD_1.234,567", "21 mei 2027"),
            ("1_234,567_KWD", "21 maj 2027"),
            ("KWD_1,234.567", "2027年5月21日"),
        ],
    );
    check(
        "36900",
        "TWD",
        "2027-01-01",
        [
            ("NT$36,900", "January 1, 2027"),
            ("36~900_NT$", "1er janvier 2027"),
            ("NT$_36.900", "1 januari 2027"),
            ("36_900_NT$", "1 januari 2027"),
            ("NT$36,900", "2027年1月1日"),
        ],
    );
}
