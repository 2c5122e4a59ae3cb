#!/usr/bin/env bash
# Serves the same bytes with Waxwing and with nginx (gzip_static, no log), and loads both in turn: bench/nginx.sh [FOLDER]
# FOLDER is the data folder of a blog, which is not changed; without one the demo blog is served. Prints for a post, the front
# page, the feed and a tag page the median of REPS (3) runs of SECS (8) seconds with CONNS (64) connections: requests a second,
# microseconds of processor time a request, and ours in relation to nginx; above 1 is better. Needs the built jar, wrk and nginx.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

require_jar
for tool in wrk nginx; do command -v "$tool" >/dev/null || fail "this needs $tool"; done
conns=${CONNS:-64} secs=${SECS:-8} reps=${REPS:-3}
work=$(mktemp -d)
nginx_pid=
trap 'stop_server; [ -z "$nginx_pid" ] || kill "$nginx_pid"; rm -rf "$work"' EXIT

demo=
if [ $# -gt 0 ]; then cp -r "$1" "$work/data"; else demo=--demo; fi
# shellcheck disable=SC2086 # no word without a demo
start_server "$work/server.log" java -XX:+UseSerialGC -Xmx256m -jar "$jar" serve --data "$work/data" $demo

# Addresses of the four kinds of page, as the front page names them.
first() { curl -s "$base/" | grep -o "href=\"$1[^\"#?]*\"" | head -n 1 | cut -d '"' -f 2; }
post=$(curl -s "$base/feed.atom" | grep -o '<link rel="alternate"[^>]*href="[^"]*"' | sed -n '2s/.*href="https\{0,1\}:\/\/[^/]*\([^"]*\)"/\1/p')
tag=$(first /tags/)
pages="post=$post front=/ feed=/feed.atom tag=$tag"

# One file and its .gz for each page, with the bytes that Waxwing sent.
site=$work/site
mkdir "$site"
chmod 755 "$work" # nginx reads as somebody else
for page in $pages; do
    curl -sf "$base${page#*=}" >"$site/${page%%=*}"
    curl -sf -H 'Accept-Encoding: gzip' "$base${page#*=}" >"$site/${page%%=*}.gz"
    touch -r "$site/${page%%=*}" "$site/${page%%=*}.gz"
done

nginx_port=$(free_port)
cat >"$work/nginx.conf" <<END
worker_processes auto;
pid $work/nginx.pid;
error_log $work/nginx-error.log;
events { worker_connections 4096; }
http {
    access_log off;
    default_type text/html;
    sendfile on;
    tcp_nopush on;
    keepalive_requests 1000000000;
    open_file_cache max=1000 inactive=60s;
    open_file_cache_valid 60s;
    gzip_static on;
    server { listen 127.0.0.1:$nginx_port reuseport; root $site; }
}
END
nginx -e "$work/nginx-error.log" -c "$work/nginx.conf"
nginx_pid=$(cat "$work/nginx.pid")

# load NAME ADDRESS PROCESS...: adds a line "requests-a-second microseconds-a-request" to the figures of that name.
load() {
    local name=$1 address=$2 before after
    shift 2
    before=$(cpu_of_all "$@")
    wrk -t2 -c"$conns" -d"${secs}s" -H 'Accept-Encoding: gzip' "$address" >"$work/wrk"
    after=$(cpu_of_all "$@")
    ! grep -q 'Non-2xx\|Socket errors' "$work/wrk" || fail "$address: $(grep 'Non-2xx\|Socket errors' "$work/wrk")"
    awk -v before="$before" -v after="$after" \
        '/requests in/ { total = $1 } /Requests\/sec/ { print $2, (after - before) * 1000 / total }' "$work/wrk" >>"$work/$name"
}

# middle FIELD NAME: the median of one of these two.
middle() { cut -d ' ' -f "$1" "$work/$2" | median; }

# What compiles only under load is compiled before anything is counted.
for page in $pages; do wrk -t2 -c"$conns" -d5s -H 'Accept-Encoding: gzip' "$base${page#*=}" >/dev/null; done
workers=$(cat "/proc/$nginx_pid/task/$nginx_pid/children")
printf '%-6s %12s %12s %7s %10s %10s %7s\n' page 'ours req/s' 'nginx req/s' ratio 'ours us' 'nginx us' ratio
for page in $pages; do
    name=${page%%=*}
    for _ in $(seq "$reps"); do
        load "$name.ours" "$base${page#*=}" "$server"
        # shellcheck disable=SC2086 # several processes
        load "$name.nginx" "http://127.0.0.1:$nginx_port/$name" $workers
    done
    awk -v name="$name" -v a="$(middle 1 "$name.ours")" -v b="$(middle 1 "$name.nginx")" \
        -v c="$(middle 2 "$name.ours")" -v d="$(middle 2 "$name.nginx")" \
        'BEGIN { printf "%-6s %12.0f %12.0f %7.2f %10.1f %10.1f %7.2f\n", name, a, b, a / b, c, d, d / c }'
done
