package dev.waxwing.adapter.archive;

import dev.waxwing.domain.shared.Text;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The HTML entities that titles and addresses of real blogs contain, decoded once. */
final class Entities {
    private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,8}));");
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", " "),
            Map.entry("ndash", "–"),
            Map.entry("mdash", "—"),
            Map.entry("hellip", "…"),
            Map.entry("lsquo", "‘"),
            Map.entry("rsquo", "’"),
            Map.entry("ldquo", "“"),
            Map.entry("rdquo", "”"),
            Map.entry("laquo", "«"),
            Map.entry("raquo", "»"),
            Map.entry("copy", "©"),
            Map.entry("reg", "®"),
            Map.entry("trade", "™"),
            Map.entry("deg", "°"),
            Map.entry("eacute", "é"),
            Map.entry("auml", "ä"),
            Map.entry("ouml", "ö"),
            Map.entry("uuml", "ü"),
            Map.entry("szlig", "ß"),
            Map.entry("times", "×"),
            Map.entry("middot", "·"),
            Map.entry("bull", "•"),
            Map.entry("shy", ""));

    private Entities() {}

    static String decode(String text) {
        return ENTITY.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        decoded(match.group(), match.group(1), match.group(2), match.group(3))));
    }

    private static String decoded(String whole, String decimal, String hex, String name) {
        if (name != null) {
            return NAMED.getOrDefault(name, whole);
        }
        int letter = decimal != null ? Integer.parseInt(decimal) : Integer.parseInt(hex, 16);
        return Character.isValidCodePoint(letter) && isText(letter) ? Character.toString(letter) : whole;
    }

    private static boolean isText(int letter) {
        return letter >= ' ' && !Text.legible(Character.toString(letter)).isEmpty();
    }
}
