#!/usr/bin/env bash
# Three nodes on one PostgreSQL, one of which is killed every 10 s and started again, while scheduled posts fall due: each has to
# be published once, and none later than 60 s after its time.
# Usage: checks/nodes.sh [POSTS]   (500). Needs the built jar, curl, python3, nginx and PostgreSQL; as root, a user postgres.
set -euo pipefail
source "$(dirname "$0")/cluster.sh"

posts=${1:-500}
require_servers
work=$(mktemp -d)
trap 'stop_cluster; rm -rf "$work"' EXIT
start_cluster

step "$posts posts are scheduled"
# The first is due when all are written; then some each second, for two minutes or more.
python3 - "$front" "$secret" "$posts" <<'PYTHON'
import datetime, json, sys, urllib.request

front, secret, posts = sys.argv[1], sys.argv[2], int(sys.argv[3])
start = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=20 + posts * 0.2)
spread = max(60, posts * 0.3)
for number in range(posts):
    due = start + datetime.timedelta(seconds=spread * number / posts)
    body = json.dumps({"title": f"Post {number}", "markdown": f"The words of post {number}.", "status": "scheduled",
                       "publishAt": due.isoformat(timespec="seconds")})
    request = urllib.request.Request(front + "/api/v1/posts", body.encode(), {
        "Authorization": "Bearer " + secret, "Content-Type": "application/json"})
    assert urllib.request.urlopen(request, timeout=30).status == 201
PYTHON
[ "$(ask "SELECT count(*) FROM post WHERE status = 'SCHEDULED'")" -gt 0 ] || fail "all were due before the first kill"

step "a node is killed every 10 s"
deadline=$(ask "SELECT ceil(extract(epoch FROM max(split_part(payload, '=', 2)::timestamptz))) FROM change_feed WHERE type = 'Post.Scheduled'")
kills=0
while [ "$(date +%s)" -lt $((deadline + 10)) ]; do
    node=$((kills % nodes + 1))
    end_node "$node" KILL
    kills=$((kills + 1))
    start_node "$node"
    sleep 10
done
for _ in $(seq 60); do
    [ "$(ask "SELECT count(*) FROM post WHERE status = 'SCHEDULED'")" != 0 ] || break
    sleep 1
done

step "what the feed and the audit trail say"
figure=$(ask "
    WITH due AS (
        SELECT subject, max(split_part(payload, '=', 2)::timestamptz) AS at FROM change_feed WHERE type = 'Post.Scheduled' GROUP BY subject),
    published AS (
        SELECT subject, count(*) AS times, max(happened_at) AS at FROM change_feed WHERE type = 'Post.Published' GROUP BY subject),
    noted AS (
        SELECT subject, count(*) AS times FROM audit_entry WHERE act = 'Post.Published' GROUP BY subject)
    SELECT format('%s posts, %s published once, %s kills, latest %s s after its time',
        count(*), count(*) FILTER (WHERE p.times = 1 AND n.times = 1), $kills, round(max(extract(epoch FROM p.at - d.at))::numeric, 1))
    FROM due d LEFT JOIN published p USING (subject) LEFT JOIN noted n USING (subject)")
cat "$work"/node*.log | grep -c 'Published .* scheduled posts' | sed 's/$/ times a node found posts due/'
late=${figure##*latest }
case $figure in
    "$posts posts, $posts published once, "*) awk -v late="${late%% *}" 'BEGIN { exit late > 60 }' || fail "$figure" ;;
    *) fail "$figure" ;;
esac
echo "FIGURE nodes: $figure"
