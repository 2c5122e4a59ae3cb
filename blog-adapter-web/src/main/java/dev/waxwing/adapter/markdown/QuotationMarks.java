package dev.waxwing.adapter.markdown;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The quotation marks of a language, outer and inner, as the Unicode Common Locale Data Repository lists them, with the
 * spaces that belong to them.
 */
record QuotationMarks(String open, String close, String innerOpen, String innerClose) {
    private static final String NARROW_SPACE = "\u202F";
    private static final QuotationMarks CURLY = new QuotationMarks("“", "”", "‘", "’");
    private static final QuotationMarks LOW_HIGH = new QuotationMarks("„", "“", "‚", "‘");
    private static final QuotationMarks LOW_RIGHT = new QuotationMarks("„", "”", "«", "»");
    private static final QuotationMarks RIGHT = new QuotationMarks("”", "”", "’", "’");
    private static final QuotationMarks GUILLEMETS = new QuotationMarks("«", "»", "“", "”");
    private static final QuotationMarks GUILLEMETS_SINGLE = new QuotationMarks("«", "»", "‹", "›");
    private static final QuotationMarks GUILLEMETS_LOW = new QuotationMarks("«", "»", "„", "“");
    private static final QuotationMarks GUILLEMETS_SPACED =
            new QuotationMarks("«" + NARROW_SPACE, NARROW_SPACE + "»", "“", "”");

    private static final Map<String, QuotationMarks> MARKS = new HashMap<>();

    static {
        put(CURLY, "en af cy eo fil ga hi id ko ms mt pt ro-MD sw ta te th tr vi");
        put(CURLY, "es-419 es-AR es-BO es-CL es-CO es-CR es-CU es-DO es-EC es-GT es-HN es-MX es-NI es-PA es-PE es-PR");
        put(CURLY, "es-PY es-SV es-US es-UY es-VE nl lv da gl");
        put(LOW_HIGH, "de bg cs et hr is ka lt mk sk sl sr");
        put(LOW_RIGHT, "hu pl ro");
        put(RIGHT, "fi sv he");
        put(GUILLEMETS, "es it ca el eu nb nn no pt-PT sq");
        put(GUILLEMETS_SINGLE, "fa de-CH de-LI fr-CH it-CH rm");
        put(GUILLEMETS_LOW, "ru uk be kk ky hy");
        put(GUILLEMETS_SPACED, "fr");
        put(new QuotationMarks("”", "“", "’", "‘"), "ar ur");
    }

    /** None for languages whose writers set their marks themselves, such as Japanese and Chinese. */
    static Optional<QuotationMarks> of(Locale language) {
        QuotationMarks regional = MARKS.get(language.getLanguage() + "-" + language.getCountry());
        return Optional.ofNullable(regional != null ? regional : MARKS.get(language.getLanguage()));
    }

    private static void put(QuotationMarks marks, String languages) {
        for (String language : languages.split(" ")) {
            MARKS.put(language, marks);
        }
    }

    /** @param depth how many quotations are open already */
    String opening(int depth) {
        return depth % 2 == 0 ? open : innerOpen;
    }

    String closing(int depth) {
        return depth % 2 == 0 ? close : innerClose;
    }
}
