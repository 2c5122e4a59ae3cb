"""Reads a blog that was imported and compares it with the reports of the import: BASE FIRST.json AGAIN.json"""
import collections
import concurrent.futures
import html.parser
import http.client
import json
import sys
import urllib.parse

BASE, FIRST, AGAIN = sys.argv[1:4]
HOST = urllib.parse.urlsplit(BASE).netloc
faults = []


def get(path):
    """Status, Location and body of a path that is percent-encoded already."""
    connection = http.client.HTTPConnection(HOST, timeout=60)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.getheader("Location"), answer.read()
    finally:
        connection.close()


class Links(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name in ("href", "src", "poster") and value is not None:
                self.found.append(value.strip())
            if name == "srcset" and value:
                self.found += [part.split()[0] for part in value.split(",") if part.split()]


def internal(page, address):
    """The path on this site that an address on a page means, or nothing."""
    try:
        parts = urllib.parse.urlsplit(urllib.parse.urljoin(BASE + page, address))
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or parts.netloc != HOST:
        return None
    return urllib.parse.quote(parts.path, safe="/%!$&'()*+,;=:@~-._") or "/"


def every(function, items):
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        return list(pool.map(function, items))


with open(FIRST, encoding="utf-8") as file:
    first = json.load(file)
with open(AGAIN, encoding="utf-8") as file:
    again = json.load(file)

# 1. Every file has exactly one end, and importing again changed nothing.
totals = first["totals"]
outcomes = collections.Counter(entry["outcome"] for entry in first["files"])
if sum(outcomes.values()) != totals["files"] or len({entry["source"] for entry in first["files"]}) != totals["files"]:
    faults.append("the ends of the files do not add up to %d: %s" % (totals["files"], dict(outcomes)))
for entry in first["files"]:
    if entry["outcome"] in ("no-post", "refused") and not entry.get("notes"):
        faults.append("%s was left out without a word" % entry["source"])
changed = [entry["source"] for entry in again["files"] if entry["outcome"] in ("imported", "revised", "redirect", "media")]
if changed:
    faults.append("importing again changed %d files, such as %s" % (len(changed), changed[:3]))

# 2. Every post at its address, every former address leads there.
posts = [entry for entry in first["files"] if "address" in entry and entry["outcome"] in ("imported", "revised")]
published = [entry for entry in posts if entry["status"] == "published"]
hidden = [entry for entry in posts if entry["status"] in ("draft", "scheduled")]
pages = {}
for entry, (status, _, body) in zip(published, every(lambda entry: get(entry["address"]), published)):
    if status != 200:
        faults.append("%s answers %d at %s" % (entry["source"], status, entry["address"]))
    pages[entry["address"]] = body
for entry, (status, _, _) in zip(hidden, every(lambda entry: get(entry["address"]), hidden)):
    if status != 404:
        faults.append("%s is hidden and answers %d at %s" % (entry["source"], status, entry["address"]))
redirects = [(entry, path) for entry in published for path in entry.get("redirects", [])]
for (entry, path), (status, location, _) in zip(redirects, every(lambda pair: get(pair[1]), redirects)):
    target = urllib.parse.urlsplit(location or "").path
    if status != 301 or target != entry["address"]:
        faults.append("%s answers %d %s instead of 301 %s" % (path, status, location, entry["address"]))

# 3. All links of all pages: none fails, and the broken ones are the reported ones.
sources = {entry["address"]: entry["source"] for entry in published}
linked = collections.defaultdict(set)
for page, body in pages.items():
    links = Links()
    links.feed(body.decode("utf-8", "replace"))
    for address in links.found:
        path = internal(page, address)
        if path is not None:
            linked[path].add(page)
for page in ("/", "/archive", "/tags", "/search?q=a", "/feed.atom", "/feed.rss", "/feed.json", "/sitemap.xml", "/robots.txt"):
    linked.setdefault(page, set())
targets = sorted(linked)
broken = set()
for path, (status, _, _) in zip(targets, every(get, targets)):
    if status >= 500:
        faults.append("%s answers %d" % (path, status))
    elif status >= 400:
        if not linked[path]:
            faults.append("%s answers %d" % (path, status))
        broken |= {(sources[page], path) for page in linked[path]}
reported = set()
addresses = {source: address for address, source in sources.items()}
for link in first["brokenLinks"]:
    page = addresses.get(link["source"])
    path = internal(page, link["address"]) if page else None
    if path is not None:
        reported.add((link["source"], path))
for source, path in sorted(broken - reported)[:10]:
    faults.append("%s links to %s, which leads nowhere and was not reported" % (source, path))
for source, path in sorted(reported - broken)[:10]:
    faults.append("%s was reported to link to %s, which leads somewhere" % (source, path))

print("%d published, %d hidden, %d former addresses, %d internal targets, %d broken links, all of them reported: %s"
      % (len(published), len(hidden), len(redirects), len(targets), len(broken), "yes" if not faults else "NO"))
for fault in faults[:40]:
    print("FAULT:", fault)
sys.exit(1 if faults else 0)
