"""Writes all that a blog keeps, kills the server with -9 at a random moment, starts it again and compares, as often as is asked.

Usage: crash-everything.py PORT KILLS SECRET COOKIE CSRF LOG -- COMMAND...
Somebody for each kind of thing writes as fast as the server answers: pictures and files, posts that are edited, published and moved,
tags, redirects, settings, accounts and tokens, through the door for programs and through the forms of the desk. What was
acknowledged has to be there after the next start, and of what the kill has cut off either all or nothing. A file is whole when its
content has the hash that its address says. In the end all of it is lost on purpose, which has to be seen of each kind of thing.
"""

import hashlib
import html
import http.client
import itertools
import json
import os
import random
import re
import shutil
import signal
import struct
import subprocess
import sys
import threading
import time
import urllib.parse
import zlib

PORT, KILLS, SECRET, COOKIE, CSRF, LOG = int(sys.argv[1]), int(sys.argv[2]), *sys.argv[3:7]
COMMAND = sys.argv[sys.argv.index("--") + 1 :]
DATA = COMMAND[COMMAND.index("--data") + 1]
BEFORE = DATA + ".before"
SEED = int(os.environ.get("SEED", random.SystemRandom().randrange(1 << 32)))
LONGEST_START = 10
# Of what an earlier start has shown already; after the last start all is compared.
SAMPLE = 200
# So many acts are answered before a kill.
LEAST = 50

chance = random.Random(SEED)
faults = []


class Cut(Exception):
    """The server ended before it had answered."""


class Client:
    """Somebody with a connection and rights of everybody's: those of a program, or those of an administrator at the desk."""

    def __init__(self):
        self.connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=20)

    def ask(self, method, path, body=None, **headers):
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            self.connection.request(method, path, body, headers)
            answer = self.connection.getresponse()
            return answer.status, answer.headers, answer.read()
        except (OSError, http.client.HTTPException) as failure:
            self.connection.close()
            raise Cut from failure

    def see(self, path, **headers):
        status, headers, body = self.ask("GET", path, **headers)
        return status, headers.get("Location"), body

    def api(self, method, path, sent=None, seen=None, expected=(200, 201)):
        headers = {"Authorization": "Bearer " + SECRET}
        if sent is not None:
            headers["Content_Type"] = "application/json"
        if seen is not None:
            headers["If_Match"] = seen
        status, headers, body = self.ask(method, "/api/v1" + path, sent and json.dumps(sent), **headers)
        if status not in expected:
            raise AssertionError(f"{method} {path} answered {status}: {body[:300]!r}")
        return json.loads(body), headers.get("ETag")

    def bring(self, name, kind, content):
        mark = "-" * 20 + "file" + str(len(content))
        head = f'--{mark}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\nContent-Type: {kind}\r\n\r\n'
        status, _, body = self.ask(
            "POST", "/api/v1/media", head.encode() + content + f"\r\n--{mark}--\r\n".encode(),
            Authorization="Bearer " + SECRET, Content_Type="multipart/form-data; boundary=" + mark)
        if status != 201:
            raise AssertionError(f"a file was answered {status}: {body[:300]!r}")
        return json.loads(body)["address"]

    def page(self, path):
        status, _, body = self.see(path, Cookie=COOKIE)
        if status != 200:
            raise AssertionError(f"{path} answered {status}")
        return body.decode()

    def send(self, path, fields, expected=303):
        status, _, body = self.ask(
            "POST", path, urllib.parse.urlencode({"csrf": CSRF, **fields}, doseq=True), Cookie=COOKIE,
            Content_Type="application/x-www-form-urlencoded", Origin=f"http://127.0.0.1:{PORT}")
        if status != expected:
            raise AssertionError(f"the form of {path} was answered {status}: {body[-3000:]!r}")
        return body.decode()


class Pages(dict):
    """Pages of the desk, each asked for once."""

    def __init__(self, client):
        self.client = client

    def __missing__(self, path):
        self[path] = self.client.page(path)
        return self[path]


class Thing:
    """Something that is kept: what was acknowledged of it, and what may have become of it by an act that was not answered."""

    def __init__(self, name, value, look):
        self.name, self.value, self.look = name, value, look
        self.possible = [value]
        self.changed = True

    def become(self, value, act):
        self.changed = True
        self.possible = [self.value, value]
        answer = act()
        self.value = value
        self.possible = [value]
        return answer

    def compare(self, client, pages):
        found = self.look(client, pages)
        if found not in self.possible:
            faults.append(f"{self.name}: {found!r} in the place of {' or '.join(map(repr, self.possible))}")
        self.value, self.possible, self.changed = found, [found], False


things = []
lock = threading.Lock()
numbers = itertools.count(1)
acknowledged = dict.fromkeys(["files", "posts", "tags", "redirects", "settings", "accounts", "tokens"], 0)


def keep(thing):
    with lock:
        things.append(thing)
    return thing


def done(kind):
    with lock:
        acknowledged[kind] += 1


def noise(length):
    return random.randbytes(length)


def png(side):
    """A picture that nobody else has."""

    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    rows = b"".join(b"\0" + noise(3 * side) for _ in range(side))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows, 1)) + chunk(b"IEND", b""))


def whole(address):
    """A function that looks whether the file at an address has the content that its address says."""

    def look(client, _):
        status, _, body = client.see(address)
        name = address.rsplit("/", 1)[1]
        return (status, hashlib.sha256(body).hexdigest()[:32] == name[:32])

    return look


def bring_files(client):
    number = next(numbers)
    if number % 2:
        address = client.bring(f"picture-{number}.png", "image/png", png(120))
    else:
        content = b"%PDF-1.7\n" + noise(2_000_000)
        address = client.bring(f"paper-{number}.pdf", "application/pdf", content)
        if not address.startswith("/media/" + hashlib.sha256(content).hexdigest()[:32]):
            faults.append(f"{address}: it has another content than was sent")
    keep(Thing(address, (200, True), whole(address)))
    done("files")
    time.sleep(0.1)


def write_posts(client):
    number = next(numbers)
    words = [f"{bird}{number:06}" for bird in ("heron", "wren", "lark")]
    made, tag = client.api("POST", "/posts", {"title": f"Post {number}", "markdown": words[0], "tags": [f"Tag {number % 7}"]})
    done("posts")
    path = f"/posts/{made['id']}"

    def look(client, _):
        found, _ = client.api("GET", path, expected=(200, 404))
        if "markdown" not in found:
            return "nothing"
        status, _, page = client.see("/" + found["slug"])
        shown = [n for n in range(3) if words[n].encode() in page] if status == 200 else status
        return found["status"], found["slug"], found["title"], found["markdown"], tuple(found["tags"]), shown

    def value(status, text, shown, slug=f"post-{number}"):
        return status, slug, f"Post {number}", words[text], (f"Tag {number % 7}",), shown

    post = keep(Thing(f"post {number}", value("draft", 0, 404), look))

    def act(path, sent, value):
        nonlocal tag
        _, tag = post.become(value, lambda: client.api("PATCH" if not path else "POST", f"/posts/{made['id']}" + path, sent, tag))
        done("posts")

    act("", {"markdown": words[1]}, value("draft", 1, 404))
    keep(Thing(f"revision 1 of post {number}", True,
               lambda client, pages: words[0] in pages[f"/admin/posts/{made['id']}/revisions/2"]))
    act("/publish", None, value("published", 1, [1]))
    act("", {"markdown": words[2]}, value("published", 2, [2]))
    act("/move", {"slug": f"moved-{number}"}, value("published", 2, [2], f"moved-{number}"))
    keep(Thing(f"former address of post {number}", (301, f"/moved-{number}"),
               lambda client, _: (lambda seen: (seen[0], seen[1] and re.sub("^https?://[^/]+", "", seen[1])))(client.see(f"/post-{number}"))))


def write_tags(client):
    number = next(numbers)
    slug = f"subject-{number}"
    _, tag = client.api("POST", "/tags", {"name": f"Subject {number}", "description": "first"})
    done("tags")

    def look(client, _):
        for place in (slug, f"moved-{slug}"):
            found, _ = client.api("GET", "/tags/" + place, expected=(200, 404))
            if "description" in found:
                return place, found["description"]
        return "nothing"

    thing = keep(Thing(f"tag {slug}", (slug, "first"), look))
    _, tag = thing.become((slug, "second"), lambda: client.api("PATCH", "/tags/" + slug, {"description": "second"}, tag))
    done("tags")
    thing.become((f"moved-{slug}", "second"), lambda: client.api("POST", f"/tags/{slug}/move", {"slug": f"moved-{slug}"}, tag))
    done("tags")


def lead_elsewhere(client):
    number = next(numbers)
    client.send("/admin/redirects", {"path": f"/former/{number}", "target": f"https://example.org/{number}"})
    done("redirects")

    def look(client, _):
        status, location, _ = client.see(f"/former/{number}")
        return status if status == 404 else location

    thing = keep(Thing(f"redirect {number}", f"https://example.org/{number}", look))
    if number % 3 == 0:
        thing.become(404, lambda: client.send("/admin/redirects/remove", {"path": f"/former/{number}"}))
        done("redirects")


def fields_of(page):
    named = re.findall(r'<input[^>]*? name="(title|tagline|version)"[^>]*? value="([^"]*)"', page)
    return {name: html.unescape(value) for name, value in named}


def saved_settings(_, pages):
    fields = fields_of(pages["/admin/settings"])
    return fields["title"], fields["tagline"]


settings = None


def change_settings(client):
    global settings
    fields = fields_of(client.page("/admin/settings"))
    if settings is None:
        settings = keep(Thing("the settings", (fields["title"], fields["tagline"]), saved_settings))
    number = next(numbers)
    value = (f"Blog {number}", f"Number {number}")
    settings.become(value, lambda: client.send("/admin/settings", {
        "version": fields["version"], "title": value[0], "tagline": value[1], "language": "en", "zone": "UTC",
        "postsPerPage": "10", "navigation": "", "accent": "#1f6f78", "typeface": "SERIF", "logo": "", "logoAlt": "", "listed": "yes"}))
    done("settings")
    time.sleep(0.05)


def row(page, text):
    return next((row for row in re.findall("<tr>.*?</tr>", page, re.S) if f">{text}<" in row), "")


def invite_accounts(client):
    number = next(numbers)
    email = f"person-{number}@example.org"
    client.send("/admin/accounts", {"name": f"Person {number}", "email": email, "role": "AUTHOR"}, expected=200)
    done("accounts")

    def look(_, pages):
        return tuple(re.findall("<td>([a-z ]+)</td>", row(pages["/admin/accounts"], email).lower())[:2])

    account = keep(Thing("account " + email, ("author", "invited"), look))
    place = re.search(r'/admin/accounts/[0-9a-f-]+', row(client.page("/admin/accounts"), email))[0]
    account.become(("editor", "invited"), lambda: client.send(place + "/role", {"role": "EDITOR"}))
    done("accounts")
    account.become(("editor", "suspended"), lambda: client.send(place + "/suspend", {}))
    done("accounts")
    time.sleep(0.2)


def issue_tokens(client):
    name = f"Program {next(numbers)}"
    page = client.send("/admin/account/tokens", {"name": name, "days": "30", "scopes": "read"}, expected=201)
    done("tokens")
    secret = re.search('id="secret"[^>]* value="([^"]+)"', page)[1]

    def look(client, pages):
        if f"<td>{name}</td>" not in pages["/admin/account/tokens"]:
            return "revoked"
        return client.see("/api/v1/posts?limit=1", Authorization="Bearer " + secret)[0]

    token = keep(Thing("token " + name, 200, look))
    place = re.search(r'(/admin/account/tokens/[0-9a-f-]+/revoke)', row(page, name))[1]
    token.become("revoked", lambda: client.send(place, {})) if chance.random() < 0.7 else None
    done("tokens")
    time.sleep(0.2)


def go_on(write, stop):
    client = Client()
    while not stop.is_set():
        try:
            write(client)
        except Cut:
            if not stop.is_set() and server.poll() is None:
                time.sleep(0.02)
        except Exception as fault:
            faults.append(f"{write.__name__}: {fault!r}")
            return


def start():
    began = time.monotonic()
    with open(LOG, "ab") as log:
        process = subprocess.Popen(COMMAND, stdout=log, stderr=log, stdin=subprocess.DEVNULL)
    while process.poll() is None and time.monotonic() - began < 60:
        try:
            if Client().see("/readyz")[0] == 200:
                return process, time.monotonic() - began
        except Cut:
            time.sleep(0.1)
    process.kill()
    sys.exit(f"FAILED: it did not start; see {LOG}")


def compare(chosen):
    client = Client()
    pages = Pages(client)
    for thing in chosen:
        try:
            thing.compare(client, pages)
        except Exception as fault:
            faults.append(f"{thing.name}: {fault!r}")
    # Also of what nobody was told of: what the library has, it has whole.
    listed, _ = client.api("GET", "/media?limit=100")
    for file in listed["items"]:
        if whole(file["address"])(client, pages) != (200, True):
            faults.append(f"{file['address']}: the library has it, and it is not whole")


def kind(name):
    return "file" if name.startswith("/media/") else name.split()[0]


def unseen_losses():
    """Of which kinds no loss is seen when the blog is as it was before anything was written."""
    global server
    shutil.rmtree(DATA)
    os.rename(BEFORE, DATA)
    server, _ = start()
    try:
        compare(things)
    finally:
        server.kill()
        server.wait()
    seen = {kind(fault.split(": ")[0]) for fault in faults}
    faults.clear()
    print(f"lost on purpose and seen to be: {', '.join(sorted(seen))}")
    return sorted({kind(thing.name) for thing in things} - seen)


writers = [bring_files, write_posts, write_tags, lead_elsewhere, change_settings, invite_accounts, issue_tokens]
slowest = 0
print(f"seed {SEED}", flush=True)
shutil.copytree(DATA, BEFORE)
for kill in range(1, KILLS + 1):
    server, took = start()
    try:
        slowest = max(slowest, took)
        recent, older = [], []
        for thing in things:
            (recent if thing.changed else older).append(thing)
        compare(recent + chance.sample(older, min(SAMPLE, len(older))))
        stop = threading.Event()
        threads = [threading.Thread(target=go_on, args=(writer, stop)) for writer in writers]
        for thread in threads:
            thread.start()
        written = sum(acknowledged.values())
        while sum(acknowledged.values()) < written + LEAST and server.poll() is None and not faults:
            time.sleep(0.01)
        time.sleep(chance.uniform(0.1, 3))
    finally:
        server.send_signal(signal.SIGKILL)
        server.wait()
    stop.set()
    for thread in threads:
        thread.join()
    print(f"kill {kill}: {sum(acknowledged.values())} acknowledged, {len(faults)} faults, started in {took:.1f} s", flush=True)
    if faults:
        break
server, took = start()
try:
    slowest = max(slowest, took)
    compare(things)
    server.send_signal(signal.SIGTERM)
    ended = server.wait(60)
finally:
    server.kill()
lost = len(faults)
if not faults:
    faults = [f"a loss of every {kind} is not seen" for kind in unseen_losses()]
for fault in faults[:20]:
    print("FAULT " + fault)
kinds = ", ".join(f"{count} of {kind}" for kind, count in acknowledged.items())
print(f"FIGURE {kill} kills: {sum(acknowledged.values())} acknowledged ({kinds}), {lost} lost or changed, slowest start {slowest:.1f} s")
sys.exit(bool(faults) or slowest > LONGEST_START)
