//! PostgreSQL, where it differs.

use super::Desk;

pub(in crate::outbox) static POSTGRES: Desk = Desk {
    is_made: "SELECT 1 FROM pg_catalog.pg_class WHERE oid = to_regclass('notices')",
    time: "SELECT outbox_time(NULL)",
    withdraw: "
        UPDATE notices SET state = 'withdrawn', worker = NULL, due_at = NULL, changed_at = $2
        WHERE token IN (SELECT decode(value, 'hex') FROM json_array_elements_text($1::json) AS list (value))
          AND state IN ('queued', 'deferred', 'claimed')
        RETURNING id",
    withdraw_accounts: "
        UPDATE notices SET state = 'withdrawn', worker = NULL, due_at = NULL, changed_at = $2
        WHERE account IN (SELECT value FROM json_array_elements_text($1::json) AS list (value))
          AND state IN ('queued', 'deferred', 'claimed')
        RETURNING id",
    states: "
        SELECT id, state FROM notices
        WHERE token IN (SELECT decode(value, 'hex') FROM json_array_elements_text($1::json) AS list (value))",
    suppress: "
        INSERT INTO suppressions (recipient, masked, reason, at)
        SELECT DISTINCT ON (value ->> 0) decode(value ->> 0, 'hex'), value ->> 1, value ->> 2, $2
        FROM json_array_elements($1::json) AS list (value)
        ON CONFLICT DO NOTHING RETURNING masked",
    purge: "
        WITH chosen AS MATERIALIZED (
            SELECT seq FROM notices
            WHERE seq > $1 AND account IS NOT NULL AND changed_at < $2
              AND state IN ('sent', 'refused', 'suppressed', 'withdrawn', 'expired', 'unrenderable')
            ORDER BY seq LIMIT $3 FOR UPDATE),
        forgotten AS (DELETE FROM facts USING chosen WHERE facts.seq = chosen.seq),
        silenced AS (UPDATE attempts SET text = NULL FROM chosen WHERE attempts.seq = chosen.seq),
        purged AS (
            UPDATE notices
            SET account = NULL, domain = '', recipient = NULL, why = NULL, text = NULL,
                bounce = split_part(bounce, ' ', 1)
            FROM chosen WHERE notices.seq = chosen.seq)
        SELECT json_build_array(count(*), max(seq))::text FROM chosen",
    tidy: None,
};
