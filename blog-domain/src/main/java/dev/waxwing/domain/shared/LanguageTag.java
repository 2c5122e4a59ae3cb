package dev.waxwing.domain.shared;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;

/**
 * A language as the web names it: a well-formed BCP 47 tag such as {@code en}, {@code de-AT} or {@code zh-Hant}, at most 35
 * characters.
 */
public record LanguageTag(String value) {
    /** Codes of two letters that others stand for now (ISO 639-1). Comes first, as {@link #ENGLISH} is made with it. */
    private static final Set<String> REPLACED = Set.of("in", "iw", "ji");

    public static final LanguageTag ENGLISH = new LanguageTag("en");
    private static final int LONGEST = 35;
    private static final Set<String> RIGHT_TO_LEFT_SCRIPTS =
            Set.of("Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa");
    private static final Set<String> RIGHT_TO_LEFT =
            Set.of("ar", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "syr", "ug", "ur", "yi");

    /** @throws BlogException.Invalid if the tag is not well-formed by BCP 47, names no language, or is longer */
    public LanguageTag {
        value = isBare(value) ? value : wellFormed(value);
    }

    /** Every post of a list has a language, and most are two letters, which need not be taken apart. */
    private static boolean isBare(String value) {
        return value.length() == 2
                && isSmallLetter(value.charAt(0))
                && isSmallLetter(value.charAt(1))
                && !REPLACED.contains(value);
    }

    private static boolean isSmallLetter(char letter) {
        return letter >= 'a' && letter <= 'z';
    }

    private static String wellFormed(String value) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(value).build();
            if (!locale.getLanguage().isEmpty() && value.length() <= LONGEST) {
                return locale.toLanguageTag();
            }
            throw refusal(value);
        } catch (IllformedLocaleException e) {
            throw refusal(value);
        }
    }

    private static BlogException.Invalid refusal(String value) {
        return new BlogException.Invalid(
                "language",
                "'%s' is not a language tag; write for example en, de-AT or ja"
                        .formatted(value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value));
    }

    public Locale locale() {
        return Locale.forLanguageTag(value);
    }

    /** What those who speak it call it, such as Deutsch or español (México); the tag itself if nobody has said. */
    public String ownName() {
        return locale().getDisplayName(locale());
    }

    /** The language without region or script, as {@code de} of {@code de-AT}. */
    public String language() {
        return locale().getLanguage();
    }

    /** Whether its letters run from right to left: told by the script if the tag names one. */
    public boolean rightToLeft() {
        String script = locale().getScript();
        return script.isEmpty() ? RIGHT_TO_LEFT.contains(language()) : RIGHT_TO_LEFT_SCRIPTS.contains(script);
    }

    @Override
    public String toString() {
        return value;
    }
}
