package dev.waxwing.adapter.archive;

import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.shared.BlogException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Learns from a blog's own links how its addresses were made, when no configuration says it: if links to several posts are
 * {@code /p/} and the post's slug, then all posts had such addresses.
 */
final class LinkEvidence {
    private static final int MOST_PATHS = 50_000;
    private static final int LONGEST_PATH = 2_000;
    private static final int ENOUGH = 2;

    /** Begins with the slash, because most texts have few of them, and looks back from there. */
    private static final Pattern LINK = Pattern.compile("/(?<=(?:\\]\\(|\\]:[ \\t]{0,20}|href=[\"'])/)[^\\s)\"'#?>]+");

    private static final Pattern SHAPE = Pattern.compile("(.*/)([^/]+?)(\\.html?|/)?");

    /** What of a post may stand in its address. */
    record Facts(
            String slug,
            String name,
            Post.Kind kind,
            @Nullable LocalDate date) {}

    /** Patterns of addresses by kind of post, and single addresses by number of the post. */
    record Learned(Map<Post.Kind, List<String>> patterns, Map<Integer, List<String>> single) {
        static Learned nothing() {
            return new Learned(Map.of(), Map.of());
        }

        List<String> of(int number, Post.Kind kind) {
            List<String> all = new ArrayList<>(single.getOrDefault(number, List.of()));
            all.addAll(patterns.getOrDefault(kind, List.of()));
            return all;
        }

        /** The addresses that a post had by what was learned. */
        List<SitePath> paths(int number, Facts post) {
            List<SitePath> known = new ArrayList<>();
            for (String pattern : of(number, post.kind())) {
                filled(pattern, post).ifPresent(known::add);
            }
            return known;
        }

        private static Optional<SitePath> filled(String pattern, Facts post) {
            String path = pattern.replace(":slug", post.slug()).replace(":filename", post.name());
            if (post.date() != null) {
                path = path.replace(":year", "%04d".formatted(post.date().getYear()))
                        .replace(":month", "%02d".formatted(post.date().getMonthValue()))
                        .replace(":day", "%02d".formatted(post.date().getDayOfMonth()));
            }
            try {
                return path.contains("/:") ? Optional.empty() : Optional.of(new SitePath(path));
            } catch (BlogException.Invalid noPath) {
                return Optional.empty();
            }
        }
    }

    private final Set<String> paths = new LinkedHashSet<>();
    private boolean cutOff;

    /** The addresses within the blog to which a text links, and no more of them than are kept of all texts. */
    static List<String> links(String body) {
        return LINK.matcher(body)
                .results()
                .map(MatchResult::group)
                .filter(path -> path.length() <= LONGEST_PATH)
                .limit(MOST_PATHS + 1L)
                .map(PostFile::decoded)
                .toList();
    }

    void add(List<String> links) {
        for (String path : links) {
            cutOff |= paths.size() == MOST_PATHS;
            if (!cutOff) {
                paths.add(path);
            }
        }
    }

    /** What was not looked at because there were too many links; empty if all were. */
    Optional<String> remark() {
        return cutOff
                ? Optional.of("Former addresses were learned from the first %,d links alone".formatted(MOST_PATHS))
                : Optional.empty();
    }

    /** @param index of the addresses that are known without this evidence */
    Learned learn(List<Facts> posts, AddressIndex index) {
        Map<String, Integer> byWord = byWord(posts);
        Map<Post.Kind, Map<String, Set<Integer>>> evidence = new HashMap<>();
        Map<Integer, List<String>> single = new HashMap<>();
        for (String path : paths) {
            Matcher shape = SHAPE.matcher(path);
            if (!shape.matches() || isKnown(path, index)) {
                continue;
            }
            Integer number = byWord.get(shape.group(2));
            if (number == null || number < 0) {
                continue;
            }
            Facts post = posts.get(number);
            pattern(shape, post).ifPresent(pattern -> {
                single.computeIfAbsent(number, key -> new ArrayList<>()).add(path);
                evidence.computeIfAbsent(post.kind(), key -> new LinkedHashMap<>())
                        .computeIfAbsent(pattern, key -> new HashSet<>())
                        .add(number);
            });
        }
        Map<Post.Kind, List<String>> patterns = new HashMap<>();
        evidence.forEach((kind, found) -> patterns.put(
                kind,
                found.entrySet().stream()
                        .filter(entry -> entry.getValue().size() >= ENOUGH)
                        .map(Map.Entry::getKey)
                        .toList()));
        return new Learned(patterns, single);
    }

    /** Only words that belong to a single post tell anything; -1 for the others. */
    private static Map<String, Integer> byWord(List<Facts> posts) {
        Map<String, Integer> byWord = new HashMap<>();
        for (int i = 0; i < posts.size(); i++) {
            int number = i;
            Set.of(posts.get(i).slug()).forEach(word -> byWord.merge(word, number, (before, now) -> -1));
            if (!posts.get(i).name().equals(posts.get(i).slug())) {
                byWord.merge(posts.get(i).name(), number, (before, now) -> -1);
            }
        }
        return byWord;
    }

    private static boolean isKnown(String path, AddressIndex index) {
        try {
            String bare = path.replaceFirst("(?i)\\.html?$", "");
            return index.owner(new SitePath(path)) >= 0
                    || index.owner(new SitePath(bare)) >= 0
                    || index.owner(new SitePath(bare + ".html")) >= 0;
        } catch (BlogException.Invalid noPath) {
            return true;
        }
    }

    private static Optional<String> pattern(Matcher shape, Facts post) {
        String folders = shape.group(1);
        if (post.date() != null) {
            folders = folders.replace(
                            "/%04d/%02d/%02d/"
                                    .formatted(
                                            post.date().getYear(),
                                            post.date().getMonthValue(),
                                            post.date().getDayOfMonth()),
                            "/:year/:month/:day/")
                    .replace(
                            "/%04d/%02d/"
                                    .formatted(
                                            post.date().getYear(), post.date().getMonthValue()),
                            "/:year/:month/")
                    .replace("/%04d/".formatted(post.date().getYear()), "/:year/");
        }
        if (folders.matches(".*/\\d+/.*")) {
            return Optional.empty();
        }
        String word = shape.group(2).equals(post.slug()) ? ":slug" : ":filename";
        boolean file = shape.group(3) != null && shape.group(3).startsWith(".");
        return Optional.of(folders + word + (file ? shape.group(3) : "/"));
    }
}
