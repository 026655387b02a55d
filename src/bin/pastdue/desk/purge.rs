//! `pastdue purge`: removes the personal data of what came to its end long ago.

use std::process::ExitCode;

use jiff::Timestamp;
use serde_json::json;

use super::visit;
use crate::args::{self, Format};
use crate::config::Config;
use crate::print;

/// Exit status 0, also if there was nothing to purge.
pub(crate) fn purge(
    args: &args::Purge,
    config: &Config,
    clock: fn() -> Timestamp,
) -> anyhow::Result<ExitCode> {
    let n = visit(&args.desk, config, clock, async |outbox| {
        Ok(if args.dry_run {
            outbox.purgeable(args.older_than).await?
        } else {
            outbox.purge(args.older_than).await?
        })
    })?;
    match (args.desk.format, args.dry_run) {
        (Format::Human, true) => print(format!("{n} to be purged\n").as_bytes())?,
        (Format::Human, false) => print(format!("{n} purged\n").as_bytes())?,
        (Format::Json, true) => print(format!("{}\n", json!({"purgeable": n})).as_bytes())?,
        (Format::Json, false) => print(format!("{}\n", json!({"purged": n})).as_bytes())?,
    }
    Ok(ExitCode::SUCCESS)
}
