//! The shape of the crate, kept: what may use what, where each outside library lives, what is nowhere.

mod code;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use pastdue::Templates;

use self::code::{code, paths, without_tests};

/// Rust texts, each by the path of its module: `transport/smtp`, and the empty path for the root.
type Modules = BTreeMap<String, String>;

/// Where two siblings need each other, whatever their order: the module and what it uses of those below it.
const KNOTS: [&str; 3] = [
    "`notice/csv` uses `notice/read`, which is declared below it",
    "`notice/field` uses `notice/row`, which is declared below it",
    "`notice/row` uses `notice/json`, which is declared below it",
];

/// Each outside library, or a part of one, and the modules that may name it, with all that is in them.
const HOMES: &[(&str, &[&str])] = &[
    // Facts.
    ("idna", &["notice/address"]),
    ("iso_currency", &["notice"]),
    (
        "jiff",
        &[
            "bin/pastdue",
            "catalog",
            "check/mail",
            "mailer",
            "message",
            "notice",
            "outbox",
            "preview",
            "template",
        ],
    ),
    ("serde", &["check/contract", "notice", "outbox"]),
    (
        "serde_json",
        &[
            "bin/pastdue",
            "check/contract",
            "diagnostic",
            "notice/json",
            "notice/write",
            "outbox",
            "preview",
            "report",
            "sample",
        ],
    ),
    ("serde_path_to_error", &["check/contract", "notice/json"]),
    ("unicode-normalization", &["bin/pastdue/config/sender", "check/text", "notice"]),
    // Messages.
    ("fixed_decimal", &["catalog/format", "notice/money"]),
    ("fluent", &["catalog"]),
    ("fluent-bundle", &["catalog/language"]),
    ("intl-memoizer", &["catalog/language"]),
    ("fluent-langneg", &["locale"]),
    ("icu_calendar", &["catalog/format"]),
    ("icu_datetime", &["catalog/format"]),
    ("icu_decimal", &["catalog/format"]),
    ("icu_experimental", &["catalog/format"]),
    ("icu_locale_core", &["catalog/format"]),
    ("icu_provider", &[]),
    ("unic-langid", &["check/plural/category", "locale"]),
    // Findings.
    ("annotate-snippets", &["diagnostic/human"]),
    ("encoding_rs", &["check/text"]),
    ("fluent-syntax", &["check"]),
    ("compact_str", &["check/prose"]),
    ("foldhash", &["check"]),
    ("intl_pluralrules", &["check/plural/category"]),
    ("quick-junit", &["diagnostic/junit"]),
    ("similar", &["diagnostic/diff"]),
    ("strsim", &["check"]),
    // Pages.
    ("css-inline", &["template/style"]),
    ("percent-encoding", &["diagnostic/sarif", "outbox/connect", "template/link"]),
    ("tera", &["template"]),
    ("unicode-linebreak", &["template/wrap"]),
    ("unicode-width", &["check/mail", "check/text", "template/wrap"]),
    ("url", &["bin/pastdue/config", "outbox/connect", "template/link", "transport/smtp/settings"]),
    // Mail.
    ("base64", &["message"]),
    ("data-encoding", &["message/verp", "preview/digest"]),
    ("lettre::message", &["message"]),
    ("lettre::transport", &["transport/smtp"]),
    ("ring", &["message", "preview/digest", "transport/maildir"]),
    ("rustls-pki-types", &["message/dkim"]),
    ("rustls-native-certs", &["transport/smtp/tls"]),
    ("tokio", &["bin/pastdue", "mailer", "outbox", "preview", "transport"]),
    ("tokio-rustls", &["transport/smtp"]),
    // The outbox.
    ("async-trait", &["outbox"]),
    ("sqlx", &["outbox"]),
    ("mail-parser", &["bounce/part"]),
    ("memchr", &["transport/smtp"]),
    // Errors and logs.
    (
        "thiserror",
        &["bounce", "catalog", "check", "locale", "mailer", "message", "outbox", "preview", "template/error"],
    ),
    ("tracing", &["bin/pastdue/desk/bounces", "bin/pastdue/send", "mailer", "outbox"]),
    // The preview.
    ("axum", &["bin/pastdue/metrics", "preview"]),
    ("futures-util", &["preview/event"]),
    ("notify", &["preview"]),
    // The program.
    ("anyhow", &["bin/pastdue"]),
    ("prometheus-client", &["bin/pastdue/metrics"]),
    ("clap", &["bin/pastdue"]),
    ("clap_complete", &["bin/pastdue"]),
    ("clap_mangen", &["bin/pastdue/manual"]),
    ("indicatif", &["bin/pastdue/input", "bin/pastdue/send"]),
    ("signal-hook", &["bin/pastdue/failpoint"]),
    ("toml", &["bin/pastdue/config"]),
    ("tracing-subscriber", &["bin/pastdue/main"]),
    ("pastdue", &["bin/pastdue"]),
];

/// What may stand nowhere in the program: each is a promise that was not kept.
const FORBIDDEN: [&str; 4] = ["todo!", "dbg!", "unimplemented!", ".unwrap()"];

const MAX_LINES: usize = 400;

/// Every path of a module that leads to a module declared below it, or round about through the root.
fn upward_uses(modules: &Modules) -> Vec<String> {
    let codes: BTreeMap<&str, String> =
        modules.iter().map(|(module, text)| (module.as_str(), without_tests(&code(text)))).collect();
    let declared: BTreeMap<&str, Vec<&str>> = codes
        .iter()
        .map(|(module, code)| (*module, code.lines().filter_map(declaration).collect()))
        .collect();
    let mut found = BTreeSet::new();
    for (module, code) in codes.iter().filter(|(module, _)| !module.is_empty()) {
        let own: Vec<&str> = module.split('/').collect();
        for path in paths(code) {
            let Some(path) = absolute(&path, &own) else { continue };
            let n_common = own.iter().zip(&path).take_while(|(own, other)| *own == *other).count();
            let (Some(next), Some(other)) = (own.get(n_common), path.get(n_common)) else { continue };
            let siblings = declared.get(own[..n_common].join("/").as_str()).map_or(&[][..], Vec::as_slice);
            let place = |name: &str| siblings.iter().position(|sibling| *sibling == name);
            let other_module = path[..=n_common].join("/");
            if n_common == 0 && place(other).is_none() {
                found.insert(format!("`{module}` finds `{other}` in the root, which is not its home"));
            } else if place(other) > place(next) {
                found.insert(format!("`{module}` uses `{other_module}`, which is declared below it"));
            }
        }
    }
    found.into_iter().collect()
}

/// The name in a line such as `pub mod notice;`.
fn declaration(line: &str) -> Option<&str> {
    let line = line.trim_start_matches("pub(crate) ").trim_start_matches("pub ");
    line.strip_prefix("mod ")?.strip_suffix(';')
}

/// The path from the root, if `path` is one within the crate.
fn absolute<'p>(path: &'p str, own: &[&'p str]) -> Option<Vec<&'p str>> {
    let mut names = path.split("::").peekable();
    let mut from = match names.next()? {
        "crate" => Vec::new(),
        "self" => own.to_vec(),
        "super" => own[..own.len() - 1].to_vec(),
        _ => return None,
    };
    while names.next_if_eq(&"super").is_some() {
        from.pop();
    }
    from.extend(names);
    Some(from)
}

/// Every library without a home, home without a library, and mention away from home.
fn strays(manifest: &str, homes: &[(&str, &[&str])], modules: &Modules) -> Vec<String> {
    let dependencies: BTreeSet<&str> = dependencies(manifest).collect();
    let mut found = Vec::new();
    let with_row: BTreeSet<&str> = homes.iter().map(|(library, _)| package(library)).collect();
    found.extend(dependencies.difference(&with_row).map(|name| format!("`{name}` has no home")));
    found.extend(with_row.difference(&dependencies).map(|name| format!("`{name}` is no dependency")));
    let mut used_homes = BTreeSet::new();
    for (module, text) in modules {
        for path in paths(&without_tests(&code(text))) {
            let Some(name) = dependencies.iter().find(|name| covers(name, &path)) else { continue };
            let home =
                homes.iter().filter(|(library, _)| covers(library, &path)).find_map(|(library, homes)| {
                    let home = homes.iter().find(|home| is_within(module, home))?;
                    Some((*library, *home))
                });
            if let Some(home) = home {
                used_homes.insert(home);
            } else {
                found.push(format!("`{module}` names `{path}`, and is no home of `{name}`"));
            }
        }
    }
    let all_homes = homes.iter().flat_map(|(library, homes)| homes.iter().map(|home| (*library, *home)));
    let empty = all_homes.filter(|home| !used_homes.contains(home));
    found.extend(empty.map(|(library, home)| format!("`{library}` is not at home in `{home}`")));
    found
}

fn dependencies(manifest: &str) -> impl Iterator<Item = &str> {
    let lines = manifest.lines().skip_while(|line| *line != "[dependencies]").skip(1);
    let lines = lines.take_while(|line| !line.starts_with('['));
    // The program names the library.
    lines
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| Some(line.split_once(" = ")?.0))
        .chain(["pastdue"])
}

fn package(library: &str) -> &str {
    library.split("::").next().unwrap()
}

/// Whether `path` leads into `library`; Rust writes the hyphens of a package as underscores.
fn covers(library: &str, path: &str) -> bool {
    let library = library.replace('-', "_");
    path.strip_prefix(&library).is_some_and(|more| more.is_empty() || more.starts_with("::"))
}

fn is_within(module: &str, home: &str) -> bool {
    module.strip_prefix(home).is_some_and(|more| more.is_empty() || more.starts_with('/'))
}

/// What the folders of `files` lack that the folder `source` has, and what they have beyond it.
fn differences(source: &str, files: &[String]) -> Vec<String> {
    let mut folders: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (folder, file) in files.iter().filter_map(|file| file.split_once('/')) {
        folders.entry(folder).or_default().insert(file);
    }
    let expected = folders[source].clone();
    let differing = folders.iter().flat_map(|(folder, files)| {
        let files = expected.symmetric_difference(files);
        files.map(move |file| format!("{folder}/{file}"))
    });
    differing.collect()
}

fn forbidden(text: &str) -> Vec<&'static str> {
    let code = code(text);
    FORBIDDEN.into_iter().filter(|word| code.contains(word)).collect()
}

/// The files in `folder` of this repository and their texts, by their paths within it.
fn texts(folder: &str) -> BTreeMap<String, String> {
    fn read(folder: &Path, prefix: &str, texts: &mut BTreeMap<String, String>) {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let name = format!("{prefix}{}", entry.file_name().into_string().unwrap());
            if entry.file_type().unwrap().is_dir() {
                read(&entry.path(), &format!("{name}/"), texts);
            } else if !name.starts_with('.') {
                // Catalogs that are to be told to be no UTF-8 are none.
                let bytes = fs::read(entry.path()).unwrap();
                texts.insert(name, String::from_utf8_lossy(&bytes).into_owned());
            }
        }
    }
    let mut texts = BTreeMap::new();
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), "", &mut texts);
    texts
}

fn modules() -> Modules {
    let module = |(file, text): (String, String)| {
        let module = file.strip_suffix(".rs")?;
        Some((if module == "lib" { String::new() } else { module.to_owned() }, text))
    };
    texts("src").into_iter().filter_map(module).collect()
}

fn made_up(modules: &[(&str, &str)]) -> Modules {
    modules.iter().map(|(module, text)| ((*module).to_owned(), (*text).to_owned())).collect()
}

#[test]
fn a_module_uses_only_modules_declared_above_it() {
    let mut modules = modules();
    modules.retain(|module, _| !module.starts_with("bin/"));
    assert_eq!(upward_uses(&modules), KNOTS);
}

#[test]
fn a_use_of_a_module_below_is_found() {
    let root = ("", "pub mod a;\npub mod b;\npub mod c;\npub use b::Thing;\n");
    let check = |module: &str, text: &str, expected: &[&str]| {
        let parents = [root, ("b", "mod one;\n#[cfg(x)]\nmod two;\n"), ("c", "")];
        let modules = made_up(&[&parents[..], &[(module, text)]].concat());
        assert_eq!(upward_uses(&modules), expected, "{module}: {text}");
    };
    check("b", "use crate::a;\nuse self::one::X;", &[]);
    check("b/two", "use super::{Error, one};\nuse crate::b::one::X;", &[]);
    check("b/one", "#[cfg(test)]\nmod tests {\n    use crate::c;\n}\n// crate::c::X", &[]);
    check("a", "use crate::{b::X};", &["`a` uses `b`, which is declared below it"]);
    check("b/one", "fn f() { crate::c::g() }", &["`b/one` uses `c`, which is declared below it"]);
    check("b/one", "use super::{Error, two};", &["`b/one` uses `b/two`, which is declared below it"]);
    check("b/one", "use super::super::c;", &["`b/one` uses `c`, which is declared below it"]);
    check("c", "use crate::Thing;", &["`c` finds `Thing` in the root, which is not its home"]);
}

#[test]
fn each_outside_library_has_one_home() {
    let manifest = &fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).unwrap();
    assert_eq!(strays(manifest, HOMES, &modules()), [""; 0]);
}

#[test]
fn a_library_away_from_its_home_is_found() {
    let check = |manifest: &str, module: &str, text: &str, expected: &[&str]| {
        let homes: [(&str, &[&str]); 3] = [("an-ox::x", &["a"]), ("an-ox::y", &["b/c"]), ("pastdue", &[])];
        let manifest = format!("[package]\nname = \"p\"\n[dependencies]\n# Why.\n{manifest}\n[x]\nz = 1\n");
        let modules = made_up(&[("a/d", "use an_ox::x::X;"), ("b/c", "an_ox::y()"), (module, text)]);
        assert_eq!(strays(&manifest, &homes, &modules), expected, "{module}: {text}");
    };
    let ox = "an-ox = \"1\"";
    check(ox, "a", "#[an_ox::x]\nfn f() { crate::an_ox::y() }", &[]);
    check(ox, "ab", "use an_ox::x;", &["`ab` names `an_ox::x`, and is no home of `an-ox`"]);
    check(ox, "a", "an_ox::{y}; an_ox::y::z()", &["`a` names `an_ox::y::z`, and is no home of `an-ox`"]);
    check(ox, "a", "use an_ox;", &["`a` names `an_ox`, and is no home of `an-ox`"]);
    check(ox, "b/c", "", &["`an-ox::y` is not at home in `b/c`"]);
    check("an-ox = \"1\"\nbee = \"2\"", "a", "", &["`bee` has no home"]);
    let empty = ["`an-ox::x` is not at home in `a`", "`an-ox::y` is not at home in `b/c`"];
    check("", "a", "", &[&["`an-ox` is no dependency"], &empty[..]].concat());
}

#[test]
fn every_locale_has_the_same_files() {
    let files: Vec<String> = texts("locales").into_keys().collect();
    assert_eq!(differences("en-US", &files), [""; 0]);
    let made_up = ["en-US/a.ftl", "en-US/b.ftl", "nl-NL/a.ftl", "nl-NL/b.ftl.orig"].map(str::to_owned);
    assert_eq!(differences("en-US", &made_up), ["nl-NL/b.ftl", "nl-NL/b.ftl.orig"]);
}

#[test]
fn every_template_has_a_name_that_an_overlay_can_take() {
    let files: BTreeSet<String> = texts("templates").into_keys().collect();
    assert_eq!(files, Templates::NAMES.map(str::to_owned).into());
}

#[test]
fn nothing_is_left_to_be_done_or_to_luck() {
    let modules = modules();
    let found: Vec<_> = modules.iter().map(|(module, text)| (module, forbidden(text))).collect();
    let found: Vec<_> = found.into_iter().filter(|(_, words)| !words.is_empty()).collect();
    assert_eq!(found, []);
    assert_eq!(forbidden("// todo!()\nlet x = \".unwrap()\"; x.unwrap_or(1);"), [""; 0]);
    assert_eq!(forbidden("let x = dbg!(y)\n    .unwrap();"), ["dbg!", ".unwrap()"]);
}

#[test]
fn no_file_is_too_long_to_be_read_at_a_sitting() {
    let is_long = |text: &str| text.lines().count() > MAX_LINES;
    for folder in ["src", "tests", "benches", "examples"] {
        let files = texts(folder)
            .into_iter()
            .filter(|(file, _)| Path::new(file).extension().is_some_and(|extension| extension == "rs"));
        let long: Vec<String> = files.filter(|(_, text)| is_long(text)).map(|(file, _)| file).collect();
        assert_eq!(long, [""; 0], "in {folder}");
    }
    assert!(is_long(&"x\n".repeat(401)) && !is_long(&"x\n".repeat(400)));
}
