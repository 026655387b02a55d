#!/bin/sh
# Compares `pastdue send` with `smtp-source -d`, and with nodemailer where npm is installed, in turn, against `smtp-sink`
# on loopback: whole processes, 16 sessions, mails of one size, a durable SQLite outbox on the disk that holds the build.
#
#   sh benches/relay.sh [ROWS [ROUNDS]]      20000 rows and 3 rounds, unless told otherwise
#
# Needs the release build, Postfix's smtp-sink and smtp-source, and python3.
set -eu
rows=${1:-20000}
rounds=${2:-3}
cd "$(dirname "$0")/.."
program=$PWD/${CARGO_TARGET_DIR:-target}/release/pastdue
case ${CARGO_TARGET_DIR:-} in /*) program=$CARGO_TARGET_DIR/release/pastdue ;; esac
[ -x "$program" ] || { echo "build it first: cargo build --release" >&2; exit 2; }
for tool in smtp-sink smtp-source; do
    command -v "$tool" > /dev/null || PATH=$PATH:/usr/sbin:/usr/lib/postfix/sbin
    command -v "$tool" > /dev/null || { echo "$tool is missing: install postfix" >&2; exit 2; }
done

folder=$(mktemp -d "$(dirname "$program")/relay-bench.XXXXXX")
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
# smtp-sink refuses to run as root without a user to become.
user=
[ "$(id -u)" -ne 0 ] || user="-u nobody"
smtp-sink $user "127.0.0.1:$port" 1000 > /dev/null 2>&1 &
sink=$!
trap 'kill "$sink"; rm -rf "$folder"' EXIT
trap 'exit 1' INT TERM

python3 - examples/past-due.jsonl "$rows" > "$folder/rows.jsonl" <<'PYTHON'
import json, sys
rows = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
for n in range(int(sys.argv[2])):
    print(json.dumps({**rows[n % len(rows)], "id": f"ntc_{n}"}, ensure_ascii=False))
PYTHON
now() { date +%s.%N; }
rate() { awk -v n="$rows" -v from="$1" -v to="$2" 'BEGIN { printf "%.0f mails a second", n / (to - from) }'; }

# The size of our own mails, on average.
"$program" send --limit 60 --outbox "sqlite:$folder/size.db" --transport "maildir:$folder/mails" \
    "$folder/rows.jsonl" > /dev/null 2>&1
size=$(cat "$folder"/mails/new/* | wc -c)
n_mails=$(ls "$folder/mails/new" | wc -l)
size=$((size / n_mails))
echo "$rows mails of $size bytes, 16 sessions"

if command -v npm > /dev/null; then
    npm install --silent --no-audit --no-fund --prefix "$folder" nodemailer@10
    python3 - "$folder" <<'PYTHON'
import email, email.policy, pathlib, sys
folder = pathlib.Path(sys.argv[1])
mail = sorted((folder / "mails/new").iterdir())[0]
message = email.message_from_bytes(mail.read_bytes(), policy=email.policy.default)
for kind, name in ("plain", "text"), ("html", "html"):
    (folder / name).write_text(message.get_body((kind,)).get_content(), encoding="utf-8")
PYTHON
else
    echo "nodemailer is left out: npm is not installed"
fi

for round in $(seq "$rounds"); do
    from=$(now)
    smtp-source -d -s 16 -l "$size" -m "$rows" -f billing@example.com -t anneke@example.nl "127.0.0.1:$port"
    echo "round $round: smtp-source $(rate "$from" "$(now)")"
    from=$(now)
    "$program" send --outbox "sqlite:$folder/$round.db" --connections 16 --transport "smtp://127.0.0.1:$port" \
        "$folder/rows.jsonl" > "$folder/report" 2> "$folder/story" || { cat "$folder/report" "$folder/story"; exit 1; }
    echo "round $round: pastdue     $(rate "$from" "$(now)")"
    if [ -d "$folder/node_modules" ]; then
        from=$(now)
        node benches/nodemailer.mjs "$folder" "$port" "$rows"
        echo "round $round: nodemailer  $(rate "$from" "$(now)")"
    fi
done
