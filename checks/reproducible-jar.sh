#!/usr/bin/env bash
# Builds the runnable jar twice, in two copies of the sources, and compares them byte for byte.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for copy in one another; do
    copy_of_sources "$work/$copy"
    (cd "$work/$copy" && mvn -q -B -ntp -Dfast -Dmaven.test.skip=true -pl blog-bootstrap -am package </dev/null)
done

sums=$(cd "$work" && sha256sum {one,another}/blog-bootstrap/target/waxwing.jar)
echo "$sums"
[ "$(cut -d ' ' -f 1 <<<"$sums" | sort -u | wc -l)" -eq 1 ] || fail "the same sources gave two different jars"
echo "The jar is reproducible."
