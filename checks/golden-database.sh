#!/usr/bin/env bash
# Makes the fixture of the present schema: the database of a small blog, as the program of today leaves it. A test opens each
# such database with the program of its day. To be run once when a version is released.
# Usage: checks/golden-database.sh. Needs the built jar, curl and gzip.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

require_jar
work=$(mktemp -d)
trap 'stop_server; rm -rf "$work"' EXIT
schema=$(printf %03d "$(sed -n 's/.* VERSION = \([0-9]*\);.*/\1/p' "$root/blog-adapter-persistence/src/main/java/dev/waxwing/adapter/jdbi/Schema.java")")
golden=$root/blog-adapter-persistence/src/test/resources/dev/waxwing/adapter/jdbi/golden/schema-$schema.mv.db.gz

start_server "$work/server.log" java -jar "$jar" serve --data "$work/data" --demo
sign_in || fail "nobody can sign in"
stop_server
# H2's own copy of what is in the file, with nothing else.
java -cp "$jar" org.h2.mvstore.MVStoreTool -compact "$work/data/blog.mv.db"
mkdir -p "$(dirname "$golden")"
gzip -9 -n <"$work/data/blog.mv.db" >"$golden"
echo "golden-database: schema $schema, $(du -k "$golden" | cut -f 1) KiB"
