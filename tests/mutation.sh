#!/bin/sh
# Takes a safeguard out, one at a time, and shows which tests notice: `sh tests/mutation.sh`.
#
# It works on a copy, in a target folder of its own, so the first time takes some minutes for each safeguard and the
# next ones less. It ends with 0 if every safeguard is missed, with 1 if the tests pass without one.
# What PostgreSQL does is tried where it is installed.
set -eu
cd "$(dirname "$0")/.."
copy=$(mktemp -d)
PASTDUE_POSTGRES_PID=''
finish() {
    [ -z "$PASTDUE_POSTGRES_PID" ] || kill -INT "$PASTDUE_POSTGRES_PID" 2>/dev/null || true
    rm -rf "$copy"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$PWD/target/mutation}"
export CARGO_TARGET_DIR
git ls-files -z | xargs -0 cp --parents -t "$copy"

has_postgres=false
if ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1; then
    mkdir "$copy/postgres"
    chmod 755 "$copy"
    variables=$(sh tests/components/postgres.sh "$copy/postgres")
    eval "$variables"
    has_postgres=true
fi

# run TESTS: whether the tests pass in the copy.
run() {
    # shellcheck disable=SC2086 # a list of filters
    (cd "$copy" && cargo test --quiet --all-features --test it -- $1) >"$copy/log" 2>&1
}

# mutate NAME FILE PROGRAM TESTS: runs the tests on a copy in which the sed PROGRAM has changed FILE.
n_missed=0
mutate() {
    cp "$copy/$2" "$copy/original"
    sed -i "$3" "$copy/$2"
    if cmp -s "$copy/$2" "$copy/original"; then
        echo "$1: nothing was changed in $2" >&2
        exit 2
    fi
    if run "$4"; then
        echo "$1: the tests pass, and should not" >&2
        n_missed=$((n_missed + 1))
    elif grep -q '^test result: FAILED' "$copy/log"; then
        echo "$1: noticed by"
        sed -n '/^failures:$/,$ { /^    [a-z_]*::/ p }' "$copy/log" | sort -u
    else
        cat "$copy/log" >&2
        exit 2
    fi
    cp "$copy/original" "$copy/$2"
}

everything='outbox crash::moment crash::random crash::stale crash::bad_relay transport::handover transport::outcome'
if ! run "$everything"; then
    cat "$copy/log" >&2
    echo 'the tests fail before anything is taken out' >&2
    exit 2
fi

mutate 'the fence taken out of SQLite' src/outbox/dialect/sqlite.rs \
    '/^    apply: /,/^    waiting: / s/AND notices\.epoch = step\.value ->> 1//' outbox
if "$has_postgres"; then
    mutate 'the fence taken out of PostgreSQL' src/outbox/dialect/postgres.rs \
        '/^    apply: /,/^    waiting: / s/AND notices\.epoch = (step\.value ->> 1)::bigint//' 'outbox crash::stale'
fi
mutate 'the intent stored after the dot' src/transport/smtp.rs \
    '/handover\.await/ { h; d; }; /let result = session\.send_body/ { G; }' \
    'transport::handover crash::moment crash::random'
mutate 'what a dead worker has handed over sent again' src/outbox/dialect/sqlite.rs \
    "/^    sweep: /,/^    claim: / s/SET state = 'in_doubt', worker = NULL, changed_at/SET state = 'queued', due_at = \$1, worker = NULL, changed_at/" \
    'outbox crash::moment crash::random'
mutate 'silence after the dot taken for a refusal' src/transport/smtp/outcome.rs \
    's/Phase::Dot => FailureKind::InDoubt,/Phase::Dot => FailureKind::Transient,/' 'transport::outcome'
mutate 'silence after the dot no fault of the relay' src/mailer/judge.rs \
    '/FailureKind::InDoubt => {/,/^            }/ s/self\.blame(.*;//' crash::bad_relay
[ "$n_missed" -eq 0 ]
