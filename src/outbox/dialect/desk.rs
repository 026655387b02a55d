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
    /// `$1` `[recipient, masked, reason]` of each, `$2` now. Gives a row for each that is new.
    pub(in crate::outbox) suppress: &'static str,
    /// `$1` after which `seq`, `$2` before which time, `$3` how many. Answers with `[how many, last seq]`.
    pub(in crate::outbox) purge: &'static str,
    /// Run after a purge, where the engine keeps what was removed for longer than it has to.
    pub(in crate::outbox) tidy: Option<&'static str>,
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
           CAST(CASE WHEN EXISTS (SELECT 1 FROM suppressions WHERE suppressions.recipient = notices.recipient)
                THEN 1 ELSE 0 END AS BIGINT),
           bounced_at
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

/// `$1` recipient. Gives a row if it was on the list.
pub(in crate::outbox) const UNSUPPRESS: &str =
    "DELETE FROM suppressions WHERE recipient = $1 RETURNING masked";

/// Gives the whole list.
pub(in crate::outbox) const SUPPRESSIONS: &str =
    "SELECT masked, reason, at FROM suppressions ORDER BY at, masked, recipient";

/// `$1` recipient.
pub(in crate::outbox) const SUPPRESSION_OF: &str =
    "SELECT masked, reason, at FROM suppressions WHERE recipient = $1";

/// `$1` token. Gives a notice one of whose mails may have left.
pub(in crate::outbox) const RECIPIENT: &str = "
    SELECT id, recipient, domain, row FROM notices LEFT JOIN facts ON facts.seq = notices.seq
    WHERE token = $1 AND epoch > 0";

/// `$1` token, `$2` status and text, `$3` now, `$4` whether it is proven. Gives the `id` if this is new.
pub(in crate::outbox) const BOUNCE: &str = "
    UPDATE notices
    SET bounce = CAST($2 AS TEXT), bounced_at = CAST($3 AS BIGINT),
        changed_at = CASE WHEN state = 'in_doubt' AND $4 = 1 THEN CAST($3 AS BIGINT) ELSE changed_at END,
        text = CASE WHEN state = 'in_doubt' AND $4 = 1 THEN 'the relay had it, for it came back' ELSE text END,
        state = CASE WHEN state = 'in_doubt' AND $4 = 1 THEN 'sent' ELSE state END
    WHERE token = $1 AND (bounce IS NULL OR (bounce NOT LIKE '5%' AND bounce <> CAST($2 AS TEXT)))
    RETURNING id";

/// `$1` before which time.
pub(in crate::outbox) const PURGEABLE: &str = "
    SELECT CAST(count(*) AS BIGINT) FROM notices
    WHERE account IS NOT NULL AND changed_at < $1
      AND state IN ('sent', 'refused', 'suppressed', 'withdrawn', 'expired', 'unrenderable')";
