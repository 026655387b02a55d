//! The arguments of the commands that look into the outbox.

use clap::Args as ArgGroup;
use pastdue::notice::NoticeKey;

use super::Format;

/// `pastdue status`.
#[derive(Debug, ArgGroup)]
pub(crate) struct Status {
    /// The outbox, `sqlite:PATH` or `postgres://USER@HOST/DATABASE` [default: sqlite:pastdue.db]
    #[arg(long, value_name = "URL")]
    pub(crate) outbox: Option<String>,
    /// How the numbers are printed
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t)]
    pub(crate) format: Format,
}

/// `pastdue doubt`.
#[derive(Debug, ArgGroup)]
pub(crate) struct Doubt {
    /// What is known of them.
    #[command(flatten)]
    pub(crate) verdicts: Verdicts,
    /// The outbox, `sqlite:PATH` or `postgres://USER@HOST/DATABASE` [default: sqlite:pastdue.db]
    #[arg(long, value_name = "URL")]
    pub(crate) outbox: Option<String>,
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
}

/// `pastdue withdraw`.
#[derive(Debug, ArgGroup)]
pub(crate) struct Withdraw {
    /// The ids of notices, as the rows had them
    #[arg(value_name = "ID", required = true, value_parser = key)]
    pub(crate) ids: Vec<NoticeKey>,
    /// The outbox, `sqlite:PATH` or `postgres://USER@HOST/DATABASE` [default: sqlite:pastdue.db]
    #[arg(long, value_name = "URL")]
    pub(crate) outbox: Option<String>,
}

fn key(text: &str) -> Result<NoticeKey, String> {
    NoticeKey::new(text).map_err(|expected| format!("expected {expected}"))
}
