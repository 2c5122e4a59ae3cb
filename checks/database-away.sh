#!/usr/bin/env bash
# The database of two nodes says nothing for a while, and is then restarted: readers keep their pages, changes are refused within
# 10 s, and everything goes on by itself. Two nodes also show how soon a change on one is seen at the other. At last the database says
# nothing again while a node is stopped, which has to end within 25 s.
# Usage: checks/database-away.sh. Needs the built jar, curl, python3, nginx and PostgreSQL; as root, a user postgres.
set -euo pipefail
source "$(dirname "$0")/cluster.sh"
nodes=2

require_servers
work=$(mktemp -d)
trap 'silence CONT; stop_cluster; rm -rf "$work"' EXIT

# A stopped process keeps its connections and answers nothing, like a network that loses everything.
silence() {
    local postmaster
    postmaster=$(head -n 1 "$work/postgres/data/postmaster.pid" 2>/dev/null) || return 0
    kill "-$1" "$postmaster" $(pgrep -P "$postmaster") 2>/dev/null || true
}

# write TITLE STATUS: the answer's status and seconds.
write() {
    curl -s -o /dev/null -m 30 -w '%{http_code} %{time_total}' -H "Authorization: Bearer $secret" -H 'Content-Type: application/json' \
        -d "{\"title\": \"$1\", \"markdown\": \"Words.\", \"status\": \"$2\"}" "$one/api/v1/posts"
}

seen() { curl -s -m 30 "$two/" | grep -q ">$1<"; }

# until_written TITLE: returns when a write is accepted, or fails after 60 s; sets $waited.
until_written() {
    local begun=$SECONDS
    until [[ $(write "$1" draft) == 201* ]]; do [ $((SECONDS - begun)) -lt 60 ] || fail "$1: nothing was accepted for 60 s"; done
    waited=$((SECONDS - begun))
}

start_cluster
one=http://127.0.0.1:${ports[1]}
two=http://127.0.0.1:${ports[2]}

step "a post on one node, its page on the other"
slowest=0
for number in 1 2 3 4 5; do
    seen nothing || true # the page is kept
    [[ $(write "Seen $number" published) == 201* ]] || fail "a post was not accepted"
    begun=$(date +%s%N)
    until seen "Seen $number"; do [ $(($(date +%s%N) - begun)) -lt 10000000000 ] || fail "the other node shows the old page"; done
    took=$((($(date +%s%N) - begun) / 1000000))
    [ "$took" -lt "$slowest" ] || slowest=$took
done
[ "$slowest" -lt 1000 ] || fail "a page was followed after $slowest ms"

step "the database says nothing"
silence STOP
refusals=0
longest=0
for number in 1 2 3; do
    answer=$(write "Refused $number" draft)
    [[ $answer == 503* ]] || fail "a write was answered $answer"
    longest=$(awk -v a="$longest" -v b="${answer#* }" 'BEGIN { print (a + 0 > b + 0 ? a : b) }')
    refusals=$((refusals + 1))
    seen "Seen 5" || fail "a page that was there is gone"
done
silence CONT
until_written "After the silence"
silent=$waited
awk -v longest="$longest" 'BEGIN { exit longest >= 10 }' || fail "a refusal took $longest s"

step "the database is restarted"
stop_postgres
[[ $(write "Refused again" draft) == 503* ]] || fail "a write without a database was not refused"
seen "Seen 5" || fail "a page that was there is gone"
run_postgres
until_written "After the restart"

step "a node is stopped while the database says nothing"
silence STOP
begun=$(date +%s%3N)
kill "${processes[2]}"
until ! kill -0 "${processes[2]}" 2>/dev/null; do
    [ $(($(date +%s%3N) - begun)) -lt 60000 ] || fail "the node goes on after 60 s: $(tail -n 5 "$work/node2.log")"
    sleep 0.1
done
stopped=$(($(date +%s%3N) - begun))
ended=0
wait "${processes[2]}" || ended=$?
silence CONT
tail -n 5 "$work/node2.log"
[ "$stopped" -le 25000 ] || fail "the node stopped after $stopped ms"
[ "$ended" = 143 ] || [ "$ended" = 0 ] || fail "the node ended with $ended"
echo "FIGURE database-away: a change was seen at the other node within $slowest ms; $refusals writes refused within $longest s," \
    "accepted again within $silent s of the silence and $waited s of the restart; pages went on;" \
    "a node stopped within $stopped ms of a silence"
