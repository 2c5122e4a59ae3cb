package dev.waxwing.adapter.archive;

import java.util.HashSet;
import java.util.Set;

/**
 * Where a text's code within lines ends: behind as many backticks as it begins with, in the same paragraph. Takes linear time
 * if it is asked from the beginning of the text to its end.
 */
final class CodeSpans {
    private final String text;
    private final CodeBlocks blocks;

    /** Lengths of backticks that were looked for and do not come any more in this paragraph. */
    private final Set<Integer> missing = new HashSet<>();

    private int paragraphEnd = -1;

    CodeSpans(String text, CodeBlocks blocks) {
        this.text = text;
        this.blocks = blocks;
    }

    /** After the code that begins with the backticks here, or after the backticks if none does. */
    int after(int backticks) {
        int run = run(backticks);
        int end = backticks + run;
        if (end > paragraphEnd) {
            paragraphEnd = endOfParagraph(backticks);
            missing.clear();
        }
        if (missing.contains(run)) {
            return end;
        }
        for (int at = text.indexOf('`', end); at >= 0 && at < paragraphEnd; at = text.indexOf('`', at)) {
            int other = run(at);
            if (other == run) {
                return at + other;
            }
            at += other;
        }
        missing.add(run);
        return end;
    }

    private int run(int i) {
        int end = i;
        while (end < text.length() && text.charAt(end) == '`') {
            end++;
        }
        return end - i;
    }

    private int endOfParagraph(int from) {
        for (int feed = text.indexOf('\n', from); feed >= 0; feed = text.indexOf('\n', feed + 1)) {
            if (isBlankLine(text, feed + 1) || blocks.endOfBlockAt(feed + 1) > feed + 1) {
                return feed;
            }
        }
        return text.length();
    }

    static boolean isBlankLine(String text, int start) {
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                return true;
            }
            if (c != ' ' && c != '\t') {
                return false;
            }
        }
        return true;
    }
}
