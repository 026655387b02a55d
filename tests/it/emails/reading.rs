//! What a reader sees: widths, lines, facts and links, for every sample in every language.

use std::collections::BTreeSet;

use jiff::ToSpan as _;
use pastdue::notice::{Payment, Reason};
use pastdue::{Content, Notice, sample};
use unicode_width::UnicodeWidthStr as _;

use super::{contents, squashed, visible};
use crate::page;

/// Checks every mail, and says in which of them `problem_of` finds what.
fn check(problem_of: impl Fn(&sample::Sample, &Content) -> Option<String>) {
    let contents = contents(&page::templates());
    let found = contents.iter().filter_map(|(sample, content)| {
        Some(format!("{}@{}: {}", sample.name, content.locale, problem_of(sample, content)?))
    });
    let problems: Vec<String> = found.collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn a_subject_and_a_preheader_fit_an_inbox_line() {
    check(|_, content| {
        let limit = if content.locale.as_str() == "zh-TW" { 70 } else { 78 };
        (content.subject.width() > limit)
            .then(|| format!("{} columns: {}", content.subject.width(), content.subject))
    });
    check(|_, content| {
        let width = content.preheader.width();
        (width > 100).then(|| format!("{width} columns: {}", content.preheader))
    });
    check(|_, content| (content.preheader == content.subject).then(|| content.subject.clone()));
}

#[test]
fn a_line_of_text_has_at_most_78_columns_and_a_url_has_one_of_its_own() {
    check(|_, content| {
        let is_bad = |line: &&str| {
            let shown = line.trim_start();
            if shown.starts_with("https://") {
                shown.contains(' ')
            } else {
                line.width() > 78 || line.contains("https://account")
            }
        };
        content.text.lines().find(is_bad).map(str::to_owned)
    });
}

#[test]
fn no_line_ends_at_a_no_break_space_or_begins_with_closing_punctuation() {
    check(|_, content| {
        let is_bad = |line: &&str| {
            line.ends_with(['\u{A0}', '\u{202F}'])
                || line.trim_start().starts_with(['。', '，', '：', '！', '？', '」', '）', '、', '；'])
        };
        content.text.lines().find(is_bad).map(str::to_owned)
    });
}

#[test]
fn the_signature_mark_stands_once_on_a_line_of_its_own() {
    check(|_, content| {
        let n = content.text.lines().filter(|line| *line == "-- ").count();
        (n != 1).then(|| format!("{n} marks"))
    });
}

#[test]
fn both_parts_lead_to_the_same_places() {
    check(|_, content| {
        let in_html: BTreeSet<String> = content
            .html
            .split("href=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .map(|url| url.replace("&amp;", "&"))
            .collect();
        let lines = content.text.lines().map(str::trim).filter(|line| line.starts_with("https://"));
        let in_text: BTreeSet<String> = lines.map(str::to_owned).collect();
        (in_html != in_text)
            .then(|| format!("{:?}", in_html.symmetric_difference(&in_text).collect::<Vec<_>>()))
    });
}

#[test]
fn nothing_of_the_machinery_reaches_a_mail() {
    let ids: Vec<String> = pastdue::catalog::builtin()
        .iter()
        .flat_map(|source| source.text.lines().map(str::to_owned).collect::<Vec<_>>())
        .filter_map(|line| Some(line.split_once(" =")?.0.to_owned()))
        .filter(|id| id.len() > 8 && id.contains('-') && !id.contains([' ', '#', '.']))
        .collect();
    assert!(ids.len() > 100);
    check(|sample, content| {
        let parts = format!("{}\n{}\n{}\n{}", content.subject, content.preheader, content.text, content.html);
        let is_mark = |char: char| matches!(char, '\u{2066}'..='\u{2069}' | '\u{202A}'..='\u{202E}' | '\u{E000}'..='\u{F8FF}');
        if let Some(mark) = parts.chars().find(|char| is_mark(*char)) {
            return Some(format!("the character {}", mark.escape_unicode()));
        }
        if sample.name != "evil-names" && content.text.contains(['{', '}', '<', '>']) {
            return Some("a bracket".to_owned());
        }
        let prose: String = content.text.lines().filter(|line| !line.contains("https://")).collect();
        ids.iter().find(|id| prose.contains(id.as_str())).cloned()
    });
}

#[test]
fn both_parts_have_the_facts_of_the_notice() {
    check(|sample, content| {
        let facts = facts(&sample.notice, content);
        assert!(facts.len() >= 5);
        let (text, html) = (squashed(&content.text), squashed(&visible(&content.html)));
        facts.into_iter().find(|fact| !text.contains(&squashed(fact)) || !html.contains(&squashed(fact)))
    });
}

/// What every part must say, as the language of the mail writes it.
fn facts(notice: &Notice, content: &Content) -> Vec<String> {
    let templates = page::templates();
    let language = templates.catalog().language(&content.locale).unwrap();
    let mut facts = vec![notice.account.name.to_string(), notice.subscription.name.to_string()];
    facts.push(language.money(&notice.amount_due).unwrap());
    let mut dates = vec![Some(notice.due_date)];
    let mut payment = |payment: Payment, dates: &mut Vec<_>| match payment {
        Payment::Card(card) => {
            facts.extend([card.brand.to_string(), card.last4]);
            dates.push(card.next_attempt_on);
        }
        Payment::Invoice(invoice) => facts.push(invoice.number.to_string()),
    };
    match notice.reason.clone() {
        Reason::PaymentFailed { stage, card } => {
            payment(Payment::Card(card), &mut dates);
            dates.push(stage.service_ends_on());
        }
        Reason::InvoiceOverdue { stage, invoice } => {
            payment(Payment::Invoice(invoice), &mut dates);
            dates.push(stage.service_ends_on());
        }
        Reason::ServiceCanceled { payment: means, service_ended_on } => {
            payment(means, &mut dates);
            dates.extend([Some(service_ended_on), Some(service_ended_on + 90.days())]);
        }
    }
    facts.extend(dates.into_iter().flatten().map(|date| language.date(date).unwrap()));
    facts
}

#[test]
fn both_parts_have_the_same_numbers() {
    check(|_, content| {
        let lines = content.text.lines().filter(|line| !line.contains("https://"));
        let text = lines.collect::<Vec<_>>().join("\n");
        let (text, html) = (numbers(&text), numbers(&visible(&content.html)));
        (text != html).then(|| format!("{:?}", text.symmetric_difference(&html).collect::<Vec<_>>()))
    });
}

fn numbers(text: &str) -> BTreeSet<String> {
    let runs = text.split(|char: char| !char.is_ascii_digit());
    runs.filter(|run| !run.is_empty()).map(str::to_owned).collect()
}
