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
};
