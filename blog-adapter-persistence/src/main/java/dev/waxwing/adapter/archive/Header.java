package dev.waxwing.adapter.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What stands before a post's text.
 *
 * @param end where in the file the text begins
 * @param endLine on which line the text begins
 */
record Header(Style style, HeaderValue.Table table, int end, int endLine, List<Remark> remarks) {

    enum Style {
        YAML,
        TOML,
        JSON,
        PELICAN,
        NONE
    }

    static Header none() {
        return new Header(Style.NONE, new HeaderValue.Table(Map.of(), 1), 0, 1, List.of());
    }

    /** The value under the first of these keys that says anything; a dot leads into a table. */
    Optional<HeaderValue> value(String... keys) {
        for (String key : keys) {
            Optional<HeaderValue> value = find(table, key);
            if (value.isPresent() && !(value.get() instanceof HeaderValue.Nothing)) {
                return value;
            }
        }
        return Optional.empty();
    }

    private static Optional<HeaderValue> find(HeaderValue.Table table, String key) {
        HeaderValue whole = table.entries().get(key);
        if (whole != null) {
            return Optional.of(whole);
        }
        int dot = key.indexOf('.');
        if (dot > 0 && table.entries().get(key.substring(0, dot)) instanceof HeaderValue.Table inner) {
            return find(inner, key.substring(dot + 1));
        }
        return Optional.empty();
    }

    /** One line of text, trimmed. */
    Optional<String> text(String... keys) {
        for (String key : keys) {
            Optional<String> text = value(key).flatMap(Header::oneLine).filter(found -> !found.isEmpty());
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> oneLine(HeaderValue value) {
        return value instanceof HeaderValue.Text text
                ? Optional.of(text.text()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining(" ")))
                : Optional.empty();
    }

    /** Truth as YAML 1.1, TOML and people write it; empty when the key is missing or says something else. */
    Optional<Boolean> flag(String... keys) {
        return text(keys).flatMap(word -> switch (word.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "1", "y" -> Optional.of(true);
            case "false", "no", "off", "0", "n" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    /** All texts of a list, or the one text that stands in its place. */
    List<String> texts(String key) {
        List<String> found = new ArrayList<>();
        value(key).ifPresent(value -> collect(value, found));
        return found;
    }

    private static void collect(HeaderValue value, List<String> into) {
        if (value instanceof HeaderValue.Many many) {
            for (HeaderValue item : many.items()) {
                oneLine(item).filter(text -> !text.isEmpty()).ifPresent(into::add);
            }
        } else {
            oneLine(value).filter(text -> !text.isEmpty()).ifPresent(into::add);
        }
    }

    int line(String key) {
        return value(key).map(HeaderValue::line).orElse(1);
    }

    boolean isEmpty() {
        return table.entries().isEmpty();
    }
}
