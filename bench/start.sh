#!/usr/bin/env bash
# Prints what a start takes until the first page is there, in CPU time of the whole process, with the class-data archive and
# without it: bench/start.sh [FOLDER]. In the folder are the blogs of bench/flat-cost.sh; an empty one is looked at in any case.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

require_jar
folder=${1:-$blogs}
work=$(mktemp -d)
trap 'stop_server; rm -rf "$work"' EXIT
mkdir "$work/empty"

# first_page DATA: the milliseconds of CPU time and of wall time until the front page was sent.
first_page() {
    local port begun
    port=$(free_port)
    begun=$(date +%s%N)
    "$root/waxwing" serve --data "$1" --host 127.0.0.1 --port "$port" >"$work/server.log" 2>&1 </dev/null &
    server=$!
    until curl -sf -o /dev/null "http://127.0.0.1:$port/"; do
        kill -0 "$server" 2>/dev/null || fail "$(cat "$work/server.log")"
        sleep 0.02
    done
    echo "$(cpu_of_all "$server") $((($(date +%s%N) - begun) / 1000000))"
    stop_server
}

# The middle one of five starts.
start() {
    for _ in 1 2 3 4 5; do first_page "$1"; done | median
}

report() {
    local name=$1 data=$2 with without
    first_page "$data" >/dev/null
    with=$(start "$data")
    without=$(JAVA_OPTS="${JAVA_OPTS:-} -Xshare:auto" start "$data")
    # shellcheck disable=SC2086 # each is two figures
    printf '%-16s with the archive %5d ms CPU, %5d ms wall; without %5d ms CPU, %5d ms wall\n' "$name" $with $without
}

report "no posts" "$work/empty"
for data in "$folder"/*/; do
    [ -f "$data/filled" ] || continue
    report "$(basename "$data") posts" "$data"
done
