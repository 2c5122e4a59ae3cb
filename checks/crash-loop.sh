#!/usr/bin/env bash
# Kills the server at a random moment under load again and again: what it acknowledged has to be there each time it starts,
# and it has to start within 10 s.
# Usage: checks/crash-loop.sh [KILLS]   (200). Needs the built jar, curl, python3, and the independent checkers.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

kills=${1:-200}
require_kit
require_jar
work=$(mktemp -d)
trap 'stop_server; rm -rf "$work"' EXIT

start_server "$work/server.log" java -jar "$jar" serve --data "$work/data"
secret=$(program_token)
stop_server
write_load "$kills" "$secret" --log "$work/crashes.log" -- java -Xmx256m -jar "$jar" serve --data "$work/data" ||
    fail "$(figure "$work/loop.log"); $(tail -n 5 "$work/crashes.log")"
echo "The database has $(du -m "$work/data/blog.mv.db" | cut -f 1) MiB."
echo "crash-loop: $(figure "$work/loop.log")"
