package dev.waxwing.application.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A piece of plain text, cut into parts so that a page can mark what was looked for. */
public record Snippet(List<Part> parts) {
    /** How many characters of a text {@link #around} shows at most, the ellipses not counted. */
    public static final int MAX_LENGTH = 200;

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    /** A run of text that is either all a match or none. */
    public record Part(String text, boolean matched) {}

    /** Where a match lies in a text: UTF-16 positions, the end exclusive. */
    public record Mark(int start, int end) {}

    public Snippet {
        parts = List.copyOf(parts);
    }

    /** The whole text. */
    public static Snippet whole(String text, List<Mark> marks) {
        return cut(text, Passage.all(text), Passage.merged(marks));
    }

    /** The sentence or two with most of the matches, or the beginning when there are none. */
    public static Snippet around(String text, List<Mark> marks) {
        List<Mark> merged = Passage.merged(marks);
        return cut(text, Passage.best(text, merged, MAX_LENGTH), merged);
    }

    /** The text as it reads, without marks. */
    public String text() {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.text));
        return text.toString();
    }

    private static Snippet cut(String text, Passage passage, List<Mark> marks) {
        List<Part> parts = new ArrayList<>();
        add(parts, passage.opens() ? "" : "… ", false);
        int position = passage.start();
        for (Mark mark : marks) {
            int from = Math.max(position, mark.start());
            int to = Math.min(mark.end(), passage.end());
            if (from < to) {
                add(parts, text.substring(position, from), false);
                add(parts, text.substring(from, to), true);
                position = to;
            }
        }
        add(parts, text.substring(position, passage.end()), false);
        add(parts, passage.closes() ? "" : " …", false);
        return new Snippet(parts);
    }

    /** A run that goes on as it was belongs to the part before it. */
    private static void add(List<Part> parts, String text, boolean matched) {
        String line = WHITE_SPACE.matcher(text).replaceAll(" ");
        int last = parts.size() - 1;
        if (last >= 0 && parts.get(last).matched == matched) {
            parts.set(last, new Part(parts.get(last).text + line, matched));
        } else if (!line.isEmpty()) {
            parts.add(new Part(line, matched));
        }
    }
}
