package dev.waxwing.application.fake;

import dev.waxwing.application.account.OneTimeCodes;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;

/** The code of a key is the number of its 30 seconds, with the first letter of the key: for tests and trials alone. */
public final class PlainCodes implements OneTimeCodes {
    private final AtomicInteger keys = new AtomicInteger();

    @Override
    public String newKey() {
        String number = "%016d".formatted(keys.incrementAndGet());
        return number + number;
    }

    @Override
    public OptionalLong step(String key, String code, Instant now) {
        long step = now.getEpochSecond() / 30;
        return code.equals(code(key, now)) ? OptionalLong.of(step) : OptionalLong.empty();
    }

    public static String code(String key, Instant now) {
        return key.substring(0, 1) + now.getEpochSecond() / 30;
    }
}
