//! How long a check takes: our own catalogs, catalogs of a size that nobody has yet, and those with nothing right.

use std::fmt::Write as _;
use std::hint::black_box;

use divan::Bencher;
use divan::counter::ItemsCount;
use pastdue::check::{Checked, Contract, File, Folder, Sources, builtin, builtin_templates, check};
use pastdue::diagnostic::human;

const N_MESSAGES: usize = 10_000;
const N_FILES: usize = 20;
const LOCALES: [&str; 20] = [
    "ar-EG", "cs-CZ", "da-DK", "de-DE", "es-ES", "fi-FI", "fr-FR", "he-IL", "hu-HU", "it-IT", "ja-JP",
    "ko-KR", "nb-NO", "nl-NL", "pl-PL", "pt-BR", "ru-RU", "sv-SE", "tr-TR", "zh-TW",
];

fn main() {
    divan::main();
}

/// A word for each number, so that no two messages are alike.
fn word(mut n: usize, syllables: [&str; 8]) -> String {
    let mut word = String::new();
    for _ in 0..5 {
        word.push_str(syllables[n % syllables.len()]);
        n /= syllables.len();
    }
    word
}

/// The messages of one file: plain ones, ones with variables, with a link, with an attribute.
fn file(locale: usize, n_file: usize, variable: &str) -> File {
    const SOURCE: [&str; 8] = ["pay", "due", "car", "bil", "sum", "day", "end", "not"];
    const TARGET: [&str; 8] = ["bet", "ver", "kaa", "rek", "som", "dag", "ein", "nie"];
    let syllables = if locale == 0 { SOURCE } else { TARGET };
    let mut text = String::new();
    for n in (n_file..N_MESSAGES).step_by(N_FILES) {
        let (one, two) = (word(n + locale, syllables), word(n * 7 + locale, syllables));
        // Writing to a string cannot fail.
        let _ = match n % 4 {
            0 => writeln!(text, "message-{n} = {one} {two} {{ ${variable} }} {one}"),
            1 => writeln!(
                text,
                "message-{n} = {one} <a data-l10n-name=\"support\">{two}</a> {{ ${variable} }}"
            ),
            2 => writeln!(text, "message-{n} = {one} {two}\n    .title = {two} {{ ${variable} }}"),
            _ => writeln!(text, "message-{n} =\n    {one} {two}\n    {two} {{ ${variable} }} {one}"),
        };
    }
    File { name: format!("file-{n_file}.ftl"), bytes: text.into_bytes() }
}

fn folder(tag: &str, locale: usize, variable: &str) -> Folder {
    let files = (0..N_FILES).map(|n_file| file(locale, n_file, variable)).collect();
    Folder { tag: tag.to_owned(), path: format!("locales/{tag}"), files }
}

fn large(n_locales: usize, variable: &str) -> Sources {
    let translations = LOCALES.iter().take(n_locales).enumerate();
    let translations = translations.map(|(n, tag)| folder(tag, n + 1, variable));
    let folders: Vec<Folder> = [folder("en-US", 0, "accountName")].into_iter().chain(translations).collect();
    folders.into()
}

/// The five locales that come with the crate, and the templates.
#[divan::bench]
fn ours() -> Checked {
    let sources = Sources { templates: Some(builtin_templates()), ..builtin().into() };
    check(black_box(sources), &Contract::ours())
}

/// Ten thousand messages in twenty translations, all as they should be.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn large_and_right(bencher: Bencher) {
    let contract = Contract::ours();
    bencher
        .counter(ItemsCount::new(N_MESSAGES * LOCALES.len()))
        .with_inputs(|| large(LOCALES.len(), "accountName"))
        .bench_local_values(|sources| {
            let checked = check(black_box(sources), &contract);
            assert_eq!(
                checked.diagnostics.len(),
                0,
                "{}",
                human::render(&checked.diagnostics[..1], &checked.texts, false)
            );
            checked
        });
}

/// Ten thousand messages, and a locale without a file.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn all_missing(bencher: Bencher) {
    let contract = Contract::ours();
    let mut sources = large(1, "accountName");
    for folder in sources.folders.iter_mut().filter(|folder| folder.tag != "en-US") {
        folder.files.clear();
    }
    bencher.with_inputs(|| sources.clone()).bench_local_values(|sources| {
        let checked = check(black_box(sources), &contract);
        assert_eq!(checked.diagnostics.len(), N_FILES);
        checked
    });
}

/// Ten thousand messages whose ids somebody has translated: each is missing, and another stands in its place.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn all_renamed(bencher: Bencher) {
    let contract = Contract::ours();
    let mut sources = large(1, "accountName");
    for folder in sources.folders.iter_mut().filter(|folder| folder.tag != "en-US") {
        for file in &mut folder.files {
            let text = String::from_utf8_lossy(&file.bytes).replace("message-", "bericht-");
            file.bytes = text.into_bytes();
        }
    }
    bencher.with_inputs(|| sources.clone()).bench_local_values(|sources| {
        let checked = check(black_box(sources), &contract);
        assert!(checked.diagnostics.len() >= N_MESSAGES, "{}", checked.diagnostics.len());
        checked
    });
}

/// A hundred thousand messages with a variable that is misspelled.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn hundred_thousand_findings(bencher: Bencher) {
    let contract = Contract::ours();
    bencher.with_inputs(|| large(10, "acountName")).bench_local_values(|sources| {
        let checked = check(black_box(sources), &contract);
        assert!(checked.diagnostics.len() >= 100_000, "{}", checked.diagnostics.len());
        checked
    });
}

/// A hundred thousand findings for people to read.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn hundred_thousand_findings_shown(bencher: Bencher) {
    let checked = check(large(10, "acountName"), &Contract::ours());
    bencher.bench_local(|| human::render(&checked.diagnostics, &checked.texts, false));
}
