package dev.waxwing.adapter.markdown;

/** Characters that a page and a feed can carry. */
final class Characters {
    private Characters() {}

    /** Without those that XML 1.0 and HTML forbid: controls but tab and line feed, noncharacters, halves of pairs. */
    static String printable(String text) {
        int i = 0;
        while (i < text.length() && isPlain(text.charAt(i))) {
            i++;
        }
        return i == text.length() ? text : filtered(text);
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c < 0x7F || c == '\n' || c == '\t' || c >= 0xA0 && c < Character.MIN_SURROGATE;
    }

    private static String filtered(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().filter(Characters::isAllowed).forEach(printable::appendCodePoint);
        return printable.toString();
    }

    private static boolean isAllowed(int c) {
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean nonCharacter = c >= 0xFDD0 && c <= 0xFDEF || (c & 0xFFFE) == 0xFFFE;
        return !control && !surrogate && !nonCharacter;
    }
}
