package dev.waxwing.application.post;

import java.util.ArrayList;
import java.util.List;

/**
 * What differs between two texts, word by word. Without what was added it reads as the former text, without what was
 * removed as the newer.
 */
public record TextDifference(List<Part> parts) {

    /** What became of a part of the text. */
    public enum Fate {
        KEPT,
        REMOVED,
        ADDED
    }

    /** A stretch of text of one fate. */
    public record Part(Fate fate, String text) {}

    public TextDifference {
        parts = List.copyOf(parts);
    }

    public static TextDifference of(String former, String newer) {
        Collected collected = new Collected();
        compare(Tokens.lines(former), Tokens.lines(newer), collected, TextDifference::compareWords);
        return new TextDifference(collected.parts());
    }

    public boolean isEmpty() {
        return parts.stream().allMatch(part -> part.fate() == Fate.KEPT);
    }

    /** What is done with two stretches that differ. */
    private interface Differing {
        void between(List<String> removed, List<String> added, Collected collected);
    }

    private static void compareWords(List<String> removed, List<String> added, Collected collected) {
        compare(
                Tokens.words(String.join("", removed)),
                Tokens.words(String.join("", added)),
                collected,
                (former, newer, into) -> into.replaced(String.join("", former), String.join("", newer)));
    }

    private static void compare(List<String> former, List<String> newer, Collected collected, Differing differing) {
        int[] partners = Alignment.partners(former, newer);
        int from = 0;
        int to = 0;
        for (int place = 0; place <= former.size(); place++) {
            boolean end = place == former.size();
            if (end || partners[place] != Alignment.NOWHERE) {
                int partner = end ? newer.size() : partners[place];
                if (from < place || to < partner) {
                    differing.between(former.subList(from, place), newer.subList(to, partner), collected);
                }
                if (!end) {
                    collected.kept(former.get(place));
                }
                from = place + 1;
                to = partner + 1;
            }
        }
    }

    /** The parts found so far. Blanks between two changes belong to the changes, or the result would be confetti. */
    private static final class Collected {
        private final List<Part> parts = new ArrayList<>();
        private final StringBuilder kept = new StringBuilder();
        private final StringBuilder removed = new StringBuilder();
        private final StringBuilder added = new StringBuilder();

        void kept(String text) {
            kept.append(text);
        }

        void replaced(String former, String newer) {
            boolean changing = removed.length() > 0 || added.length() > 0;
            if (changing && kept.length() > 0 && kept.chars().allMatch(letter -> letter == ' ' || letter == '\t')) {
                removed.append(kept);
                added.append(kept);
            } else {
                flushChange();
                flush(Fate.KEPT, kept);
            }
            kept.setLength(0);
            removed.append(former);
            added.append(newer);
        }

        List<Part> parts() {
            flushChange();
            flush(Fate.KEPT, kept);
            return parts;
        }

        private void flushChange() {
            flush(Fate.REMOVED, removed);
            flush(Fate.ADDED, added);
        }

        private void flush(Fate fate, StringBuilder text) {
            if (text.length() > 0) {
                parts.add(new Part(fate, text.toString()));
                text.setLength(0);
            }
        }
    }
}
