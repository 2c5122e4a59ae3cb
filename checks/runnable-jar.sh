#!/usr/bin/env bash
# Builds the runnable jar in two copies of the sources, with Maven and by ./waxwing, which then serves the demo blog as the README
# says, and compares them byte for byte.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

work=$(mktemp -d)
trap 'stop_server; wait; rm -rf "$work"' EXIT

copy_of_sources "$work/one"
(cd "$work/one" && mvn -q -B -ntp -Dfast -Dmaven.test.skip=true -pl blog-bootstrap -am package </dev/null) &
build=$!

copy_of_sources "$work/another"
PATIENCE=600 start_server "$work/server.log" "$work/another/waxwing" serve --demo --data "$work/data"
front_page
stop_server
wait "$build" || fail "Maven did not build the jar"

sums=$(cd "$work" && sha256sum {one,another}/blog-bootstrap/target/waxwing.jar)
echo "$sums"
[ "$(cut -d ' ' -f 1 <<<"$sums" | sort -u | wc -l)" -eq 1 ] || fail "the same sources gave two different jars"
echo "The jar is reproducible."
