//! The outbox that the arguments or the configuration name.

use jiff::Timestamp;
use pastdue::outbox::SqlOutbox;

use crate::config::Config;

/// Opens the outbox that `argument` names, or else the configuration.
pub(crate) async fn open(
    _config: &Config,
    argument: Option<&str>,
    clock: fn() -> Timestamp,
) -> anyhow::Result<SqlOutbox> {
    Ok(SqlOutbox::open(argument.unwrap_or("sqlite:pastdue.db"), clock).await?)
}
