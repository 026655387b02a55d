//! PostgreSQL: many workers on many machines, and the time of the database.

use sqlx::migrate::Migrator;

use super::{Dialect, desk};

static MIGRATOR: Migrator = sqlx::migrate!("src/outbox/migrations/postgres");

pub(in crate::outbox) static POSTGRES: Dialect = Dialect {
    migrator: &MIGRATOR,
    on_connect: &["SET client_min_messages = warning"],
    max_connections: 4,
    enqueue: "
        WITH entry AS (
            SELECT decode(value ->> 0, 'hex') AS entry_token, value
            FROM json_array_elements($1::json) AS list (value)),
        new AS (
            INSERT INTO notices (token, id, account, kind, domain, digest, recipient,
                                 run, batch, state, due_at, expires_at, enqueued_at, changed_at)
            SELECT entry_token, value ->> 1, value ->> 2, value ->> 3, value ->> 4,
                   decode(value ->> 5, 'hex'), decode(value ->> 6, 'hex'), $3, $5, 'queued',
                   outbox_time($2), outbox_time($2) + $4, outbox_time($2), outbox_time($2)
            FROM entry
            ON CONFLICT (token) DO NOTHING
            RETURNING seq, token, digest),
        kept AS (
            INSERT INTO facts (seq, row)
            SELECT seq, convert_from(substring($6 FROM (value ->> 7)::int FOR (value ->> 8)::int), 'UTF8')
            FROM new
            JOIN entry ON token = entry_token AND digest = decode(value ->> 5, 'hex')
            ON CONFLICT DO NOTHING),
        counted AS (
            INSERT INTO intakes (run, n_notices, n_rejected, at)
            SELECT $3, (SELECT count(*) FROM new), 0, outbox_time($2)
            ON CONFLICT (run) DO UPDATE SET n_notices = intakes.n_notices + excluded.n_notices)
        SELECT CASE WHEN count(*) + (SELECT count(*) FROM new) = (SELECT count(DISTINCT entry_token) FROM entry)
            THEN coalesce(json_agg(json_build_array(encode(token, 'hex'), encode(digest, 'hex'), state)), '[]')::text
            END
        FROM notices WHERE token IN (SELECT entry_token FROM entry)",
    find: "
        SELECT coalesce(json_agg(json_build_array(encode(token, 'hex'), encode(digest, 'hex'), state)), '[]')::text
        FROM notices
        WHERE batch <> $2
          AND token IN (SELECT decode(value, 'hex') FROM json_array_elements_text($1::json) AS list (value))",
    reject: "
        WITH new AS (
            INSERT INTO rejections (place, reason, run, at)
            SELECT value ->> 0, value ->> 1, $3, outbox_time($2)
            FROM json_array_elements($1::json) AS list (value)
            ON CONFLICT DO NOTHING
            RETURNING place)
        INSERT INTO intakes (run, n_notices, n_rejected, at)
        SELECT $3, 0, (SELECT count(*) FROM new), outbox_time($2)
        ON CONFLICT (run) DO UPDATE SET n_rejected = intakes.n_rejected + excluded.n_rejected",
    renew: "
        INSERT INTO workers (id, lease_until) VALUES ($1, outbox_time($2) + $3)
        ON CONFLICT (id) DO UPDATE SET lease_until = excluded.lease_until",
    sweep: "
        WITH alive AS (SELECT id FROM workers WHERE lease_until > outbox_time($1)),
        returned AS (
            UPDATE notices
            SET state = 'queued', worker = NULL, due_at = outbox_time($1), changed_at = outbox_time($1)
            WHERE worker IS NOT NULL AND state = 'claimed' AND worker NOT IN (SELECT id FROM alive)
            RETURNING seq),
        doubted AS (
            UPDATE notices
            SET state = 'in_doubt', worker = NULL, changed_at = outbox_time($1),
                text = 'the worker stopped after the handover'
            WHERE worker IS NOT NULL AND state = 'handed_over' AND worker NOT IN (SELECT id FROM alive)
            RETURNING seq),
        resent AS (
            UPDATE notices
            SET state = 'queued', due_at = outbox_time($1), changed_at = outbox_time($1),
                text = 'sent again after doubt'
            WHERE state = 'in_doubt' AND changed_at <= outbox_time($1) - $2
            RETURNING seq),
        forgotten AS (DELETE FROM workers WHERE lease_until <= outbox_time($1))
        SELECT json_build_array((SELECT count(*) FROM returned), (SELECT count(*) FROM doubted),
                                (SELECT count(*) FROM resent))::text",
    claim: "
        WITH chosen AS MATERIALIZED (
            SELECT seq FROM notices
            WHERE due_at IS NOT NULL AND due_at <= outbox_time($2)
              AND domain NOT IN (SELECT value FROM json_array_elements_text($4::json) AS list (value))
            ORDER BY due_at, seq LIMIT $3
            FOR UPDATE SKIP LOCKED),
        claimed AS (
            UPDATE notices
            SET state = 'claimed', epoch = epoch + 1, worker = $1, batch = $5, due_at = NULL,
                changed_at = outbox_time($2)
            FROM chosen WHERE notices.seq = chosen.seq
            RETURNING notices.*)
        SELECT coalesce(json_agg(json_build_array(seq, epoch, id, domain, n_attempts,
            expires_at - outbox_time($2),
            EXISTS (SELECT FROM suppressions WHERE suppressions.recipient = claimed.recipient),
            octet_length(convert_to(row, 'UTF8')))), '[]')::text || coalesce(string_agg(row, ''), '')
        FROM claimed LEFT JOIN facts USING (seq)",
    apply: "
        WITH handed_over AS (
            UPDATE notices SET state = 'handed_over', changed_at = outbox_time($2),
                locale = step.value ->> 2, why = step.value ->> 3, text = NULL
            FROM json_array_elements($1::json) AS step (value)
            WHERE notices.seq = (step.value ->> 0)::bigint
              AND notices.epoch = (step.value ->> 1)::bigint
              AND notices.state = 'claimed' AND notices.worker = $3
            RETURNING seq, epoch),
        settled AS (
            UPDATE notices SET state = step.value ->> 3, worker = NULL, changed_at = outbox_time($2),
                due_at = outbox_time($2) + (step.value ->> 4)::bigint,
                n_attempts = n_attempts + (step.value ->> 5)::bigint,
                text = step.value ->> 6
            FROM json_array_elements($4::json) AS step (value)
            WHERE notices.seq = (step.value ->> 0)::bigint
              AND notices.epoch = (step.value ->> 1)::bigint
              AND notices.state = step.value ->> 2 AND notices.worker = $3
            RETURNING seq, epoch, recipient),
        tried AS (
            INSERT INTO attempts (seq, epoch, at, relay, phase, code, enhanced, text, milliseconds)
            SELECT seq, epoch, outbox_time($2), value ->> 3, value ->> 4, (value ->> 5)::bigint,
                   value ->> 6, value ->> 7, (value ->> 8)::bigint
            FROM json_array_elements($5::json) AS list (value)
            JOIN settled ON seq = (value ->> 0)::bigint AND epoch = (value ->> 1)::bigint
            ON CONFLICT DO NOTHING),
        suppressed AS (
            INSERT INTO suppressions (recipient, masked, reason, at)
            SELECT DISTINCT ON (recipient) recipient, value ->> 2, value ->> 3, outbox_time($2)
            FROM json_array_elements($6::json) AS list (value)
            JOIN settled ON seq = (value ->> 0)::bigint AND epoch = (value ->> 1)::bigint
            WHERE recipient IS NOT NULL
            ON CONFLICT DO NOTHING)
        SELECT coalesce(json_agg(json_build_array(step -> 0, step -> 1)), '[]')::text FROM (
            SELECT value AS step, 'handed_over' AS goal FROM json_array_elements($1::json) AS list (value)
            UNION ALL SELECT value, value ->> 3 FROM json_array_elements($4::json) AS list (value)) AS asked
        WHERE ((step ->> 0)::bigint, (step ->> 1)::bigint)
              NOT IN (SELECT seq, epoch FROM handed_over UNION ALL SELECT seq, epoch FROM settled)
          AND NOT EXISTS (SELECT FROM notices
                          WHERE seq = (step ->> 0)::bigint AND epoch = (step ->> 1)::bigint AND state = goal
                            AND (goal <> 'handed_over' OR worker = $3))",
    waiting: "
        SELECT json_build_array(
            (SELECT CASE WHEN min(due_at) IS NOT NULL THEN greatest(min(due_at) - outbox_time($1), 0) END
             FROM notices WHERE due_at IS NOT NULL),
            EXISTS (SELECT FROM notices WHERE worker IS NOT NULL))::text",
    retire: "DELETE FROM workers WHERE id = $1",
    desk: &desk::postgres::POSTGRES,
};
