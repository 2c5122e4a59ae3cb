# Functions for the checks of several nodes; source it from bash. Everything listens at 127.0.0.1 alone and lives in $work: a
# PostgreSQL of its own, nodes of the built jar with one media folder, and nginx in front of them.
# shellcheck shell=bash

source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

nodes=${NODES:-3}
memory=${NODE_MEMORY:-192m}
declare -a processes ports

require_servers() {
    require_jar
    binaries=$(find /usr/lib/postgresql -name initdb -printf '%h\n' 2>/dev/null | sort -V | tail -n 1)
    [ -n "$binaries" ] || fail "there is no PostgreSQL; apt-get install postgresql"
    command -v nginx >/dev/null || fail "there is no nginx; apt-get install nginx-light"
    command -v python3 >/dev/null || fail "there is no python3"
}

# PostgreSQL refuses to run as root.
as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

start_postgres() {
    database_port=$(free_port)
    jdbc=jdbc:postgresql://127.0.0.1:$database_port/postgres
    chmod 711 "$work"
    mkdir "$work/postgres"
    [ "$(id -u)" != 0 ] || chown postgres "$work/postgres"
    (cd / && as_postgres "$binaries/initdb" -D "$work/postgres/data" -U waxwing -A trust -E UTF8 >/dev/null)
    run_postgres
}

run_postgres() {
    (cd / && as_postgres "$binaries/pg_ctl" -D "$work/postgres/data" -l "$work/postgres/log" -w -t 60 \
        -o "-c listen_addresses=127.0.0.1 -c port=$database_port -c unix_socket_directories=" start >/dev/null) ||
        fail "PostgreSQL did not start: $(tail -n 5 "$work/postgres/log")"
}

stop_postgres() {
    [ ! -d "$work/postgres/data" ] ||
        (cd / && as_postgres "$binaries/pg_ctl" -D "$work/postgres/data" -m fast -w stop >/dev/null 2>&1) || true
}

# What a query answers, its columns with a | between them.
ask() { "$binaries/psql" -h 127.0.0.1 -p "$database_port" -U waxwing -d postgres -qAtc "$1"; }

# start_node NUMBER: starts a node, and returns at once.
start_node() {
    local node=$1
    ports[node]=${ports[node]:-$(free_port)}
    WAXWING_BACKUP_EVERY=never WAXWING_MEDIA_FOLDER=$work/media java "-Xmx$memory" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -jar "$jar" serve \
        --data "$work/node$node" --jdbc-url "$jdbc" --jdbc-user waxwing --host 127.0.0.1 --port "${ports[node]}" \
        --base-url "$front" >>"$work/node$node.log" 2>&1 </dev/null &
    processes[node]=$!
}

await_node() {
    local node=$1
    for _ in $(seq 600); do
        ! curl -sf -o /dev/null -m 5 "http://127.0.0.1:${ports[node]}/readyz" || return 0
        kill -0 "${processes[node]}" 2>/dev/null || break
        sleep 0.2
    done
    fail "node $node did not become ready: $(tail -n 20 "$work/node$node.log")"
}

# end_node NUMBER SIGNAL: returns when its process is gone.
end_node() {
    kill "-$2" "${processes[$1]}" 2>/dev/null || true
    wait "${processes[$1]}" 2>/dev/null || true
}

# nginx opens a connection for each request: of one that is kept, it cannot know whether a node that stops still reads from it.
start_nginx() {
    local node
    mkdir -p "$work/nginx"
    {
        printf 'worker_processes 1;\ndaemon off;\npid %s/nginx/pid;\nerror_log %s/nginx/error.log;\n' "$work" "$work"
        [ "$(id -u)" != 0 ] || printf 'user root;\n'
        printf 'events { worker_connections 512; }\nhttp {\n    access_log off;\n'
        printf '    %s_temp_path %s/nginx;\n' client_body "$work" proxy "$work" fastcgi "$work" uwsgi "$work" scgi "$work"
        printf '    upstream waxwing {\n'
        for node in $(seq "$nodes"); do
            printf '        server 127.0.0.1:%s max_fails=1 fail_timeout=2s;\n' "${ports[node]}"
        done
        printf '    }\n    server {\n        listen 127.0.0.1:%s;\n' "${front##*:}"
        cat <<'NGINX'
        location / {
            proxy_pass http://waxwing;
            proxy_set_header Host $http_host;
            proxy_next_upstream error timeout http_502 http_503;
            proxy_connect_timeout 2s;
            proxy_read_timeout 30s;
        }
    }
}
NGINX
    } >"$work/nginx/nginx.conf"
    nginx -e "$work/nginx/error.log" -c "$work/nginx/nginx.conf" &
    proxy=$!
    for _ in $(seq 50); do
        ! curl -sf -o /dev/null -m 5 "$front/livez" || return 0
        sleep 0.1
    done
    fail "nginx did not start: $(tail -n 5 "$work/nginx/error.log")"
}

# start_cluster: everything, with somebody who may write; sets $front, $secret.
start_cluster() {
    local node
    front=http://127.0.0.1:$(free_port)
    step "PostgreSQL, $nodes nodes and nginx"
    start_postgres
    for node in $(seq "$nodes"); do
        start_node "$node"
        await_node "$node"
    done
    start_nginx
    base=$front
    # The last that started prints the code that counts.
    ln -s "node$nodes.log" "$work/server.log"
    secret=$(program_token)
}

stop_cluster() {
    local process
    for process in "${processes[@]}" ${proxy:+"$proxy"}; do kill "$process" 2>/dev/null || true; done
    wait
    stop_postgres
}
