"""Reads and writes behind a proxy until a file appears, and prints how many requests failed.

Usage: cluster-load.py ADDRESS SECRET STOP-FILE
Whoever reads asks for finished pages and for searches, which are made each time; whoever writes begins drafts. Each request has a
connection of its own, as people have who come from everywhere.
"""

import http.client
import itertools
import json
import os
import sys
import threading
import time
import urllib.parse

READERS = 4
PAUSE = 0.05
PATHS = ["/", "/archive", "/feed.atom", "/search?q=words", "/sitemap.xml", "/api/v1/posts"]

front, secret, stop = urllib.parse.urlsplit(sys.argv[1]), sys.argv[2], sys.argv[3]
lock = threading.Lock()
asked, written, failures = 0, 0, []


def ask(method, path, expected, body=None):
    global asked, written
    headers = {"Authorization": "Bearer " + secret} if path.startswith("/api/") else {}
    if body:
        headers["Content-Type"] = "application/json"
    try:
        connection = http.client.HTTPConnection(front.hostname, front.port, timeout=30)
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        answer.read()
        connection.close()
        said = answer.status
    except OSError as failure:
        said = repr(failure)
    with lock:
        asked += 1
        written += method == "POST"
        if said != expected:
            failures.append(f"{time.strftime('%H:%M:%S')} {method} {path}: {said}")


def read(paths):
    for path in paths:
        if os.path.exists(stop):
            return
        ask("GET", path, 200)
        time.sleep(PAUSE)


def write():
    for number in itertools.count():
        if os.path.exists(stop):
            return
        ask("POST", "/api/v1/posts", 201, json.dumps({"title": f"Draft {number}", "markdown": "Some words."}))
        time.sleep(4 * PAUSE)


threads = [threading.Thread(target=read, args=(itertools.cycle(PATHS[n:] + PATHS[:n]),)) for n in range(READERS)]
threads.append(threading.Thread(target=write))
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
for failure in failures[:20]:
    print(failure)
print(f"{asked} requests, {written} of them writing, {len(failures)} failed")
sys.exit(bool(failures))
