package dev.waxwing.adapter.markdown;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.AttributeProvider;
import org.jsoup.nodes.Element;

/**
 * Gives footnotes their roles (DPUB-ARIA 1.1) and ids. An id is made of the note's label, so it stays when notes are added
 * before it: {@code fn-label}, and {@code fnref-label}, {@code fnref-label:2} for the places that refer to it.
 */
final class Footnotes implements AttributeProvider {
    private static final String NOTE = "fn-";
    private static final String PLACE = "fnref-";

    private final Words words;
    private final Map<String, String> slugs = new HashMap<>();
    private final Set<String> used = new HashSet<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    Footnotes(Words words) {
        this.words = words;
    }

    /** The arrow back is a letter, not a picture, wherever there are pictures of letters (U+FE0E). */
    static void dress(Parts parts) {
        for (Element link : parts.of("a")) {
            if (link.className().equals("footnote-back")) {
                link.appendText("\uFE0E");
            }
        }
    }

    @Override
    public void setAttributes(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof FootnoteReference && tag.equals("a")) {
            reference(attributes);
        } else if (node instanceof FootnoteDefinition note) {
            switch (tag) {
                case "section" -> section(attributes);
                case "li" -> attributes.put("id", NOTE + slug(note.getLabel()));
                case "a" -> back(note.getLabel(), attributes);
                default -> {}
            }
        }
    }

    private void section(Map<String, String> attributes) {
        attributes.remove("data-footnotes");
        attributes.put("role", "doc-endnotes");
        attributes.put("aria-label", words.footnotes());
    }

    private void reference(Map<String, String> attributes) {
        attributes.remove("data-footnote-ref");
        String label = value(attributes, "href").substring(("#" + NOTE).length());
        attributes.put("href", "#" + NOTE + slug(label));
        attributes.put("id", place(value(attributes, "id"), label));
        attributes.put("role", "doc-noteref");
        attributes.put("aria-label", words.footnote().formatted(number(label)));
    }

    private void back(String label, Map<String, String> attributes) {
        attributes.remove("data-footnote-backref");
        String index = attributes.remove("data-footnote-backref-idx");
        attributes.put("href", "#" + place(value(attributes, "href").substring(1), label));
        attributes.put("class", "footnote-back");
        attributes.put("role", "doc-backlink");
        attributes.put("aria-label", words.back().formatted(index));
    }

    private static String value(Map<String, String> attributes, String name) {
        return Objects.requireNonNull(attributes.get(name));
    }

    /** commonmark-java writes {@code fnref-label-2}, which may be the first place of a note called "label-2". */
    private String place(String written, String label) {
        String repeated = written.substring((PLACE + label).length());
        return PLACE + slug(label) + repeated.replace('-', ':');
    }

    private int number(String label) {
        return numbers.computeIfAbsent(label, key -> numbers.size() + 1);
    }

    private String slug(String label) {
        return slugs.computeIfAbsent(label, key -> {
            String base = key.replaceAll("[^\\p{L}\\p{M}\\p{N}_-]", "-");
            String slug = base;
            for (int i = 2; !used.add(slug); i++) {
                slug = base + "." + i;
            }
            return slug;
        });
    }
}
