#!/usr/bin/env bash
# Makes the pictures of the README from the running demo blog. Needs Chromium; builds the jar if need be.
set -euo pipefail
cd "$(dirname "$0")/.."

browser=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome)}
work=$(mktemp -d)
mkdir -p docs/images

stop() {
    [ -z "${server:-}" ] || { kill "$server" && wait "$server"; } 2>/dev/null || true
    rm -rf -- "$work"
}
trap stop EXIT

./waxwing serve --demo --data "$work/data" --port 0 2>"$work/log" &
server=$!
for _ in $(seq 600); do
    address=$(grep -o 'http://127\.0\.0\.1:[0-9]*' "$work/log" | head -n 1) && break
    kill -0 "$server" || { cat "$work/log" >&2; exit 1; }
    sleep 0.5
done
[ -n "${address:-}" ] || { cat "$work/log" >&2; exit 1; }

# name, path, width, height, colour scheme (0 dark, 1 light)
shoot() {
    "$browser" --headless --no-sandbox --disable-gpu --hide-scrollbars --virtual-time-budget=4000 --user-data-dir="$work/profile" \
        --blink-settings=preferredColorScheme="$5" --force-device-scale-factor=1 --window-size="$3,$4" \
        --screenshot="$PWD/docs/images/$1.png" "$address$2" 2>/dev/null
    echo "docs/images/$1.png"
}

shoot front / 1200 1000 1
shoot post-dark /a-commit-is-a-promise 1200 2000 0
shoot post /caching-with-nginx 1200 2000 1
shoot phone /reading-explain 500 1650 1
