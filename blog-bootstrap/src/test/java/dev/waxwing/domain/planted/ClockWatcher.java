package dev.waxwing.domain.planted;

import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/** Asks for time and chance in the ways people do. */
public final class ClockWatcher {
    /** By a call. */
    public static final class ByCall {
        Instant now() {
            return Instant.now();
        }
    }

    /** By a method reference. */
    public static final class ByReference {
        Supplier<UUID> ids = UUID::randomUUID;
    }

    /** By a clock of its own. */
    public static final class ByClock {
        Clock clock = Clock.systemUTC();
    }

    /** By a die. */
    public static final class ByDie {
        Random die;
    }
}
