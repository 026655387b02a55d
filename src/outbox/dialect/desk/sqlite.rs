//! `SQLite`, where it differs.

use super::Desk;

pub(in crate::outbox) static SQLITE: Desk = Desk {
    is_made: "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'notices'",
    time: "SELECT CAST(unixepoch('subsec') * 1000 AS BIGINT)",
    withdraw: "
        UPDATE notices SET state = 'withdrawn', worker = NULL, due_at = NULL, changed_at = $2
        WHERE token IN (SELECT unhex(value) FROM json_each($1)) AND state IN ('queued', 'deferred', 'claimed')
        RETURNING id",
    withdraw_accounts: "
        UPDATE notices SET state = 'withdrawn', worker = NULL, due_at = NULL, changed_at = $2
        WHERE account IN (SELECT value FROM json_each($1)) AND state IN ('queued', 'deferred', 'claimed')
        RETURNING id",
    states: "SELECT id, state FROM notices WHERE token IN (SELECT unhex(value) FROM json_each($1))",
};
