package dev.waxwing.adapter.markdown;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** The elements of a cleaned text, sorted in one walk for all who dress it; each list in document order. */
final class Parts {
    private final Element body;
    private final Map<String, List<Element>> byTag = new HashMap<>();
    private final List<Element> headings = new ArrayList<>();
    private final List<Element> addressed = new ArrayList<>();
    private final List<Element> named = new ArrayList<>();

    Parts(Element body) {
        this.body = body;
        body.traverse((Node node, int depth) -> {
            if (depth > 0 && node instanceof Element element) {
                sort(element);
            }
        });
    }

    private void sort(Element element) {
        String tag = element.normalName();
        byTag.computeIfAbsent(tag, key -> new ArrayList<>()).add(element);
        if (tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1))) {
            headings.add(element);
        }
        if (element.hasAttr("href") || element.hasAttr("src") || element.hasAttr("srcset")) {
            addressed.add(element);
        }
        if (element.hasAttr("id")) {
            named.add(element);
        }
    }

    Element body() {
        return body;
    }

    List<Element> of(String tag) {
        return byTag.getOrDefault(tag, List.of());
    }

    List<Element> headings() {
        return headings;
    }

    /** All that link somewhere or show something. */
    List<Element> addressed() {
        return addressed;
    }

    /** All with an id. */
    List<Element> named() {
        return named;
    }
}
