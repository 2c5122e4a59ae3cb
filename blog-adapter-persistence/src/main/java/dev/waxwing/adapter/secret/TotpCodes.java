package dev.waxwing.adapter.secret;

import dev.waxwing.application.account.OneTimeCodes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time passwords (RFC 6238) as all authenticator programs make them: HMAC-SHA-1, six digits, 30 seconds. */
public final class TotpCodes implements OneTimeCodes {
    private static final int DIGITS = 6;
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final int KEY_BYTES = 20;

    /** How many steps a clock may be off, either way. */
    private static final int TOLERANCE = 1;

    private final SecureRandom chance = new SecureRandom();

    @Override
    public String newKey() {
        byte[] key = new byte[KEY_BYTES];
        chance.nextBytes(key);
        return Base32.encode(key);
    }

    @Override
    public OptionalLong step(String key, String code, Instant now) {
        byte[] secret = Base32.decode(key);
        if (secret.length < KEY_BYTES || code.length() != DIGITS) {
            return OptionalLong.empty();
        }
        long present = now.getEpochSecond() / STEP.toSeconds();
        for (long step = present - TOLERANCE; step <= present + TOLERANCE; step++) {
            if (isSame(code(secret, step, DIGITS), code)) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    /** The code of a step (RFC 4226, section 5.3, with the step as the counter). */
    static String code(byte[] secret, long step, int digits) {
        byte[] hash = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xF;
        int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
        String all = "%010d".formatted(number);
        return all.substring(all.length() - digits);
    }

    private static byte[] hmac(byte[] secret, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-1", e);
        }
    }

    private static boolean isSame(String expected, String typed) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), typed.getBytes(StandardCharsets.UTF_8));
    }
}
