#!/usr/bin/env bash
# Three nodes on one PostgreSQL behind nginx are restarted one after the other while people read and programs write: no request
# may fail.
# Usage: checks/rolling-restart.sh [ROUNDS]   (2). Needs the built jar, curl, python3, nginx and PostgreSQL; as root, a user postgres.
set -euo pipefail
source "$(dirname "$0")/cluster.sh"

rounds=${1:-2}
require_servers
work=$(mktemp -d)
trap 'stop_cluster; rm -rf "$work"' EXIT
start_cluster

step "reading and writing begin"
python3 "$(dirname "$0")/cluster-load.py" "$front" "$secret" "$work/stop" >"$work/load.log" 2>&1 &
load=$!
sleep 5

restarts=0
for _ in $(seq "$rounds"); do
    for node in $(seq "$nodes"); do
        end_node "$node" TERM
        start_node "$node"
        await_node "$node"
        restarts=$((restarts + 1))
        echo "node $node is back"
        sleep 3
    done
done
touch "$work/stop"
wait "$load" || fail "$restarts restarts; $(tail -n 10 "$work/load.log")"
echo "FIGURE rolling-restart: $restarts restarts, $(tail -n 1 "$work/load.log")"
