package dev.waxwing.application.account;

import dev.waxwing.application.shared.Token;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Codes on paper, for when the device is lost: each 24 letters and digits, which is 120 bits, and good for one time. From 112
 * bits on a hash without salt keeps them well enough (OWASP ASVS 5.0, 6.5.2).
 */
final class RecoveryCodes {
    private static final int COUNT = 10;
    private static final int LENGTH = 24;

    private RecoveryCodes() {}

    /** As they are shown, in groups of four. */
    static List<String> make(OneTimeCodes codes) {
        return Stream.generate(codes::newKey)
                .limit(COUNT)
                .map(chance ->
                        chance.substring(0, LENGTH).toLowerCase(Locale.ROOT).replaceAll("(.{4})(?=.)", "$1-"))
                .toList();
    }

    /** However somebody writes it. */
    static String hash(String code) {
        return new Token(code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT)).hash();
    }
}
