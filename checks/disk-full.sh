#!/usr/bin/env bash
# Fills the disk under a server that is written to, and makes room again, a few times: writing has to be refused with a sentence
# and nothing else, readers have to notice nothing, and writing has to go on by itself. Then the server is killed while the disk
# is full, and everything that was acknowledged has to be there.
# Usage: checks/disk-full.sh [ROUNDS]   (5). Needs the built jar, curl, jq, and root for a small disk in memory.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

rounds=${1:-5}
require_jar
require_root
work=$(mktemp -d)
disk=$work/disk
mkdir "$disk"
mount -t tmpfs -o size=160m none "$disk"
trap 'stop_server; umount "$disk"; rm -rf "$work"' EXIT

# write_post TITLE: prints the status, and notes the post if it was acknowledged.
write_post() {
    local status
    status=$(curl -s -m 20 -o "$work/answer" -w '%{http_code}' -H "Authorization: Bearer $secret" -H "Content-Type: application/json" \
        -d "{\"title\": \"$1\", \"markdown\": \"Words of $1.\", \"status\": \"published\"}" "$base/api/v1/posts") || true
    [ "$status" != 201 ] || jq -r '[.id, .slug] | @tsv' "$work/answer" >>"$work/acknowledged"
    echo "$status"
}

status_of() { curl -s -m 20 -o /dev/null -w '%{http_code}' -H "Authorization: Bearer $secret" "$base$1"; }

# The disk is filled to the last byte, while somebody writes.
fill() {
    dd if=/dev/zero of="$disk/fill" bs=1M 2>/dev/null || true
    dd if=/dev/zero of="$disk/rest" bs=4096 2>/dev/null || true
}

read_everything() {
    local path
    for path in / /archive "/$(tail -n 1 "$work/acknowledged" | cut -f 2)" "/search?q=words" /readyz /livez \
        "/api/v1/posts/$(tail -n 1 "$work/acknowledged" | cut -f 1)"; do
        [ "$(status_of "$path")" = 200 ] || fail "$path answers $(status_of "$path") $1"
    done
}

start_server "$work/server.log" java -jar "$jar" serve --data "$disk/data"
secret=$(program_token)
refused=0
slowest=0
for round in $(seq "$rounds"); do
    for n in $(seq 10); do [ "$(write_post "Post $n of round $round")" = 201 ] || fail "a post is refused while there is room"; done
    fill &
    filling=$!
    n=0
    while kill -0 "$filling" 2>/dev/null || [ $n -lt 20 ]; do
        n=$((n + 1))
        case $(write_post "Late post $n of round $round") in
            201) ;;
            503 | 507) refused=$((refused + 1)) ;;
            *) fail "a post is answered $(cat "$work/answer")" ;;
        esac
    done
    wait "$filling"
    [ "$(write_post "A post too many")" = 507 ] || fail "a post is not refused on a full disk: $(cat "$work/answer"), $(df --output=avail "$disk" | tail -n 1) KiB free"
    grep -q 'disk of the blog is full' "$work/answer" || fail "the refusal does not say why: $(cat "$work/answer")"
    curl -s "$base/readyz" | grep -q '^disk: full' || fail "readyz does not say that the disk is full"
    read_everything "while the disk is full"
    rm "$disk/fill" "$disk/rest"
    from=$(date +%s%3N)
    until [ "$(write_post "First post after round $round")" = 201 ]; do
        [ $(($(date +%s%3N) - from)) -lt 30000 ] || fail "writing does not go on within 30 s of room"
        sleep 0.1
    done
    took=$(($(date +%s%3N) - from))
    [ "$took" -le "$slowest" ] || slowest=$took
    echo "round $round: $(wc -l <"$work/acknowledged") acknowledged, $refused refused, writing went on after $took ms"
done

fill
kill -9 "$server"
wait "$server" 2>/dev/null || true
start_server "$work/server.log" java -jar "$jar" serve --data "$disk/data"
read_everything "after a kill on a full disk"
lost=0
while read -r id slug; do
    [ "$(status_of "/api/v1/posts/$id")" = 200 ] && [ "$(status_of "/$slug")" = 200 ] || lost=$((lost + 1))
done <"$work/acknowledged"
echo "disk-full: $rounds rounds, $(wc -l <"$work/acknowledged") posts acknowledged, $refused refused, $lost lost, writing went on within $slowest ms of room"
[ "$lost" = 0 ]
