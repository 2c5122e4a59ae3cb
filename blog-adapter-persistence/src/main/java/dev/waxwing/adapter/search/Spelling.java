package dev.waxwing.adapter.search;

/** Readies a text for the tokenizer, character for character, so that every place in it stays where it is. */
final class Spelling {
    /** A letter that no language of a blog has, so that C# is a word of its own. */
    private static final char SHARP = 'ǂ';

    private Spelling() {}

    /** The parts of names such as {@code java.util.List} and {@code l'histoire} are words; C++ and C# are more than a C. */
    static String plain(String text) {
        char[] plain = text.toCharArray();
        for (int i = 0; i < plain.length; i++) {
            switch (plain[i]) {
                case '.', ':', '_', '\'', '’', '׳' -> plain[i] = ' ';
                case '#' -> sharp(plain, i);
                case '+' -> plusPlus(plain, i);
                default -> {}
            }
        }
        return new String(plain);
    }

    private static void sharp(char[] text, int at) {
        if (isSingle(text, at - 1, "cCfF")) {
            text[at] = SHARP;
        }
    }

    private static void plusPlus(char[] text, int at) {
        if (at + 1 < text.length && text[at + 1] == '+' && isSingle(text, at - 1, "cC")) {
            text[at] = 'p';
            text[at + 1] = 'p';
        }
    }

    private static boolean isSingle(char[] text, int at, String letters) {
        return at >= 0 && letters.indexOf(text[at]) >= 0 && (at == 0 || !Character.isLetterOrDigit(text[at - 1]));
    }
}
