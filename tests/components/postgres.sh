#!/bin/sh
# Starts a private PostgreSQL: `sh tests/components/postgres.sh FOLDER`.
#
# Its data, its log and its socket are in FOLDER, which must be an absolute path; it listens on no port. Run again
# with the same folder, it starts what was ended before. Root becomes the user `postgres`, as PostgreSQL demands.
# Standard output is the environment that the tests read, and PASTDUE_POSTGRES_PID, the id of the process:
# SIGINT ends it, and closes every connection.
set -eu

[ $# -eq 1 ] && [ "${1#/}" != "$1" ] || { echo 'usage: sh tests/components/postgres.sh /FOLDER' >&2; exit 2; }
folder=$1

newest=''
for program in /usr/lib/postgresql/*/bin/postgres; do
    [ -x "$program" ] && newest=${program%/postgres}
done
if [ -z "$newest" ]; then
    echo 'PostgreSQL is not installed (sh tests/run.sh installs it)' >&2
    exit 2
fi

become=''
mkdir -p "$folder"
if [ "$(id -u)" -eq 0 ]; then
    become='runuser -u postgres --'
    chown postgres "$folder"
fi
cd "$folder"
if [ ! -d "$folder/data" ]; then
    # What a crash of the machine would do is not tried here, so nothing needs to reach the disk.
    $become "$newest/initdb" --pgdata "$folder/data" --username postgres --auth trust --encoding UTF8 \
        --locale C --no-sync >"$folder/initdb.log" 2>&1 || { cat "$folder/initdb.log" >&2; exit 2; }
    $become sh -c 'cat >>"$1/data/postgresql.conf"' sh "$folder" <<SETTINGS
listen_addresses = ''
unix_socket_directories = '$folder'
max_connections = 200
fsync = off
SETTINGS
fi
$become "$newest/pg_ctl" --pgdata "$folder/data" --log "$folder/log" --silent --wait start >&2 </dev/null ||
    { cat "$folder/log" >&2; exit 2; }

host=$(printf '%s' "$folder" | sed 's/%/%25/g; s|/|%2F|g; s/ /%20/g')
echo "export PASTDUE_TEST_POSTGRES='postgres://postgres@$host/postgres'"
echo "PASTDUE_POSTGRES_PID=$(head -n 1 "$folder/data/postmaster.pid")"
