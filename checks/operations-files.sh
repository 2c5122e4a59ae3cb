#!/usr/bin/env bash
# Lets the programs that the files in docs/operations are for check them, as far as they are installed.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

files=$root/docs/operations
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
checked=()
skipped=()

# Whether a program is there; if not, what it would have checked is named at the end.
has() {
    if command -v "$1" >/dev/null; then
        checked+=("$1")
    else
        skipped+=("$1")
        return 1
    fi
}

if has promtool; then
    promtool check rules "$files/prometheus-alerts.yml" || fail "the alert rules are wrong"
fi

# The certificates and the place of the process are those of this check; everything else is tested as it stands.
if has nginx; then
    openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=blog.example.org \
        -keyout "$work/privkey.pem" -out "$work/fullchain.pem" 2>/dev/null
    sed "s|/etc/letsencrypt/live/blog.example.org|$work|" "$files/nginx.conf" >"$work/site.conf"
    printf 'pid %s/nginx.pid;\nerror_log stderr;\nevents {}\nhttp {\n    access_log off;\n    include %s/site.conf;\n}\n' \
        "$work" "$work" >"$work/nginx.conf"
    nginx -t -q -e stderr -p "$work" -c "$work/nginx.conf" || fail "the example for nginx is wrong"
fi

if has caddy; then
    HOME=$work caddy validate --config "$files/Caddyfile" --adapter caddyfile >"$work/caddy.log" 2>&1 ||
        { cat "$work/caddy.log"; fail "the example for Caddy is wrong"; }
fi

# The program is not installed here, so that another stands for it.
if has systemd-analyze; then
    sed "s|^ExecStart=/opt/waxwing/waxwing|ExecStart=/bin/true|" "$files/waxwing.service" >"$work/waxwing.service"
    systemd-analyze verify "$work/waxwing.service" || fail "the unit for systemd is wrong"
    systemd-analyze security --offline=true --threshold=20 "$work/waxwing.service" >"$work/security" ||
        { cat "$work/security"; fail "the unit for systemd leaves too much open"; }
    tail -n 1 "$work/security"
fi

if has python3; then
    python3 -m json.tool "$files/grafana-dashboard.json" >/dev/null || fail "the dashboard is no JSON"
fi

echo "Checked by: ${checked[*]:-nothing}. Not installed, so not checked by: ${skipped[*]:-nothing}."
[ "${#checked[@]}" -gt 0 ] || fail "none of the programs is installed"
