#!/bin/sh
# Takes a safeguard out, one at a time, and shows that the suite notices. Run it by hand: sh tests/mutation.sh
set -eu
cd "$(dirname "$0")/.."
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$PWD/target/mutation}"
git ls-files -z | xargs -0 cp --parents -t "$copy"

# mutate NAME FILE PROGRAM TESTS: runs the tests on a copy in which the sed PROGRAM has changed FILE.
mutate() {
    cp "$copy/$2" "$copy/original"
    sed -i "$3" "$copy/$2"
    if cmp -s "$copy/$2" "$copy/original"; then
        echo "$1: nothing was changed in $2" >&2
        exit 2
    fi
    if (cd "$copy" && cargo test --test it -- $4) > "$copy/log" 2>&1; then
        echo "$1: the tests pass, and should not" >&2
        exit 1
    elif ! grep -q '^test result: FAILED' "$copy/log"; then
        cat "$copy/log" >&2
        exit 2
    fi
    echo "$1: noticed by $(grep -c ' FAILED$' "$copy/log") tests"
    cp "$copy/original" "$copy/$2"
}

mutate 'the fence taken out' src/outbox/dialect/sqlite.rs \
    '/apply: "/,/retire:/ s/AND notices.epoch = step.value ->> 1//' outbox
mutate 'the intent stored after the dot' src/transport/smtp.rs \
    '/handover.await/ { h; d }; /let result = session.send_body/ { G }' 'transport crash'
