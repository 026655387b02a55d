//! Folders of catalogs and templates that are laid over those built in.

use crate::program::Test;

fn render(args: &str) -> Test {
    Test::new().args("render --sample payment-failed-declined").args(args)
}

#[test]
fn a_message_takes_the_place_of_the_built_in_one() {
    let test = render("--part subject --locales mine");
    let test = test.file("mine/en-US/mine.ftl", "payment-failed-subject-first = Hello, { -brand }\n");
    test.stdout("Hello, Example Cloud\n").stderr("").code(0);
}

#[test]
fn a_template_takes_the_place_of_the_built_in_one() {
    let test = render("--part text --templates mine");
    let test = test.file("mine/payment-failed/body.txt", "{{ subject }}!").file("mine/.DS_Store", b"\xff");
    let output = test.stderr("").code(0);
    assert!(output.stdout.ends_with('!') && output.stdout.lines().count() == 1, "{}", output.stdout);
}

#[test]
fn a_folder_that_replaces_nothing_is_an_error() {
    let refused = |test: Test, expected: &str| {
        let output = test.stdout("").code(2);
        assert!(output.stderr.starts_with(&format!("error: {expected}")), "{}", output.stderr);
    };
    refused(
        render("--templates mine").file("mine/payment-failed/subject.txt", ""),
        "no template to replace: `payment-failed/subject.txt`; there are `style.css`, `base.html`, ",
    );
    refused(
        render("--templates mine").file("mine/.gitkeep", ""),
        "there is no template in `mine`: expected files such as `base.html`\n",
    );
    refused(render("--templates mine"), "failed to read `mine`: ");
    refused(
        render("--locales mine").file("mine/mail.ftl", ""),
        "there is no catalog in `mine`: expected files such as `nl-NL/mail.ftl`\n",
    );
    refused(
        render("--locales mine").file("mine/english/mail.ftl", ""),
        "the folder `mine/english` is not named after a locale such as `nl-NL`\n",
    );
}

#[test]
fn a_locale_that_no_catalog_has_is_refused_where_it_is_named() {
    for command in ["render --sample payment-failed-declined", "send --dry-run"] {
        let test = Test::new().file("pastdue.toml", "[sender.names]\nde-DE = \"D\"").args(command);
        let output = test.stdout("").code(2);
        let start =
            "error: pastdue.toml:2:9: `sender.names.de-DE`: expected a locale of the catalogs (`en-US`, ";
        assert!(output.stderr.starts_with(start), "{}", output.stderr);
    }
}

#[test]
fn an_overlay_with_an_error_is_shown_and_not_used() {
    let test = render("--part text --templates mine");
    let output =
        test.file("mine/payment-failed/body.txt", "{{ subject }}\n{{ headding }}\n").stdout("").code(2);
    let expected = "\
error[template-missing-variable]: the program gives this template no `headding`
 --> mine/payment-failed/body.txt:2:4
  |
2 | {{ headding }}
  |    ^^^^^^^^
  |
  = help: did you mean `heading`?
error: 1 error in `--templates mine`: nothing of it is used
";
    assert_eq!(output.stderr, expected);
}

#[test]
fn an_overlay_with_a_warning_is_used_with_a_warning() {
    let test = render("--part text --templates mine");
    let output = test.file("mine/payment-failed/body.txt", "Hello!\n").code(0);
    assert_eq!(output.stdout, "Hello!\n");
    let expected = "warning: 1 finding in `--templates mine`; `pastdue check --templates mine` shows them\n";
    assert_eq!(output.stderr, expected);
}

#[test]
fn an_overlay_of_one_message_is_checked_beside_the_rest() {
    let test = Test::new().args("check --locales mine");
    let test = test.file("mine/nl-NL/mine.ftl", "closing = Met vriendelijke groet,\nclozing = Groeten\n");
    let output = test.stderr("0 errors, 1 warning\n").code(0);
    assert!(
        output.stdout.starts_with(
            "warning[obsolete-message]: the source has no message `clozing`\n --> mine/nl-NL/mine.ftl:2:1\n"
        ),
        "{}",
        output.stdout
    );
}
