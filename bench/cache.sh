#!/usr/bin/env bash
# Prints what it costs to find a finished page by its address, for one reader and for one on each core, beside a plain
# ConcurrentHashMap; above 1 is better: bench/cache.sh [OPTION OF JMH...]. Needs Maven and jq.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

build_benches
for threads in 1 "$(nproc)"; do
    step "$threads at once"
    jmh FinishedPagesBench -t "$threads" "$@"
    beside map "ns a page" 1
done
