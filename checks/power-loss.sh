#!/usr/bin/env bash
# Cuts the power under a server that is written to, again and again: the data lies on a disk of its own, which loses at a random
# moment whatever was not synced, and the server stands still from that moment on. What was acknowledged has to be there after each cut, and the server has to start within 10 s.
# Usage: checks/power-loss.sh [CUTS]   (20). Needs the built jar, curl, python3, e2fsprogs, the independent checkers, and root
# for the disk, an ext4 file system in a file.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

cuts=${1:-20}
require_kit
require_jar
require_root
work=$(mktemp -d)
disk=$work/disk
mkdir "$disk"
trap 'stop_server; umount "$disk" 2>/dev/null || umount -l "$disk" 2>/dev/null || true; rm -rf "$work"' EXIT

# The journal is written every 60 s only, so that a cut takes all there is to take.
truncate -s 2G "$work/disk.img"
mkfs.ext4 -q -F "$work/disk.img"
cat >"$work/mount" <<END
mount -o loop,commit=60 '$work/disk.img' '$disk'
END
sh "$work/mount"
# After a cut the journal is replayed, which e2fsck counts as a fault that it mended.
cat >"$work/mend" <<END
umount '$disk'
e2fsck -fp '$work/disk.img' >'$work/e2fsck.log' || [ \$? = 1 ] || exit 1
sh '$work/mount'
END
# A cut stops everything at once. The server is stopped first: Linux (6.18) answers a sync that is under way with success when the
# file system is shut down meanwhile, though nothing came of it, and a server that goes on would acknowledge what is lost.
# Then EXT4_IOC_SHUTDOWN without flushing the log, of the kernel's ext4.h.
cat >"$work/cut" <<END
import fcntl, glob, os, signal, struct, subprocess, time

disk = os.open('$disk', os.O_RDONLY)
for server in subprocess.check_output(['pgrep', '-f', '^java .* --data $disk/data']).split():
    os.kill(int(server), signal.SIGSTOP)
    while any(open(status).read().rsplit(')', 1)[1].split()[0] not in 'TD' for status in glob.glob('/proc/%d/task/*/stat' % int(server))):
        time.sleep(0.001)
fcntl.ioctl(disk, 0x8004587D, struct.pack('I', 2))
END

start_server "$work/server.log" java -jar "$jar" serve --data "$disk/data"
by_program
stop_server
write_load "$cuts" --log "$work/cuts.log" --at-kill "python3 '$work/cut'" \
    --after-kill "sh '$work/mend'" \
    -- java -Xmx256m -jar "$jar" serve --data "$disk/data" ||
    fail "$(figure "$work/loop.log"); $(tail -n 5 "$work/cuts.log")"
echo "power-loss: $(figure "$work/loop.log")"
