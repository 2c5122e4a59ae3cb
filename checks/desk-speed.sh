#!/usr/bin/env bash
# Measures what a writer feels: how long a key takes in a text of 200 KB, and the preview of one of 20 KB. Prints figures, and
# fails if half of the keys take longer than two frames, or half of the previews longer than 100 ms.
# Needs the built jar, curl, Chromium, and node with npm. Usage: checks/desk-speed.sh
set -euo pipefail
source "$(dirname "$0")/lib.sh"

[ -f "$jar" ] || fail "there is no $jar; build it first"
work=$(mktemp -d)
trap 'stop_server; rm -rf "$work"' EXIT

export NODE_MODULES=${KIT_NODE:-$HOME/.cache/blog-kit}
[ -d "$NODE_MODULES/node_modules/playwright-core" ] ||
    npm install --prefix "$NODE_MODULES" --ignore-scripts --no-audit --no-fund playwright-core >"$work/npm.log" 2>&1 ||
    fail "npm could not install playwright-core: $(tail -n 3 "$work/npm.log")"

start_server "$work/server.log" java -jar "$jar" serve --demo --data "$work/data"
set_up=$(grep -o 'http://[^ ]*/admin/set-up?code=[^ ]*' "$work/server.log" | head -n 1)
node "$root/checks/desk-speed.mjs" "$base" "$set_up"
