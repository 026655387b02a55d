#!/bin/sh
# Brings what the browser tests need: Chromium, fonts for Chinese, axe-core and the Nu HTML Checker.
#
#   variables=$(sh tests/components/browser.sh FOLDER) && eval "$variables"
#
# Debian packages are installed if they are missing, as root and without questions. The two files that
# Debian does not have come from npm, are checked against their digests, and stay in FOLDER.
# Standard output is the environment that the tests read.
set -eu

[ $# -eq 1 ] || { echo "usage: sh tests/components/browser.sh FOLDER" >&2; exit 2; }
mkdir -p "$1"
folder=$(cd "$1" && pwd)

axe=4.14.1
axe_sha256=29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c
vnu=26.9.27
vnu_sha256=22f15dd39a33bed929d2a5c0cddf5946849a647eca9272bf4d5d00bc7e7a4d47

# is_file FILE SHA256: whether the file is here and whole.
is_file() {
    [ -f "$1" ] && [ "$(sha256sum "$1" | cut -d ' ' -f 1)" = "$2" ]
}

packages=''
need() { # PROGRAM PACKAGE
    command -v "$1" >/dev/null 2>&1 || packages="$packages $2"
}
need chromium chromium
need chromedriver chromium-driver
need java default-jre-headless
[ -e /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc ] || packages="$packages fonts-noto-cjk"
is_file "$folder/axe.min.js" "$axe_sha256" && is_file "$folder/vnu.jar" "$vnu_sha256" || need npm npm

if [ -n "$packages" ]; then
    echo "installing$packages" >&2
    [ "$(id -u)" -eq 0 ] || { echo "only root can install them" >&2; exit 2; }
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq >&2
    # shellcheck disable=SC2086 # a list of packages
    apt-get install -y -qq --no-install-recommends $packages </dev/null >&2
fi

# take PACKAGE VERSION FILE SHA256: puts one file of an npm package into the folder.
take() {
    target="$folder/${3##*/}"
    is_file "$target" "$4" && return
    echo "fetching $1 $2" >&2
    rm -rf "$folder/package"
    archive=$(cd "$folder" && npm pack --silent --cache "$folder/npm" "$1@$2" </dev/null)
    tar -xzf "$folder/$archive" -C "$folder" "package/$3"
    mv "$folder/package/$3" "$target"
    rm -rf "${folder:?}/$archive" "$folder/package" "$folder/npm"
    is_file "$target" "$4" || { echo "$target is not the file that was expected" >&2; exit 2; }
}
take axe-core "$axe" axe.min.js "$axe_sha256"
take vnu-jar "$vnu" build/dist/vnu.jar "$vnu_sha256"

# quote TEXT: as one word of the shell.
quote() {
    printf "'%s'" "$(printf '%s' "$1" | sed "s/'/'\\\\''/g")"
}
echo "export PASTDUE_TEST_AXE=$(quote "$folder/axe.min.js")"
echo "export PASTDUE_TEST_VNU=$(quote "$folder/vnu.jar")"
