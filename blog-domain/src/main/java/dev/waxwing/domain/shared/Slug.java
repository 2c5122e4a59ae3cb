package dev.waxwing.domain.shared;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A name in an address: lower-case words of letters and digits of any script, joined by single hyphens, 1 to 80 characters.
 *
 * <p>Latin and Greek letters lose their accents, because they are typed without them; the letters of all other scripts
 * are kept as they are.
 */
public record Slug(String value) {
    public static final int LONGEST = 80;

    private static final String LETTER = "[\\p{Ll}\\p{Lo}\\p{Lm}\\p{N}]";
    private static final Pattern FORM = Pattern.compile("(?:%1$s\\p{M}*)+(?:-(?:%1$s\\p{M}*)+)*".formatted(LETTER));
    private static final Pattern INSIDE_WORDS = Pattern.compile("['’ʼ`\\u00AD\\u200B-\\u200F\\u2060\\uFEFF]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{Ll}\\p{Lo}\\p{Lm}\\p{N}\\p{M}]+");
    private static final Pattern STRAY_MARKS = Pattern.compile("(?<=^|-)\\p{M}+");
    private static final Pattern OUTER_HYPHENS = Pattern.compile("^-+|-+$");
    private static final Map<Integer, String> LATIN_LETTERS = Map.ofEntries(
            Map.entry((int) 'ß', "ss"),
            Map.entry((int) 'æ', "ae"),
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'ø', "o"),
            Map.entry((int) 'đ', "d"),
            Map.entry((int) 'ð', "d"),
            Map.entry((int) 'þ', "th"),
            Map.entry((int) 'ł', "l"),
            Map.entry((int) 'ħ', "h"),
            Map.entry((int) 'ı', "i"),
            Map.entry((int) 'ŋ', "ng"));

    /** @throws BlogException.Invalid if it has another form or is longer */
    public Slug {
        if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
            throw new BlogException.Invalid(
                    "slug",
                    "'%s' cannot be an address: use lower-case letters, digits and single hyphens, at most %d characters"
                            .formatted(value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value, LONGEST));
        }
    }

    /** The slug that a title suggests, cut at a word; empty if the title has no letter and no digit. */
    public static Optional<Slug> from(String title) {
        String composed = Normalizer.normalize(title, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String plain = INSIDE_WORDS.matcher(withoutAccents(composed)).replaceAll("");
        String named = plain.replaceAll("(?<=\\p{L})\\+\\+", " plus plus ").replaceAll("(?<=\\p{L})#", " sharp ");
        String joined = BETWEEN_WORDS.matcher(named).replaceAll("-");
        String words = STRAY_MARKS.matcher(joined).replaceAll("");
        String cut = cut(OUTER_HYPHENS.matcher(words).replaceAll(""), LONGEST);
        return FORM.matcher(cut).matches() ? Optional.of(new Slug(cut)) : Optional.empty();
    }

    /** This slug with {@code -number} after it, shortened where it would grow too long. */
    public Slug numbered(int number) {
        String suffix = "-" + number;
        return new Slug(cut(value, LONGEST - suffix.length()) + suffix);
    }

    private static String withoutAccents(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(letter -> {
            String known = LATIN_LETTERS.get(letter);
            if (known != null) {
                plain.append(known);
            } else {
                plain.appendCodePoint(isAccented(letter) ? withoutAccent(letter) : letter);
            }
        });
        return plain.toString();
    }

    private static boolean isAccented(int letter) {
        UnicodeScript script = UnicodeScript.of(letter);
        return letter > 0x7F && (script == UnicodeScript.LATIN || script == UnicodeScript.GREEK);
    }

    private static int withoutAccent(int letter) {
        return Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD).codePointAt(0);
    }

    private static String cut(String words, int longest) {
        if (words.length() <= longest) {
            return words;
        }
        int word = words.lastIndexOf('-', longest);
        String cut = words.substring(0, word > longest / 2 ? word : wholeLetters(words, longest));
        return OUTER_HYPHENS.matcher(cut).replaceAll("");
    }

    private static int wholeLetters(String words, int longest) {
        int end = longest;
        while (end > 1 && (Character.isLowSurrogate(words.charAt(end)) || isMark(words.charAt(end)))) {
            end--;
        }
        return end;
    }

    private static boolean isMark(char letter) {
        int type = Character.getType(letter);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    @Override
    public String toString() {
        return value;
    }
}
