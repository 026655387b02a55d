//! `SQLite`: one file, one worker.

use sqlx::migrate::Migrator;

use super::{Dialect, desk};

static MIGRATOR: Migrator = sqlx::migrate!("src/outbox/migrations/sqlite");

pub(in crate::outbox) static SQLITE: Dialect = Dialect {
    migrator: &MIGRATOR,
    on_connect: &[
        "PRAGMA busy_timeout = 10000",
        "PRAGMA journal_mode = WAL",
        // NORMAL can lose the last intents when the power fails.
        "PRAGMA synchronous = FULL",
        // Keys come in no order, so each batch changes pages all over their index: it should fit, and be written seldom.
        "PRAGMA cache_size = -32768",
        "PRAGMA wal_autocheckpoint = 10000",
        "PRAGMA temp_store = MEMORY",
    ],
    max_connections: 1,
    // When as many rows were kept as there are notices, all are new, and none has to be looked for.
    enqueue: "
        BEGIN IMMEDIATE;
        INSERT INTO notices (token, id, account, kind, domain, digest, recipient,
                             run, batch, state, due_at, expires_at, enqueued_at, changed_at)
        SELECT unhex(value ->> 0), value ->> 1, value ->> 2, value ->> 3, value ->> 4,
               unhex(value ->> 5), unhex(value ->> 6), $3, $5, 'queued', $2, $2 + $4, $2, $2
        FROM json_each($1) WHERE true
        ON CONFLICT (token) DO NOTHING;
        INSERT INTO intakes (run, n_notices, n_rejected, at) VALUES ($3, changes(), 0, $2)
        ON CONFLICT (run) DO UPDATE SET n_notices = n_notices + excluded.n_notices;
        INSERT INTO facts (seq, row)
        SELECT seq, CAST(substr($6, value ->> 7, value ->> 8) AS TEXT)
        FROM json_each($1) CROSS JOIN notices ON token = unhex(value ->> 0)
        WHERE batch = $5
        ON CONFLICT DO NOTHING;
        SELECT json_group_array(json_array(value ->> 0, lower(hex(digest)), state))
        FROM json_each(CASE changes() WHEN json_array_length($1) THEN '[]' ELSE $1 END)
            CROSS JOIN notices ON token = unhex(value ->> 0)
        WHERE batch <> $5;
        COMMIT",
    find: "
        SELECT json_group_array(json_array(value, lower(hex(digest)), state))
        FROM json_each($1) CROSS JOIN notices ON token = unhex(value) WHERE batch <> $2",
    reject: "
        BEGIN IMMEDIATE;
        INSERT INTO rejections (place, reason, run, at)
        SELECT value ->> 0, value ->> 1, $3, $2 FROM json_each($1) WHERE true
        ON CONFLICT DO NOTHING;
        INSERT INTO intakes (run, n_notices, n_rejected, at) VALUES ($3, 0, changes(), $2)
        ON CONFLICT (run) DO UPDATE SET n_rejected = n_rejected + excluded.n_rejected;
        COMMIT",
    renew: "
        INSERT INTO workers (id, lease_until) VALUES ($1, $2 + $3)
        ON CONFLICT (id) DO UPDATE SET lease_until = excluded.lease_until",
    sweep: "
        BEGIN IMMEDIATE;
        CREATE TEMP TABLE IF NOT EXISTS swept (n INTEGER);
        DELETE FROM swept;
        UPDATE notices INDEXED BY notices_held
        SET state = 'queued', worker = NULL, due_at = $1, changed_at = $1
        WHERE worker IS NOT NULL AND state = 'claimed'
          AND worker NOT IN (SELECT id FROM workers WHERE lease_until > $1);
        INSERT INTO swept VALUES (changes());
        UPDATE notices INDEXED BY notices_held
        SET state = 'in_doubt', worker = NULL, changed_at = $1,
            text = 'the worker stopped after the handover'
        WHERE worker IS NOT NULL AND state = 'handed_over'
          AND worker NOT IN (SELECT id FROM workers WHERE lease_until > $1);
        INSERT INTO swept VALUES (changes());
        UPDATE notices INDEXED BY notices_in_doubt
        SET state = 'queued', due_at = $1, changed_at = $1, text = 'sent again after doubt'
        WHERE state = 'in_doubt' AND changed_at <= $1 - $2;
        INSERT INTO swept VALUES (changes());
        DELETE FROM workers WHERE lease_until <= $1;
        SELECT json_group_array(n) FROM swept;
        COMMIT",
    claim: "
        BEGIN IMMEDIATE;
        UPDATE notices
        SET state = 'claimed', epoch = epoch + 1, worker = $1, batch = $5, due_at = NULL, changed_at = $2
        WHERE seq IN (
            SELECT seq FROM notices INDEXED BY notices_due
            WHERE due_at IS NOT NULL AND due_at <= $2 AND domain NOT IN (SELECT value FROM json_each($4))
            ORDER BY due_at, seq LIMIT $3);
        SELECT json_group_array(json_array(seq, epoch, id, domain, n_attempts, expires_at - $2,
            EXISTS (SELECT 1 FROM suppressions WHERE suppressions.recipient = notices.recipient),
            octet_length(row))) || coalesce(group_concat(row, ''), '')
        FROM notices INDEXED BY notices_held LEFT JOIN facts USING (seq)
        WHERE worker = $1 AND batch = $5 AND state = 'claimed';
        COMMIT",
    // The planner would look through all that the worker holds; the number in the list leads to the row at once.
    apply: "
        BEGIN IMMEDIATE;
        UPDATE notices NOT INDEXED SET state = 'handed_over', changed_at = $2,
            locale = step.value ->> 2, why = step.value ->> 3, text = NULL
        FROM json_each($1) AS step
        WHERE notices.seq = step.value ->> 0
          AND notices.epoch = step.value ->> 1
          AND notices.state = 'claimed' AND notices.worker = $3;
        UPDATE notices NOT INDEXED SET state = step.value ->> 3, worker = NULL, changed_at = $2,
            due_at = $2 + (step.value ->> 4),
            n_attempts = n_attempts + (step.value ->> 5),
            text = step.value ->> 6
        FROM json_each($4) AS step
        WHERE notices.seq = step.value ->> 0
          AND notices.epoch = step.value ->> 1
          AND notices.state = step.value ->> 2 AND notices.worker = $3;
        INSERT INTO attempts (seq, epoch, at, relay, phase, code, enhanced, text, milliseconds)
        SELECT value ->> 0, value ->> 1, $2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7,
               value ->> 8
        FROM json_each($5) CROSS JOIN notices NOT INDEXED
            ON seq = value ->> 0 AND epoch = value ->> 1 AND state = value ->> 2
        WHERE true ON CONFLICT DO NOTHING;
        INSERT INTO suppressions (recipient, masked, reason, at)
        SELECT recipient, value ->> 2, value ->> 3, $2
        FROM json_each($6) CROSS JOIN notices NOT INDEXED ON seq = value ->> 0 AND epoch = value ->> 1
        WHERE state = 'refused' AND recipient IS NOT NULL ON CONFLICT DO NOTHING;
        SELECT json_group_array(json_array(step ->> 0, step ->> 1)) FROM (
            SELECT value AS step, 'handed_over' AS goal FROM json_each($1)
            UNION ALL SELECT value, value ->> 3 FROM json_each($4))
        WHERE NOT EXISTS (SELECT 1 FROM notices NOT INDEXED
                          WHERE seq = step ->> 0 AND epoch = step ->> 1 AND state = goal
                            AND (goal <> 'handed_over' OR worker = $3));
        COMMIT",
    waiting: "
        SELECT json_array((SELECT max(min(due_at) - $1, 0) FROM notices WHERE due_at IS NOT NULL),
                          EXISTS (SELECT 1 FROM notices WHERE worker IS NOT NULL))",
    retire: "DELETE FROM workers WHERE id = $1",
    desk: &desk::sqlite::SQLITE,
};
