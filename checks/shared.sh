#!/usr/bin/env bash
# Runs independent checkers over the demo blog and its desk, and imports real blogs, where these lie in ../shared beside the checkout.
# Usage: checks/shared.sh [CHECK...]   with the names of functions below; without an argument all of them but lighthouse.
# Needs the built jar, curl, jq, python3, and node with npm for the checkers of pages.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

all=(html desk accessibility feeds headers malformed pathological)

require_kit
require_jar
work=$(mktemp -d)
trap 'stop_server; rm -rf "$work"' EXIT

# The first address on a page that looks like this, as a path.
first_link() {
    curl -s -m 20 -b "${cookies:-/dev/null}" "$base$1" | grep -o "href=\"\($base\)\?$2\"" | head -n 1 | sed "s|href=\"\($base\)\?||; s|\"\$||"
}

# One page of each kind. A browser complains of every 404, which the checkers forgive where a favicon was looked for.
pages() {
    local post
    post=$(curl -s -m 20 "$base/feed.json" | jq -r '.items[0].url' | sed "s|^$base||")
    printf '%s\n' / "$post" /tags "$(first_link /tags '/tags/[^"]*')" "$(first_link "$post" '/authors/[^"]*')" \
        /archive "$(first_link /archive '/archive/[0-9]*')" '/search?q=blog' /search /no-favicon-here |
        grep .
}

html() { "$kit/html-check.sh" "$base" "$work/pages"; }

# Every page that links of the desk lead to, one for each kind: posts, files and revisions look alike.
desk_pages() {
    local next=(/admin/posts) seen=' ' path kind
    while [ ${#next[@]} -gt 0 ]; do
        path=${next[0]}
        next=("${next[@]:1}")
        kind=$(sed -E 's#[0-9a-f]{8}-[0-9a-f-]{27}#ID#; s#^/admin/(tags|media|authors)/.*#/admin/\1/ONE#; s#revisions/.*#revisions/N#; s#(after|before)=.*#\1=#' <<<"$path")
        [[ $seen == *" $kind "* ]] && continue
        seen+="$kind "
        echo "$path"
        mapfile -t -O ${#next[@]} next < <(curl -s -m 20 -b "$work/cookies" "$base$path" |
            grep -o 'href="/admin[^"]*"' | sed 's/href="//; s/"$//; s/&amp;/\&/g')
    done
}

# answer STATUS NAME PATH FIELD=VALUE...: keeps the page that a form of the desk is answered with; a field may be one of a file, NAME@FILE.
answer() {
    local status=$1 page=$work/answers/$2.html path=$3 field fields=() got
    shift 3
    for field in "csrf=$token" "$@"; do fields+=(--data-urlencode "$field"); done
    got=$(curl -s -m 60 -o "$page" -w '%{http_code}' -b "$work/cookies" -H 'Accept: text/html' -H "Origin: $base" "${fields[@]}" "$base$path")
    echo "$got POST $path"
    [ "$got" = "$status" ] || fail "POST $path was answered $got, not $status"
}

# The pages that only a form leads to, and what is shown in their place.
answers() {
    local post account token
    mkdir -p "$work/answers"
    post=$(first_link '/admin/posts?status=published' '/admin/posts/[0-9a-f-]\{36\}')
    account=$(first_link /admin/accounts '/admin/accounts/[0-9a-f-]\{36\}')
    token=$(token /admin/account)
    head -c 6000000 /dev/zero | tr '\0' x >"$work/large"
    answer 200 move "$post/address" from=none slug=elsewhere
    answer 409 conflict "$post" version=0 revision=1 title=Mine markdown=Mine language=en act=save
    answer 422 editor "$post" version=1 revision=1 title= markdown=Mine language=nowhere act=publish
    answer 200 link "$account/link"
    answer 201 token /admin/account/tokens name=check days=9 scopes=read
    answer 422 codes /admin/account/codes key=K code=wrong
    answer 422 settings /admin/settings version=0 title= language=nowhere zone=nowhere postsPerPage=0 accent=none
    answer 404 missing /admin/posts/00000000-0000-7000-8000-000000000000/revisions/1
    answer 405 method /admin/audit
    answer 413 large "$post/revisions/1" "words@$work/large"
    token=forged answer 403 forged "$post/revisions/1"
    java -Xss4m -jar "$KIT_NODE/node_modules/vnu-jar/build/dist/vnu.jar" "$work"/answers/*.html
}

# The pages of the desk, seen by an administrator.
desk() {
    echo "/admin/sign-in" >"$work/ways-in"
    "$kit/html-check.sh" "$base" "$work/ways-in" &&
        sign_in && desk_pages >"$work/desk" && [ "$(wc -l <"$work/desk")" -gt 20 ] &&
        COOKIE=$(awk '!/^# / && NF == 7 { sub(/^#HttpOnly_/, ""); printf "%s%s=%s", separator, $6, $7; separator = "; " }' "$work/cookies") \
            "$kit/html-check.sh" "$base" "$work/desk" &&
        cookies=$work/cookies answers
}

accessibility() {
    local theme result=0 paths
    mapfile -t paths <"$work/pages"
    for theme in light dark; do
        echo "$theme:"
        THEME=$theme node "$kit/a11y-check.mjs" "$base" "${paths[@]}" || result=1
    done
    return $result
}

feeds() {
    local feed result=0
    for feed in atom rss json; do
        echo "feed.$feed:"
        curl -sf -o "$work/feed.$feed" "$base/feed.$feed" || result=1
        python3 "$kit/feed-check.py" "$work/feed.$feed" || result=1
    done
    return $result
}

headers() {
    local paths
    mapfile -t paths <"$work/pages"
    python3 "$kit/headers-check.py" "$base" "${paths[@]}" --min 130
}

malformed() { python3 "$kit/http-fuzz.py" "$base" --count 2000; }

# Texts that make parsers slow or deep: each is imported or refused, and the import ends well.
pathological() {
    local texts=$work/pathological
    python3 "$kit/pathological-md.py" "$base" --write "$texts" >/dev/null
    timeout 120 java -Xmx256m -jar "$jar" import "$texts" --data "$work/pathological-data" --report "$work/pathological.json" >"$work/pathological.log" 2>&1 ||
        { cat "$work/pathological.log"; return 1; }
    jq -e '[.files[] | select(.outcome != "imported" and .outcome != "refused")] | length == 0' "$work/pathological.json" >/dev/null &&
        jq -r '"\(.files | length) texts: \([.files[] | select(.outcome == "imported")] | length) imported, \([.files[] | select(.outcome == "refused")] | length) refused"' "$work/pathological.json"
}

# How fast a page is depends on what else the machine does, so that has no bar here.
lighthouse() {
    local path result=0
    npm_packages lighthouse
    for path in $(head -n 2 "$work/pages"); do
        echo "$path:"
        "$kit/lighthouse.sh" "$base$path" 0 100 96 100 || result=1
    done
    return $result
}

[ $# -gt 0 ] || set -- "${all[@]}"
npm_packages vnu-jar axe-core playwright-core
start_server "$work/server.log" java -jar "$jar" serve --demo --data "$work/data"
pages >"$work/pages"
run_each "$@"
