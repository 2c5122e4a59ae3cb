package dev.waxwing.application.post;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which tokens of one text stand in another one too, in the same order. The shortest way from one to the other is searched
 * for by Myers' algorithm (An O(ND) Difference Algorithm and Its Variations, 1986); where that would take too long, tokens
 * that each text has once divide it.
 */
final class Alignment {
    static final int NOWHERE = -1;
    private static final int LONGEST_SEARCH = 600;

    private final int[] from;
    private final int[] to;
    private final int[] partners;

    /** A stretch of each text that is still to be compared; the ends are not included. */
    private record Gap(int from, int fromEnd, int to, int toEnd) {
        boolean isEmpty() {
            return from == fromEnd || to == toEnd;
        }
    }

    /** Two tokens that are the same. */
    private record Pair(int from, int to) {}

    private Alignment(int[] from, int[] to) {
        this.from = from;
        this.to = to;
        this.partners = new int[from.length];
        Arrays.fill(partners, NOWHERE);
    }

    /** For each token of the first text, the place where it stands in the second, or {@link #NOWHERE}. */
    static int[] partners(List<String> from, List<String> to) {
        Map<String, Integer> numbers = new HashMap<>();
        Alignment alignment = new Alignment(numbered(from, numbers), numbered(to, numbers));
        alignment.align();
        return alignment.partners;
    }

    private static int[] numbered(List<String> tokens, Map<String, Integer> numbers) {
        return tokens.stream()
                .mapToInt(token -> numbers.computeIfAbsent(token, unknown -> numbers.size()))
                .toArray();
    }

    private void align() {
        Deque<Gap> gaps = new ArrayDeque<>();
        gaps.push(new Gap(0, from.length, 0, to.length));
        while (!gaps.isEmpty()) {
            Gap gap = withoutCommonEnds(gaps.pop());
            if (!gap.isEmpty() && !search(gap)) {
                divide(gap, gaps);
            }
        }
    }

    private Gap withoutCommonEnds(Gap gap) {
        int a = gap.from();
        int b = gap.to();
        while (a < gap.fromEnd() && b < gap.toEnd() && from[a] == to[b]) {
            partners[a++] = b++;
        }
        int aEnd = gap.fromEnd();
        int bEnd = gap.toEnd();
        while (aEnd > a && bEnd > b && from[aEnd - 1] == to[bEnd - 1]) {
            partners[--aEnd] = --bEnd;
        }
        return new Gap(a, aEnd, b, bEnd);
    }

    /** Finds the shortest way through the gap, unless it is a long one. */
    private boolean search(Gap gap) {
        int width = gap.fromEnd() - gap.from();
        int height = gap.toEnd() - gap.to();
        int longest = Math.min(width + height, LONGEST_SEARCH);
        int middle = longest + 1;
        int[] furthest = new int[2 * middle + 1];
        List<int[]> trail = new ArrayList<>();
        for (int steps = 0; steps <= longest; steps++) {
            trail.add(Arrays.copyOfRange(furthest, middle - steps - 1, middle + steps + 2));
            for (int diagonal = -steps; diagonal <= steps; diagonal += 2) {
                boolean down = diagonal == -steps
                        || (diagonal != steps && furthest[middle + diagonal - 1] < furthest[middle + diagonal + 1]);
                int x = down ? furthest[middle + diagonal + 1] : furthest[middle + diagonal - 1] + 1;
                while (x < width && x - diagonal < height && from[gap.from() + x] == to[gap.to() + x - diagonal]) {
                    x++;
                }
                furthest[middle + diagonal] = x;
                if (x >= width && x - diagonal >= height) {
                    walkBack(gap, trail);
                    return true;
                }
            }
        }
        return false;
    }

    private void walkBack(Gap gap, List<int[]> trail) {
        int x = gap.fromEnd() - gap.from();
        int y = gap.toEnd() - gap.to();
        for (int steps = trail.size() - 1; steps >= 0; steps--) {
            int[] furthest = trail.get(steps);
            int middle = steps + 1;
            int diagonal = x - y;
            boolean down = diagonal == -steps
                    || (diagonal != steps && furthest[middle + diagonal - 1] < furthest[middle + diagonal + 1]);
            int before = steps == 0 ? 0 : furthest[middle + (down ? diagonal + 1 : diagonal - 1)];
            int after = steps == 0 || down ? before : before + 1;
            while (x > after) {
                x--;
                partners[gap.from() + x] = gap.to() + x - diagonal;
            }
            x = before;
            y = steps == 0 ? 0 : before - (down ? diagonal + 1 : diagonal - 1);
        }
    }

    /** Takes the tokens that either text has once within the gap for the same, where their order allows. */
    private void divide(Gap gap, Deque<Gap> gaps) {
        int from = gap.from();
        int to = gap.to();
        for (Pair pair : inOrder(unique(gap))) {
            partners[pair.from()] = pair.to();
            gaps.push(new Gap(from, pair.from(), to, pair.to()));
            from = pair.from() + 1;
            to = pair.to() + 1;
        }
        if (from > gap.from()) {
            gaps.push(new Gap(from, gap.fromEnd(), to, gap.toEnd()));
        }
    }

    private List<Pair> unique(Gap gap) {
        Map<Integer, Integer> left = places(from, gap.from(), gap.fromEnd());
        Map<Integer, Integer> right = places(to, gap.to(), gap.toEnd());
        List<Pair> pairs = new ArrayList<>();
        for (int place = gap.from(); place < gap.fromEnd(); place++) {
            int other = right.getOrDefault(from[place], NOWHERE);
            if (left.getOrDefault(from[place], NOWHERE) != NOWHERE && other != NOWHERE) {
                pairs.add(new Pair(place, other));
            }
        }
        return pairs;
    }

    /** Where each token stands, or {@link #NOWHERE} if it stands there more than once. */
    private static Map<Integer, Integer> places(int[] tokens, int start, int end) {
        Map<Integer, Integer> places = new HashMap<>();
        for (int place = start; place < end; place++) {
            places.merge(tokens[place], place, (first, second) -> NOWHERE);
        }
        return places;
    }

    /** The longest choice of pairs that ascends in both texts. */
    private static List<Pair> inOrder(List<Pair> pairs) {
        List<Integer> ends = new ArrayList<>();
        int[] before = new int[pairs.size()];
        for (int i = 0; i < pairs.size(); i++) {
            int length = lengthBelow(pairs, ends, pairs.get(i).to());
            before[i] = length == 0 ? NOWHERE : ends.get(length - 1);
            if (length == ends.size()) {
                ends.add(i);
            } else {
                ends.set(length, i);
            }
        }
        Deque<Pair> chosen = new ArrayDeque<>();
        for (int i = ends.isEmpty() ? NOWHERE : ends.get(ends.size() - 1); i != NOWHERE; i = before[i]) {
            chosen.push(pairs.get(i));
        }
        return List.copyOf(chosen);
    }

    private static int lengthBelow(List<Pair> pairs, List<Integer> ends, int place) {
        int low = 0;
        int high = ends.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (pairs.get(ends.get(middle)).to() < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
