#!/usr/bin/env bash
# Prints what the HTML of a post of the demo blog costs, beside commonmark-java, the library beneath, which neither cleans nor sets
# it; above 1 is better: bench/renderer.sh [OPTION OF JMH...]. Needs Maven and jq.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

build_benches
jmh RendererBench "$@"
beside commonmark "us a post" 1000
