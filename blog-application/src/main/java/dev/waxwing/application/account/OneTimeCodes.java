package dev.waxwing.application.account;

import java.time.Instant;
import java.util.OptionalLong;

/** Port: codes that somebody's device makes anew every 30 seconds (RFC 6238). */
public interface OneTimeCodes {

    /** 160 bits of chance in base 32 (RFC 4648), 32 letters and digits: a key for a device, or the stuff of a recovery code. */
    String newKey();

    /**
     * The number of the 30 seconds in which the key gives this code; those just before and after now count, because clocks
     * differ. Nothing if it gives the code in none of them, or is no key.
     */
    OptionalLong step(String key, String code, Instant now);
}
