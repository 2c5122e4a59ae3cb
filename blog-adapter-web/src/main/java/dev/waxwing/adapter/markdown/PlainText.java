package dev.waxwing.adapter.markdown;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** The words of a text alone, one block a line, without what rendering has added. */
record PlainText(String text, int words) {
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "i", "img", "input",
            "ins", "kbd", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time",
            "u", "var", "wbr");
    private static final Set<String> ADDED =
            Set.of("contents", "footnote-ref", "footnote-back", "anchor", "video-title");

    static PlainText of(Element body) {
        Collector collector = new Collector();
        body.filter(collector);
        String text = collector.text.toString().strip();
        return new PlainText(text, count(text));
    }

    private static int count(String text) {
        int words = 0;
        int eastAsian = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ideographic = TypographicLine.isEastAsian(c);
            boolean letter = Character.isLetterOrDigit(c) || Character.isSurrogate(c);
            eastAsian += ideographic && letter ? 1 : 0;
            words += letter && !ideographic && !inWord ? 1 : 0;
            inWord = letter && !ideographic || inWord && (c == '\'' || c == '’' || c == '-');
        }
        return words + (eastAsian + 1) / 2;
    }

    /** Writes text nodes down, with blanks folded as a browser folds them. */
    private static final class Collector implements NodeFilter {
        private final StringBuilder text = new StringBuilder();
        private int preformatted;

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode words) {
                append(words.getWholeText());
            } else if (node instanceof Element element) {
                if (isAdded(element)) {
                    return FilterResult.SKIP_ENTIRELY;
                }
                if (element.normalName().equals("br")) {
                    append("\n");
                }
                breakAt(element);
                preformatted += element.normalName().equals("pre") ? 1 : 0;
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element) {
                preformatted -= element.normalName().equals("pre") ? 1 : 0;
                breakAt(element);
            }
            return FilterResult.CONTINUE;
        }

        private static boolean isAdded(Element element) {
            return switch (element.normalName()) {
                case "a", "nav", "span", "sup" -> ADDED.contains(element.className());
                case "figcaption" ->
                    element.parent() != null && element.parent().className().equals("code");
                case "rp" -> true;
                default -> false;
            };
        }

        private void breakAt(Element element) {
            if (!INLINE.contains(element.normalName())) {
                trim();
                if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
                    text.append('\n');
                }
            }
        }

        private void trim() {
            while (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
                text.setLength(text.length() - 1);
            }
        }

        private void append(String words) {
            for (int i = 0; i < words.length(); i++) {
                char c = words.charAt(i);
                boolean blank = c == ' ' || c == '\n' || c == '\t';
                boolean afterBlank = text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
                if (!blank || preformatted > 0) {
                    text.append(c);
                } else if (!afterBlank) {
                    text.append(' ');
                }
            }
        }
    }
}
