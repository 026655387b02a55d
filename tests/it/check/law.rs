//! Laws that hold for any catalog whatever: nothing stops a check, and its findings can be relied upon.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use pastdue::check::{Checked, Contract, File, Folder, Sources, builtin, check, check_overlay, fix};
use pastdue::diagnostic::{Place, human, json};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::OURS;
use crate::support::{self, word_or_bytes};

/// The same `cases` each time, or as many as `PASTDUE_TEST_CASES` asks for, others each time.
fn config(cases: u32) -> ProptestConfig {
    let asked =
        std::env::var("PASTDUE_TEST_CASES").ok().map(|asked| asked.parse().expect("a number of cases"));
    let rng_seed = if asked.is_some() { RngSeed::Random } else { RngSeed::Fixed(20) };
    ProptestConfig {
        cases: asked.unwrap_or(cases),
        rng_seed,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// Bytes, and words that mean something in a catalog.
fn piece() -> impl Strategy<Value = Vec<u8>> {
    let words = [
        "\n",
        "\r\n",
        "\n\n",
        "\r",
        " ",
        "    ",
        "\t",
        "=",
        " = ",
        "{",
        "}",
        "{ ",
        " }",
        "{{",
        "[",
        "]",
        "*",
        "*[",
        "->",
        " ->\n",
        "$",
        "$amount",
        "$retentionDays",
        "{ $amount }",
        "{ MONEY($amount) }",
        "MONEY(",
        ")",
        ",",
        ":",
        ".",
        "    .title = ",
        "-",
        "-brand",
        "{ -brand }",
        "\"",
        "{ \"\" }",
        "\\",
        "\\u",
        "\\u00A0",
        "# ",
        "#",
        "## ",
        "help",
        "help = ",
        "help = Hulp\n",
        "one",
        "[one] ",
        "*[other] ",
        "[1]",
        "<a data-l10n-name=\"support\">",
        "</a>",
        "<b>",
        "&amp;",
        "&",
        "https://example.com",
        "${amount}",
        "%s",
        "｛",
        "｝",
        "＄",
        "＝",
        "－＞",
        "［",
        "］",
        "“",
        "”",
        "→",
        "é",
        "繳費",
        "\u{FEFF}",
        "\u{202E}",
        "\u{200B}",
        "\u{0}",
        "# check-ignore: syntax why\n",
        "# check-ignore: ",
        "obsolete-message",
        "{ help }",
        "{ help.title }",
        "{ $retentionDays ->\n    [one] a\n   *[other] b\n}\n",
    ];
    word_or_bytes(&words, 8)
}

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    support::soup(piece())
}

/// A change of a catalog: at a place, so much goes, and this comes.
type Change = (prop::sample::Index, usize, Vec<u8>);

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let length = prop_oneof![3 => Just(0_usize), 3 => 1..4_usize, 1 => 4..300_usize];
    let piece = prop_oneof![3 => piece(), 1 => Just(Vec::new())];
    prop::collection::vec((any::<prop::sample::Index>(), length, piece), 1..8)
}

/// What every mail shares, in two languages.
static REAL: LazyLock<Vec<Folder>> = LazyLock::new(|| {
    let mut folders = builtin();
    folders.retain(|folder| ["en-US", "fr-FR", "zh-TW"].contains(&folder.tag.as_str()));
    for folder in &mut folders {
        folder.files.retain(|file| ["mail.ftl", "brand.ftl"].contains(&file.name.as_str()));
    }
    folders
});

fn changed(tag: &str, changes: &[Change]) -> Sources {
    let mut folders = REAL.clone();
    let folder = folders.iter_mut().find(|folder| folder.tag == tag).unwrap();
    let bytes = &mut folder.files.iter_mut().find(|file| file.name == "mail.ftl").unwrap().bytes;
    for (at, length, piece) in changes {
        let at = at.index(bytes.len() + 1);
        bytes.splice(at..bytes.len().min(at + length), piece.iter().copied());
    }
    folders.into()
}

fn folder(tag: &str, files: &[&[u8]]) -> Folder {
    let file = |(n, bytes): (usize, &&[u8])| File { name: format!("{n}.ftl"), bytes: bytes.to_vec() };
    Folder { tag: tag.to_owned(), path: tag.to_owned(), files: files.iter().enumerate().map(file).collect() }
}

/// How often a rule finds something, by message.
fn counts(checked: &Checked) -> BTreeMap<(&str, &str, Option<&str>), usize> {
    let mut counts = BTreeMap::new();
    for found in &checked.diagnostics {
        let path = checked.texts.path(found.place.file);
        *counts.entry((found.rule, path, found.message_id.as_deref())).or_default() += 1;
    }
    counts
}

fn holds(sources: &Sources) {
    let contract: &Contract = &OURS;
    let checked = check(sources.clone(), contract);
    let again = check(sources.clone(), contract);
    assert_eq!(checked.diagnostics, again.diagnostics);
    let is_place = |Place { file, span }: Place| {
        let text = checked.texts.text(file);
        span.start <= span.end && text.is_char_boundary(span.start) && text.is_char_boundary(span.end)
    };
    for found in &checked.diagnostics {
        assert!(is_place(found.place), "{found:?}");
        assert!(found.related.iter().all(|related| is_place(related.place)), "{found:?}");
        let edits = found.fix.iter().flat_map(|fix| &fix.edits);
        let mut spans: Vec<_> = edits.map(|edit| edit.span).collect();
        spans.sort_unstable();
        assert!(spans.windows(2).all(|two| two[0].end <= two[1].start), "{found:?}");
        assert!(spans.iter().all(|span| is_place(Place { span: *span, ..found.place })), "{found:?}");
        assert!(!found.message.is_empty() && pastdue::check::rule(found.rule).is_some());
    }
    let _ = human::render(&checked.diagnostics, &checked.texts, false);
    let _ = json::render(&checked.diagnostics, &checked.texts);

    let fixed = fix(sources.clone(), contract, |_| true);
    let before = counts(&checked);
    for (key, n) in counts(&fixed.checked) {
        assert!(before.get(&key).is_some_and(|before| n <= *before), "{key:?} is new");
    }
    assert_eq!(check(fixed.sources.clone(), contract).diagnostics, fixed.checked.diagnostics);
    assert_eq!(fix(fixed.sources, contract, |_| true).files, []);
}

proptest! {
    #![proptest_config(config(120))]

    #[test]
    fn any_bytes_are_checked(source in bytes(), translation in bytes(), more in bytes()) {
        let folders = vec![folder("en-US", &[&source]), folder("nl-NL", &[&translation, &more])];
        holds(&folders.into());
    }
}

proptest! {
    #![proptest_config(config(20))]

    #[test]
    fn a_real_catalog_is_checked_whatever_is_done_to_it(
        tag in prop::sample::select(vec!["en-US", "fr-FR", "zh-TW"]),
        changes in changes(),
    ) {
        holds(&changed(tag, &changes));
    }

    #[test]
    fn any_bytes_lie_over_what_is_built_in(tag in "nl-NL|de-DE|sv_SE|x", bytes in bytes()) {
        let checked = check_overlay(Sources::from(vec![folder(&tag, &[&bytes])]));
        let is_own = |path: &str| path.starts_with(&format!("{tag}/"));
        assert!(checked.diagnostics.iter().all(|found| is_own(checked.texts.path(found.place.file))));
    }
}

#[test]
fn what_nests_or_repeats_without_end_is_checked() {
    for (piece, n) in [
        ("{", 50_000),
        ("(", 50_000),
        ("{ F(", 20_000),
        ("{ $x ->\n[a]", 20_000),
        ("｛＄x－＞", 20_000),
        ("｛", 50_000),
        ("a = {\n", 20_000),
        ("a\n", 20_000),
        ("#a\n", 20_000),
        ("a = b\n", 5_000),
        ("[a]", 50_000),
        ("\"", 50_000),
        ("</a>", 5_000),
        ("<a>", 5_000),
        ("&", 50_000),
        ("$", 50_000),
        ("}", 50_000),
        ("\u{FEFF}", 20_000),
        ("x=\n", 20_000),
        ("-\n", 20_000),
        (" .a=b\n", 5_000),
        ("＝", 20_000),
        ("“", 20_000),
    ] {
        for head in ["", "help = ", "help = {"] {
            let text = format!("{head}{}", piece.repeat(n));
            let folders =
                vec![folder("en-US", &[b"help = Need help?\n"]), folder("nl-NL", &[text.as_bytes()])];
            let _ = check(folders, &OURS);
        }
    }
}
