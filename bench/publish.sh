#!/usr/bin/env bash
# Publishes POSTS (300) posts in a blog of 100,000, and reads the front page, the feed and the page of a tag after each:
# bench/publish.sh [FOLDER]. Prints how long the publishing took and the reading, and fails if a page did not show the new post at once. The blog is made
# once, which takes minutes, and kept in the folder; what is published goes into a copy.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

require_jar
folder=${1:-$blogs}
work=$(mktemp -d)
trap 'stop_server; rm -rf "$work"' EXIT

fill "$folder/100000" 100000
cp -r "$folder/100000" "$work/data"
start_server "$work/server.log" "$root/waxwing" serve --data "$work/data"
secret=$(program_token)
python3 - "${base#http://}" "$secret" "${POSTS:-300}" <<'PYTHON'
import http.client, json, sys, time

host, secret, posts = sys.argv[1], sys.argv[2], int(sys.argv[3])
connection = http.client.HTTPConnection(host, timeout=20)

def answer(method, path, body=None, headers={}):
    begun = time.perf_counter()
    connection.request(method, path, body, headers)
    response = connection.getresponse()
    text = response.read().decode()
    if response.status >= 400:
        sys.exit(f"{method} {path} was answered {response.status}: {text}")
    return (time.perf_counter() - begun) * 1000, text

publishing, reading = [], {"/": [], "/feed.atom": [], "/tags/tag-0": []}
warming = 100
for n in range(-warming, posts):
    title = f"New {n + warming} of today"
    post = {"title": title, "markdown": f"Words of *{title}*.", "tags": ["Tag 0", "Tag 1"], "status": "published"}
    took, _ = answer("POST", "/api/v1/posts", json.dumps(post),
                     {"Authorization": "Bearer " + secret, "Content-Type": "application/json"})
    if n >= 0:
        publishing.append(took)
    for path, times in reading.items():
        took, text = answer("GET", path)
        if title not in text:
            sys.exit(f"{path} does not show '{title}', whose publication was acknowledged")
        if n >= 0:
            times.append(took)

def line(name, times):
    times = sorted(times)
    print("%-12s half within %6.1f ms, 99 %% within %6.1f ms, the longest %6.1f ms"
          % (name, times[len(times) // 2], times[int(len(times) * 0.99)], times[-1]))

line("publish", publishing)
for path, times in reading.items():
    line(path, times)
print(f"Each of {posts} new posts was on all three pages at once.")
PYTHON
