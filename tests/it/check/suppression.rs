//! `# check-ignore: RULE reason` where a case cannot show it: in `--fix`, and in an overlay.

use pastdue::check::{Contract, File, Folder, Sources, check_overlay, fix};

fn folder(tag: &str, text: &str) -> Folder {
    let file = File { name: "mine.ftl".to_owned(), bytes: text.into() };
    Folder { tag: tag.to_owned(), path: tag.to_owned(), files: vec![file] }
}

#[test]
fn what_is_suppressed_is_not_put_right() {
    let source = "help = Need help?\nmore = Read more\n";
    let check = |translation: &str, expected: &str| {
        let sources = Sources::from(vec![folder("en-US", source), folder("nl-NL", translation)]);
        let fixed = fix(sources, &Contract::ours(), |_| true);
        let written = fixed.sources.folders.iter().find(|folder| folder.tag == "nl-NL").unwrap();
        assert_eq!(String::from_utf8_lossy(&written.files[0].bytes), expected);
    };
    check("help = Hulp &amp; raad?\nmore = Meer &amp; meer\n", "help = Hulp & raad?\nmore = Meer & meer\n");
    let kept = "# check-ignore: entity-in-text it is about HTML\nhelp = Hulp &amp; raad?\n";
    check(&format!("{kept}more = Meer &amp; meer\n"), &format!("{kept}more = Meer & meer\n"));
}

#[test]
fn what_an_overlay_suppresses_is_suppressed_in_it() {
    let check = |text: &str, expected: &[&str]| {
        let checked = check_overlay(Sources::from(vec![folder("nl-NL", text)]));
        let rules: Vec<&str> = checked.diagnostics.iter().map(|found| found.rule).collect();
        assert_eq!(rules, expected, "{text}");
    };
    check("closing = Dag\nmine = Van mij\n", &["obsolete-message"]);
    check("closing = Dag\n# check-ignore: obsolete-message the portal prints it\nmine = Van mij\n", &[]);
    check("# check-ignore: obsolete-message the portal prints it\nclosing = Dag\n", &["unused-ignore"]);
    check("# check-ignore: template-hardcoded-text why not\nclosing = Dag\n", &["unused-ignore"]);
    check("# check-ignore: stale it is not looked for here\nclosing = Dag\n", &[]);
}
