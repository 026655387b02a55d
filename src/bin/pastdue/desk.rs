//! What an operator asks of the outbox, one command a file.

mod list;
mod mailbox;
mod status;
mod explain;
mod withdraw;
mod doubt;
mod suppress;
mod bounces;
mod purge;

use std::process::ExitCode;

use jiff::Timestamp;
use pastdue::message::Token;
use pastdue::notice::NoticeKey;
use pastdue::outbox::SqlOutbox;

use crate::config::Config;
use crate::{ATTENTION, args, outbox};

pub(crate) use self::bounces::bounces;
pub(crate) use self::doubt::doubt;
pub(crate) use self::explain::explain;
pub(crate) use self::purge::purge;
pub(crate) use self::status::status;
pub(crate) use self::suppress::suppress;
pub(crate) use self::withdraw::withdraw;

fn attention_if(is_needed: bool) -> ExitCode {
    if is_needed { ExitCode::from(ATTENTION) } else { ExitCode::SUCCESS }
}

/// Does something with the outbox that the arguments or the configuration name. One that is not there is an error.
fn visit<T>(
    desk: &args::Desk,
    config: &Config,
    clock: fn() -> Timestamp,
    doing: impl AsyncFnOnce(&SqlOutbox) -> anyhow::Result<T>,
) -> anyhow::Result<T> {
    runtime()?.block_on(outbox::with(outbox::open_existing(config, desk.outbox.as_ref(), clock), doing))
}

/// The same, and one that is not there is made.
fn visit_or_make<T>(
    desk: &args::Desk,
    config: &Config,
    clock: fn() -> Timestamp,
    doing: impl AsyncFnOnce(&SqlOutbox) -> anyhow::Result<T>,
) -> anyhow::Result<T> {
    runtime()?.block_on(outbox::with(outbox::open(config, desk.outbox.as_ref(), clock), doing))
}

fn runtime() -> std::io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()
}

/// A moment for people, to the second.
fn moment(time: Timestamp) -> String {
    time.strftime("%Y-%m-%d %H:%M:%S UTC").to_string()
}

/// The Message-ID of a notice's mail, as the relay logs it.
fn message_id(key: &NoticeKey, config: &Config) -> String {
    format!("<{}@{}>", Token::of(key), config.sender_domain())
}
