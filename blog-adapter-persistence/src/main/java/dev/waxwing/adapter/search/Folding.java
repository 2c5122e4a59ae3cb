package dev.waxwing.adapter.search;

import java.text.Normalizer;
import java.util.Locale;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * Makes one word of its spellings: without accents, vowel points, invisible characters and differences of case, width or
 * ligature, and Hebrew abbreviations without their quotes. Marks that make another letter, such as Japanese voicing or Indic
 * vowels, stay.
 */
final class Folding {
    private static final int ARABIC_STRETCH = 0x0640;
    private static final int HEBREW_QUOTE = 0x05F4;
    private static final int MOST_FOR_ONE = 4;

    private Folding() {}

    static String fold(String word) {
        if (isAscii(word)) {
            return word.toLowerCase(Locale.ROOT);
        }
        StringBuilder bare = new StringBuilder();
        Normalizer.normalize(word, Normalizer.Form.NFKD)
                .codePoints()
                .filter(letter -> !isDropped(letter))
                .map(letter -> letter == 'ς' ? 'σ' : letter)
                .forEach(bare::appendCodePoint);
        String folded = latin(Normalizer.normalize(bare, Normalizer.Form.NFC)).toLowerCase(Locale.ROOT);
        return folded.isEmpty() ? word : folded;
    }

    private static boolean isAscii(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }

    /** The Latin letters that Unicode does not take apart, such as those of {@code straße} and {@code smørrebrød}. */
    private static String latin(String word) {
        char[] folded = new char[word.length() * MOST_FOR_ONE];
        int length = ASCIIFoldingFilter.foldToASCII(word.toCharArray(), 0, folded, 0, word.length());
        return new String(folded, 0, length);
    }

    private static boolean isDropped(int letter) {
        return switch (Character.getType(letter)) {
            case Character.FORMAT -> true;
            case Character.NON_SPACING_MARK -> isAccent(letter) || isHebrewPoint(letter) || isArabicVowel(letter);
            default -> letter == ARABIC_STRETCH || letter == '"' || letter == HEBREW_QUOTE;
        };
    }

    private static boolean isAccent(int mark) {
        return mark >= 0x0300 && mark <= 0x036F;
    }

    private static boolean isHebrewPoint(int mark) {
        return mark >= 0x0591 && mark <= 0x05C7;
    }

    private static boolean isArabicVowel(int mark) {
        return mark >= 0x0610 && mark <= 0x06ED;
    }
}
