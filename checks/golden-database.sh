#!/usr/bin/env bash
# Makes the fixture of the present schema: the database of a small blog, as the program of today leaves it. A test opens each
# such database with the program of its day, and compares what it finds with what the program of that day exported: how many
# rows there are of what people made, the text of each post, and where each former address leads. To be run once when a version
# is released.
# Usage: checks/golden-database.sh. Needs the built jar, curl and gzip.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

require_jar
work=$(mktemp -d)
trap 'stop_server; rm -rf "$work"' EXIT
schema=$(printf %03d "$(sed -n 's/.* VERSION = \([0-9]*\);.*/\1/p' "$root/blog-adapter-persistence/src/main/java/dev/waxwing/adapter/jdbi/Schema.java")")
golden=$root/blog-adapter-persistence/src/test/resources/dev/waxwing/adapter/jdbi/golden/schema-$schema.mv.db.gz

# contents ARCHIVE: what must be found again, one thing on a line.
contents() {
    local table file
    for table in account audit_entry author change_feed media post post_revision redirect tag; do
        echo "rows $table $(grep -c '' "$1/rows/$table.jsonl")"
    done
    for file in "$1"/posts/*.md; do
        echo "post $(sed -n 's/^slug: "\(.*\)"$/\1/p' "$file" | head -n 1)" \
            "$(sed -n 's/^status: "\(.*\)"$/\1/p' "$file" | head -n 1)" \
            "$(sed '1,/^$/d' "$file" | sha256sum | cut -d ' ' -f 1)"
    done
    sed -n 's/.*"path":"\([^"]*\)","target_kind":"POST","target":"\([^"]*\)".*/\1 \2/p' "$1/rows/redirect.jsonl" |
        while read -r path id; do
            file=$(grep -l "^id: \"$id\"$" "$1"/posts/*.md)
            echo "redirect $path $(sed -n 's/^slug: "\(.*\)"$/\1/p' "$file" | head -n 1)"
        done
}

start_server "$work/server.log" java -jar "$jar" serve --data "$work/data" --demo
sign_in || fail "nobody can sign in"
stop_server
# H2's own copy of what is in the file, with nothing else.
java -cp "$jar" org.h2.mvstore.MVStoreTool -compact "$work/data/blog.mv.db"
java -jar "$jar" export "$work/archive" --format archive --data "$work/data" || [ $? = 3 ] || fail "it cannot be exported"
mkdir -p "$(dirname "$golden")"
contents "$work/archive" >"${golden%.mv.db.gz}.txt"
gzip -9 -n <"$work/data/blog.mv.db" >"$golden"
echo "golden-database: schema $schema, $(du -k "$golden" | cut -f 1) KiB"
