//! The arguments of the commands that look into the outbox.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Args as ArgGroup, ValueHint};
use pastdue::message::Token;
use pastdue::notice::NoticeKey;

use super::private::StoreUrlParser;
use super::{Format, Overlays};
use crate::config::{StoreUrl, duration};

/// Which outbox is asked, and for whom the answer is.
#[derive(Debug, ArgGroup)]
pub(crate) struct Desk {
    /// The outbox, `sqlite:PATH` or `postgres://USER@HOST/DATABASE` [default: outbox.url of the configuration]
    #[arg(long, value_name = "URL", value_parser = StoreUrlParser)]
    pub(crate) outbox: Option<StoreUrl>,
    /// How the answer is printed
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t)]
    pub(crate) format: Format,
}

/// `pastdue status`.
#[derive(Debug, ArgGroup)]
pub(crate) struct Status {
    /// How many recipient domains are told apart, the largest first
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub(crate) domains: usize,
    /// Which outbox.
    #[command(flatten)]
    pub(crate) desk: Desk,
}

/// `pastdue explain`.
#[derive(Debug, ArgGroup)]
pub(crate) struct Explain {
    /// The id of the notice, as the row had it, or the Message-ID of its mail
    #[arg(value_name = "ID", value_parser = token)]
    pub(crate) id: Token,
    /// Which outbox.
    #[command(flatten)]
    pub(crate) desk: Desk,
    /// Overlays.
    #[command(flatten)]
    pub(crate) overlays: Overlays,
}

/// `pastdue doubt`.
#[derive(Debug, ArgGroup)]
pub(crate) struct Doubt {
    /// What is known of them.
    #[command(flatten)]
    pub(crate) verdicts: Verdicts,
    /// Which outbox.
    #[command(flatten)]
    pub(crate) desk: Desk,
}

/// What is known of notices in doubt: one of these, or none.
#[derive(Debug, ArgGroup)]
#[group(multiple = false)]
pub(crate) struct Verdicts {
    /// The relay has these: they count as sent
    #[arg(long, value_name = "ID", num_args = 1.., value_parser = key)]
    pub(crate) sent: Vec<NoticeKey>,
    /// The relay does not have these: they are sent again
    #[arg(long, value_name = "ID", num_args = 1.., value_parser = key)]
    pub(crate) resend: Vec<NoticeKey>,
    /// These are not to be sent
    #[arg(long, value_name = "ID", num_args = 1.., value_parser = key)]
    pub(crate) refused: Vec<NoticeKey>,
    /// Postfix's log, older files before younger ones; `-` reads standard input. What it has taken counts as sent
    #[arg(long, value_name = "FILE", num_args = 1.., value_hint = ValueHint::FilePath)]
    pub(crate) from_log: Vec<PathBuf>,
}

/// `pastdue withdraw`.
#[derive(Debug, ArgGroup)]
pub(crate) struct Withdraw {
    /// What to take back.
    #[command(flatten)]
    pub(crate) which: Which,
    /// Which outbox.
    #[command(flatten)]
    pub(crate) desk: Desk,
}

/// What to take back: at least one of these.
#[derive(Debug, ArgGroup)]
#[group(required = true, multiple = true)]
pub(crate) struct Which {
    /// The ids of notices, as the rows had them
    #[arg(value_name = "ID", value_parser = key)]
    pub(crate) ids: Vec<NoticeKey>,
    /// An account that has paid, with all its notices; may be repeated
    #[arg(long, value_name = "ACCOUNT")]
    pub(crate) account: Vec<String>,
    /// A file with the ids of notices, one a line; `-` reads standard input
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) file: Option<PathBuf>,
    /// A file with the ids of accounts, one a line; `-` reads standard input
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) account_file: Option<PathBuf>,
}

/// `pastdue bounces`.
#[derive(Debug, ArgGroup)]
pub(crate) struct Bounces {
    /// The Maildir into which bounces are delivered; `-` or none reads one mail from standard input
    #[arg(value_name = "MAILDIR", value_hint = ValueHint::DirPath)]
    pub(crate) folder: Option<PathBuf>,
    /// Which outbox.
    #[command(flatten)]
    pub(crate) desk: Desk,
}

/// `pastdue purge`.
#[derive(Debug, ArgGroup)]
pub(crate) struct Purge {
    /// How long ago a notice came to its end, such as `90d`
    #[arg(long, value_name = "TIME", value_parser = time)]
    pub(crate) older_than: Duration,
    /// Count, and purge nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Which outbox.
    #[command(flatten)]
    pub(crate) desk: Desk,
}

fn time(text: &str) -> Result<Duration, String> {
    duration(text).map_err(|expected| format!("expected {expected}"))
}

fn key(text: &str) -> Result<NoticeKey, String> {
    NoticeKey::new(text).map_err(|expected| format!("expected {expected}"))
}

/// Reads the id of a notice, or the Message-ID of its mail.
fn token(text: &str) -> Result<Token, String> {
    let message_id = text.strip_prefix('<').and_then(|text| text.strip_suffix('>')).unwrap_or(text);
    if let Some(token) = message_id.split_once('@').and_then(|(token, _)| Token::parse(token)) {
        return Ok(token);
    }
    let key = NoticeKey::new(text);
    key.map(|key| Token::of(&key)).map_err(|expected| format!("expected {expected}, or a Message-ID"))
}
