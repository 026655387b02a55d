//! What the contract says that templates are given is what they are given.

use std::sync::Arc;

use pastdue::template::{Links, Logo, Overlay, Site, provision};
use pastdue::{Catalog, Templates, sample};

#[test]
fn templates_are_given_every_name_that_the_contract_lists() {
    let notices: Vec<_> = sample::all().into_iter().map(|sample| sample.notice).collect();
    let provision = provision(&notices);
    assert_eq!(provision.templates.len(), Templates::NAMES.len() - 1, "all but the style sheet");
    let overlays = provision.templates.iter().filter(|(name, _)| !name.starts_with("base."));
    let overlays: Vec<Overlay> = overlays
        .map(|(name, given)| {
            let tests =
                given.keys().map(|name| format!("{{% if {name} is undefined %}}no {name}, {{% endif %}}"));
            Overlay { name: (*name).to_owned(), text: tests.collect() }
        })
        .collect();
    let url = "https://example.com/logo.png".to_owned();
    let site = Site {
        brand: "Example Cloud".into(),
        logo: Some(Logo { url, alt: "Example Cloud".into(), width: 1, height: 1 }),
        links: Links::on_host("account.example.com").unwrap(),
        retention_days: 90,
    };
    let catalog = Arc::new(Catalog::builtin("Example Cloud").unwrap());
    let templates = Templates::load(catalog, site, &overlays).unwrap();
    let locale = "en-US".parse().unwrap();
    for notice in &notices {
        let content = templates.render(notice, &locale).unwrap();
        assert_eq!((content.html.as_str(), content.text.as_str()), ("", ""), "{}", notice.kind());
    }
    let article = templates.article(&notices[0], &locale).unwrap();
    assert_eq!((article.html.as_str(), article.markdown.as_str()), ("", ""));
}
