//! Tells an account administrator, in his or her own language, that a payment failed and how to put it right.
//!
//! A past-due row becomes a [`Notice`], the notice a [`Content`] in exactly one [`Locale`], the content a
//! [`Message`], and a [`transport`] delivers it. The `pastdue` program does this for files of rows; this
//! library is for programs of your own, and for tests that hold your templates.
//!
//! # Example
//!
//! ```
//! use std::sync::Arc;
//!
//! use pastdue::template::{Links, Site};
//! use pastdue::{Catalog, Templates, sample};
//!
//! let links = Links::on_host("account.example.com")?;
//! let site = Site { brand: "Example Cloud".into(), logo: None, links, retention_days: 90 };
//! let templates = Templates::builtin(Arc::new(Catalog::builtin("Example Cloud")?), site)?;
//!
//! let notice = sample::named("payment-failed-declined").expect("a sample").notice;
//! let content = templates.render(&notice, &"en-US".parse()?)?;
//! assert_eq!(content.subject, "We couldn’t charge your card for Production");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # The modules, in the order of the work
//!
//! - [`notice`]: the facts, parsed once and valid ever after.
//! - [`locale`]: which language a mail is in, and why.
//! - [`diagnostic`]: findings as data, and how people and programs are shown them.
//! - [`catalog`]: every sentence, in every language.
//! - [`template`]: the sentences laid out as HTML, text, alert and article.
//! - [`message`]: the mail, its envelope and its exact bytes.
//! - [`sample`]: named notices for previews, tests and benchmarks.
//! - [`check`]: a translator's mistake is found before a customer reads it.
//! - [`outbox`]: what is to be sent and what has been, kept so that a crash loses and doubles nothing.
//! - [`transport`]: a relay, a Maildir or memory, and what can be told of a delivery afterwards.
//! - [`bounce`]: what a mail that comes back says of one that was sent.
//! - [`relay_log`]: what a relay's log says of mails that it may have taken.
//! - [`report`]: what a run did, as numbers that add up.
//! - [`mailer`]: the loop.
//! - `preview`: every mail in every language, live in a browser.
//!
//! A module uses only those above it.
//!
//! # Features
//!
//! - `cli` (on): the program. Libraries turn it off.
//! - `outbox` (with `cli`): the store, and the mailer that works on it.
//! - `preview` (with `cli`): the web server that shows mails to translators.
//! - `smtp` (with `cli`): delivery through a relay, with its TLS.

mod chain;
pub mod notice;
pub mod locale;
pub mod diagnostic;
pub mod catalog;
pub mod template;
pub mod message;
pub mod sample;
pub mod check;
#[doc(hidden)]
pub mod failpoint;
#[cfg(feature = "outbox")]
pub mod outbox;
pub mod transport;
pub mod bounce;
pub mod relay_log;
pub mod report;
pub mod mailer;
#[cfg(feature = "preview")]
pub mod preview;

pub use catalog::Catalog;
pub use locale::Locale;
pub use mailer::Mailer;
pub use message::{Message, Sender};
pub use notice::{Address, Kind, Notice};
pub use report::Report;
pub use template::{Content, Templates};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
