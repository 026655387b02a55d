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

/// Does something with an outbox, and closes it.
pub(crate) async fn with<T>(
    outbox: impl Future<Output = anyhow::Result<SqlOutbox>>,
    doing: impl AsyncFnOnce(&SqlOutbox) -> anyhow::Result<T>,
) -> anyhow::Result<T> {
    let outbox = outbox.await?;
    let done = doing(&outbox).await;
    outbox.close().await;
    done
}
