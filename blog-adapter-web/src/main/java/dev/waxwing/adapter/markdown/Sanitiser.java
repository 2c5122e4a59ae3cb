package dev.waxwing.adapter.markdown;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * Copies of a text what {@link AllowList} names, and nothing else. An element that is not on the list is left out while its
 * content stays; one whose content is not for readers goes with all that is in it; an embedded page becomes a link.
 */
final class Sanitiser implements NodeFilter {
    private static final Set<String> REMOVED_WITH_CONTENT = Set.of(
            "script",
            "style",
            "template",
            "svg",
            "math",
            "head",
            "title",
            "noframes",
            "noembed",
            "select",
            "datalist",
            "frameset",
            "applet");
    private static final Set<String> EMBEDDED = Set.of("iframe", "embed", "object", "frame");
    private static final Set<String> PLAYERS = Set.of("audio", "video");
    private static final Set<String> BLOCKS_OF_BLOCKS =
            Set.of("body", "div", "blockquote", "li", "td", "th", "dd", "figure", "section", "details");

    /** Without these an element says nothing; class and data-* mean nothing without the style or script they served. */
    private static final Set<String> UNREPORTED = Set.of("html", "body", "form", "param", "class", "align");

    /** Blank lines around what an author wrote in these made Markdown take it for a paragraph. */
    private static final Set<String> WITHOUT_PARAGRAPHS = Set.of(
            "span", "summary", "b", "strong", "i", "em", "u", "s", "small", "mark", "h1", "h2", "h3", "h4", "h5", "h6");

    private static final int MOST_REPORTED = 200;
    private static final int MOST_PASSES = 5;

    private final Set<String> removed;
    private final Deque<Element> open = new ArrayDeque<>();
    private Element destination;

    private Sanitiser(Element destination, Set<String> removed) {
        this.destination = destination;
        this.removed = removed;
    }

    /** A text without anything active in it, and what was taken out. */
    record Clean(Element body, List<String> removed) {}

    /** Cleans HTML that was rendered from Markdown alone. */
    static Clean clean(String html) {
        Set<String> removed = new LinkedHashSet<>();
        return new Clean(copy(html, removed), List.copyOf(removed));
    }

    /**
     * Cleans HTML that is in part an author's own. What is left of it may be read differently than it was at first, as when
     * a paragraph comes to lie within a paragraph; so it is read and cleaned again until nothing changes.
     */
    static Clean cleanAll(String html) {
        Set<String> removed = new LinkedHashSet<>();
        Element body = copy(html, removed);
        String written = body.html();
        for (int pass = 1; pass < MOST_PASSES; pass++) {
            body = copy(written, removed);
            String again = body.html();
            if (again.equals(written)) {
                return new Clean(body, List.copyOf(removed));
            }
            written = again;
        }
        throw Limits.unreadableHtml();
    }

    private static Element copy(String html, Set<String> removed) {
        Document clean = Html.empty();
        Html.parse(html, "").body().filter(new Sanitiser(clean.body(), removed));
        return clean.body();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            destination.appendChild(new TextNode(Characters.printable(text.getWholeText())));
            return FilterResult.CONTINUE;
        }
        return node instanceof Element element && depth > 0 ? element(element) : FilterResult.CONTINUE;
    }

    private FilterResult element(Element element) {
        String tag = element.normalName();
        if (EMBEDDED.contains(tag) || PLAYERS.contains(tag) && !playsOwnMedia(element)) {
            link(element);
            return FilterResult.SKIP_ENTIRELY;
        }
        if (REMOVED_WITH_CONTENT.contains(tag)) {
            report(tag);
            return FilterResult.SKIP_ENTIRELY;
        }
        if (tag.equals("p") && WITHOUT_PARAGRAPHS.contains(destination.normalName())) {
            return FilterResult.CONTINUE;
        }
        if (isKept(element)) {
            Element kept = new Element(tag);
            destination.appendChild(kept);
            destination = kept;
            open.push(element);
            attributes(element);
            return FilterResult.CONTINUE;
        }
        report(tag);
        if (tag.equals("img")) {
            destination.appendText(element.attr("alt"));
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node.equals(open.peek())) {
            open.pop();
            destination = Objects.requireNonNull(destination.parent());
        }
        return FilterResult.CONTINUE;
    }

    private static boolean isKept(Element element) {
        return switch (element.normalName()) {
            case "img" -> AllowList.value(element, "src", element.attr("src")).isPresent();
            case "source", "track" ->
                Stream.of("src", "srcset")
                        .anyMatch(name -> AllowList.value(element, name, element.attr(name))
                                .isPresent());
            case "input" -> isTask(element);
            default -> AllowList.hasElement(element.normalName());
        };
    }

    private static boolean isTask(Element input) {
        Element parent = input.parent();
        return input.attr("type").equalsIgnoreCase("checkbox")
                && parent != null
                && (parent.normalName().equals("li") || parent.normalName().equals("p"));
    }

    private void attributes(Element element) {
        for (Attribute attribute : element.attributes()) {
            String name = attribute.getKey();
            Optional<String> value = AllowList.value(element, name, attribute.getValue());
            value.ifPresent(kept -> destination.attr(name, Characters.printable(kept)));
            if (value.isEmpty() && !name.startsWith("data-") && !UNREPORTED.contains(name)) {
                report("attribute " + name + " on " + element.normalName());
            }
        }
        switch (element.normalName()) {
            case "input" -> destination.attr("type", "checkbox").attr("disabled", "");
            case "audio", "video" -> destination.attr("controls", "");
            case "a" -> anchor(element);
            case "td", "th" -> align(element);
            default -> {}
        }
    }

    /** The way to name a place before HTML 5. */
    private void anchor(Element element) {
        if (!destination.hasAttr("id")) {
            Names.of(element.attr("name")).ifPresent(id -> destination.attr("id", id));
        }
    }

    private void align(Element cell) {
        String align = cell.attr("align").toLowerCase(Locale.ROOT);
        if (Set.of("left", "center", "right").contains(align)) {
            destination.addClass("align-" + align);
        }
    }

    private static boolean playsOwnMedia(Element player) {
        return sources(player).anyMatch(source -> Addresses.media(source).isPresent());
    }

    private static Stream<String> sources(Element embedded) {
        Stream<String> own = Stream.of("src", "data", "href").map(embedded::attr);
        Stream<String> inner = embedded.getElementsByTag("source").stream().map(source -> source.attr("src"));
        return Stream.concat(own, inner).filter(source -> !source.isBlank());
    }

    /** What was embedded can still be followed, and nothing of it is loaded. */
    private void link(Element embedded) {
        Optional<String> source = sources(embedded).findFirst();
        report(source.map(address -> embedded.normalName() + " " + address).orElse(embedded.normalName()));
        source.map(address -> address.startsWith("//") ? "https:" + address : address)
                .flatMap(Addresses::picture)
                .map(address -> Videos.find(address).map(Videos.Video::address).orElse(address))
                .ifPresent(address -> {
                    boolean alone = BLOCKS_OF_BLOCKS.contains(destination.normalName());
                    Element parent = alone ? destination.appendElement("p") : destination;
                    parent.appendElement("a").attr("href", address).text(address);
                });
    }

    private void report(String what) {
        if (!UNREPORTED.contains(what) && removed.size() < MOST_REPORTED) {
            removed.add(what.length() > 200 ? what.substring(0, 200) + "…" : what);
        }
    }
}
