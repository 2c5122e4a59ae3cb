package dev.waxwing.bootstrap;

import dev.waxwing.application.shared.IdGenerator;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/**
 * Identities that are ordered by time, UUID version 7 (RFC 9562, section 5.7): 48 bits of milliseconds, a counter of 12
 * bits that starts low in each millisecond, and 62 random bits. Within one process each is greater than the one before.
 */
final class UuidV7 implements IdGenerator {
    private static final int COUNTER_BITS = 12;
    private static final int FRESH_COUNTER = 1 << (COUNTER_BITS - 1);
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long RANDOM_BITS = 0x3FFF_FFFF_FFFF_FFFFL;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private long last;

    UuidV7(Clock clock) {
        this.clock = clock;
    }

    @Override
    public UUID next() {
        long stamp = stamp();
        long milliseconds = stamp >>> COUNTER_BITS;
        long counter = stamp & ((1 << COUNTER_BITS) - 1);
        return new UUID(milliseconds << 16 | VERSION | counter, VARIANT | (random.nextLong() & RANDOM_BITS));
    }

    /** Time and counter in one number that only grows, also when the clock is set back. */
    private synchronized long stamp() {
        long fresh = clock.instant().toEpochMilli() << COUNTER_BITS | random.nextInt(FRESH_COUNTER);
        last = Math.max(last + 1, fresh);
        return last;
    }
}
