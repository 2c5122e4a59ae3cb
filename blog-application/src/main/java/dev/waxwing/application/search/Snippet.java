package dev.waxwing.application.search;

import dev.waxwing.application.shared.OneLine;
import java.util.ArrayList;
import java.util.List;

/** A piece of plain text as one line, cut into parts so that a page can mark what was looked for. */
public record Snippet(List<Part> parts) {
    /** How many characters of a text {@link #around} shows at most, the ellipses and the points between lines not counted. */
    public static final int MAX_LENGTH = 200;

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
                add(parts, OneLine.of(text, position, from), false);
                add(parts, OneLine.of(text, from, to), true);
                position = to;
            }
        }
        add(parts, OneLine.of(text, position, passage.end()), false);
        add(parts, passage.closes() ? "" : " …", false);
        return new Snippet(parts);
    }

    /** A run that goes on as it was belongs to the part before it. */
    private static void add(List<Part> parts, String line, boolean matched) {
        int last = parts.size() - 1;
        if (last >= 0 && parts.get(last).matched == matched) {
            parts.set(last, new Part(parts.get(last).text + line, matched));
        } else if (!line.isEmpty()) {
            parts.add(new Part(line, matched));
        }
    }
}
