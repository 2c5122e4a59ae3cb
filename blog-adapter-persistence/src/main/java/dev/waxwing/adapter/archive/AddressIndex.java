package dev.waxwing.adapter.archive;

import dev.waxwing.application.archive.FormerAddress.Evidence;
import dev.waxwing.domain.redirect.SitePath;
import java.util.Arrays;

/**
 * Which post of an archive a former address belongs to. Kept as 64-bit numbers, so that the addresses of 100,000 posts take
 * a few megabytes. A stated address goes before a derived one, otherwise the first post keeps it.
 */
final class AddressIndex {
    private static final int NOBODY = -1;

    private long[] keys = new long[1024];
    private int[] owners = new int[1024];
    private int size;

    AddressIndex() {
        Arrays.fill(owners, NOBODY);
    }

    void claim(SitePath address, int post, Evidence evidence) {
        if (size * 2 > keys.length) {
            grow();
        }
        int claim = post * 2 + (evidence == Evidence.STATED ? 1 : 0);
        int slot = slot(keys, owners, key(address));
        if (owners[slot] == NOBODY) {
            keys[slot] = key(address);
            owners[slot] = claim;
            size++;
        } else if ((owners[slot] & 1) == 0 && evidence == Evidence.STATED) {
            owners[slot] = claim;
        }
    }

    /** The number of the post, -1 if the address is nobody's. */
    int owner(SitePath address) {
        int claim = owners[slot(keys, owners, key(address))];
        return claim == NOBODY ? NOBODY : claim / 2;
    }

    private void grow() {
        long[] newKeys = new long[keys.length * 2];
        int[] newOwners = new int[keys.length * 2];
        Arrays.fill(newOwners, NOBODY);
        for (int i = 0; i < keys.length; i++) {
            if (owners[i] != NOBODY) {
                int slot = slot(newKeys, newOwners, keys[i]);
                newKeys[slot] = keys[i];
                newOwners[slot] = owners[i];
            }
        }
        keys = newKeys;
        owners = newOwners;
    }

    private static int slot(long[] keys, int[] owners, long key) {
        int mask = keys.length - 1;
        int slot = (int) (key ^ (key >>> 32)) & mask;
        while (owners[slot] != NOBODY && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** FNV-1a with 64 bits, mixed at the end. */
    private static long key(SitePath address) {
        long hash = 0xcbf29ce484222325L;
        String text = address.value();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash ^= hash >>> 32;
        hash *= 0xd6e8feb86659fd93L;
        return hash ^ (hash >>> 32);
    }
}
