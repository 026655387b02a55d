//! Every statement, as each engine says it.

pub(super) mod desk;
pub(super) mod sqlite;
pub(super) mod postgres;

use sqlx::migrate::Migrator;

use self::desk::Desk;

/// What differs between the engines.
///
/// Each script is one round trip, takes effect as a whole or not at all, and answers with at most one row.
/// `$n` are bound; times are milliseconds, lists are JSON.
pub(super) struct Dialect {
    pub(super) migrator: &'static Migrator,
    /// Run on each new connection.
    pub(super) on_connect: &'static [&'static str],
    pub(super) max_connections: u32,
    /// `$1` notices, `$2` now, `$3` run, `$4` lifetime, `$5` batch, `$6` the rows of the notices as bytes.
    /// Answers with `[token, digest, state]` of those that were there before, or with null if `find` must tell.
    pub(super) enqueue: &'static str,
    /// `$1` tokens, `$2` batch. Answers with `[token, digest, state]` of those that another batch has brought.
    pub(super) find: &'static str,
    /// `$1` rejections, `$2` now, `$3` run.
    pub(super) reject: &'static str,
    /// `$1` worker, `$2` now, `$3` lease.
    pub(super) renew: &'static str,
    /// `$1` now, `$2` how old a doubt is when it is sent again, or null. Answers with
    /// `[claimed by the dead, handed over by the dead, resent]`.
    pub(super) sweep: &'static str,
    /// `$1` worker, `$2` now, `$3` how many, `$4` domains to leave out, `$5` batch.
    /// Answers with `[seq, epoch, id, domain, attempts, remaining, is suppressed, length of the row]` for each, and
    /// the rows behind that list, in the same order.
    pub(super) claim: &'static str,
    /// `$1` handovers, `$2` now, `$3` worker, `$4` settlements, `$5` attempts, `$6` suppressions.
    /// Answers with `[seq, epoch]` of those that could not be moved, and are not where they should go already:
    /// when the line to the store has broken, moves are asked for again.
    pub(super) apply: &'static str,
    /// `$1` now. Answers with `[next due or null, is held]`.
    pub(super) waiting: &'static str,
    /// `$1` worker.
    pub(super) retire: &'static str,
    /// What an operator asks.
    pub(super) desk: &'static Desk,
}
