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
    suppress: "
        INSERT INTO suppressions (recipient, masked, reason, at)
        SELECT unhex(value ->> 0), value ->> 1, value ->> 2, $2 FROM json_each($1) WHERE true
        ON CONFLICT DO NOTHING RETURNING masked",
    // What is deleted is overwritten.
    purge: "
        PRAGMA secure_delete = ON;
        BEGIN IMMEDIATE;
        CREATE TEMP TABLE IF NOT EXISTS purged (seq INTEGER PRIMARY KEY);
        DELETE FROM purged;
        INSERT INTO purged
        SELECT seq FROM notices NOT INDEXED
        WHERE seq > $1 AND account IS NOT NULL AND changed_at < $2
          AND state IN ('sent', 'refused', 'suppressed', 'withdrawn', 'expired', 'unrenderable')
        ORDER BY seq LIMIT $3;
        DELETE FROM facts WHERE seq IN (SELECT seq FROM purged);
        UPDATE attempts SET text = NULL WHERE seq IN (SELECT seq FROM purged);
        UPDATE notices
        SET account = NULL, domain = '', recipient = NULL, why = NULL, text = NULL,
            bounce = substr(bounce, 1, instr(bounce || ' ', ' ') - 1)
        WHERE seq IN (SELECT seq FROM purged);
        SELECT json_array(count(*), max(seq)) FROM purged;
        COMMIT",
    tidy: Some("PRAGMA wal_checkpoint(TRUNCATE)"),
};
