# Functions that the benches share; source it from bash.
# shellcheck shell=bash

source "$(dirname "${BASH_SOURCE[0]}")/../checks/lib.sh"

# Where the blogs with many posts are kept, unless a folder is named.
# shellcheck disable=SC2034 # used by those that source this
blogs=${TMPDIR:-/tmp}/waxwing-flat-cost

# fill FOLDER POSTS: makes a blog of so many posts in a folder, with its search index, unless it is there already.
fill() {
    local folder=$1 posts=$2
    [ -f "$folder/filled" ] && return
    rm -rf "$folder"
    mkdir -p "$folder"
    start_server "$folder/server.log" java -jar "$jar" serve --data "$folder"
    stop_server
    {
        echo "SET @POSTS = $posts;"
        cat "$root/bench/many-posts.sql"
        sed -n '/^INSERT/,$p' "$root"/blog-adapter-persistence/src/main/resources/dev/waxwing/adapter/jdbi/schema/V012__*.sql
    } >"$folder/fill.sql"
    java -cp "$jar" org.h2.tools.RunScript -url "jdbc:h2:$folder/blog" -user sa -script "$folder/fill.sql"
    start_server "$folder/server.log" java -jar "$jar" serve --data "$folder"
    until curl -sf "$base/search?q=note$posts" | grep -q "/note-$posts\""; do sleep 1; done
    stop_server
    touch "$folder/filled"
}

# The CPU time that a process has taken to answer requests, in microseconds: without the threads of the virtual machine, which
# compile what is asked for often. Threads that have ended meanwhile count, so it is the whole without those others.
cpu_of() {
    local all others
    all=$(cpu_of_all "$1")
    others=$(grep -L '^web' /proc/"$1"/task/*/comm | sed 's/comm$/schedstat/' | xargs cat |
        awk '{ sum += $1 } END { printf "%.0f\n", sum / 1000 }')
    echo $((all * 1000 - others))
}

# cpu_of_all PROCESS...: the CPU time of whole processes, in milliseconds.
cpu_of_all() {
    local process
    for process in "$@"; do cat "/proc/$process/stat"; done |
        awk -v ticks="$(getconf CLK_TCK)" '{ sub(/.*\) /, ""); sum += $12 + $13 } END { print sum * 1000 / ticks }'
}

# The middle one of the lines on standard input, by the number that each begins with.
median() { sort -g | awk '{ line[NR] = $0 } END { print line[int((NR + 1) / 2)] }'; }

build_benches() {
    (cd "$root" && mvn -B -ntp -q -Dfast -Pbench -pl bench/jmh -am -DskipTests package </dev/null) >"$work/build.log" 2>&1 ||
        fail "the benches could not be built: $(tail -n 20 "$work/build.log")"
}

# jmh CLASS OPTION...: runs a bench of JMH, and leaves for each of its methods "NAME nanoseconds processor-nanoseconds" in $work/jmh.
jmh() {
    local class=$1
    shift
    (cd "$root" && java -jar bench/jmh/target/benches.jar "$class" "$@" \
        -prof dev.waxwing.bench.ProcessorTime -foe true -rf json -rff "$work/jmh.json") >"$work/jmh.log" 2>&1 ||
        fail "$(tail -n 40 "$work/jmh.log")"
    jq -r '.[] | "\(.benchmark | sub(".*\\."; "")) \(.primaryMetric.score) \(.secondaryMetrics.processor.score)"' "$work/jmh.json" >"$work/jmh"
}

# beside PEER UNIT NANOSECONDS: ours and a peer from $work/jmh, in a unit of so many nanoseconds; above 1 is better.
beside() {
    printf '%-14s %12s %12s %7s\n' "$2" ours "$1" ratio
    awk -v peer="$1" -v unit="$3" '
        { wall[$1] = $2 / unit; processor[$1] = $3 / unit }
        END {
            printf "%-14s %12.1f %12.1f %7.2f\n", "on the wall", wall["ours"], wall[peer], wall[peer] / wall["ours"]
            printf "%-14s %12.1f %12.1f %7.2f\n", "processor", processor["ours"], processor[peer], processor[peer] / processor["ours"]
        }' "$work/jmh"
}

# write_posts FOLDER POSTS PARAGRAPHS: posts of so many paragraphs of 75 words, ten to a day, under two of fifty tags each.
write_posts() {
    mkdir "$1"
    awk -v folder="$1" -v posts="$2" -v paragraphs="$3" 'BEGIN {
        srand(7)
        split("river stone paper light winter market engine letter garden number silver morning window bridge copper shadow", words, " ")
        for (post = 1; post <= posts; post++) {
            file = folder "/post-" post ".md"
            printf "---\ntitle: Note %d on %s\ndate: %d-%02d-%02dT08:00:00Z\ntags: [tag %d, tag %d]\n---\n", post,
                words[1 + post % 16], 2000 + int(post / 3360) % 25, 1 + int(post / 280) % 12, 1 + int(post / 10) % 28,
                post % 50, (post * 7) % 50 > file
            for (paragraph = 1; paragraph <= paragraphs; paragraph++) {
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
waxwing() { exec "$root/waxwing" "$@"; }

# measured NAME COMMAND...: what a command took in wall time, CPU time and memory at its peak, which the kernel keeps for each process.
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
