package dev.waxwing.adapter.markdown;

import dev.waxwing.domain.shared.LanguageTag;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Sets {@code dir} on blocks whose text runs against the language of the post. The majority of words decides, not the first
 * letter, so that a Hebrew paragraph may start with the word Linux, and a Hebrew heading may hold one long English name.
 */
final class Direction {
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "blockquote",
            "figcaption",
            "table",
            "td",
            "th",
            "caption",
            "summary",
            "details",
            "div");
    private static final Set<String> LITERAL = Set.of("pre", "code", "kbd", "samp");
    private static final char FIRST_RIGHT_TO_LEFT = '\u0590';
    private static final char LAST_RIGHT_TO_LEFT = '\u08FF';
    private static final char FIRST_PRESENTATION_FORM = '\uFB1D';

    private final Map<Element, Words> words = new HashMap<>();

    /** How many words run each way. */
    private static final class Words {
        private long leftToRight;
        private long rightToLeft;

        boolean runsAgainst(String direction) {
            return direction.equals("ltr") ? rightToLeft > leftToRight : leftToRight > rightToLeft;
        }
    }

    static void dress(Parts parts, LanguageTag language) {
        for (Element block : parts.of("pre")) {
            if (language.rightToLeft()) {
                block.attr("dir", "ltr");
            }
        }
        Direction direction = new Direction();
        direction.count(parts.body());
        direction.set(parts.body(), language.rightToLeft() ? "rtl" : "ltr");
    }

    /** Whether a text of this language could have a letter that runs against it. */
    static boolean mayDiffer(String html, LanguageTag language) {
        if (language.rightToLeft()) {
            return true;
        }
        for (int i = 0; i < html.length(); i++) {
            char c = html.charAt(i);
            if (c >= FIRST_RIGHT_TO_LEFT && (c <= LAST_RIGHT_TO_LEFT || c >= FIRST_PRESENTATION_FORM)) {
                return true;
            }
        }
        return false;
    }

    private Words count(Element element) {
        Words sum = new Words();
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode text) {
                count(text.getWholeText(), sum);
            } else if (node instanceof Element child && !LITERAL.contains(child.normalName())) {
                Words inner = count(child);
                sum.leftToRight += inner.leftToRight;
                sum.rightToLeft += inner.rightToLeft;
            }
        }
        words.put(element, sum);
        return sum;
    }

    private static void count(String text, Words sum) {
        boolean withinLeftToRight = false;
        boolean withinRightToLeft = false;
        for (int i = 0; i < text.length(); i++) {
            byte direction = Character.getDirectionality(text.charAt(i));
            boolean leftToRight = direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT;
            boolean rightToLeft = direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                    || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
            sum.leftToRight += leftToRight && !withinLeftToRight ? 1 : 0;
            sum.rightToLeft += rightToLeft && !withinRightToLeft ? 1 : 0;
            withinLeftToRight = leftToRight;
            withinRightToLeft = rightToLeft;
        }
    }

    private void set(Element element, String direction) {
        for (Element child : element.children()) {
            String own = direction;
            if (child.hasAttr("dir")) {
                own = child.attr("dir");
            } else if (BLOCKS.contains(child.normalName()) && runsAgainst(child, direction)) {
                own = direction.equals("ltr") ? "rtl" : "ltr";
                child.attr("dir", own);
            }
            set(child, own);
        }
    }

    private boolean runsAgainst(Element element, String direction) {
        Words found = words.get(element);
        return found != null && found.runsAgainst(direction);
    }
}
