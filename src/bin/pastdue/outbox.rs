//! The outbox that the arguments or the configuration name.

use jiff::Timestamp;
use pastdue::outbox::SqlOutbox;

use crate::config::{Config, StoreUrl};

/// Opens the outbox that `argument` names, or else the configuration; it is made if it is not there yet.
pub(crate) async fn open(
    config: &Config,
    argument: Option<&StoreUrl>,
    clock: fn() -> Timestamp,
) -> anyhow::Result<SqlOutbox> {
    Ok(SqlOutbox::open(config.outbox.locate(argument)?.expose(), clock).await?)
}

/// Opens that outbox to look into it: one that is not there is an error, for the folder may be the wrong one.
pub(crate) async fn open_existing(
    config: &Config,
    argument: Option<&StoreUrl>,
    clock: fn() -> Timestamp,
) -> anyhow::Result<SqlOutbox> {
    Ok(SqlOutbox::open_existing(config.outbox.locate(argument)?.expose(), clock).await?)
}
