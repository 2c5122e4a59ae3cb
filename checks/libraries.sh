#!/usr/bin/env bash
# Asks Maven which libraries have a newer version, pre-releases apart. They are to be raised before the next release and at least
# once in three months, as SECURITY.md promises. Needs Maven, which must be online for this.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

# Those that stay, as the beginnings of their names.
staying=(
    org.apache.lucene: # 10 needs Java 21: docs/adr/0013-search-is-lucene.md
)

lines=$(cd "$root" && mvn -B -ntp -N org.codehaus.mojo:versions-maven-plugin:2.18.0:display-dependency-updates \
    -Dversions.outputLineWidth=200 '-Dmaven.version.ignore=(?i).*[-.](alpha|beta|rc|cr|m|mr|ea|pre)[-.]?[0-9]*' </dev/null) ||
    fail "Maven could not ask: $(grep -m 1 ERROR <<<"$lines")"
sed -nE 's/^\[INFO\]   ([^ :]+:[^ ]+) \.+ +(.* -> .*)$/\1 \2/p' <<<"$lines" | sort -u |
    { grep -vF "${staying[@]/#/-e}" || true; } |
    awk '{ print } END { print "libraries: " NR " to be raised" }'
