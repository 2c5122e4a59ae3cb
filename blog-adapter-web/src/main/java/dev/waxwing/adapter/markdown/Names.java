package dev.waxwing.adapter.markdown;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The ids of one text. They keep clear of the ids of the page around it, and of the property names of documents and forms,
 * which an element with such an id could stand in for (DOM clobbering): those are written with {@code s-} before them.
 */
final class Names {
    private static final String CLEAR = "s-";
    private static final Pattern HARMLESS = Pattern.compile("[\\p{L}\\p{M}\\p{N}_][\\p{L}\\p{M}\\p{N}_.:-]{0,159}");
    private static final Pattern SCRIPT_LIKE =
            Pattern.compile("page-.*|__.*|.*[a-z][A-Z].*|on(?:abort|animation|aux|before|blur"
                    + "|cancel|canplay|change|click|close|command|content|context|copy|cue|cut|dbl|drag|drop|duration|emptied|ended"
                    + "|error|focus|form|fullscreen|got|input|invalid|key|load|lost|mouse|paste|pause|play|pointer|progress|rate"
                    + "|reset|resize|scroll|search|security|seek|select|slot|stalled|submit|suspend|time|toggle|touch|transition"
                    + "|volume|waiting|webkit|wheel)[a-z]*");

    /**
     * What page templates use beside {@code page-…}, and the lower-case properties of {@code HTMLFormElement} (WHATWG HTML,
     * DOM).
     */
    private static final Set<String> TAKEN = Set.of(("main "
                    + "action after animate append attributes autocapitalize autocomplete autocorrect autofocus before"
                    + " blur children click closest contains dataset dir draggable elements encoding enctype focus"
                    + " hidden id inert lang length matches method name nonce normalize part popover prefix prepend"
                    + " pseudo rel remove reset role scroll slot spellcheck style submit target title translate"
                    + " body cookie domain forms head images links location referrer scripts window document")
            .split(" "));

    private final Set<String> used = new HashSet<>();
    private final Map<String, Integer> repeated = new HashMap<>();

    /** The id to write for one that an author wrote, if it is harmless. */
    static Optional<String> of(String id) {
        return HARMLESS.matcher(id).matches() ? Optional.of(clear(id)) : Optional.empty();
    }

    private static String clear(String id) {
        boolean taken = TAKEN.contains(id) || SCRIPT_LIKE.matcher(id).matches();
        return taken && !id.startsWith(CLEAR) ? CLEAR + id : id;
    }

    /** Where a link within the text leads, now that an id may be written with {@code s-} before it. */
    String fragment(String id) {
        return used.contains(id) || !used.contains(clear(id)) ? id : clear(id);
    }

    /** Whether nothing before had this id. */
    boolean claim(String id) {
        return used.add(id);
    }

    /**
     * A free id from the words of a heading, as GitHub makes them: lower case, letters of any script, hyphens for blanks,
     * {@code -1}, {@code -2} after repeated ones.
     */
    String from(String words) {
        String base = clear(slug(words));
        String id = base;
        while (!used.add(id)) {
            id = base + "-" + repeated.merge(base, 1, Integer::sum);
        }
        return id;
    }

    private static String slug(String words) {
        StringBuilder slug = new StringBuilder();
        words.strip().toLowerCase(Locale.ROOT).codePoints().limit(120).forEach(c -> {
            if (Character.isLetterOrDigit(c) || c == '_' || c == '-' || isMark(c)) {
                slug.appendCodePoint(c);
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                slug.append('-');
            }
        });
        String trimmed = slug.toString().replaceAll("^[-\\p{M}]+|-+$", "");
        return trimmed.isEmpty() ? "section" : trimmed;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
