//! One integration binary: it links once.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod program;
mod support;
mod architecture;
mod cli;
mod config;
mod catalog;
mod notice;
mod transport;
mod mailer;
mod page;
mod emails_html;
mod browser;
