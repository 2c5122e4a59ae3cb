package dev.waxwing.adapter.markdown;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/**
 * The headings of a text: their levels, their names and the table of contents.
 *
 * <p>The page's only h1 is the title of the post. Headings below it start at h2 and never skip a level, whatever levels the
 * source uses: what is deeper stays deeper (WCAG 2.2, technique G141).
 */
final class Outline {
    private static final int FEWEST_HEADINGS = 3;
    private static final int LONGEST_WORDS = 300;
    private static final int DEEPEST_IN_CONTENTS = 4;

    private static final Evaluator NOTE = QueryParser.parse("sup.footnote-ref");
    private static final Evaluator LINK = QueryParser.parse("a");
    private static final Evaluator ASIDE = QueryParser.parse("blockquote, div.admonition");

    private final Parts parts;
    private final List<Element> headings;
    private final Names names = new Names();

    private Outline(Parts parts) {
        this.parts = parts;
        this.headings = parts.headings();
    }

    /** Sets levels and names, fills the places for contents, and returns the contents. */
    static String dress(Parts parts, Words words) {
        Outline outline = new Outline(parts);
        outline.level();
        outline.name();
        outline.followNames();
        Element contents = outline.contents();
        outline.place(contents, words);
        return outline.headings.size() < FEWEST_HEADINGS ? "" : contents.outerHtml();
    }

    private void level() {
        Deque<Integer> open = new ArrayDeque<>();
        for (Element heading : headings) {
            int level = level(heading);
            while (!open.isEmpty() && open.peek() >= level) {
                open.pop();
            }
            open.push(level);
            heading.tagName("h" + Math.min(6, open.size() + 1));
        }
    }

    private static int level(Element heading) {
        return heading.normalName().charAt(1) - '0';
    }

    /** Ids that authors chose come first; the first of two equal ones keeps it. */
    private void name() {
        for (Element element : parts.named()) {
            if (!names.claim(element.id())) {
                element.removeAttr("id");
            }
        }
        for (Element heading : headings) {
            if (!heading.hasAttr("id")) {
                heading.attr("id", names.from(words(heading)));
            }
            if (heading.closest(LINK) == null) {
                anchor(heading);
            }
        }
    }

    /** For the mouse only: whoever reads by keyboard or by ear has the contents, and is not told of it twice. */
    private static void anchor(Element heading) {
        heading.appendElement("a")
                .addClass("anchor")
                .attr("href", "#" + heading.id())
                .attr("aria-hidden", "true")
                .attr("tabindex", "-1");
    }

    private void followNames() {
        for (Element link : parts.of("a")) {
            String address = link.attr("href");
            if (address.startsWith("#")) {
                link.attr("href", "#" + names.fragment(address.substring(1)));
            }
        }
    }

    private static String words(Element heading) {
        StringBuilder words = new StringBuilder();
        heading.nodeStream(TextNode.class)
                .takeWhile(text -> words.length() < LONGEST_WORDS)
                .filter(text -> !isNote(text))
                .forEach(text -> words.append(text.getWholeText()));
        return words.substring(0, Math.min(words.length(), LONGEST_WORDS)).strip();
    }

    private static boolean isNote(TextNode text) {
        Element parent = text.parent();
        return parent != null && parent.closest(NOTE) != null;
    }

    private Element contents() {
        Element contents = Html.empty().body().appendElement("ol");
        Deque<Element> lists = new ArrayDeque<>(List.of(contents));
        for (Element heading : headings) {
            int depth = level(heading) - 1;
            if (level(heading) > DEEPEST_IN_CONTENTS || heading.closest(ASIDE) != null) {
                continue;
            }
            while (lists.size() > depth) {
                lists.pop();
            }
            while (lists.size() < depth && lists.peek().lastElementChild() != null) {
                lists.push(lists.peek().lastElementChild().appendElement("ol"));
            }
            lists.peek()
                    .appendElement("li")
                    .appendElement("a")
                    .attr("href", "#" + heading.id())
                    .text(words(heading));
        }
        return contents;
    }

    /** The first place that can hold links gets them; a text that repeats its contents would grow without end. */
    private void place(Element contents, Words words) {
        boolean placed = false;
        for (Element place : parts.of("nav")) {
            if (placed || contents.childrenSize() == 0 || place.closest(LINK) != null) {
                place.remove();
            } else {
                place.attr("aria-label", words.contents()).empty().appendChild(contents.clone());
                placed = true;
            }
        }
    }
}
