//! Findings in the forms that programs read, with all that has to be escaped in them.

use insta::assert_snapshot;
use pastdue::diagnostic::{
    Diagnostic, FileId, Place, Severity, Span, Texts, github, human, json, junit, sarif,
};

/// An error with everything that a finding can have, and a warning with nothing but a place.
fn findings() -> (Vec<Diagnostic>, Texts, [FileId; 2]) {
    let mut texts = Texts::default();
    let file = texts.add("a, b/50% [é].ftl".to_owned(), "été = « 5 % » 😀 x\nzwei\n".to_owned());
    let source = texts.add("en/a:b.ftl".to_owned(), "ete = five\n".to_owned());
    let place = |file: FileId, what: &str| {
        let start = texts.text(file).find(what).unwrap();
        Place { file, span: Span::new(start, start + what.len()) }
    };
    let (x, zwei, five) = (place(file, "x"), place(file, "x\nzwei"), place(source, "five"));
    let mut error = Diagnostic::new("a-rule", Severity::Error, x, "5 % <of>, \"it\":\r\nlost".to_owned());
    error.help("write `y` & go on").related(five, "the source").edit(x.span, "y\n");
    error.locale = Some("fr-FR".to_owned());
    error.message_id = Some("été".to_owned());
    error.variant = Some("one".to_owned());
    let warning = Diagnostic::new("other-rule", Severity::Warning, zwei, "two lines".to_owned());
    (vec![error, warning], texts, [file, source])
}

#[test]
fn each_renderer_tells_all_and_escapes_what_it_has_to() {
    let (found, texts, files) = findings();
    assert_snapshot!("diagnostic_human", human::render(&found, &texts, false));
    assert_snapshot!("diagnostic_json", json::render(&found, &texts));
    assert_snapshot!("diagnostic_github", github::render(&found, &texts));
    let rules = [sarif::Rule {
        id: "a-rule",
        severity: Severity::Error,
        page: "# a-rule (error)\n\n## What it does\nFinds what\nis lost.\n\nMore.\n".to_owned(),
    }];
    assert_snapshot!("diagnostic_sarif", sarif::render(&found, &texts, &rules, "1.2.3"));
    let is_error = |found: &Diagnostic| found.severity == Severity::Error;
    assert_snapshot!("diagnostic_junit", junit::render(&found, &texts, files, is_error).unwrap());
}

#[test]
fn no_findings_are_a_whole_document_too() {
    let (_, texts, files) = findings();
    assert_eq!(human::render(&[], &texts, false), "");
    assert_eq!(json::render(&[], &texts), "[]\n");
    assert_eq!(github::render(&[], &texts), "");
    let log: serde_json::Value = serde_json::from_str(&sarif::render(&[], &texts, &[], "1.2.3")).unwrap();
    assert_eq!(log["runs"][0]["results"], serde_json::json!([]));
    let report = junit::render(&[], &texts, files, |_| true).unwrap();
    assert!(report.contains(r#"tests="2" skipped="0" failures="0""#), "{report}");
}
