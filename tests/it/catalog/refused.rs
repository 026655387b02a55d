//! A catalog with a mistake is refused when it is loaded, and the mistake is named: its file and line, or its message.

use pastdue::catalog::builtin;
use pastdue::{Catalog, Templates};

use super::{load_with, source, templates};

/// Loads the catalogs, then the templates: what a program does before its first mail.
fn load(tag: &str, text: &str) -> Result<Templates, String> {
    let catalog = load_with(source(tag, "mail.ftl", text)).map_err(|err| err.to_string())?;
    templates(catalog, "Example Cloud").map_err(|err| err.to_string())
}

/// Lays `text` over the catalog of `tag`, and checks how the refusal begins.
#[track_caller]
fn check(tag: &str, text: &str, expected: &str) {
    match load(tag, text) {
        Ok(_) => panic!("loaded: {text}"),
        Err(problem) => assert!(problem.starts_with(expected), "{text}\n{problem}"),
    }
}

/// Checks a message that cannot be formatted, in the source and in a translation.
#[track_caller]
fn check_both(text: &str, problem: &str) {
    let id = text.split(" =").next().unwrap();
    for tag in ["en-US", "zh-TW"] {
        let text = format!("{text}\n");
        check(tag, &text, &format!("the message `{id}` of `{tag}` {problem}"));
    }
}

#[test]
fn a_text_without_a_mistake_loads() {
    for text in ["", "# A comment.\n", "closing = Bye,\n", "own-message = Not needed by any mail.\n"] {
        assert!(load("nl-NL", text).is_ok(), "{text}");
    }
    let support = "help = Hulp nodig? <a data-l10n-name=\"support\">Vraag ons</a>.\n";
    assert!(load("nl-NL", support).is_ok(), "{:?}", load("nl-NL", support).err());
}

#[test]
fn a_text_that_is_not_fluent_is_refused_with_its_line() {
    let file = "`overlay/nl-NL/mail.ftl`, line";
    check("nl-NL", "closing = Groet,\n\nthis is not Fluent\n", &format!("{file} 3: "));
    check("nl-NL", "# Why.\nclosing = { $open\n", &format!("{file} 2: "));
    check("nl-NL", "closing = } \n", &format!("{file} 1: "));
    check("nl-NL", "greeting = { $n ->\n    [one] a\n    [other] b\n}\n", &format!("{file} "));
    check("nl-NL", "closing =\n", &format!("{file} 1: "));
    check("nl-NL", "closing = { money($amount) }\n", &format!("{file} 1: "));
}

#[test]
fn a_private_use_character_is_refused_with_its_line() {
    let problem = "a private-use character has no place in a text";
    for char in ['\u{E000}', '\u{E003}', '\u{E00F}', '\u{F8FF}'] {
        let text = format!("closing = Groet,\nsignature = x{char}y\n");
        check("nl-NL", &text, &format!("`overlay/nl-NL/mail.ftl`, line 2: {problem}"));
    }
    // Written as an escape it is the same character.
    for escape in [r"\uE000", r"\ue003", r"\uF8FF", r"\U00E00F", r"\\\uE000", r"\u0041\uE000"] {
        let text = format!("closing = Groet,\nsignature = {{ \"{escape}\" }}\n");
        check("nl-NL", &text, &format!("`overlay/nl-NL/mail.ftl`, line 2: {problem}"));
    }
    for harmless in [r"\u0041", r"\U01F602", r"\\uE000", r"\uD7FF", r"\uF900", r"\U0E0001"] {
        let text = format!("closing = {{ \"{harmless}\" }}\n");
        assert!(load("nl-NL", &text).is_ok(), "{harmless}: {:?}", load("nl-NL", &text).err());
    }
}

#[test]
fn what_the_program_does_not_provide_is_refused_with_its_message() {
    let problem = "cannot be formatted: ";
    check_both(
        "closing = Bye { NUMBER(1) }",
        &format!("{problem}Resolver error: Unknown function: NUMBER()"),
    );
    check_both("closing = Bye { $nobody }", &format!("{problem}Resolver error: Unknown variable: $nobody"));
    check_both("closing = Bye { -no-term }", &format!("{problem}Resolver error: Unknown term: -no-term"));
    check_both(
        "closing = Bye { no-message }",
        &format!("{problem}Resolver error: Unknown message: no-message"),
    );
    check_both("closing = Bye { signature.title }", problem);
    check_both(
        "closing = Bye { closing }",
        &format!("{problem}Resolver error: Cyclical dependency detected"),
    );
    check_both(
        "closing = { own }\nown = { closing }",
        &format!("{problem}Resolver error: Cyclical dependency detected"),
    );
    check_both(r#"closing = { "" }"#, &format!("{problem}it is empty"));
}

#[test]
fn an_amount_or_a_date_without_its_function_is_refused_with_its_message() {
    let problem = "cannot be formatted: an amount needs `MONEY()`, a date `DATETIME()`, both without options";
    for value in [
        "$amount",
        "$dueDate",
        "MONEY()",
        "MONEY($dueDate)",
        "MONEY($retentionDays)",
        "MONEY(\"1\")",
        "MONEY($amount, $amount)",
        "MONEY($amount, currencyDisplay: \"code\")",
        "DATETIME($amount)",
        "DATETIME($dueDate, dateStyle: \"short\")",
    ] {
        check_both(&format!("closing = Bye {{ {value} }}"), problem);
    }
}

#[test]
fn a_translation_has_the_links_of_its_source() {
    let check_links = |words: &str, found: &str| {
        let expected =
            format!("the message `help` of `nl-NL` has the links {found}, its source has `support`");
        check("nl-NL", &format!("help = Hulp nodig? {words}\n"), &expected);
    };
    check_links("Vraag ons.", "none");
    check_links("<a data-l10n-name=\"portal\">Vraag ons</a>.", "`portal`");
    check_links("<a data-l10n-name='support'>Vraag ons</a>.", "none");
    check_links(
        "<a data-l10n-name=\"support\">Vraag</a> <a data-l10n-name=\"profile\">ons</a>.",
        "`profile`, `support`",
    );
    check(
        "nl-NL",
        "closing = <a data-l10n-name=\"support\">Groet</a>,\n",
        "the message `closing` of `nl-NL` has the links `support`, its source has none",
    );
}

#[test]
fn markup_other_than_a_named_link_is_refused_with_its_message() {
    let problem = "has wrong markup: ";
    for words in [
        "<b>Bye</b>",
        "<script>alert(1)</script>",
        "<br>",
        "<a href=\"https://example.com\">Bye</a>",
        "<a data-l10n-name=\"support\" href=\"x\">Bye</a>",
        "<!-- Bye -->",
        "a < b",
        "a > b",
    ] {
        check_both(&format!("closing = {words}"), problem);
        // In a sentence that is written anew for every mail, too.
        check_both(&format!("footer-why = {{ $accountName }} {words}"), problem);
    }
    let link = "<a data-l10n-name=\"support\">";
    check("nl-NL", &format!("help = {link}Vraag ons\n"), &format!("the message `help` of `nl-NL` {problem}"));
    check("nl-NL", &format!("help = {link}</a> ons\n"), &format!("the message `help` of `nl-NL` {problem}"));
    check(
        "nl-NL",
        &format!("help = {link}{link}x</a></a>\n"),
        &format!("the message `help` of `nl-NL` {problem}"),
    );
}

#[test]
fn a_variable_that_the_source_does_not_use_is_refused_where_it_would_fail() {
    let text = "payment-failed-declined = Factuur { $invoiceNumber }\n";
    let problem = "the message `payment-failed-declined` of `nl-NL` cannot be formatted: its source does not use \
                   `$invoiceNumber`, so it does not get it";
    check("nl-NL", text, problem);
    assert!(load("nl-NL", "payment-failed-declined = { MONEY($amount) }\n").is_ok());
}

#[test]
fn both_forms_of_a_plural_are_looked_at() {
    let plural = |one: &str, other: &str| {
        format!("consequence-undated = {{ $retentionDays ->\n    [one] {one}\n   *[other] {other}\n}}\n")
    };
    assert!(load("nl-NL", &plural("dag", "dagen")).is_ok());
    let problem = "the message `consequence-undated` of `nl-NL` cannot be formatted: Resolver error: Unknown variable: $x";
    check("nl-NL", &plural("{ $x }", "dagen"), problem);
    check("nl-NL", &plural("dag", "{ $x }"), problem);
    check(
        "nl-NL",
        &plural("<b>dag</b>", "dagen"),
        "the message `consequence-undated` of `nl-NL` has wrong markup: ",
    );
    check(
        "nl-NL",
        &plural("dag", "<b>dagen</b>"),
        "the message `consequence-undated` of `nl-NL` has wrong markup: ",
    );
}

#[test]
fn a_fact_is_a_label_and_then_a_value() {
    check(
        "sv-SE",
        "text-fact = { $value }: { $label }\n",
        "the message `text-fact` of `sv-SE` has wrong markup: ",
    );
    check("sv-SE", "text-fact = { $label }\n", "the message `text-fact` of `sv-SE` has wrong markup: ");
}

#[test]
fn the_source_locale_has_every_mail() {
    let without = |drop: &dyn Fn(&str) -> bool| {
        let mut sources = builtin();
        sources.retain(|source| !drop(&source.file));
        Catalog::load("Example Cloud", &sources).err().map(|err| err.to_string())
    };
    let no_source = without(&|file| file.starts_with("locales/en-US/"));
    assert_eq!(no_source.as_deref(), Some("the catalog has no source locale `en-US`"));
    assert_eq!(without(&|file| file.starts_with("locales/sv-SE/")), None);
}
