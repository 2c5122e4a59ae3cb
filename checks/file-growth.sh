#!/usr/bin/env bash
# Saves a post again and again, and compares the database file with the rows that are in it: it may be a few times as large, and
# no more however often something is saved.
# Usage: checks/file-growth.sh [SAVES]   (20000). Needs the built jar, curl and python3.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

saves=${1:-20000}
require_jar
work=$(mktemp -d)
trap 'stop_server; rm -rf "$work"' EXIT

mib() { awk -v bytes="$1" 'BEGIN { printf "%.1f MiB", bytes / 1048576 }'; }

start_server "$work/server.log" java -Xmx256m -jar "$jar" serve --data "$work/data"
secret=$(program_token)
largest=$(python3 - "$base" "$secret" "$saves" "$work/data/blog.mv.db" <<'PYTHON'
import http.client, json, os, sys, urllib.parse

base, secret, saves, file = sys.argv[1:]
server = http.client.HTTPConnection(urllib.parse.urlsplit(base).netloc, timeout=60)
largest = 0


def ask(method, path, body, **headers):
    server.request(method, path, json.dumps(body),
                   {"Authorization": "Bearer " + secret, "Content-Type": "application/json", **headers})
    answer = server.getresponse()
    text = answer.read()
    if answer.status not in (200, 201):
        sys.exit(f"{method} {path}: {answer.status} {text[:300]}")
    return json.loads(text), answer.getheader("ETag")


post, tag = ask("POST", "/api/v1/posts", {"title": "A post", "markdown": "The first words."})
for n in range(int(saves)):
    _, tag = ask("PATCH", "/api/v1/posts/" + post["id"], {"markdown": f"The words of save {n}. " * 20}, **{"If-Match": tag})
    largest = max(largest, os.stat(file).st_size)
print(largest)
PYTHON
)
stop_server
stopped=$(stat -c %s "$work/data/blog.mv.db")
# H2's own copy of what is in the file, with nothing else.
java -cp "$jar" org.h2.mvstore.MVStoreTool -compact "$work/data/blog.mv.db"
content=$(stat -c %s "$work/data/blog.mv.db")
echo "file-growth: $saves saves; at most $(mib "$largest") while running, $(mib "$stopped") after the stop, $(mib "$content") of content"
[ "$largest" -lt $((3 * content + 16 * 1048576)) ] || fail "the file grew too large while the server ran"
[ "$stopped" -lt $((3 * content + 16 * 1048576)) ] || fail "the file is too large after the stop"
