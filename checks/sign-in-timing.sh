#!/usr/bin/env bash
# Whether the time of a refused sign-in tells who has an account: as many guesses for accounts as for addresses that nobody has,
# in turn. Usage: checks/sign-in-timing.sh [GUESSES=200]   needs the built jar, curl and python3.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

require_jar
work=$(mktemp -d)
trap 'stop_server; rm -rf "$work"' EXIT
start_server "$work/server.log" java -jar "$jar" serve --data "$work/data"
sign_in || fail "nobody could sign in"

# An account takes four guesses before the fifth has to wait; a link to choose a password comes with each.
guesses=${1:-200}
python3 - "$base" "$work/cookies" "$guesses" <<'PYTHON'
import html, http.cookiejar, math, re, statistics, sys, time, urllib.error, urllib.parse, urllib.request

base, cookies, guesses = sys.argv[1], sys.argv[2], int(sys.argv[3])
session = "; ".join("%s=%s" % tuple(line.split("\t")[5:7]) for line in open(cookies).read().splitlines() if line.count("\t") == 6)


def ask(path, fields=None, **headers):
    body = urllib.parse.urlencode(fields).encode() if fields else None
    request = urllib.request.Request(base + path, body, {"Origin": base, **headers})
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, answer.read().decode(), answer.headers
    except urllib.error.HTTPError as refusal:
        return refusal.code, refusal.read().decode(), refusal.headers


def token(page):
    return re.search(r'name="csrf" value="([^"]*)"', page).group(1)


def account(number):
    email = "known%d@example.org" % number
    _, page, _ = ask("/admin/accounts", Cookie=session)
    status, page, _ = ask("/admin/accounts", {"csrf": token(page), "name": "Known", "email": email, "role": "AUTHOR"}, Cookie=session)
    link = re.search(r"/admin/password/[A-Za-z0-9_-]+", page)
    if not link:
        sys.exit("FAILED: no link for a new account, but %d" % status)
    _, page, headers = ask(link.group(0))
    cookie = (headers.get("Set-Cookie") or "").split(";")[0]
    status, _, _ = ask(link.group(0), {"csrf": token(page), "password": "a bittern in the reeds"}, Cookie=cookie)
    if status >= 400:
        sys.exit("FAILED: a password was refused with %d" % status)
    return email


known = [account(number) for number in range(-(-guesses // 4))]
_, page, headers = ask("/admin/sign-in")
form, cookie = token(page), headers.get("Set-Cookie", "").split(";")[0]


# Each from another place, since a place that guesses much has to wait.
def guess(email, number):
    place = "198.18.%d.%d" % (number // 250, number % 250 + 1)
    begun = time.perf_counter()
    status, page, _ = ask("/admin/sign-in", {"csrf": form, "email": email, "password": "wrong", "next": "/admin/posts"},
                          Cookie=cookie, **{"X-Forwarded-For": place})
    return (time.perf_counter() - begun) * 1000, status, html.unescape(page).replace(email, "")


times, answers = {True: [], False: []}, {True: set(), False: set()}
for number in range(guesses + 20):
    for has in (True, False) if number % 2 else (False, True):
        if number < 20:  # until the code is warm
            guess("nobody%d@example.net" % number, 2 * number + has)
            continue
        each = number - 20
        email = known[each // 4] if has else "nobody%d@example.org" % (each // 4)
        took, status, page = guess(email, 100 + 2 * each + has)
        times[has].append(took)
        answers[has].add((status, re.sub(r'value="[^"]*"|[a-z0-9]{12}', "", page)))
if any(status == 429 for each in answers.values() for status, _ in each):
    sys.exit("FAILED: a guess had to wait, so no password was compared")
difference = statistics.mean(times[True]) - statistics.mean(times[False])
error = math.sqrt(sum(statistics.variance(each) / len(each) for each in times.values()))
p = math.erfc(abs(difference / error) / math.sqrt(2))
print("%d guesses each, known accounts %.1f ms, unknown ones %.1f ms, t %.2f, p %.3f; answers %s" % (
    guesses, statistics.mean(times[True]), statistics.mean(times[False]), difference / error, p,
    "alike" if answers[True] == answers[False] else "differ: %s" % [(s, len(a)) for s, a in answers[True] ^ answers[False]]))
sys.exit(answers[True] != answers[False] or p <= 0.01 and abs(difference) >= 5)
PYTHON
