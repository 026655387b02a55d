//! What a reader sees: widths, lines, facts and links, for every sample in every language.

use std::collections::BTreeSet;

use pastdue::{Content, sample};
use unicode_width::UnicodeWidthStr as _;

use super::contents;
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
        let text = content.text.replace('\n', " ").replace("  ", " ");
        let notice = &sample.notice;
        let unescaped = content
            .html
            .replace("&amp;", "&")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"");
        let plain = |text: &str| text.replace('\u{2060}', "");
        let (text, html) = (plain(&text), plain(&unescaped));
        let is_long = sample.name == "long-names";
        let facts = [notice.account.name.as_str(), notice.subscription.name.as_str()];
        let missing =
            facts.into_iter().find(|fact| !html.contains(fact) || (!is_long && !text.contains(fact)));
        missing.map(str::to_owned)
    });
}
