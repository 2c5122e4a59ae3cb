#!/usr/bin/env bash
# Kills the server at a random moment under load again and again: what it acknowledged has to be there each time it starts,
# and it has to start within 10 s.
# Usage: checks/crash-loop.sh [KILLS] [program|desk|everything]   (200 program): posts, written by a program with a token, or through
# the forms of the desk; or all that a blog keeps. Needs the built jar, curl, python3, and for posts the independent checkers.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

kills=${1:-200}
writer=${2:-program}
case $writer in
    program | desk) require_kit ;;
    everything) ;;
    *) fail "nobody writes as $writer; say program, desk or everything" ;;
esac
require_jar
work=$(mktemp -d)
trap 'stop_server; rm -rf "$work"' EXIT

start_server "$work/server.log" java -jar "$jar" serve --data "$work/data"
if [ "$writer" = everything ]; then
    secret=$(program_token)
    token=$(token /admin/account/tokens)
    cookie=$(session)
    stop_server
    port=$(free_port)
    python3 -u "$root/checks/crash-everything.py" "$port" "$kills" "$secret" "$cookie" "$token" "$work/crashes.log" -- \
        java -Xmx256m -jar "$jar" serve --data "$work/data" --host 127.0.0.1 --port "$port" | tee "$work/loop.log" ||
        fail "$(figure "$work/loop.log"); $(tail -n 5 "$work/crashes.log")"
    echo "crash-loop $writer: $(figure "$work/loop.log")"
    exit
fi
"by_$writer"
stop_server
write_load "$kills" --log "$work/crashes.log" -- java -Xmx256m -jar "$jar" serve --data "$work/data" ||
    fail "$(figure "$work/loop.log"); $(tail -n 5 "$work/crashes.log")"
echo "The database has $(du -m "$work/data/blog.mv.db" | cut -f 1) MiB."
echo "crash-loop $writer: $(figure "$work/loop.log")"
