//! One notice in one language: its messages as HTML, plain text and Markdown, its links with their targets.

use std::borrow::Cow;

use jiff::civil::Date;
use tera::Value;

use super::letter::Dates;
use super::link::LinkName;
use super::mark::Dress;
use super::markup::{self, Lines, Piece, defuse, html_text, pieces};
use super::ready::{Ready, Told};
use super::wrap::shorten;
use super::{Error, Site};
use crate::catalog::{Arguments, Language};
use crate::locale::Locale;
use crate::notice::{Card, Invoice, Notice, Payment, Reason};

/// The widest name that a subject shows whole, so that the subject stays within 78 columns.
const MAX_SUBJECT_NAME_COLUMNS: usize = 24;

/// One notice in one language.
pub(super) struct Page<'a> {
    language: &'a Language,
    ready: &'a Ready,
    notice: &'a Notice,
    site: &'a Site,
    dress: &'a Dress,
    dates: Dates,
    arguments: Arguments<'a>,
}

impl<'a> Page<'a> {
    pub(super) fn new(
        (language, ready): (&'a Language, &'a Ready),
        notice: &'a Notice,
        site: &'a Site,
        dress: &'a Dress,
        dates: Dates,
    ) -> Page<'a> {
        let mut arguments = Arguments::with_capacity(16);
        set_facts(&mut arguments, notice, &dates, site.retention_days, defuse);
        Page { language, ready, notice, site, dress, dates, arguments }
    }

    /// The id of the greeting.
    pub(super) fn greeting(&self) -> &'static str {
        greeting(self.notice)
    }

    /// The subject: plain, with names short enough for an inbox line.
    pub(super) fn subject(&self, id: &str) -> Result<String, Error> {
        let mut arguments = Arguments::with_capacity(16);
        let short = |name: &'a str| shorten(name, MAX_SUBJECT_NAME_COLUMNS);
        set_facts(&mut arguments, self.notice, &self.dates, self.site.retention_days, short);
        Ok(markup::words(&self.pieces(id, &self.language.format(id, &arguments)?)?))
    }

    /// A message without its markup.
    pub(super) fn plain(&self, id: &str) -> Result<String, Error> {
        Ok(markup::words(&self.pieces(id, &self.marked(id)?)?))
    }

    /// A message as HTML, its links with the style of a mail.
    pub(super) fn html(&self, id: &str) -> Result<String, Error> {
        Ok(self.dress.html(id, &self.pieces(id, &self.marked(id)?)?, &self.urls()))
    }

    /// A message as HTML, for a page that brings its own style.
    pub(super) fn bare_html(&self, id: &str) -> Result<String, Error> {
        Ok(self.dress.bare_html(id, &self.pieces(id, &self.marked(id)?)?, &self.urls()))
    }

    /// A message as plain text, wrapped.
    pub(super) fn text(&self, id: &str) -> Result<String, Error> {
        Ok(markup::text(&self.pieces(id, &self.marked(id)?)?, Lines::Paragraph, &self.urls()))
    }

    /// A message as Markdown.
    pub(super) fn markdown(&self, id: &str) -> Result<String, Error> {
        Ok(markup::markdown(&self.pieces(id, &self.marked(id)?)?, &self.urls()))
    }

    /// A message as both parts of a mail have it.
    pub(super) fn told(&self, id: &str, lines: Lines) -> Result<Told, Error> {
        if let Some(told) = self.ready.get(id, lines) {
            return Ok(told);
        }
        let marked = self.marked(id)?;
        let pieces = self.pieces(id, &marked)?;
        Ok(Told {
            html: Value::from(self.dress.html(id, &pieces, &self.urls())).mark_safe(),
            text: markup::text(&pieces, lines, &self.urls()).into(),
        })
    }

    /// A fact as both parts of a mail have it: the row heading and the value, which `message` may tell.
    pub(super) fn told_fact(
        &self,
        label: &str,
        value: &str,
        message: Option<&str>,
    ) -> Result<(Value, Told), Error> {
        let heading = self.told(label, Lines::Paragraph)?;
        let line = self.ready.fact(heading.text.as_str().unwrap_or_default(), value);
        let mut html = html_text(value);
        if let Some(id) = message {
            html = self.dress.mark(id, html);
        }
        Ok((heading.html, Told { html: Value::from(html).mark_safe(), text: line.into() }))
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
    pub(super) fn url(&self, link: LinkName) -> Cow<'a, str> {
        self.site.links.url(link, self.notice)
    }

    fn urls(&self) -> impl Fn(LinkName) -> Cow<'a, str> {
        |link| self.url(link)
    }

    fn marked(&self, id: &str) -> Result<Cow<'_, str>, Error> {
        Ok(self.language.format(id, &self.arguments)?)
    }

    fn pieces<'m>(&self, id: &str, marked: &'m str) -> Result<Vec<Piece<'m>>, Error> {
        pieces(marked).map_err(|problem| Error::markup(self.locale(), id, problem))
    }

    fn locale(&self) -> &Locale {
        self.language.locale()
    }

    fn no_format(&self, value: String) -> Error {
        Error::NoFormat { locale: self.locale().clone(), value }
    }
}

/// The id of the greeting: with a name and without are two different sentences.
pub(super) fn greeting(notice: &Notice) -> &'static str {
    if notice.account.administrator.name.is_some() { "greeting" } else { "greeting-nameless" }
}

/// Sets every variable that this notice knows; a message that asks for another one fails.
pub(super) fn set_facts<'a>(
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
