#!/usr/bin/env bash
# Imports N small posts (10,000 unless said otherwise), and once more without a change, and prints what that cost:
# bench/import.sh [N]
set -euo pipefail
source "$(dirname "$0")/lib.sh"

require_jar
posts=${1:-10000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

write_posts "$work/posts" "$posts" 2 # of about 150 words
begun=$(date +%s%N)
measured "import of $posts posts" import "$work/posts" --data "$work/data"
awk -v posts="$posts" -v begun="$begun" -v ended="$(date +%s%N)" \
    'BEGIN { printf "%.0f posts a second of wall time, start of the program included\n", posts * 1e9 / (ended - begun) }'
measured "import of the same again" import "$work/posts" --data "$work/data"
