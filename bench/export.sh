#!/usr/bin/env bash
# Exports a blog of N posts (10,000 unless said otherwise) as a static site, and once more without a change, and prints what
# that cost: bench/export.sh [N]
set -euo pipefail
source "$(dirname "$0")/../checks/lib.sh"

require_jar
posts=${1:-10000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Posts of about 600 words, ten to a day, under two of fifty tags each.
write_posts() {
    mkdir "$work/posts"
    awk -v posts="$posts" -v folder="$work/posts" 'BEGIN {
        srand(7)
        split("river stone paper light winter market engine letter garden number silver morning window bridge copper shadow", words, " ")
        for (post = 1; post <= posts; post++) {
            file = folder "/post-" post ".md"
            printf "---\ntitle: Note %d on %s\ndate: %d-%02d-%02dT08:00:00Z\ntags: [tag %d, tag %d]\n---\n", post,
                words[1 + post % 16], 2000 + int(post / 3360) % 25, 1 + int(post / 280) % 12, 1 + int(post / 10) % 28,
                post % 50, (post * 7) % 50 > file
            for (paragraph = 1; paragraph <= 8; paragraph++) {
                if (paragraph % 3 == 1) printf "\n## Part %d\n", paragraph > file
                printf "\n" > file
                for (word = 1; word <= 75; word++) printf "%s ", words[1 + int(rand() * 16)] > file
                printf "and *so on*.\n" > file
            }
            close(file)
        }
    }'
}

# To be run in the background, where it becomes the process that is looked at.
waxwing() { exec java -XX:+UseSerialGC -Xmx384m -jar "$jar" "$@"; }

# What a command took in wall time, CPU time and memory at its peak, which the kernel keeps for each process.
measured() {
    local name=$1 peak=0 now process
    shift
    TIMEFORMAT="$name: %R s wall, %U s user, %S s system"
    time {
        waxwing "$@" >"$work/said" 2>"$work/complained" &
        process=$!
        while now=$(awk '/^VmHWM/ { print $2 }' "/proc/$process/status" 2>/dev/null) && [ -n "$now" ]; do
            peak=$now
            sleep 0.2
        done
        wait "$process" || fail "$(cat "$work/complained")"
    }
    printf '%s: %d MiB at its peak; %s\n' "$name" $((peak / 1024)) "$(tail -n 1 "$work/said")"
}

write_posts
measured "import of $posts posts" import "$work/posts" --data "$work/data"
measured "first export" export "$work/site" --format static --data "$work/data" --base-url https://blog.example.org
measured "second export" export "$work/site" --format static --data "$work/data" --base-url https://blog.example.org
