package dev.waxwing.domain.account;

import java.util.ArrayList;
import java.util.List;

/**
 * What somebody who signs in has to have beside the password: a key from which their device makes a code every 30 seconds
 * (RFC 6238), or one of a few codes on paper.
 *
 * @param key in base 32 (RFC 4648)
 * @param lastStep the number of the last 30 seconds whose code was used, which is never accepted again, nor any before it
 * @param recovery hashes of the codes on paper that were not used yet
 */
public record SecondFactor(String key, long lastStep, List<String> recovery) {
    public SecondFactor {
        recovery = List.copyOf(recovery);
    }

    SecondFactor usedAt(long step) {
        return new SecondFactor(key, step, recovery);
    }

    SecondFactor without(String hash) {
        List<String> left = new ArrayList<>(recovery);
        left.remove(hash);
        return new SecondFactor(key, lastStep, left);
    }

    /** Without the key, which must not end up in a log. */
    @Override
    public String toString() {
        return "SecondFactor";
    }
}
