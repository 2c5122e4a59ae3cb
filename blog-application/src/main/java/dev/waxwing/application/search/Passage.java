package dev.waxwing.application.search;

import dev.waxwing.application.search.Snippet.Mark;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The piece of a longer text that says most about a match. UTF-16 positions, the end exclusive.
 *
 * @param opens whether it starts where a sentence starts
 * @param closes whether it ends where a sentence ends
 */
record Passage(int start, int end, boolean opens, boolean closes) {
    /** How much is read before a match whose sentence began too long ago. */
    private static final int LEAD = 60;

    /** A sentence that ends after fewer than this part of the length is not worth stopping at. */
    private static final double LEAST = 0.6;

    private static final char JOINER = '\u200D';

    static Passage all(String text) {
        return new Passage(0, text.length(), true, true);
    }

    /** @param marks sorted, without overlaps */
    static Passage best(String text, List<Mark> marks, int length) {
        if (text.length() <= length) {
            return all(text);
        }
        Mark core = densest(text, marks, length);
        int base = Math.max(0, core.start() - length);
        String near = text.substring(base, Math.min(text.length(), core.start() + 2 * length));
        return new Cut(near, base == 0, base + near.length() == text.length(), length)
                .around(core.start() - base, core.end() - base)
                .moved(base);
    }

    /** Sorted, and overlapping or repeated marks made one. */
    static List<Mark> merged(List<Mark> marks) {
        List<Mark> merged = new ArrayList<>();
        for (Mark mark :
                marks.stream().sorted(Comparator.comparingInt(Mark::start)).toList()) {
            int last = merged.size() - 1;
            if (last >= 0 && mark.start() < merged.get(last).end()) {
                Mark previous = merged.get(last);
                merged.set(last, new Mark(previous.start(), Math.max(previous.end(), mark.end())));
            } else {
                merged.add(mark);
            }
        }
        return merged;
    }

    /** From first to last match of the best group: different words count more than one again and again. */
    private static Mark densest(String text, List<Mark> marks, int length) {
        Mark best = new Mark(0, 0);
        int bestScore = 0;
        for (int first = 0; first < marks.size(); first++) {
            int start = marks.get(first).start();
            Set<String> words = new HashSet<>();
            int next = first;
            do {
                Mark mark = marks.get(next++);
                words.add(text.substring(mark.start(), mark.end()).toLowerCase(Locale.ROOT));
            } while (next < marks.size() && marks.get(next).end() - start <= length);
            int score = words.size() * length + next - first;
            if (score > bestScore) {
                bestScore = score;
                best = new Mark(start, Math.min(marks.get(next - 1).end(), start + length));
            }
        }
        return best;
    }

    private Passage moved(int by) {
        return new Passage(start + by, end + by, opens, closes);
    }

    /** Finds the places to cut at in the neighbourhood of a match. */
    private record Cut(String text, boolean atStart, boolean atEnd, int length) {
        Passage around(int from, int to) {
            BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
            sentences.setText(text);
            int room = Math.max(0, length - (to - from));
            int sentence = Math.max(before(sentences, from), text.lastIndexOf('\n', from - 1) + 1);
            boolean opens = sentence >= from - room && (sentence > 0 || atStart);
            int start = opens ? sentence : wordAfter(Math.max(0, from - Math.min(LEAD, room)), from);
            return ending(afterSpace(start, from), opens, to, sentences);
        }

        private Passage ending(int start, boolean opens, int to, BreakIterator sentences) {
            int limit = Math.min(start + length, text.length());
            if (limit == text.length() && atEnd) {
                return new Passage(start, limit, opens, true);
            }
            int sentence = before(sentences, limit);
            boolean closes = sentence >= to && sentence >= start + length * LEAST;
            int end = closes ? sentence : wordBefore(limit, to);
            return new Passage(start, withoutSpace(start, end), opens, closes);
        }

        /** The last boundary at or before the position. */
        private static int before(BreakIterator boundaries, int position) {
            return boundaries.isBoundary(position) ? position : Math.max(0, boundaries.preceding(position));
        }

        private int wordAfter(int position, int to) {
            for (int at = position; at < to; at++) {
                if (Character.isWhitespace(text.charAt(at))) {
                    return at + 1;
                }
            }
            int first = position;
            while (first < to && whole(first) < first) {
                first++;
            }
            return first;
        }

        private int wordBefore(int position, int to) {
            for (int at = position; at > to; at--) {
                if (Character.isWhitespace(text.charAt(at))) {
                    return at;
                }
            }
            return Math.max(to, whole(position));
        }

        /** Never between the two halves of a character or a letter and its accent. */
        private int whole(int position) {
            BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
            characters.setText(text);
            int whole = before(characters, position);
            while (whole > 0 && whole < text.length() && isJoined(whole)) {
                whole = before(characters, whole - 1);
            }
            return whole;
        }

        /** Java before 20 takes a family of emoji for its members. */
        private boolean isJoined(int position) {
            return text.charAt(position - 1) == JOINER || text.charAt(position) == JOINER;
        }

        private int afterSpace(int start, int to) {
            int first = start;
            while (first < to && Character.isWhitespace(text.charAt(first))) {
                first++;
            }
            return first;
        }

        private int withoutSpace(int start, int end) {
            int last = end;
            while (last > start && Character.isWhitespace(text.charAt(last - 1))) {
                last--;
            }
            return last;
        }
    }
}
