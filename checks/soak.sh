#!/usr/bin/env bash
# Reads, searches and writes for a while, and shows that memory, threads and open files stay as they are.
# Usage: checks/soak.sh [MINUTES=5]   needs the built jar, a JDK, curl and python3.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

require_jar
work=$(mktemp -d)
trap 'stop_server; rm -rf "$work"' EXIT
start_server "$work/server.log" java -Xmx256m -jar "$jar" serve --data "$work/data"
secret=$(program_token)
python3 - "$base" "$secret" "$server" "${1:-5}" <<'PYTHON'
import itertools, json, os, random, re, subprocess, sys, threading, time, urllib.error, urllib.request

base, secret, server, minutes = sys.argv[1], sys.argv[2], sys.argv[3], float(sys.argv[4])
asked, failed, lock, over = itertools.count(), [], threading.Lock(), threading.Event()


def ask(path, body=None, method=None, **headers):
    next(asked)
    request = urllib.request.Request(base + path, body and json.dumps(body).encode(), headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.read(), answer.headers
    except Exception as failure:
        failed.append("%s %s" % (path, failure))
        return b"{}", {}


program = {"Authorization": "Bearer " + secret, "Content-Type": "application/json"}
posts = [json.loads(ask("/api/v1/posts", {"title": "Post %d" % n, "markdown": "Words of a bird. " * 200, "tags": ["Birds"],
                                          "status": "published"}, **program)[0]) for n in range(20)]


def read(seed):
    chance = random.Random(seed)
    while not over.is_set():
        path = chance.choice(["/", "/tags", "/archive", "/feed.atom", "/search?q=bird", "/" + chance.choice(posts)["slug"]])
        ask(path, **{"X-Forwarded-For": "198.18.%d.%d" % (chance.randrange(250), chance.randrange(1, 250))})
        time.sleep(0.004)


def write():
    for round in itertools.count():
        if over.wait(0.2):
            return
        path = "/api/v1/posts/" + posts[round % 20]["id"]
        headers = ask(path, **program)[1]
        ask(path, {"markdown": "Words of a bird, for the %dth time. " % round * 200}, "PATCH", **program, **{"If-Match": headers.get("ETag", "")})


# What is alive after a collection, in MiB; threads; open files.
def state():
    histogram = subprocess.run(["jcmd", server, "GC.class_histogram"], capture_output=True, text=True, check=True).stdout
    alive = int(re.search(r"Total +\d+ +(\d+)", histogram).group(1)) / 2**20
    return alive, len(os.listdir("/proc/%s/task" % server)), len(os.listdir("/proc/%s/fd" % server))


workers = [threading.Thread(target=read, args=(seed,)) for seed in range(4)] + [threading.Thread(target=write)]
for worker in workers:
    worker.start()
# A fifth of the time to become warm: caches fill, and code is compiled.
time.sleep(minutes * 12)
states = [state()]
before = next(asked)
for part in range(4):
    time.sleep(minutes * 12)
    states.append(state())
    print("%.1f MiB alive, %d threads, %d files" % states[-1], flush=True)
requests = next(asked) - before
over.set()
for worker in workers:
    worker.join()
# A page more or less is kept at any moment, so the halves are compared.
first, last = (min(each[0] for each in half) for half in (states[:3], states[3:]))
threads, files = (states[-1][i] - states[0][i] for i in (1, 2))
for each in failed[:5]:
    print(each)
print("%d requests in %.0f minutes: %d failed, alive %.1f MiB and then %.1f MiB, %+d threads, %+d files" % (
    requests, minutes * 0.8, len(failed), first, last, threads, files))
sys.exit(bool(failed) or last - first > max(2, requests / 10_000) or threads > 20 or files > 20)
PYTHON
