package dev.waxwing.application.post;

import java.util.ArrayList;
import java.util.List;

/**
 * Two texts that were written from the same one, put together: what only one of them changed is as that one says, and where
 * both say something else, both are kept for somebody to choose.
 */
public record TextMerge(List<Part> parts) {

    /** A stretch of the merged text. */
    public sealed interface Part {}

    /** What needs no decision. */
    public record Agreed(String text) implements Part {}

    /** What was changed in two ways. */
    public record Disputed(String base, String mine, String theirs) implements Part {}

    /** How two stretches that both differ from the one they came from are put together. */
    private interface Both {
        TextMerge together(String base, String mine, String theirs);
    }

    public TextMerge {
        parts = List.copyOf(parts);
    }

    /**
     * By lines, and by words within lines that both have changed.
     *
     * @param base what both began from
     */
    public static TextMerge of(String base, String mine, String theirs) {
        return merge(Tokens.lines(base), Tokens.lines(mine), Tokens.lines(theirs), TextMerge::byWords);
    }

    /** Whether nobody has to decide anything. */
    public boolean isClean() {
        return parts.stream().allMatch(Agreed.class::isInstance);
    }

    /** The whole text; what is disputed stands there in both ways, between comments that no reader sees. */
    public String text(String myName, String theirName) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Disputed disputed) {
                write(text, "<!-- %s: -->".formatted(myName), disputed.mine());
                write(text, "<!-- %s: -->".formatted(theirName), disputed.theirs());
                write(text, "<!-- end -->", "");
            } else if (part instanceof Agreed agreed) {
                text.append(agreed.text());
            }
        }
        return text.toString();
    }

    private static void write(StringBuilder text, String label, String said) {
        if (text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
        text.append(label).append('\n').append(said);
    }

    private static TextMerge byWords(String base, String mine, String theirs) {
        TextMerge words = merge(Tokens.words(base), Tokens.words(mine), Tokens.words(theirs), TextMerge::disputed);
        return words.isClean() ? words : disputed(base, mine, theirs);
    }

    private static TextMerge disputed(String base, String mine, String theirs) {
        return new TextMerge(List.of(new Disputed(base, mine, theirs)));
    }

    /** Goes from each piece that all three have to the next; what stands between is told apart. */
    private static TextMerge merge(List<String> base, List<String> mine, List<String> theirs, Both both) {
        int[] inMine = Alignment.partners(base, mine);
        int[] inTheirs = Alignment.partners(base, theirs);
        Collected collected = new Collected(both);
        int was = 0;
        int one = 0;
        int other = 0;
        for (int place = 0; place < base.size(); place++) {
            if (inMine[place] != Alignment.NOWHERE && inTheirs[place] != Alignment.NOWHERE) {
                collected.decide(
                        base.subList(was, place),
                        mine.subList(one, inMine[place]),
                        theirs.subList(other, inTheirs[place]));
                collected.agreed(base.get(place));
                was = place + 1;
                one = inMine[place] + 1;
                other = inTheirs[place] + 1;
            }
        }
        collected.decide(
                base.subList(was, base.size()), mine.subList(one, mine.size()), theirs.subList(other, theirs.size()));
        return new TextMerge(collected.parts());
    }

    /** The parts found so far. */
    private static final class Collected {
        private final Both both;
        private final List<Part> parts = new ArrayList<>();
        private final StringBuilder agreed = new StringBuilder();

        Collected(Both both) {
            this.both = both;
        }

        void decide(List<String> was, List<String> one, List<String> other) {
            String base = String.join("", was);
            String mine = String.join("", one);
            String theirs = String.join("", other);
            if (mine.equals(theirs) || theirs.equals(base)) {
                agreed(mine);
            } else if (mine.equals(base)) {
                agreed(theirs);
            } else {
                both.together(base, mine, theirs).parts().forEach(this::add);
            }
        }

        void agreed(String text) {
            agreed.append(text);
        }

        List<Part> parts() {
            if (agreed.length() > 0) {
                parts.add(new Agreed(agreed.toString()));
                agreed.setLength(0);
            }
            return parts;
        }

        private void add(Part part) {
            if (part instanceof Agreed settled) {
                agreed(settled.text());
            } else {
                parts().add(part);
            }
        }
    }
}
