//! For build servers: a `JUnit` report, with a suite for each file.

use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

use super::{Diagnostic, FileId, Texts, human};

/// Renders `diagnostics` as a `JUnit` report. Each of the `files` is a suite, with a case for each finding, or one that
/// passes if there is none. Findings for which `is_failure` does not hold pass, and say what they are.
///
/// # Errors
///
/// If the report cannot be written as XML.
pub fn render(
    diagnostics: &[Diagnostic],
    texts: &Texts,
    files: impl IntoIterator<Item = FileId>,
    is_failure: impl Fn(&Diagnostic) -> bool,
) -> Result<String, quick_junit::SerializeError> {
    let mut report = Report::new("pastdue check");
    for file in files {
        let path = texts.path(file);
        let mut suite = TestSuite::new(path);
        let found = diagnostics.iter().filter(|diagnostic| diagnostic.place.file == file);
        suite.add_test_cases(found.map(|found| case(found, texts, is_failure(found))));
        if suite.test_cases.is_empty() {
            let mut case = TestCase::new("no findings", TestCaseStatus::success());
            case.set_classname(path);
            suite.add_test_case(case);
        }
        report.add_test_suite(suite);
    }
    report.to_string()
}

fn case(found: &Diagnostic, texts: &Texts, is_failure: bool) -> TestCase {
    let path = texts.path(found.place.file);
    let position = texts.position(found.place.file, found.place.span.start);
    let frame = human::render(std::slice::from_ref(found), texts, false);
    let mut status = TestCaseStatus::success();
    if is_failure {
        status = TestCaseStatus::non_success(NonSuccessKind::Failure);
        status.set_message(found.message.as_str()).set_type(found.rule).set_description(frame.as_str());
    }
    let name = format!("{}: {path}:{}:{}", found.rule, position.line, position.column);
    let mut case = TestCase::new(name, status);
    case.set_classname(path);
    if !is_failure {
        case.set_system_out(frame);
    }
    case
}
