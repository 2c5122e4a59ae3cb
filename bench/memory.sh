#!/usr/bin/env bash
# Prints the memory (PSS) of a server of 10,000 posts: a minute after its start, and while readers ask for pages that are kept
# and for pages that are not: bench/memory.sh [FOLDER]. The blog is made once, which takes minutes, and kept in the folder.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

require_jar
folder=${1:-$blogs}
posts=10000
work=$(mktemp -d)
trap 'stop_server; rm -rf "$work"' EXIT

pss() { awk '/^Pss:/ { printf "%d", $2 / 1024 }' "/proc/$server/smaps_rollup"; }

# load SECONDS PATH
load() { wrk -t 1 -c 64 -d "$1" -s "$root/bench/paths.lua" -H "Accept-Encoding: gzip" "$base" -- "$2" >/dev/null; }

fill "$folder/$posts" "$posts"
start_server "$work/server.log" "$root/waxwing" serve --data "$folder/$posts"
sleep 60
echo "idle: $(pss) MiB"
highest=0
for _ in $(seq "${ROUNDS:-6}"); do
    for path in / "/note-{1-$posts}" '/page/{1-900}' '/search?q=river+note{1-99}' /feed.atom; do
        load 5 "$path"
        now=$(pss)
        [ "$now" -le "$highest" ] || highest=$now
    done
done
echo "under load: $highest MiB"
sleep 30
echo "after it: $(pss) MiB"
