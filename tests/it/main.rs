//! One integration binary: it links once.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod program;
mod support;
mod store;
mod architecture;
mod cli;
mod config;
mod overlay;
mod notice;
mod catalog;
mod diagnostic;
mod check;
mod lost_variable;
mod transport;
mod message;
mod dkim;
mod bounce;
mod relay_log;
mod mailer;
mod metrics;
mod together;
mod outbox;
mod intake;
mod crash;
mod desk;
mod page;
mod emails;
mod emails_html;
mod preview;
mod browser;
