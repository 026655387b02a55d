//! The outbox that the arguments or the configuration name.

use jiff::Timestamp;
use pastdue::outbox::SqlOutbox;

use crate::config::Config;

/// Opens the outbox that `argument` names, or else the configuration; it is made if it is not there yet.
pub(crate) async fn open(
    _config: &Config,
    argument: Option<&str>,
    clock: fn() -> Timestamp,
) -> anyhow::Result<SqlOutbox> {
    Ok(SqlOutbox::open(url(argument), clock).await?)
}

/// Opens that outbox to look into it: one that is not there is an error, for the folder may be the wrong one.
pub(crate) async fn open_existing(
    _config: &Config,
    argument: Option<&str>,
    clock: fn() -> Timestamp,
) -> anyhow::Result<SqlOutbox> {
    Ok(SqlOutbox::open_existing(url(argument), clock).await?)
}

fn url(argument: Option<&str>) -> &str {
    argument.unwrap_or("sqlite:pastdue.db")
}
