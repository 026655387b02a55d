-- Times are milliseconds since 1970. A notice waits for its turn while due_at is set,
-- and is held by a worker while worker is set.
CREATE TABLE notices (
    seq         INTEGER PRIMARY KEY,
    token       BLOB    NOT NULL UNIQUE,
    id          TEXT    NOT NULL,
    account     TEXT,
    kind        TEXT    NOT NULL,
    domain      TEXT    NOT NULL,
    digest      BLOB    NOT NULL,
    recipient   BLOB,
    run         INTEGER NOT NULL,
    batch       INTEGER NOT NULL,
    state       TEXT    NOT NULL,
    epoch       INTEGER NOT NULL DEFAULT 0,
    worker      INTEGER,
    due_at      INTEGER,
    expires_at  INTEGER NOT NULL,
    n_attempts  INTEGER NOT NULL DEFAULT 0,
    locale      TEXT,
    why         TEXT,
    text        TEXT,
    bounce      TEXT,
    enqueued_at INTEGER NOT NULL,
    changed_at  INTEGER NOT NULL
);
CREATE INDEX notices_due ON notices (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX notices_held ON notices (worker) WHERE worker IS NOT NULL;
CREATE INDEX notices_account ON notices (account);
CREATE INDEX notices_in_doubt ON notices (seq) WHERE state = 'in_doubt';

-- What a notice says; removed when it is purged.
CREATE TABLE facts (
    seq INTEGER PRIMARY KEY,
    row TEXT NOT NULL
);

CREATE TABLE attempts (
    seq          INTEGER NOT NULL,
    epoch        INTEGER NOT NULL,
    at           INTEGER NOT NULL,
    relay        TEXT    NOT NULL,
    phase        TEXT    NOT NULL,
    code         INTEGER,
    enhanced     TEXT,
    text         TEXT,
    milliseconds INTEGER NOT NULL,
    PRIMARY KEY (seq, epoch)
) WITHOUT ROWID;

CREATE TABLE rejections (
    place  TEXT    NOT NULL,
    reason TEXT    NOT NULL,
    run    INTEGER NOT NULL,
    at     INTEGER NOT NULL,
    PRIMARY KEY (place, reason)
) WITHOUT ROWID;

-- How many rows each run has brought: the states must add up to it.
CREATE TABLE intakes (
    run        INTEGER PRIMARY KEY,
    n_notices  INTEGER NOT NULL,
    n_rejected INTEGER NOT NULL,
    at         INTEGER NOT NULL
);

CREATE TABLE workers (
    id          INTEGER PRIMARY KEY,
    lease_until INTEGER NOT NULL
);

-- Addresses never to mail, hashed.
CREATE TABLE suppressions (
    recipient BLOB    PRIMARY KEY,
    masked    TEXT    NOT NULL,
    reason    TEXT    NOT NULL,
    at        INTEGER NOT NULL
) WITHOUT ROWID;
