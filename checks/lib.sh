# Functions that the checks share; source it from bash.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck disable=SC2034 # used by those that source this
jar=$root/blog-bootstrap/target/waxwing.jar

fail() {
    printf 'FAILED: %s\n' "$*" >&2
    exit 1
}

step() { printf '\n== %s\n' "$*"; }

# A port of the loopback interface that nothing listens at.
free_port() {
    local port
    while :; do
        port=$((20000 + RANDOM % 20000))
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
    done
    echo "$port"
}

# start_server LOG COMMAND...: runs the command with a free --port appended; sets $server (its process) and $base (its address).
start_server() {
    local log=$1 port
    shift
    port=$(free_port)
    base=http://127.0.0.1:$port
    "$@" --host 127.0.0.1 --port "$port" >"$log" 2>&1 </dev/null &
    server=$!
    for _ in $(seq 300); do
        # The line comes when the demo posts, if any, are in; the answer shows that it is true.
        grep -q " serves $base" "$log" && curl -sf -o /dev/null -m 5 "$base/readyz" && return
        kill -0 "$server" 2>/dev/null || break
        sleep 0.2
    done
    cat "$log" >&2
    stop_server
    fail "the server did not become ready: $*"
}

stop_server() {
    [ -n "${server:-}" ] || return 0
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
    server=
}

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
