//! From a notice to the content of its mail: the messages laid out as HTML and as plain text.

mod error;
mod source;
mod link;
mod wrap;
mod markup;
mod letter;
mod mark;
mod ready;
mod page;
mod article;
mod provision;
mod style;
#[cfg(feature = "preview")]
mod inspect;

use std::collections::HashMap;
use std::sync::Arc;

use jiff::ToSpan as _;
use jiff::civil::Date;
use tera::{Context, Map, Tera, Value};

use self::letter::{Fact, Letter, letter};
use self::mark::Dress;
use self::markup::Lines;
use self::page::Page;
use self::ready::{Ready, Told};
use self::style::Styles;
use crate::catalog::{self, Catalog, Language};
use crate::locale::Locale;
use crate::notice::{Kind, Notice, Reason};

pub use self::error::Error;
pub use self::link::{LinkName, Links, Target};
pub use self::provision::{Provision, provision};
pub use self::source::{Overlay, builtin, read_folder};

/// A rendered notice in one locale, before it is mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content {
    /// The language that every part is in.
    pub locale: Locale,
    /// The inbox line.
    pub subject: String,
    /// The line that an inbox shows after the subject; it is part of `html` too.
    pub preheader: String,
    /// The plain text, in lines of at most 78 columns.
    pub text: String,
    /// The HTML page.
    pub html: String,
}

/// The one-paragraph alert that an account portal shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alert {
    /// The language.
    pub locale: Locale,
    /// As an HTML paragraph.
    pub html: String,
    /// As plain text.
    pub text: String,
}

/// The guidance article that lists every case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// The language.
    pub locale: Locale,
    /// As an HTML page.
    pub html: String,
    /// As Markdown (`CommonMark`).
    pub markdown: String,
}

/// What the vendor brings: where links lead, how long data is kept, what stands at the top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// The name at the top of a mail.
    pub brand: String,
    /// An image in its place.
    pub logo: Option<Logo>,
    /// Where links lead.
    pub links: Links,
    /// The days from the end of a service until its data is deleted.
    pub retention_days: u16,
}

/// An image at the top of a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// An https URL.
    pub url: String,
    /// What is read where images are off.
    pub alt: String,
    /// In CSS pixels.
    pub width: u16,
    /// In CSS pixels.
    pub height: u16,
}

/// The templates with all that they are filled from.
pub struct Templates {
    catalog: Arc<Catalog>,
    site: Site,
    tera: Tera,
    dress: Dress,
    ready: HashMap<Locale, Ready>,
}

impl Templates {
    /// The names of the templates, all of which an [`Overlay`] can take the place of.
    pub const NAMES: [&str; 11] = source::NAMES;

    /// Loads the templates that come with the crate.
    ///
    /// # Errors
    ///
    /// As for [`Templates::load`].
    pub fn builtin(catalog: Arc<Catalog>, site: Site) -> Result<Templates, Error> {
        Templates::load(catalog, site, &[])
    }

    /// Loads templates, those of `overlays` in place of the built-in ones of the same name.
    /// The rules of `style.css` are written into their elements now, once for all mails.
    ///
    /// # Errors
    ///
    /// If an overlay takes no template's place, a template does not parse, or the stylesheet cannot be applied.
    pub fn load(catalog: Arc<Catalog>, site: Site, overlays: &[Overlay]) -> Result<Templates, Error> {
        source::check_names(overlays.iter().map(|overlay| overlay.name.as_str()))?;
        let texts = source::BUILTIN.map(|(name, text)| {
            let overlay = overlays.iter().rfind(|overlay| overlay.name == name);
            (name, overlay.map_or(text, |overlay| overlay.text.as_str()))
        });
        let [(_, stylesheet), templates @ ..] = texts;
        let pages: Vec<&str> =
            templates.iter().map(|(_, text)| *text).chain([r#"<a class="link">"#]).collect();
        let styles = Styles::new(stylesheet, &pages).map_err(|problem| Error::Style { problem })?;
        let mut tera = Tera::new();
        let filled = templates
            .map(|(name, text)| (name, styles.write_into(text).replace("pastdue-fonts", "{{ fonts }}")));
        tera.add_raw_templates(filled).map_err(|source| Error::Parse { source })?;
        let link_attributes = format!(" class=\"link\" style=\"{}\"", styles.get("link"));
        Templates::assemble(catalog, site, tera, Dress { link_attributes, is_marked: false })
    }

    fn assemble(catalog: Arc<Catalog>, site: Site, tera: Tera, dress: Dress) -> Result<Templates, Error> {
        // A language that has no complete mail yet is nobody's, and must not be in the way of the others.
        let is_offered = |language: &&Language| {
            let mut mails = Kind::ALL.into_iter().map(|kind| catalog.offered(kind));
            mails.any(|mail| mail.contains(language.locale()))
                || catalog.offered_articles().contains(language.locale())
        };
        let ready = catalog
            .languages()
            .filter(is_offered)
            .map(|language| Ok((language.locale().clone(), Ready::new(language, &site, &dress)?)))
            .collect::<Result<HashMap<_, _>, Error>>()?;
        Ok(Templates { catalog, site, tera, dress, ready })
    }

    /// The catalog that fills the templates.
    #[must_use]
    pub fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// Renders `notice` in `locale`.
    ///
    /// # Errors
    ///
    /// If a message is missing or cannot be formatted, or a template fails. Nothing half-rendered is returned.
    pub fn render(&self, notice: &Notice, locale: &Locale) -> Result<Content, Error> {
        let letter = letter(notice, self.data_deleted_on(notice));
        let page = self.page(notice, locale, &letter)?;
        let subject = page.subject(letter.subject)?;
        let preheader = page.plain(letter.preheader)?;
        let (mut html, mut text) = (self.frame(locale), Context::new());
        for context in [&mut html, &mut text] {
            context.insert_value("kind", notice.kind().as_str().into());
            context.insert_value("stage", notice.stage().map_or("", |stage| stage.as_str()).into());
        }
        for (name, id, line) in
            [("subject", letter.subject, &subject), ("preheader", letter.preheader, &preheader)]
        {
            html.insert_value(name, self.dress.mark(id, line.clone()).into());
            text.insert_value(name, line.as_str().into());
        }
        text.insert_value("signature_mark", "-- ".into());
        fill_letter(&mut html, &mut text, &letter, &page)?;
        let folder = notice.kind().as_str();
        let html = self.dress.settle(self.fill(&format!("{folder}/body.html"), &html)?);
        let text = self.fill(&format!("{folder}/body.txt"), &text)?;
        Ok(Content { locale: locale.clone(), subject, preheader, text, html })
    }

    /// Renders the alert of `notice`.
    ///
    /// # Errors
    ///
    /// As for [`Templates::render`].
    pub fn alert(&self, notice: &Notice, locale: &Locale) -> Result<Alert, Error> {
        let letter = letter(notice, self.data_deleted_on(notice));
        let page = self.page(notice, locale, &letter)?;
        let id = letter::alert(notice.kind());
        let html =
            format!("<p lang=\"{locale}\" dir=\"{}\">{}</p>\n", locale.direction(), page.bare_html(id)?);
        let html = self.dress.settle(html);
        Ok(Alert { locale: locale.clone(), html, text: page.text(id)? + "\n" })
    }

    /// Renders the guidance article, with the links of `notice`'s account.
    ///
    /// # Errors
    ///
    /// As for [`Templates::render`].
    pub fn article(&self, notice: &Notice, locale: &Locale) -> Result<Article, Error> {
        let letter = letter(notice, self.data_deleted_on(notice));
        let page = self.page(notice, locale, &letter)?;
        let mut context = self.frame(locale);
        article::fill(&mut context, |id| page.html(id))?;
        let html = self.dress.settle(self.fill("article/body.html", &context)?);
        let mut context = Context::new();
        article::fill(&mut context, |id| page.markdown(id))?;
        let markdown = self.fill("article/body.md", &context)?;
        Ok(Article { locale: locale.clone(), html, markdown })
    }

    fn page<'a>(&'a self, notice: &'a Notice, locale: &Locale, letter: &Letter) -> Result<Page<'a>, Error> {
        let language = self.catalog.language(locale)?;
        let unfinished = || catalog::Error::NoLocale { locale: locale.clone() };
        let ready = self.ready.get(locale).ok_or_else(unfinished)?;
        Ok(Page::new((language, ready), notice, &self.site, &self.dress, letter.dates))
    }

    fn data_deleted_on(&self, notice: &Notice) -> Option<Date> {
        let ends_on = match &notice.reason {
            Reason::PaymentFailed { stage, .. } | Reason::InvoiceOverdue { stage, .. } => {
                stage.service_ends_on()
            }
            Reason::ServiceCanceled { service_ended_on, .. } => Some(*service_ended_on),
        };
        ends_on?.checked_add(i64::from(self.site.retention_days).days()).ok()
    }

    fn fill(&self, name: &str, context: &Context) -> Result<String, Error> {
        self.tera.render(name, context).map_err(|source| Error::Render { name: name.to_owned(), source })
    }

    /// What the frame of every HTML page needs.
    fn frame(&self, locale: &Locale) -> Context {
        let mut context = Context::new();
        let mut insert = |name: &'static str, value: Value| context.insert_value(name, value);
        insert("locale", locale.as_str().into());
        insert("dir", locale.direction().into());
        insert("fonts", Value::safe_string(fonts(locale)));
        insert("brand", self.site.brand.as_str().into());
        let logo = self.site.logo.as_ref().map(|logo| {
            Value::from(Map::from_iter([
                ("url".into(), Value::from(logo.url.as_str())),
                ("alt".into(), Value::from(logo.alt.as_str())),
                ("width".into(), Value::from(logo.width)),
                ("height".into(), Value::from(logo.height)),
            ]))
        });
        insert("logo", logo.unwrap_or_else(|| false.into()));
        context
    }
}

/// Tells both parts of a mail the same messages, so the same facts and links.
fn fill_letter(html: &mut Context, text: &mut Context, letter: &Letter, page: &Page) -> Result<(), Error> {
    for (name, id) in letter.slots(page.greeting()) {
        let told = page.told(id, Lines::Paragraph)?;
        html.insert_value(name, told.html);
        text.insert_value(name, told.text);
    }
    for (name, ids, lines) in letter.lists() {
        let told = ids.iter().map(|id| page.told(id, lines)).collect::<Result<Vec<Told>, Error>>()?;
        let (paragraphs, items): (Vec<Value>, Vec<Value>) =
            told.into_iter().map(|told| (told.html, told.text)).unzip();
        html.insert_value(name, paragraphs.into());
        text.insert_value(name, items.into());
    }
    let (mut rows, mut lines) =
        (Vec::with_capacity(letter.facts.len()), Vec::with_capacity(letter.facts.len()));
    for (label, fact) in &letter.facts {
        let message = if let Fact::Message(id) = fact { Some(*id) } else { None };
        let (label, told) = page.told_fact(label, &fact_text(fact, page)?, message)?;
        rows.push(Value::from(Map::from_iter([("label".into(), label), ("value".into(), told.html)])));
        lines.push(told.text);
    }
    html.insert_value("facts", rows.into());
    text.insert_value("facts", lines.into());
    let (label, link) = letter.button;
    let told = page.told(label, Lines::Paragraph)?;
    // The template escapes the URL, or not, by the suffix of its own name.
    let url = Value::from(page.url(link));
    let button =
        |label: Value| Value::from(Map::from_iter([("label".into(), label), ("url".into(), url.clone())]));
    html.insert_value("button", button(told.html));
    text.insert_value("button", button(told.text));
    Ok(())
}

fn fact_text<'a>(fact: &Fact<'a>, page: &Page<'a>) -> Result<std::borrow::Cow<'a, str>, Error> {
    match fact {
        Fact::Name(name) => Ok(markup::defuse(name)),
        Fact::Message(id) => Ok(page.plain(id)?.into()),
        Fact::Amount => Ok(page.amount()?.into()),
        Fact::Date(date) => Ok(page.date(*date)?.into()),
    }
}

/// Fonts that every system of the reader's has. Without a font of its own, Chinese shows in Japanese shapes.
fn fonts(locale: &Locale) -> &'static str {
    if locale.as_str().starts_with("zh") {
        "'PingFang TC','Microsoft JhengHei','Noto Sans TC','Noto Sans CJK TC',sans-serif"
    } else {
        "-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif"
    }
}
