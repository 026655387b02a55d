//! One notice in one language: its messages as HTML, plain text and Markdown, its links with their targets.

use std::borrow::Cow;

use jiff::civil::Date;

use super::letter::Dates;
use super::link::LinkName;
use super::markup::{Piece, defuse, escape_html, escape_markdown, pieces};
use super::wrap::{shorten, wrap};
use super::{Error, Site};
use crate::catalog::{Arguments, Language};
use crate::locale::Locale;
use crate::notice::{Card, Invoice, Notice, Payment, Reason};

/// The widest name that a subject shows whole, so that the subject stays within 78 columns.
const MAX_SUBJECT_NAME_COLUMNS: usize = 24;

/// One notice in one language.
pub(super) struct Page<'a> {
    language: &'a Language,
    notice: &'a Notice,
    site: &'a Site,
    link_style: &'a str,
    arguments: Arguments<'a>,
    urls: [Option<String>; LinkName::ALL.len()],
}

impl<'a> Page<'a> {
    pub(super) fn new(
        language: &'a Language,
        notice: &'a Notice,
        site: &'a Site,
        link_style: &'a str,
        dates: &Dates,
    ) -> Page<'a> {
        let mut arguments = Arguments::with_capacity(16);
        set_facts(&mut arguments, notice, dates, site.retention_days, defuse);
        let urls = LinkName::ALL.map(|link| site.links.url(link, notice));
        Page { language, notice, site, link_style, arguments, urls }
    }

    pub(super) fn locale(&self) -> &Locale {
        self.language.locale()
    }

    /// The id of the greeting: with a name and without are two different sentences.
    pub(super) fn greeting(&self) -> &'static str {
        if self.notice.account.administrator.name.is_some() { "greeting" } else { "greeting-nameless" }
    }

    /// The subject: plain, with names short enough for an inbox line.
    pub(super) fn subject(&self, dates: &Dates, id: &str) -> Result<String, Error> {
        let mut arguments = Arguments::with_capacity(16);
        let short = |name: &'a str| shorten(name, MAX_SUBJECT_NAME_COLUMNS);
        set_facts(&mut arguments, self.notice, dates, self.site.retention_days, short);
        self.words(id, &self.language.format(id, &arguments)?)
    }

    /// A message without its markup.
    pub(super) fn plain(&self, id: &str) -> Result<String, Error> {
        self.words(id, &self.marked(id)?)
    }

    /// A message as HTML, its links with the style of a mail.
    pub(super) fn html(&self, id: &str) -> Result<String, Error> {
        self.html_with(id, &format!(" class=\"link\" style=\"{}\"", self.link_style))
    }

    /// A message as HTML, for a page that brings its own style.
    pub(super) fn bare_html(&self, id: &str) -> Result<String, Error> {
        self.html_with(id, "")
    }

    fn html_with(&self, id: &str, attributes: &str) -> Result<String, Error> {
        let marked = self.marked(id)?;
        let mut html = String::with_capacity(marked.len() + 128);
        for piece in self.pieces(id, &marked)? {
            match piece {
                Piece::Text(text) => escape_html(text, &mut html),
                Piece::Link(link, words) => {
                    html.push_str("<a href=\"");
                    escape_html(self.url(link)?, &mut html);
                    html.push('"');
                    html.push_str(attributes);
                    html.push('>');
                    escape_html(words, &mut html);
                    html.push_str("</a>");
                }
            }
        }
        Ok(html)
    }

    /// A message as plain text, wrapped: the words, then each URL alone on its line.
    pub(super) fn text(&self, id: &str, first: &str, rest: &str) -> Result<String, Error> {
        let marked = self.marked(id)?;
        let pieces = self.pieces(id, &marked)?;
        let mut text = String::with_capacity(marked.len() + 128);
        match pieces.as_slice() {
            [Piece::Text(words)] => wrap(words, first, rest, &mut text),
            _ => wrap(&words(&pieces), first, rest, &mut text),
        }
        for piece in pieces {
            if let Piece::Link(link, _) = piece {
                text.push('\n');
                text.push_str(rest);
                text.push_str(self.url(link)?);
            }
        }
        Ok(text)
    }

    /// A fact as plain text: the row heading, the punctuation of the language, the value.
    pub(super) fn text_fact(&self, label: &str, value: &str) -> Result<String, Error> {
        let mut arguments = Arguments::with_capacity(2);
        arguments.text("label", self.plain(label)?);
        arguments.text("value", value);
        let mut text = String::with_capacity(80);
        wrap(&self.words("text-fact", &self.language.format("text-fact", &arguments)?)?, "", "  ", &mut text);
        Ok(text)
    }

    /// A message as Markdown.
    pub(super) fn markdown(&self, id: &str) -> Result<String, Error> {
        let marked = self.marked(id)?;
        let mut markdown = String::with_capacity(marked.len() + 128);
        for piece in self.pieces(id, &marked)? {
            match piece {
                Piece::Text(text) => escape_markdown(text, &mut markdown),
                Piece::Link(link, words) => {
                    markdown.push('[');
                    escape_markdown(words, &mut markdown);
                    markdown.push_str("](");
                    markdown.push_str(self.url(link)?);
                    markdown.push(')');
                }
            }
        }
        Ok(markdown)
    }

    /// The amount that is owed.
    pub(super) fn amount(&self) -> Result<String, Error> {
        let money = &self.notice.amount_due;
        self.language.money(money).ok_or_else(|| self.no_format(money.to_string()))
    }

    /// A date in the long form.
    pub(super) fn date(&self, date: Date) -> Result<String, Error> {
        self.language.date(date).ok_or_else(|| self.no_format(date.to_string()))
    }

    /// Where a link leads for this notice.
    pub(super) fn url(&self, link: LinkName) -> Result<&str, Error> {
        self.urls[link as usize].as_deref().ok_or(Error::NoTarget { link })
    }

    fn marked(&self, id: &str) -> Result<Cow<'_, str>, Error> {
        Ok(self.language.format(id, &self.arguments)?)
    }

    fn pieces<'m>(&self, id: &str, marked: &'m str) -> Result<Vec<Piece<'m>>, Error> {
        let error = |problem| Error::Markup { locale: self.locale().clone(), id: id.to_owned(), problem };
        pieces(marked).map_err(error)
    }

    fn words(&self, id: &str, marked: &str) -> Result<String, Error> {
        Ok(words(&self.pieces(id, marked)?))
    }

    fn no_format(&self, value: String) -> Error {
        Error::NoFormat { locale: self.locale().clone(), value }
    }
}

fn words(pieces: &[Piece]) -> String {
    let words = pieces.iter().map(|piece| match piece {
        Piece::Text(words) | Piece::Link(_, words) => *words,
    });
    words.collect()
}

/// `text` as HTML.
pub(super) fn html_text(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + 16);
    escape_html(text, &mut html);
    html
}

/// Sets every variable that this notice knows; a message that asks for another one fails.
fn set_facts<'a>(
    arguments: &mut Arguments<'a>,
    notice: &'a Notice,
    dates: &Dates,
    retention_days: u16,
    clean: impl Fn(&'a str) -> Cow<'a, str>,
) {
    arguments.text("accountName", clean(notice.account.name.as_str()));
    arguments.text("subscriptionName", clean(notice.subscription.name.as_str()));
    if let Some(name) = &notice.account.administrator.name {
        arguments.text("administratorName", clean(name.as_str()));
    }
    match &notice.reason {
        Reason::PaymentFailed { card, .. } | Reason::ServiceCanceled { payment: Payment::Card(card), .. } => {
            let Card { brand, last4, .. } = card;
            arguments.text("cardBrand", clean(brand.as_str()));
            arguments.text("cardLast4", last4.as_str());
        }
        Reason::InvoiceOverdue { invoice, .. }
        | Reason::ServiceCanceled { payment: Payment::Invoice(invoice), .. } => {
            let Invoice { number } = invoice;
            arguments.text("invoiceNumber", clean(number.as_str()));
        }
    }
    arguments.money("amount", &notice.amount_due);
    arguments.number("retentionDays", retention_days);
    arguments.date("dueDate", notice.due_date);
    for (name, date) in [
        ("nextAttemptOn", dates.next_attempt_on),
        ("serviceEndsOn", dates.service_ends_on),
        ("serviceEndedOn", dates.service_ended_on),
        ("dataDeletedOn", dates.data_deleted_on),
    ] {
        if let Some(date) = date {
            arguments.date(name, date);
        }
    }
}
