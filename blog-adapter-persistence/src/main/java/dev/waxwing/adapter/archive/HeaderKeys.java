package dev.waxwing.adapter.archive;

import dev.waxwing.application.archive.UnusedKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what stands in the headers of an archive and has no place in a post. */
final class HeaderKeys {
    private static final int MOST = 200_000;
    private static final Set<String> USED = Stream.of(
                    PostFile.TITLE,
                    PostFile.ADDRESS,
                    PostFile.PUBLISHED,
                    PostFile.HIDDEN,
                    PostFile.EXPIRES,
                    PostFile.KIND,
                    PostFile.LANGUAGE,
                    PostFile.TRANSLATION,
                    PostFile.DATE,
                    PostFile.UPDATED,
                    PostFile.LEADS_ELSEWHERE,
                    PostAssembly.EXCERPT,
                    PostAssembly.COVER,
                    PostAssembly.ALT,
                    PostAssembly.CANONICAL,
                    Terms.CATEGORIES,
                    Terms.TAGS,
                    Terms.AUTHORS,
                    Terms.AUTHOR_LINK,
                    Permalinks.ALIASES,
                    new String[] {
                        PostFile.SLUG, PostFile.DRAFT, PostFile.STATUS, PostFile.LAYOUT, PostAssembly.EXCERPT_SEPARATOR
                    })
            .flatMap(Arrays::stream)
            .collect(Collectors.toUnmodifiableSet());

    /** Tables of which some values are used and others are not. */
    private static final Set<String> TABLES = Stream.concat(
                    Stream.of("params"),
                    USED.stream().filter(key -> key.indexOf('.') > 0).map(key -> key.substring(0, key.indexOf('.'))))
            .collect(Collectors.toUnmodifiableSet());

    private final Map<String, List<String>> sources = new LinkedHashMap<>();
    private int found;

    void read(String source, Header header) {
        header.table().entries().forEach((key, value) -> {
            if (TABLES.contains(key) && value instanceof HeaderValue.Table inner) {
                inner.entries().forEach((part, one) -> add(key + "." + part, one, source));
            } else {
                add(key, value, source);
            }
        });
    }

    private void add(String key, HeaderValue value, String source) {
        if (!USED.contains(key) && !(value instanceof HeaderValue.Nothing) && found < MOST) {
            found++;
            sources.computeIfAbsent(oneLine(key), name -> new ArrayList<>()).add(source);
        }
    }

    private static String oneLine(String key) {
        return HeaderReader.shortened(Blanks.single(key));
    }

    List<UnusedKey> unused() {
        return sources.entrySet().stream()
                .map(entry -> new UnusedKey(
                        entry.getKey(), entry.getValue().stream().distinct().toList()))
                .sorted(Comparator.comparing((UnusedKey key) -> -key.sources().size())
                        .thenComparing(UnusedKey::name))
                .toList();
    }
}
