#!/usr/bin/env bash
# Does to a server what hostile clients do: each check prints its figure on one line.
# Usage: checks/hardening.sh [CHECK...]   with the names of functions below; without an argument all of them.
# Needs the built jar, the independent checkers, curl, jq, python3, node with npm and Chromium; the Observatory needs root.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

all=(slow_clients malformed pathological naughty payloads headers crowds https)

require_kit
require_jar
work=$(mktemp -d)
trap 'stop_server; rm -rf "$work"' EXIT

# figure_of COMMAND...: runs it and prints what it found in one line; all that it said, if it is not content.
figure_of() {
    local result=0
    "$@" >"$work/said" 2>&1 || result=$?
    [ $result -eq 0 ] || tail -n 40 "$work/said"
    figure "$work/said"
    return $result
}

# Headers, bodies and answers a byte at a time, 400 at once, while an honest reader asks.
slow_clients() { figure_of python3 "$kit/slowloris.py" "$base" --mode all --conns 400 --post /api/v1/posts --reap; }

malformed() {
    figure_of python3 "$kit/http-fuzz.py" "$base" --count "${FUZZ:-10000}" \
        --paths /,/api/v1/posts,/feed.atom,/admin/sign-in,/search,/admin/set-up
}

# Each as the text of a draft that a program writes.
pathological() {
    mkdir "$work/texts"
    python3 "$kit/pathological-md.py" "$base" --write "$work/texts" >/dev/null
    figure_of python3 - "$base" "$secret" "$work/texts" <<'PYTHON'
import glob, json, sys, time, urllib.error, urllib.request

base, secret, folder = sys.argv[1:]
statuses, slowest = {}, 0
for file in sorted(glob.glob(folder + "/*")):
    text = open(file, encoding="utf-8", errors="replace").read()
    request = urllib.request.Request(base + "/api/v1/posts", json.dumps({"title": "A text", "markdown": text}).encode(),
                                     {"Authorization": "Bearer " + secret, "Content-Type": "application/json"})
    begun = time.time()
    try:
        status = urllib.request.urlopen(request, timeout=60).status
    except urllib.error.HTTPError as refused:
        status = refused.code
    slowest = max(slowest, time.time() - begun)
    statuses[status] = statuses.get(status, 0) + 1
print("FIGURE inputs=%d kept=%d refused=%d server_errors=%d worst_s=%.2f" % (
    sum(statuses.values()), statuses.get(201, 0), sum(n for status, n in statuses.items() if 400 <= status < 500),
    sum(n for status, n in statuses.items() if status >= 500), slowest))
sys.exit(slowest > 5 or any(status >= 500 for status in statuses) or not statuses.get(201))
PYTHON
}

# Each as the title and the text of a draft, which have to come back as they were sent, and as parts of addresses.
naughty() {
    figure_of python3 - "$base" "$secret" "$kit/naughty-strings.json" <<'PYTHON'
import json, sys, unicodedata, urllib.error, urllib.parse, urllib.request

base, secret, strings = sys.argv[1:]
kept = refused = changed = errors = addresses = 0


def ask(path, body=None):
    request = urllib.request.Request(base + path, body, {"Authorization": "Bearer " + secret, "Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as refusal:
        return refusal.code, refusal.read()


def line(text):
    return unicodedata.normalize("NFC", text).strip()


for text in json.load(open(strings, encoding="utf-8")):
    status, answer = ask("/api/v1/posts", json.dumps({"title": text, "markdown": text}).encode())
    if status == 201:
        _, answer = ask("/api/v1/posts/" + json.loads(answer)["id"])
        post = json.loads(answer)
        if post["markdown"] == text and line(post["title"]) == line(text):
            kept += 1
        else:
            changed += 1
            print("changed: %r" % text[:60])
    elif status < 500:
        refused += 1
    else:
        errors += 1
        print("%d on %r" % (status, text[:60]))
    for place in ("/search?q=%s", "/tags/%s", "/%s"):
        status, _ = ask(place % urllib.parse.quote(text.encode("utf-8", "surrogatepass"), safe=""))
        addresses += 1
        if status >= 500:
            errors += 1
            print("%d on %s with %r" % (status, place, text[:60]))
print("FIGURE strings=%d kept=%d refused=%d changed=%d addresses=%d server_errors=%d" % (
    kept + refused + changed, kept, refused, changed, addresses, errors))
sys.exit(bool(errors or changed or not kept))
PYTHON
}

# Each payload as the title and the text of a published post, opened in a browser without the policy of the page.
payloads() {
    npm_packages playwright-core
    # The list has lines that are torn, and those that read it expect none.
    jq -cR 'fromjson? | select(.payload)' "$kit/xss-corpus.jsonl" >"$work/payloads.jsonl"
    export -f publish
    export base secret
    figure_of node "$kit/xss-check.mjs" "$base" --submit publish --selector main --corpus "$work/payloads.jsonl"
}

# Publishes what is read from standard input, and prints where it stands; ends with 22 if it is refused. The title is spared what
# no title may have, so that the text is what is judged.
publish() {
    local slug
    slug=$(jq -Rs '{title: ("Payload " + gsub("[[:cntrl:]]"; " "))[0:200], markdown: ., status: "published"}' |
        curl -s -m 20 -H "Authorization: Bearer $secret" -H 'Content-Type: application/json' --data-binary @- "$base/api/v1/posts" |
        jq -r '.slug // empty')
    [ -n "$slug" ] && echo "/$slug" || return 22
}

headers() {
    figure_of python3 "$kit/headers-check.py" "$base" / /tags /archive /search /feed.atom /no-such-page /admin/sign-in /livez --min 130
}

# Forms that stall in the middle over 4,000 connections, with half the memory that a small machine has; then a reader comes.
crowds() {
    stop_server
    start_server "$work/crowds.log" java -Xmx128m -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError -jar "$jar" serve --data "$work/crowds"
    figure_of python3 - "$base" <<'PYTHON' || { tail -n 3 "$work/crowds.log"; return 1; }
import resource, socket, sys, time, urllib.request

base = sys.argv[1]
host, port = base[len("http://"):].split(":")
most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
resource.setrlimit(resource.RLIMIT_NOFILE, (most if most == resource.RLIM_INFINITY else min(most, 8192), most))
form = (b"POST /admin/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        b"Content-Length: 65000\r\n\r\n" + b"a" * 64990)
clients, cut = [], 0
for _ in range(4000):
    try:
        client = socket.create_connection((host, int(port)), 20)
        client.settimeout(20)
        clients.append(client)
        client.sendall(form)
    except OSError:
        cut += 1
begun = time.time()
status = urllib.request.urlopen(base + "/", timeout=30).status
took = time.time() - begun
print("FIGURE connections=%d cut=%d status=%d reader_s=%.2f" % (len(clients), cut, status, took))
sys.exit(status != 200 or len(clients) < 3000)
PYTHON
}

# The same as it is behind https, where the page for signing in sets a cookie; and as the Observatory itself sees it.
https() {
    local result=0
    npm_packages @mdn/mdn-http-observatory
    stop_server
    start_server "$work/https.log" java -jar "$jar" serve --data "$work/https" --base-url https://blog.example
    figure_of python3 "$kit/headers-check.py" "$base" /admin/sign-in --tls --min 135 || result=1
    figure_of "$kit/observatory.sh" "$base" 130 || result=1
    return $result
}

[ $# -gt 0 ] || set -- "${all[@]}"
start_server "$work/server.log" java -jar "$jar" serve --data "$work/data"
secret=$(program_token)
run_each "$@"
