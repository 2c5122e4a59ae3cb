#!/usr/bin/env bash
# Puts 256 connections of all kinds on one server, and prints how long a reader of finished pages waits meanwhile:
# bench/crowd.sh [FOLDER]. 128 readers ask for the finished front page 20 times a second each, 32 for pages that are not finished,
# 32 load a picture of 10 MB as fast as they can, and 64 load it at 64 KB/s, for SECS (20) seconds. In the folder are the blogs of
# bench/flat-cost.sh; the one of 10,000 posts is made, if need be.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

require_jar
folder=${1:-$blogs} secs=${SECS:-20}
posts=10000
work=$(mktemp -d)
trap 'stop_server; rm -rf "$work"' EXIT

# A picture whose points are chance, which nothing packs: 10 MB.
picture() {
    python3 - "$1" <<'PYTHON'
import random, struct, sys, zlib

width, height = 1870, 1870
random.seed(7)
rows = b"".join(b"\0" + random.randbytes(3 * width) for _ in range(height))

def chunk(name, content):
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

with open(sys.argv[1], "wb") as file:
    file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
               + chunk(b"IDAT", zlib.compress(rows, 1)) + chunk(b"IEND", b""))
PYTHON
}

# slow_readers ADDRESS: prints how many of them were still being served at the end, and how much each had got.
slow_readers() {
    python3 - "$1" "$secs" <<'PYTHON'
import socket, sys, time, urllib.parse

address, end = urllib.parse.urlparse(sys.argv[1]), time.time() + float(sys.argv[2])
readers = []
for _ in range(64):
    reader = socket.socket()
    reader.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 32 * 1024)
    reader.connect((address.hostname, address.port))
    reader.sendall(f"GET {address.path} HTTP/1.1\r\nHost: {address.netloc}\r\n\r\n".encode())
    reader.setblocking(False)
    readers.append(reader)
got, ended = 0, set()
while time.time() < end:
    for reader in readers:
        try:
            part = reader.recv(16 * 1024)
            got += len(part)
            if not part:
                ended.add(reader)
        except BlockingIOError:
            pass
    time.sleep(0.25)
print("slow readers: %d of 64 served to the end, %d KB each" % (64 - len(ended), got / 64000))
sys.exit(len(ended) > 0)
PYTHON
}

# load NAME CONNECTIONS PATH [PAUSE]: what is asked for until the time is over, with so many milliseconds after each answer.
load() {
    wrk -t 1 -c "$2" -d "${secs}s" --timeout 20s --latency -s "$root/bench/paths.lua" -H 'Accept-Encoding: gzip' "$base" -- "${@:3}" >"$work/$1"
}

# said NAME: requests a second, half of them within, 99 % of them within, and how many were answered otherwise than they should be.
said() {
    awk -v name="$1" '
        $1 == "50%" { half = $2 } $1 == "99%" { most = $2 } /^Requests\/sec/ { rate = $2 } $1 == "ANSWERS" { failed = $3 }
        END { printf "%-14s %10.0f requests a second, half within %s, 99 %% within %s, %d failed\n", name, rate, half, most, failed }' "$work/$1"
}

fill "$folder/$posts" "$posts"
cp -r "$folder/$posts" "$work/data"
picture "$work/noise.png"
start_server "$work/server.log" "$root/waxwing" serve --data "$work/data"
secret=$(program_token)
address=$base$(curl -sf -m 60 -H "Authorization: Bearer $secret" -F "file=@$work/noise.png" "$base/api/v1/media" | jq -r .address)
echo "The picture has $(curl -sf "$address" | wc -c) bytes."
secs=5 load finished 128 /
load alone 128 / 50
slow_readers "$address" >"$work/slow" &
slow=$!
load finished 128 / 50 &
loads=($!)
load unfinished 32 "/note-{1-$posts}" &
loads+=($!)
load pictures 32 "${address#"$base"}" &
loads+=($!)
wait "$slow" || fail "$(cat "$work/slow")"
for one in "${loads[@]}"; do wait "$one" || fail "wrk ended with an error"; done
for name in alone finished unfinished pictures; do said "$name"; done
cat "$work/slow"
