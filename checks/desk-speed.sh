#!/usr/bin/env bash
# Measures what a writer feels: how long a key takes in a text of 200 KB, and the preview of one of 20 KB. Prints figures, and
# fails if half of the keys take longer than two frames, or half of the previews longer than 100 ms.
# Needs the built jar, curl, Chromium, and node with npm. Usage: checks/desk-speed.sh
set -euo pipefail
source "$(dirname "$0")/lib.sh"

require_jar
work=$(mktemp -d)
trap 'stop_server; rm -rf "$work"' EXIT

npm_packages playwright-core
start_server "$work/server.log" java -jar "$jar" serve --demo --data "$work/data"
set_up=$(grep -o 'http://[^ ]*/admin/set-up?code=[^ ]*' "$work/server.log" | head -n 1)
node "$root/checks/desk-speed.mjs" "$base" "$set_up"
