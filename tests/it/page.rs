//! Every page that can be mailed or published: all samples and the article, in all locales.

use std::sync::{Arc, LazyLock};

use pastdue::template::{Links, Site};
use pastdue::{Catalog, Locale, Templates, sample};

/// A rendered page.
pub(crate) struct Page {
    pub(crate) locale: Locale,
    /// The sample's name, or `article`.
    pub(crate) name: &'static str,
    pub(crate) html: String,
}

impl Page {
    pub(crate) fn is_mail(&self) -> bool {
        self.name != ARTICLE
    }

    /// The page in a client that drops stylesheets.
    pub(crate) fn without_stylesheets(&self) -> String {
        let mut html = String::with_capacity(self.html.len());
        let mut rest = self.html.as_str();
        while let Some((before, after)) = rest.split_once("<style>") {
            html.push_str(before);
            rest = after.split_once("</style>").unwrap().1;
        }
        html + rest
    }
}

impl std::fmt::Display for Page {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}@{}", self.name, self.locale)
    }
}

const ARTICLE: &str = "article";

/// All pages, rendered once.
pub(crate) fn all() -> &'static [Page] {
    static PAGES: LazyLock<Vec<Page>> = LazyLock::new(render);
    &PAGES
}

/// The built-in templates for the site `account.example.com`, loaded once.
pub(crate) fn templates() -> Arc<Templates> {
    static TEMPLATES: LazyLock<Arc<Templates>> = LazyLock::new(|| {
        let site = Site {
            brand: "Example Cloud".to_owned(),
            logo: None,
            links: Links::on_host("account.example.com").unwrap(),
            retention_days: 90,
        };
        let catalog = Arc::new(Catalog::builtin("Example Cloud").unwrap());
        Arc::new(Templates::builtin(catalog, site).unwrap())
    });
    Arc::clone(&TEMPLATES)
}

fn render() -> Vec<Page> {
    let templates = templates();
    let samples = sample::all();
    let mut pages = Vec::new();
    for locale in templates.catalog().offered_articles() {
        for sample in &samples {
            let html = templates.render(&sample.notice, locale).unwrap().html;
            pages.push(Page { locale: locale.clone(), name: sample.name, html });
        }
        let html = templates.article(&samples[0].notice, locale).unwrap().html;
        pages.push(Page { locale: locale.clone(), name: ARTICLE, html });
    }
    pages
}
