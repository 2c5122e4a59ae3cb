#!/bin/sh
# Builds the bundle of CodeMirror that the desk's editor uses, from the versions in editor-bundle/package-lock.json, and
# compares it byte for byte with the one that is committed. With --write it takes its place, with the licences beside it.
set -eu
cd "$(dirname "$0")/.."
assets=blog-adapter-web/src/main/resources/dev/waxwing/adapter/web/assets/desk
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp checks/editor-bundle/* "$work"
(
    cd "$work"
    npm ci --ignore-scripts --no-audit --no-fund >npm.log 2>&1 || { cat npm.log >&2; exit 1; }
    npx --no-install esbuild editor.js --bundle --format=esm --minify --target=es2022 --legal-comments=none \
        --log-level=warning --outfile=codemirror.js
    # Packages in the order of their names; those that only build the bundle are not in it.
    for licence in $(ls -d node_modules/*/LICENSE node_modules/@*/*/LICENSE | grep -v esbuild | LC_ALL=C sort); do
        package=${licence#node_modules/}
        printf '%s\n\n' "${package%/LICENSE}"
        cat "$licence"
        printf '\n----\n\n'
    done >codemirror-LICENSE.txt
)
if [ "${1-}" = --write ]; then
    cp "$work/codemirror.js" "$work/codemirror-LICENSE.txt" "$assets/"
    echo "Written."
else
    cmp "$work/codemirror.js" "$assets/codemirror.js"
    cmp "$work/codemirror-LICENSE.txt" "$assets/codemirror-LICENSE.txt"
    echo "The committed bundle is what these sources make."
fi
