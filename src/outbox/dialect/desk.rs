//! What an operator asks, as both engines say it, and the few statements in which they differ.
//!
//! Times are bound here: the desk asks the store for its time first.

pub(in crate::outbox) mod sqlite;
pub(in crate::outbox) mod postgres;

/// What differs between the engines.
pub(in crate::outbox) struct Desk {
    /// Answers with a row if the store has our tables.
    pub(in crate::outbox) is_made: &'static str,
    /// Answers with the time of the store, where it has its own.
    pub(in crate::outbox) time: &'static str,
    /// `$1` tokens, `$2` now. Gives the `id` of each notice that was withdrawn.
    pub(in crate::outbox) withdraw: &'static str,
    /// `$1` accounts, `$2` now. Gives the `id` of each notice that was withdrawn.
    pub(in crate::outbox) withdraw_accounts: &'static str,
    /// `$1` tokens. Gives `id` and `state` of each notice that is there.
    pub(in crate::outbox) states: &'static str,
}

/// Gives `dimension, value, state, count`, all of one moment.
pub(in crate::outbox) const STATUS: &str = "
    WITH counted AS (
        SELECT coalesce(locale, 'und') AS locale, kind, domain, state, count(*) AS n,
               sum(CASE WHEN bounce LIKE '5%' THEN 1 ELSE 0 END) AS n_bounced
        FROM notices GROUP BY coalesce(locale, 'und'), kind, domain, state)
    SELECT 'kind', kind, state, CAST(sum(n) AS BIGINT) FROM counted GROUP BY kind, state
    UNION ALL SELECT 'locale', locale, state, CAST(sum(n) AS BIGINT) FROM counted GROUP BY locale, state
    UNION ALL SELECT 'domain', domain, state, CAST(sum(n) AS BIGINT) FROM counted GROUP BY domain, state
    UNION ALL SELECT 'rejected', '', '', CAST(count(*) AS BIGINT) FROM rejections
    UNION ALL SELECT 'bounced', '', '', CAST(coalesce(sum(n_bounced), 0) AS BIGINT) FROM counted
    UNION ALL SELECT 'brought', '', '', CAST(coalesce(sum(n_notices + n_rejected), 0) AS BIGINT) FROM intakes";

/// `$1` token. Gives one row.
pub(in crate::outbox) const HISTORY: &str = "
    SELECT notices.id, account, kind, domain, state, epoch, due_at, expires_at, n_attempts, locale, why, text, bounce,
           enqueued_at, changed_at, row, lease_until,
           CAST(EXISTS (SELECT 1 FROM suppressions WHERE suppressions.recipient = notices.recipient) AS INTEGER)
    FROM notices LEFT JOIN facts ON facts.seq = notices.seq LEFT JOIN workers ON workers.id = notices.worker
    WHERE token = $1";

/// `$1` token. Gives its state.
pub(in crate::outbox) const STATE_OF: &str = "SELECT state FROM notices WHERE token = $1";

/// `$1` token. Gives the attempts, in their order.
pub(in crate::outbox) const ATTEMPTS: &str = "
    SELECT at, relay, phase, code, enhanced, attempts.text, milliseconds
    FROM attempts JOIN notices ON notices.seq = attempts.seq
    WHERE token = $1 ORDER BY attempts.epoch";

/// Gives the notices in doubt, the oldest first.
pub(in crate::outbox) const DOUBTS: &str = "
    SELECT id, kind, domain, locale, text, changed_at FROM notices WHERE state = 'in_doubt' ORDER BY seq";

/// `$1` token, `$2` state, `$3` text, `$4` now, `$5` lifetime. What is sent again gets time for it.
/// Gives the `id` if it was in doubt.
pub(in crate::outbox) const SETTLE_DOUBT: &str = "
    UPDATE notices
    SET state = CAST($2 AS TEXT), text = CAST($3 AS TEXT), changed_at = CAST($4 AS BIGINT),
        due_at = CASE WHEN CAST($2 AS TEXT) = 'queued' THEN CAST($4 AS BIGINT) END,
        expires_at = CASE WHEN CAST($2 AS TEXT) = 'queued' AND expires_at < CAST($4 AS BIGINT) + CAST($5 AS BIGINT)
                          THEN CAST($4 AS BIGINT) + CAST($5 AS BIGINT) ELSE expires_at END
    WHERE token = $1 AND state = 'in_doubt' RETURNING id";
