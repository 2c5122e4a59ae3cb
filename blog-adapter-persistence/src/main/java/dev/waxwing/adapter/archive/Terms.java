package dev.waxwing.adapter.archive;

import dev.waxwing.application.archive.ArchivedAuthor;
import dev.waxwing.application.shared.OneLine;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.shared.WebAddress;
import dev.waxwing.domain.tag.TagName;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the words under which a post is filed and the people who wrote it, by the rules of each generator. */
final class Terms {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_LIST = 2_000;
    private static final int MOST_TAGS = 50;
    private static final int MOST_AUTHORS = 20;
    private static final Set<String> KINDS = Set.of("post", "posts", "page", "pages", "article", "articles");
    static final String[] CATEGORIES = {"categories", "category", "taxonomies.categories", "taxonomies.category"};
    static final String[] TAGS = {"tags", "tag", "taxonomies.tags", "taxonomies.tag", "extra.tags"};
    static final String[] AUTHORS = {
        "authors", "author", "by", "taxonomies.authors", "taxonomies.author", "extra.authors", "extra.author"
    };
    static final String[] AUTHOR_LINK = {"authorlink", "author_link", "author_url"};
    private static final Pattern LINKED = Pattern.compile("\\[([^\\[\\]]++)\\]\\(([^()\\s]++)\\)");
    private static final Pattern HANDLE = Pattern.compile("(.+?)\\s*\\(@[\\w.-]+\\)");

    private final PostFile post;
    private final Generator generator;

    Terms(PostFile post) {
        this.post = post;
        this.generator = post.site().generator();
    }

    /** Categories first, as the more telling ones; each word once whatever its case. */
    List<TagName> tags() {
        Map<String, TagName> tags = new LinkedHashMap<>();
        for (String key : CATEGORIES) {
            words(key).stream()
                    .filter(word -> !KINDS.contains(word.toLowerCase(Locale.ROOT)))
                    .forEach(word -> add(tags, word));
        }
        for (String key : TAGS) {
            words(key).forEach(word -> add(tags, word));
        }
        if (tags.size() > MOST_TAGS) {
            post.remark("tags", "only the first %d of %d tags are kept".formatted(MOST_TAGS, tags.size()));
        }
        return tags.values().stream().limit(MOST_TAGS).toList();
    }

    private void add(Map<String, TagName> tags, String word) {
        String plain = plain(word);
        if (plain.isEmpty()) {
            return;
        }
        String key = Slug.from(plain).map(Slug::value).orElse(plain.toLowerCase(Locale.ROOT));
        tags.putIfAbsent(key, new TagName(OneLine.cut(plain, LONGEST_NAME)));
    }

    /** Jekyll's categories, as they stand in its addresses. */
    List<String> categories() {
        List<String> categories = new ArrayList<>(post.place().above());
        for (String key : List.of("category", "categories")) {
            categories.addAll(words(key));
        }
        return categories.stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /**
     * The words of a key. Jekyll divides a text at blanks when the key is a plural, Pelican at semicolons or else commas;
     * Hugo and Zola have lists, so that a text there is one word unless it has commas.
     */
    private List<String> words(String key) {
        Optional<HeaderValue> value = post.header().value(key);
        if (value.isEmpty() || !(value.get() instanceof HeaderValue.Text text)) {
            return post.header().texts(key);
        }
        String words = text.text();
        boolean plural = key.endsWith("s");
        if (words.indexOf(';') >= 0 && generator == Generator.PELICAN) {
            return divided(words, ";");
        }
        if (words.indexOf(',') >= 0 && (plural || generator == Generator.PELICAN)) {
            return divided(words.replaceAll("[\\[\\]\"]", ""), ",");
        }
        return generator == Generator.JEKYLL && plural ? divided(words, "\\s+") : divided(words, "\\n");
    }

    private static List<String> divided(String words, String separator) {
        return Arrays.stream(words.split(separator, -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String plain(String word) {
        return Blanks.single(Normalizer.normalize(Entities.decode(word), Normalizer.Form.NFC))
                .strip();
    }

    /** In byline order, each once; the site's own author where the post names none. */
    List<ArchivedAuthor> authors() {
        Map<String, ArchivedAuthor> authors = new LinkedHashMap<>();
        for (String key : AUTHORS) {
            post.header().value(key).ifPresent(value -> collect(value, key, authors));
        }
        if (authors.isEmpty()) {
            post.site()
                    .config()
                    .text("author", "author.name", "params.author", "params.author.name", "extra.author")
                    .ifPresent(name -> add(authors, name, Optional.empty()));
        }
        if (authors.size() > MOST_AUTHORS) {
            post.remark("authors", "only the first %d of %d authors are kept".formatted(MOST_AUTHORS, authors.size()));
        }
        return authors.values().stream().limit(MOST_AUTHORS).toList();
    }

    private void collect(HeaderValue value, String key, Map<String, ArchivedAuthor> into) {
        if (value instanceof HeaderValue.Many many) {
            many.items().forEach(item -> collect(item, key, into));
        } else if (value instanceof HeaderValue.Table table) {
            Header person = new Header(Header.Style.NONE, table, 0, 1, List.of());
            Optional<String> home = person.text("url", "link", "home", "website", "uri");
            person.text("name", "title", "display_name").ifPresent(name -> add(into, name, home));
        } else if (value instanceof HeaderValue.Text text) {
            names(text.text(), key).forEach(name -> addLinked(name, into));
        }
    }

    /** One name as a rule: "Josh Aas, Executive Director" is one person. */
    private List<String> names(String text, String key) {
        if (generator == Generator.PELICAN && key.equals("authors")) {
            return divided(text, text.indexOf(';') >= 0 ? ";" : ",");
        }
        if (text.length() > LONGEST_LIST) {
            return divided(text, "\\n");
        }
        if (LINKED.matcher(text).find()
                && text.replaceAll(LINKED.pattern(), "").matches("[\\s,;&]*(?:and)?[\\s,;&]*")) {
            return LINKED.matcher(text)
                    .results()
                    .map(java.util.regex.MatchResult::group)
                    .toList();
        }
        return post.site().authorNames() == MarkdownFolder.AuthorNames.SPLIT
                ? divided(text, "\\s*(?:[,;&]|\\s(?:and|und|et|y)\\s)+\\s*")
                : divided(text, "\\n");
    }

    private void addLinked(String name, Map<String, ArchivedAuthor> into) {
        Matcher linked = LINKED.matcher(name);
        if (linked.matches()) {
            add(into, linked.group(1), Optional.of(linked.group(2)));
        } else {
            Optional<String> authorLink = post.header().text(AUTHOR_LINK);
            add(into, name, authorLink.filter(link -> into.isEmpty()));
        }
    }

    private static void add(Map<String, ArchivedAuthor> into, String name, Optional<String> home) {
        Matcher handle = HANDLE.matcher(OneLine.cut(name, LONGEST_LIST));
        String plain = plain(handle.matches() ? handle.group(1) : name);
        if (!plain.isEmpty()) {
            String key = Slug.from(plain).map(Slug::value).orElse(plain);
            into.putIfAbsent(key, new ArchivedAuthor(OneLine.cut(plain, LONGEST_NAME), home.flatMap(Terms::address)));
        }
    }

    static Optional<WebAddress> address(String text) {
        try {
            return Optional.of(new WebAddress(text));
        } catch (BlogException.Invalid noAddress) {
            return Optional.empty();
        }
    }
}
