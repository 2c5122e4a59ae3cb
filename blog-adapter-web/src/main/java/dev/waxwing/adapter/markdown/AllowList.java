package dev.waxwing.adapter.markdown;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/** The elements, attributes, classes and values that a text may have. What is not here does not reach a reader. */
final class AllowList {
    private static final Map<String, Set<String>> ATTRIBUTES = new HashMap<>();
    private static final Map<String, Set<String>> CLASSES = new HashMap<>();
    private static final Map<String, Pattern> VALUES = new HashMap<>();
    private static final Pattern LANGUAGE_CLASS = Pattern.compile("language-[A-Za-z0-9_.#+-]{1,40}");
    private static final Set<String> LINK_RELATIONS = Set.of("nofollow", "sponsored", "ugc", "license", "noopener");

    static {
        elements("b br caption cite code dd dfn div dl dt em figcaption h1 h2 h3 h4 h5 h6 hr i kbd mark p picture"
                + " rp rt ruby s samp small span strong sub summary sup table tbody tfoot thead tr u var wbr abbr bdi"
                + " bdo figure nav pre section");
        elements("a", "href rel role aria-label aria-hidden tabindex");
        elements("audio", "src controls loop muted preload");
        elements("video", "src poster controls loop muted preload width height");
        elements("source", "src srcset sizes media type width height");
        elements("track", "src kind srclang label default");
        elements("img", "src srcset sizes alt width height loading decoding");
        elements("blockquote q", "cite");
        elements("del ins", "cite datetime");
        elements("time", "datetime");
        elements("data", "value");
        elements("col colgroup", "span");
        elements("td th", "colspan rowspan scope");
        elements("ol", "start reversed type");
        elements("ul");
        elements("li", "value");
        elements("details", "open");
        elements("input", "type checked disabled aria-label");
        elements("pre", "tabindex");
        elements("div", "role tabindex aria-label");
        elements("nav", "aria-label");
        elements("section", "role aria-label");
        ATTRIBUTES.values().forEach(names -> names.addAll(Set.of("class", "dir", "id", "lang", "title")));

        classes("a", "anchor footnote-back remote-picture");
        classes("div", "admonition note tip important warning caution table");
        classes("figure", "code quotation video");
        classes("nav", "contents");
        classes("p", "admonition-title");
        classes("section", "footnotes");
        classes("span", "video-title video-address " + Highlighter.CLASSES);
        classes("sup", "footnote-ref");
        classes("td", "align-left align-center align-right");
        classes("th", "align-left align-center align-right");
        classes("ul", "tasks");

        values("aria-hidden", "true");
        values("checked controls default disabled loop muted open reversed", ".{0,10}");
        values("colspan rowspan span", "[1-9]\\d{0,2}");
        values("datetime", "[\\dA-Z:+. -]{1,40}");
        values("decoding", "async|sync|auto");
        values("dir", "ltr|rtl|auto");
        values("height width", "\\d{1,5}");
        values("kind", "subtitles|captions|descriptions|chapters");
        values("lang srclang", "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}");
        values("loading", "lazy|eager");
        values("media sizes", "[\\w\\s():,.%-]{1,200}");
        values("preload", "none|metadata");
        values("role", "note|region|doc-noteref|doc-backlink|doc-endnotes");
        values("scope", "row|col|rowgroup|colgroup");
        values("start", "-?\\d{1,9}");
        values("tabindex", "0|-1");
        values("type", "[1aAiI]|checkbox|[a-z]{1,20}/[\\w.+-]{1,60}");
    }

    private AllowList() {}

    private static void elements(String names) {
        elements(names, "");
    }

    private static void elements(String names, String attributes) {
        for (String name : words(names)) {
            ATTRIBUTES.computeIfAbsent(name, key -> new HashSet<>()).addAll(words(attributes));
        }
    }

    private static void classes(String element, String names) {
        CLASSES.put(element, words(names));
    }

    private static void values(String attributes, String form) {
        words(attributes).forEach(name -> VALUES.put(name, Pattern.compile(form)));
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
    }

    static boolean hasElement(String name) {
        return ATTRIBUTES.containsKey(name);
    }

    /** What may be kept of an attribute's value, empty for nothing. */
    static Optional<String> value(Element element, String attribute, String value) {
        String tag = element.normalName();
        if (!ATTRIBUTES.getOrDefault(tag, Set.of()).contains(attribute)) {
            return Optional.empty();
        }
        return switch (attribute) {
            case "href", "cite" -> Addresses.link(value);
            case "src" -> isPicture(element) ? Addresses.picture(value) : Addresses.media(value);
            case "poster" -> Addresses.media(value);
            case "srcset" -> Optional.of(Srcset.parse(value).toString()).filter(set -> !set.isEmpty());
            case "class" -> keptClasses(tag, value);
            case "id" -> Names.of(value);
            case "rel" -> kept(value, LINK_RELATIONS);
            case "value" -> tag.equals("data") || value.matches("-?\\d{1,9}") ? Optional.of(value) : Optional.empty();
            default -> {
                Pattern form = VALUES.get(attribute);
                yield form == null || form.matcher(value).matches() ? Optional.of(value) : Optional.empty();
            }
        };
    }

    private static boolean isPicture(Element element) {
        return element.normalName().equals("img")
                || element.parent() != null && element.parent().normalName().equals("picture");
    }

    private static Optional<String> keptClasses(String tag, String value) {
        if (tag.equals("code")) {
            return words(value).stream()
                    .filter(name -> LANGUAGE_CLASS.matcher(name).matches())
                    .findFirst();
        }
        return kept(value, CLASSES.getOrDefault(tag, Set.of()));
    }

    private static Optional<String> kept(String value, Set<String> allowed) {
        String kept = Arrays.stream(value.split("\\s+"))
                .filter(allowed::contains)
                .distinct()
                .collect(Collectors.joining(" "));
        return Optional.of(kept).filter(names -> !names.isEmpty());
    }
}
