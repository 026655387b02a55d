//! Pages that are opened from a disk.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::{copies, pastdue};

/// What the pages of `file` load and lead to, beside what mails link to.
fn addresses(page: &str) -> Vec<&str> {
    let attributes = ["href=\"", "src=\""].into_iter();
    attributes
        .flat_map(|attribute| page.split(attribute).skip(1))
        .map(|rest| rest.split('"').next().unwrap())
        .collect()
}

#[test]
fn an_export_opens_from_a_disk_and_needs_nothing_else() {
    let folder = copies();
    let run = || {
        let args = ["preview", "--locales", "locales", "--templates", "templates", "--export", "out"];
        pastdue(folder.path(), &args).output().unwrap()
    };
    let output = run();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "out/index.html\n");
    assert_eq!(
        String::from_utf8(output.stderr).unwrap(),
        "120 mails written; open the page above in a browser\n"
    );
    let out = folder.path().join("out");
    let mut pages = vec![out.join("index.html")];
    let mut seen = BTreeSet::new();
    while let Some(page) = pages.pop().filter(|_| seen.len() < 1000) {
        let text = fs::read_to_string(&page).unwrap();
        assert!(!text.contains("<script") && !text.contains("data-message"), "{}", page.display());
        for address in addresses(&text).into_iter().filter(|address| *address != "data:,") {
            assert!(!address.contains(':') && !address.starts_with('/'), "{}: {address}", page.display());
            let target = page.parent().unwrap().join(address).canonicalize().unwrap();
            if seen.insert(target.clone()) && target.ends_with("index.html") {
                pages.push(target);
            }
        }
    }
    assert!(seen.contains(&out.join("service-canceled-invoice/zh-TW.eml").canonicalize().unwrap()));
    assert!(seen.contains(&out.join("article/fr-FR.html").canonicalize().unwrap()));
    let sample = ["--sample", "undated", "--locale", "fr-FR", "--part", "html"];
    let rendered = pastdue(folder.path(), &[&["render"], &sample[..]].concat()).output().unwrap();
    assert_eq!(fs::read(out.join("undated/fr-FR.html")).unwrap(), rendered.stdout);
    // Another one over it.
    assert_eq!(run().status.code(), Some(0));
}

#[test]
fn an_export_writes_over_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("precious"), "x").unwrap();
    let output = pastdue(folder.path(), &["preview", "--export", "."]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let error = "error: `.` is neither empty nor an earlier export: name another folder\n";
    assert_eq!(String::from_utf8(output.stderr).unwrap(), error);
    assert!(!Path::new(&folder.path().join("index.html")).exists());
}
