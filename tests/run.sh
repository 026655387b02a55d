#!/bin/sh
# Runs every test, none left out. Installs the real components that are missing (Debian, as root),
# starts what it needs in a temporary folder on loopback, and cleans up.
set -eu
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM

# The packages of the components that are not here yet.
missing=''
need() { # PROGRAM PACKAGE
    command -v "$1" >/dev/null 2>&1 || [ -x "/usr/sbin/$1" ] || missing="$missing $2"
}
need smtp-sink postfix
need openssl openssl
need python3 python3
need chromium chromium
need chromedriver chromium-driver
need java default-jre-headless
python3 -c 'import venv, ensurepip' 2>/dev/null || missing="$missing python3-venv"
[ -e /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc ] || missing="$missing fonts-noto-cjk"

if [ -n "$missing" ]; then
    if [ "$(id -u)" -ne 0 ]; then
        echo "tests/run.sh: these packages are missing, and installing them takes root:$missing" >&2
        exit 2
    fi
    echo "tests/run.sh: installing$missing"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    # Postfix is here for its smtp-sink alone: nothing of it is configured or started.
    mkdir -p /usr/sbin
    printf 'exit 101\n' > "$work/no-start"
    # shellcheck disable=SC2086 # a list of packages
    apt-get install -y -qq --no-install-recommends $missing >"$work/apt.log" 2>&1 || { cat "$work/apt.log" >&2; exit 2; }
fi

PATH="$PATH:/usr/sbin:/sbin"
export PATH

