package dev.waxwing.domain.shared;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;

/** A language as the web names it: a well-formed BCP 47 tag such as {@code en}, {@code de-AT} or {@code zh-Hant}. */
public record LanguageTag(String value) {
    public static final LanguageTag ENGLISH = new LanguageTag("en");
    private static final Set<String> RIGHT_TO_LEFT =
            Set.of("ar", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "syr", "ug", "ur", "yi");

    /** @throws BlogException.Invalid if the tag is not well-formed by BCP 47 */
    public LanguageTag {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(value).build();
            value = locale.toLanguageTag();
            if (locale.getLanguage().isEmpty()) {
                throw new IllformedLocaleException();
            }
        } catch (IllformedLocaleException e) {
            throw new BlogException.Invalid(
                    "language", "'%s' is not a language tag; write for example en, de-AT or ja".formatted(value));
        }
    }

    public Locale locale() {
        return Locale.forLanguageTag(value);
    }

    /** The language without region or script, as {@code de} of {@code de-AT}. */
    public String language() {
        return locale().getLanguage();
    }

    public boolean rightToLeft() {
        return RIGHT_TO_LEFT.contains(language());
    }

    @Override
    public String toString() {
        return value;
    }
}
