#!/usr/bin/env bash
# Imports real blogs and reads every page of them: bash checks/import-corpora.sh [FOLDER OF SETS [SET...]]
# A set is a folder md-NAME. Every post must answer at its address and every former address must lead there; importing again
# must change nothing; no page may fail; and the links that lead nowhere must be the ones that the import reported.
set -euo pipefail
cd "$(dirname "$0")/.."
source checks/lib.sh
corpora=${1:-../shared/corpora}
[ -d "$corpora" ] || { echo "There are no sets of real blogs in $corpora; nothing was checked."; exit 0; }
[ $# -gt 0 ] && shift
sets=("$@")
if [ ${#sets[@]} -eq 0 ]; then
    for folder in "$corpora"/md-*; do sets+=("$(basename "$folder")"); done
fi
work=$(mktemp -d)
trap 'stop_server; rm -rf "$work"' EXIT

./waxwing version >/dev/null # builds it, if need be

for set in "${sets[@]}"; do
    step "$set"
    data=$work/$set
    flags=()
    [ "$set" = md-vim-jp ] && flags=(--language ja) # its configuration does not say so
    ./waxwing import "$corpora/$set" --data "$data" --report "$work/first.json" "${flags[@]}" >"$work/import.log" 2>&1 ||
        { cat "$work/import.log"; fail "$set: the import ended with $?"; }
    grep -m 1 ' files: ' "$work/import.log"
    ./waxwing import "$corpora/$set" --data "$data" --report "$work/again.json" "${flags[@]}" >"$work/again.log" 2>&1 ||
        fail "$set: importing again ended with $?"
    start_server "$work/server.log" ./waxwing serve --data "$data"
    python3 checks/import-corpora.py "$base" "$work/first.json" "$work/again.json" || fail "$set"
    stop_server
    rm -rf "$data"
done
