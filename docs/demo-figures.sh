#!/usr/bin/env bash
# Draws the pictures of the demo blog again: each SVG in docs/demo-figures becomes a PNG beside the post that shows it.
# Needs Chromium. The PNGs are committed, so this runs only when a drawing has changed.
set -euo pipefail
cd "$(dirname "$0")/demo-figures"

demo=../../blog-bootstrap/src/main/resources/demo
browser=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome)}
profile=$(mktemp -d)
trap 'rm -rf -- "$profile"' EXIT

draw() {
    local svg=$1 target=$demo/$2 size
    size=$(sed -n 's/.*<svg[^>]* width="\([0-9]*\)" height="\([0-9]*\)".*/\1,\2/p' "$svg" | head -n 1)
    "$browser" --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$profile" \
        --force-device-scale-factor=1 --window-size="$size" --screenshot="$PWD/$target" "file://$PWD/$svg" 2>/dev/null
    [ "$(stat -c %s "$target")" -le 61440 ] || { echo "$target is larger than 60 KB" >&2; exit 1; }
    echo "$target"
}

draw cover-first.svg from-system-administration-to-backend-development/cover.png
draw cover-commit.svg a-commit-is-a-promise/cover.png
draw cover-backups.svg backups-that-restore/cover.png
draw cover-explain.svg reading-explain/cover.png
draw path-of-a-write.svg a-commit-is-a-promise/path-of-a-write.png
draw rpo-rto.svg backups-that-restore/rpo-rto.png
draw request-id.svg every-log-line-needs-a-request-id/request-id.png
draw hit-stale-miss.svg caching-with-nginx/hit-stale-miss.png
draw plan-tree.svg reading-explain/plan-tree.png
draw three-servers.svg colophon/three-servers.png
