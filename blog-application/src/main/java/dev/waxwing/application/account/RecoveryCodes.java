package dev.waxwing.application.account;

import dev.waxwing.application.shared.Token;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Codes on paper, for when the device is lost: each 16 letters and digits, which is 80 bits, and good for one time. */
final class RecoveryCodes {
    private static final int COUNT = 10;
    private static final int LENGTH = 16;

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
