#!/usr/bin/env bash
# Exports a blog of N posts (10,000 unless said otherwise) as a static site, and once more without a change, and prints what
# that cost: bench/export.sh [N]
set -euo pipefail
source "$(dirname "$0")/lib.sh"

require_jar
posts=${1:-10000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

write_posts "$work/posts" "$posts" 8 # of about 600 words
measured "import of $posts posts" import "$work/posts" --data "$work/data"
measured "first export" export "$work/site" --format static --data "$work/data" --base-url https://blog.example.org
measured "second export" export "$work/site" --format static --data "$work/data" --base-url https://blog.example.org
