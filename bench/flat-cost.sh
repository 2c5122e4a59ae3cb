#!/usr/bin/env bash
# Prints what each kind of request costs in a blog of 100 posts and in one of 100,000, in CPU time of the server, when no page is
# kept finished: bench/flat-cost.sh [FOLDER]. The blogs are made once, which takes minutes, and kept in the folder.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

require_jar
folder=${1:-$blogs}
seconds=${SECONDS_EACH:-3}
work=$(mktemp -d)
trap 'stop_both; rm -rf "$work"' EXIT
declare -A processes addresses secrets

stop_both() {
    for server in "${processes[@]}"; do stop_server; done
}

# The blog is copied, because something is published in it.
start() {
    fill "$folder/$1" "$1"
    mkdir "$work/$1"
    cp -r "$folder/$1" "$work/$1/data"
    start_server "$work/server.log" java -XX:+UseSerialGC -Xmx256m -jar "$jar" serve --data "$work/$1/data"
    processes[$1]=$server
    addresses[$1]=$base
    secrets[$1]=$(program_token)
    mv "$work/cookies" "$work/$1/cookies"
}

# The session of whoever sits at the desk of a blog.
session() { awk '$6 == "waxwing-session" { print $7 }' "$work/$1/cookies"; }

# load POSTS PATH SECONDS: asks with a cookie, so that the answer is made anew each time.
load() {
    wrk -t 1 -c 2 -d "$3" -s "$root/bench/paths.lua" -H "Accept-Encoding: gzip" -H "Cookie: waxwing-session=$(session "$1")" \
        "${addresses[$1]}" -- "$2" | awk '/^ANSWERS/ { print $2, $3 }'
}

# cost POSTS PATH: the microseconds for one answer.
cost() {
    local before after answers failed
    load "$1" "$2" 2 >/dev/null
    before=$(cpu_of "${processes[$1]}")
    read -r answers failed < <(load "$1" "$2" "$seconds")
    after=$(cpu_of "${processes[$1]}")
    [ "$failed" = 0 ] || fail "$failed of $answers answers to $2 with $1 posts were errors"
    echo $(((after - before) / answers))
}

# publish POSTS TIMES: the same for a new post.
publish() {
    local before after
    before=$(cpu_of "${processes[$1]}")
    for n in $(seq "$2"); do
        curl -sf -o /dev/null -H "Authorization: Bearer ${secrets[$1]}" -H "Content-Type: application/json" \
            -d "{\"title\": \"New $n\", \"markdown\": \"Words of *$n*.\", \"tags\": [\"Tag 0\", \"Tag 1\"], \"status\": \"published\"}" \
            "${addresses[$1]}/api/v1/posts" || fail "a post could not be published"
    done
    after=$(cpu_of "${processes[$1]}")
    echo $(((after - before) / $2))
}

# size POSTS PATH: the bytes of an answer, not packed: a page that shows more costs more.
size() {
    curl -sg -H "Cookie: waxwing-session=$(session "$1")" "${addresses[$1]}$(sed 's/{\([0-9]*\)-[0-9]*}/\1/' <<<"$2")" | wc -c
}

row() {
    awk -v name="$1" -v few="$2" -v many="$3" -v sizes="${4:-}" \
        'BEGIN { printf "%-24s %8d %8d   %.2f   %s\n", name, few, many, many / few, sizes }'
}

both() { row "$1" "$(cost 100 "$2")" "$(cost 100000 "$3")" "$(size 100 "$2") $(size 100000 "$3")"; }

start 100
start 100000
for _ in 1 2 3; do
    for posts in 100 100000; do load $posts / 4 >/dev/null; load $posts '/note-{1-100}' 4 >/dev/null; done
done
printf '%-24s %8s %8s   %s  %s\n' "CPU us a request, posts:" 100 100000 ratio "bytes of the page"
both "front page" / /
both "deep page" '/page/{5-9}' '/page/{4990-5000}'
both "post, the same hundred" '/note-{1-100}' '/note-{1-100}'
both "post, any" '/note-{1-100}' '/note-{1-100000}'
both "tag of half the posts" /tags/tag-0 /tags/tag-0
both "deep page of a tag" '/tags/tag-0/page/{2-4}' '/tags/tag-0/page/{2400-2499}'
both "author" /authors/author-1 /authors/author-1
both "archive" /archive /archive
both "archive, some 95 posts" /archive /archive/1999/page/12
both "feed" /feed.atom /feed.atom
both "sitemap" /sitemap.xml /sitemap.xml
both "search, rare word" '/search?q=note{1-100}' '/search?q=note{1-100000}'
both "search, frequent word" '/search?q=river' '/search?q=river'
both "list at the desk" /admin/posts /admin/posts
both "desk, one author" '/admin/posts?author=author-1' '/admin/posts?author=author-1'
for _ in 1 2; do publish 100 100 >/dev/null; publish 100000 100 >/dev/null; done
row "publish" "$(publish 100 100)" "$(publish 100000 100)"
