//! The mistake that other checkers are silent about: a variable is lost, perhaps in one variant alone.

use std::fs;
use std::path::Path;

use pastdue::check::{Contract, File, Folder, builtin, check};

use crate::program::Test;

const LOCALES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/locales");

/// The program, with a copy of our own catalogs in `locales/` of its folder.
fn with_locales() -> Test {
    let mut test = Test::new().args("check --locales locales");
    for folder in builtin() {
        for file in folder.files {
            let path = format!("{}/{}", folder.tag, file.name);
            test = test.file(&format!("locales/{path}"), fs::read(Path::new(LOCALES).join(path)).unwrap());
        }
    }
    test
}

#[test]
fn our_own_catalogs_pass_from_a_folder() {
    let output = with_locales().stderr("0 errors, 0 warnings\n").code(0);
    assert_eq!(output.stdout.matches(" 100 % ").count(), 4, "{}", output.stdout);
}

#[test]
fn a_variable_deleted_from_one_variant_is_shown_with_its_line_and_that_of_the_source() {
    let text = fs::read_to_string(Path::new(LOCALES).join("sv-SE/mail.ftl")).unwrap();
    let lost = "*[other] Tjänsten avslutas den { DATETIME($serviceEndsOn) }";
    assert!(text.contains(lost), "the message has changed: take another one");
    let text = text.replace(lost, "*[other] Tjänsten avslutas");
    let output = with_locales().file("locales/sv-SE/mail.ftl", text).code(1);
    insta::assert_snapshot!("lost-variable", output.stdout);
}

/// A variable in braces, with the function around it: where it stands, and its name.
fn placeables(line: &str) -> Vec<(usize, usize, &str)> {
    let opening = line.match_indices('{').map(|(start, _)| start);
    let placeable = opening.filter_map(|start| {
        let end = start + line[start..].find('}')? + 1;
        let (_, name) = line[start..end].split_once('$')?;
        Some((start, end, name.split(|char: char| !char.is_alphanumeric()).next()?))
    });
    placeable.collect()
}

fn folder(tag: &str, name: &str, bytes: &[u8]) -> Folder {
    let file = File { name: name.to_owned(), bytes: bytes.to_vec() };
    Folder { tag: tag.to_owned(), path: tag.to_owned(), files: vec![file] }
}

#[test]
fn whichever_variable_is_deleted_wherever_in_our_catalogs_is_found_at_its_line() {
    let folders = builtin();
    let source = folders.iter().find(|folder| folder.tag == "en-US").unwrap();
    let mut n_deleted = 0;
    for translation in folders.iter().filter(|folder| folder.tag != "en-US") {
        for file in &translation.files {
            let of_source = source.files.iter().find(|of_source| of_source.name == file.name).unwrap();
            let text = std::str::from_utf8(&file.bytes).unwrap();
            let mut line_start = 0;
            for (n, line) in text.split_inclusive('\n').enumerate() {
                for (start, end, name) in placeables(line) {
                    let before = &text[..line_start + start];
                    let broken = format!("{before}{}", &text[line_start + end..]);
                    let broken = folder(&translation.tag, &file.name, broken.as_bytes());
                    let folders = vec![folder("en-US", &file.name, &of_source.bytes), broken];
                    let checked = check(folders, &Contract::ours());
                    let is_found = checked.diagnostics.iter().any(|found| {
                        let place = found.place;
                        found.rule == "missing-variable"
                            && found.message.starts_with(&format!("`${name}` is missing"))
                            && checked.texts.position(place.file, place.span.start).line == n + 1
                    });
                    let n_same = placeables(line).iter().filter(|(.., other)| *other == name).count();
                    assert!(is_found || n_same > 1, "{}/{}:{}: `{name}`", translation.tag, file.name, n + 1);
                    n_deleted += 1;
                }
                line_start += line.len();
            }
        }
    }
    assert!(n_deleted > 400, "{n_deleted}");
}
