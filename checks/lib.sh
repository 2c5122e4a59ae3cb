# Functions that the checks share; source it from bash.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck disable=SC2034 # used by those that source this
jar=$root/blog-bootstrap/target/waxwing.jar

fail() {
    printf 'FAILED: %s\n' "$*" >&2
    exit 1
}

# Checkers that are no part of the project; whoever has them says where.
kit=${SHARED:-$root/../shared}/kit

# Packages of npm that checkers need lie here.
export KIT_NODE=${KIT_NODE:-$HOME/.cache/blog-kit}

require_kit() { [ -d "$kit" ] || fail "this needs the independent checkers, and there is no $kit; name the folder above it in SHARED"; }

require_jar() { [ -f "$jar" ] || fail "there is no $jar; build it first"; }

# npm_packages NAME...: installs those that are not there yet.
npm_packages() {
    local package missing=()
    for package in "$@"; do
        [ -d "$KIT_NODE/node_modules/$package" ] || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] ||
        npm install --prefix "$KIT_NODE" --ignore-scripts --no-audit --no-fund "${missing[@]}" >"$work/npm.log" 2>&1 ||
        fail "npm could not install ${missing[*]}: $(tail -n 3 "$work/npm.log")"
}

require_root() { [ "$(id -u)" = 0 ] || fail "this mounts a disk of its own, which only root may"; }

step() { printf '\n== %s\n' "$*"; }

# run_each FUNCTION...: runs them one after the other, and fails with the names of those that failed.
run_each() {
    local check failed=()
    for check in "$@"; do
        step "$check"
        "$check" || failed+=("$check")
    done
    [ ${#failed[@]} -eq 0 ] || fail "${failed[*]}"
}

# A port of the loopback interface that nothing listens at, below those that connections of others are given in passing.
free_port() {
    local port
    while :; do
        port=$((20000 + RANDOM % 12000))
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
    done
    echo "$port"
}

# start_server LOG COMMAND...: runs the command with a free --port appended; sets $server (its process) and $base (its address).
# It has a minute to be ready, or as many seconds as PATIENCE says.
start_server() {
    local log=$1 port
    shift
    port=$(free_port)
    base=http://127.0.0.1:$port
    "$@" --host 127.0.0.1 --port "$port" >"$log" 2>&1 </dev/null &
    server=$!
    for _ in $(seq $((5 * ${PATIENCE:-60}))); do
        # The line comes when the demo posts, if any, are in; the answer shows that it is true.
        grep -q " serves http" "$log" && curl -sf -o /dev/null -m 5 "$base/readyz" && return
        kill -0 "$server" 2>/dev/null || break
        sleep 0.2
    done
    cat "$log" >&2
    stop_server
    fail "the server did not become ready: $*"
}

# The server at $base shows its front page.
front_page() {
    local answer
    answer=$(curl -s -o /dev/null -w '%{http_code}' -m 20 "$base/") || true
    [ "$answer" = 200 ] || fail "GET / answered $answer"
    echo "GET / answered 200"
}

stop_server() {
    [ -n "${server:-}" ] || return 0
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
    server=
}

# The next four speak with the server at $base, whose log is $work/server.log, and keep cookies in $work.

# The token of the first form on a page of the desk.
token() { curl -s -m 20 -b "$work/cookies" -c "$work/cookies" "$base$1" | grep -o 'name="csrf" value="[^"]*"' | head -n 1 | sed 's/.*value="//; s/"$//'; }

# send PATH FIELD=VALUE...: sends a form of the desk, as a browser does.
send() {
    local path=$1 field fields=()
    shift
    for field in "csrf=$token" "$@"; do fields+=(--data-urlencode "$field"); done
    curl -s -m 20 -o /dev/null -w '%{http_code}' -b "$work/cookies" -c "$work/cookies" -H "Origin: $base" "${fields[@]}" "$base$path"
}

# The first administrator, by the code that the server prints when it has begun to serve.
sign_in() {
    local code token
    for _ in $(seq 100); do
        grep -q 'set-up?code=' "$work/server.log" && break
        sleep 0.1
    done
    code=$(grep -o 'set-up?code=[^ ]*' "$work/server.log" | head -n 1 | sed 's/.*code=//')
    token=$(token "/admin/set-up?code=$code")
    send /admin/set-up "code=$code" "name=Ada" "email=ada@example.org" "password=a heron at the lake" >/dev/null
    token=$(token /admin/sign-in)
    [ "$(send /admin/sign-in "email=ada@example.org" "password=a heron at the lake" "next=/admin/posts")" = 303 ]
}

# A new token for programs that may do everything; prints its secret.
program_token() {
    local token scope scopes=()
    sign_in || fail "nobody could sign in"
    token=$(token /admin/account/tokens)
    for scope in $(curl -s -m 20 -b "$work/cookies" "$base/admin/account/tokens" | grep -o 'name="scopes" value="[^"]*"' | sed 's/.*value="//; s/"$//'); do
        scopes+=(--data-urlencode "scopes=$scope")
    done
    curl -s -m 20 -b "$work/cookies" -H "Origin: $base" --data-urlencode "csrf=$token" --data-urlencode name=check \
        --data-urlencode days=30 "${scopes[@]}" "$base/admin/account/tokens" | grep 'id="secret"' | sed 's/.*value="\([^"]*\)".*/\1/' ||
        fail "there is no token for programs"
}

# The cookie of whoever has signed in.
session() { awk '$6 ~ /session/ { print $6 "=" $7 }' "$work/cookies"; }

# by_program: has write_load write as a program does, which is let into the server at $base now and later.
by_program() {
    local secret
    secret=$(program_token)
    echo '{"title": "Post {n}", "markdown": "These are the words of post {n}, and some more: äöü."}' >"$work/post"
    way=(--post-path /api/v1/posts --get-path '/api/v1/posts/{id}' --header "Authorization: Bearer $secret")
}

# by_desk: has write_load send the form of a new post, as somebody's browser does, who signs in to the server at $base now.
by_desk() {
    local session token
    sign_in || fail "nobody could sign in"
    token=$(token /admin/posts/new)
    session=$(session)
    [ -n "$token" ] && [ -n "$session" ] || fail "there is no form for a new post"
    echo "csrf=$token&language=en&title=Post+{n}&markdown=These+are+the+words+of+post+{n},+and+some+more:+%C3%A4%C3%B6%C3%BC." >"$work/post"
    # The script of the editor asks for the answer as JSON, which tells the post that was begun.
    way=(--post-path /admin/posts --get-path '/admin/posts/{id}' --header "Cookie: $session"
        --header "Content-Type: application/x-www-form-urlencoded" --header "Accept: application/json")
}

# write_load TIMES OPTION... -- COMMAND...: starts the server, writes posts, kills it, and starts again, so many times, with the loop
# of the independent checkers. Fails if anything that was acknowledged is gone, or a start takes longer than 10 s.
write_load() {
    local times=$1 port
    shift
    port=$(free_port)
    python3 -u "$kit/crash-loop.py" "http://127.0.0.1:$port" --rounds "$times" --writes $((times * 50)) --ready /readyz \
        --id-from id --template "$work/post" "${way[@]}" --header "Origin: http://127.0.0.1:$port" "$@" \
        --host 127.0.0.1 --port "$port" | tee "$work/loop.log" || return 1
    figure "$work/loop.log" | awk -F 'slowest_start_s=' '{ exit $2 + 0 > 10 }' || fail "a start took longer than 10 s: $(figure "$work/loop.log")"
}

# figure LOG: what one of the independent checkers found.
figure() { sed -n 's/.*FIGURE //p' "$1"; }

# copy_of_sources FOLDER: the sources as they are now, committed or not, without anything built. What was deleted is left out.
copy_of_sources() {
    mkdir -p "$1"
    (cd "$root" && git ls-files -z --cached --others --exclude-standard --deduplicate |
        { tar -c --null --ignore-failed-read -T - 2>/dev/null || true; }) | tar -x -C "$1"
    [ -f "$1/pom.xml" ] || fail "the sources could not be copied to $1"
}

# count ATTRIBUTE REPORT...: the sum of an attribute (tests, failures, errors, skipped) over JUnit's XML reports.
count() {
    local attribute=$1
    shift
    [ $# -gt 0 ] || { echo 0; return; }
    sed -n '/<testsuite /,/>/p' "$@" | grep -o " $attribute=\"[0-9]*\"" | grep -o '[0-9]*' | awk '{ sum += $1 } END { print sum + 0 }'
}
