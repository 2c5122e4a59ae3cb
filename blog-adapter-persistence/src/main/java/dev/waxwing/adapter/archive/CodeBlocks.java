package dev.waxwing.adapter.archive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a text's fenced and indented code stands: its lines are to be left exactly as they are. */
final class CodeBlocks {
    private static final Pattern CONTAINERS = Pattern.compile("(?:[ \\t>]|[-*+] |\\d{1,9}[.)] )*+");
    private static final Pattern FENCE = Pattern.compile("(`{3,})[^`]*|(~{3,}).*");
    private static final Pattern LIST_ITEM = Pattern.compile(" {0,3}(?:[-*+]|\\d{1,9}[.)])(?:[ \\t].*)?");

    private final int[] starts;
    private final int[] ends;

    private CodeBlocks(List<int[]> blocks) {
        starts = blocks.stream().mapToInt(block -> block[0]).toArray();
        ends = blocks.stream().mapToInt(block -> block[1]).toArray();
    }

    static CodeBlocks of(String text) {
        List<int[]> blocks = new ArrayList<>();
        boolean afterBlank = true;
        boolean inList = false;
        int start = 0;
        while (start < text.length()) {
            int end = endOfLine(text, start);
            String line = text.substring(start, end);
            Optional<String> fence = fence(line);
            if (fence.isPresent()) {
                int after = afterFence(text, Math.min(end + 1, text.length()), fence.get());
                blocks.add(new int[] {start, after});
                start = after;
                afterBlank = false;
                continue;
            }
            boolean blank = line.isBlank();
            if (!blank && !isIndented(line)) {
                inList = LIST_ITEM.matcher(line).matches() || (inList && !afterBlank);
            } else if (!blank && afterBlank && !inList) {
                int after = afterIndented(text, start);
                blocks.add(new int[] {start, after});
                start = after;
                continue;
            }
            afterBlank = blank;
            start = end + 1;
        }
        return new CodeBlocks(blocks);
    }

    /** The fence that opens a block on this line. */
    private static Optional<String> fence(String line) {
        if (line.indexOf('`') < 0 && line.indexOf('~') < 0) {
            return Optional.empty();
        }
        Matcher containers = CONTAINERS.matcher(line);
        containers.lookingAt();
        Matcher fence = FENCE.matcher(line).region(containers.end(), line.length());
        if (!fence.matches()) {
            return Optional.empty();
        }
        return Optional.of(fence.group(1) != null ? fence.group(1) : fence.group(2));
    }

    private static int afterFence(String text, int from, String opening) {
        int start = from;
        while (start < text.length()) {
            int end = endOfLine(text, start);
            String line = text.substring(start, end).replace('>', ' ').strip();
            if (line.length() >= opening.length() && line.chars().allMatch(c -> c == opening.charAt(0))) {
                return Math.min(end + 1, text.length());
            }
            start = end + 1;
        }
        return text.length();
    }

    private static int afterIndented(String text, int from) {
        int start = from;
        int after = from;
        while (start < text.length()) {
            int end = endOfLine(text, start);
            String line = text.substring(start, end);
            if (isIndented(line)) {
                after = Math.min(end + 1, text.length());
            } else if (!line.isBlank()) {
                break;
            }
            start = end + 1;
        }
        return after;
    }

    private static boolean isIndented(String line) {
        return line.startsWith("    ")
                || line.startsWith("\t")
                || line.startsWith(" \t")
                || line.startsWith("  \t")
                || line.startsWith("   \t");
    }

    private static int endOfLine(String text, int start) {
        int feed = text.indexOf('\n', start);
        return feed < 0 ? text.length() : feed;
    }

    /** After the block of code that begins at this start of a line; the same place if none does. */
    int endOfBlockAt(int lineStart) {
        int at = Arrays.binarySearch(starts, lineStart);
        return at < 0 ? lineStart : ends[at];
    }

    boolean contain(int offset) {
        int at = Arrays.binarySearch(starts, offset);
        int before = at >= 0 ? at : -at - 2;
        return before >= 0 && offset < ends[before];
    }
}
