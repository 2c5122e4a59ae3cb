package dev.waxwing.domain.shared;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A name in an address: lower-case words of letters and digits of any script, joined by single hyphens, 1 to 80 characters
 * in Unicode form NFC.
 *
 * <p>Latin and Greek letters lose their accents, because they are typed without them; the letters of all other scripts
 * are kept as they are.
 */
public record Slug(String value) {
    public static final int LONGEST = 80;

    private static final int FIRST_BEYOND_ASCII = 0x80;
    private static final String LETTER = "[\\p{Ll}\\p{Lo}\\p{Lm}\\p{N}]";
    private static final Pattern FORM = Pattern.compile("(?:%1$s\\p{M}*)+(?:-(?:%1$s\\p{M}*)+)*".formatted(LETTER));
    private static final Pattern PLAIN_FORM = Pattern.compile("[a-z0-9]++(?:-[a-z0-9]++)*+");
    private static final Pattern HALF_LETTERS = Pattern.compile("\\p{Cs}");
    private static final Pattern INSIDE_WORDS = Pattern.compile("['’ʼ`\\p{Cf}\\uFE00-\\uFE0F\\x{E0100}-\\x{E01EF}]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("(?:[^\\p{Ll}\\p{Lo}\\p{Lm}\\p{N}\\p{M}]\\p{M}*+)++");
    private static final Pattern PLUS_PLUS = Pattern.compile("(?<=\\p{L})\\+\\+");
    private static final Pattern SHARP = Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}])(\\p{L})#(?![\\p{L}\\p{N}])");
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
        value = Normalizer.normalize(value, Normalizer.Form.NFC);
        if (value.length() > LONGEST || !hasForm(value)) {
            throw new BlogException.Invalid(
                    "slug",
                    "'%s' cannot be an address: use lower-case letters, digits and single hyphens, at most %d characters"
                            .formatted(value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value, LONGEST));
        }
    }

    /** The pattern for all scripts is slow; lists have many slugs, and most are of plain letters. */
    private static boolean hasForm(String value) {
        return PLAIN_FORM.matcher(value).matches() || FORM.matcher(value).matches();
    }

    /** The slug that a title suggests, cut at a word; empty if the title has no letter and no digit. */
    public static Optional<Slug> from(String title) {
        String whole = HALF_LETTERS.matcher(title).replaceAll(" ");
        String lower = Normalizer.normalize(whole, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String plain = withoutAccents(INSIDE_WORDS.matcher(lower).replaceAll(""));
        String named = SHARP.matcher(PLUS_PLUS.matcher(plain).replaceAll(" plus plus "))
                .replaceAll("$1 sharp ");
        String words = Normalizer.normalize(BETWEEN_WORDS.matcher(named).replaceAll("-"), Normalizer.Form.NFC);
        String cut = cut(OUTER_HYPHENS.matcher(words).replaceAll(""), LONGEST);
        return hasForm(cut) ? Optional.of(new Slug(cut)) : Optional.empty();
    }

    /** This slug with {@code -number} after it, shortened where it would grow too long. */
    public Slug numbered(int number) {
        String suffix = "-" + number;
        return new Slug(cut(value, LONGEST - suffix.length()) + suffix);
    }

    private static String withoutAccents(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        boolean bare = true;
        for (int letter : text.codePoints().toArray()) {
            if (letter < FIRST_BEYOND_ASCII) {
                bare = true;
                plain.append((char) letter);
            } else if (!isMark(letter)) {
                bare = isTypedBare(letter);
                plain.append(bare ? bare(letter) : Character.toString(letter));
            } else if (!bare) {
                plain.appendCodePoint(letter);
            }
        }
        return plain.toString();
    }

    private static boolean isTypedBare(int letter) {
        UnicodeScript script = UnicodeScript.of(letter);
        return script == UnicodeScript.LATIN || script == UnicodeScript.GREEK || script == UnicodeScript.COMMON;
    }

    private static String bare(int letter) {
        int bare = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD)
                .codePointAt(0);
        return LATIN_LETTERS.getOrDefault(bare, Character.toString(bare));
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
        int end = Character.isLowSurrogate(words.charAt(longest)) ? longest - 1 : longest;
        int letter = end;
        while (letter > 0 && isMark(words.codePointAt(letter))) {
            letter = words.offsetByCodePoints(letter, -1);
        }
        return letter > 0 ? letter : end;
    }

    private static boolean isMark(int letter) {
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
