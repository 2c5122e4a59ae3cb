package dev.waxwing.application.archive;

import dev.waxwing.application.archive.ArchivedPost.Visibility;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.Title;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.tag.TagName;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An archive made up in a test. */
final class FakeArchive implements Archive {
    static final Instant LONG_AGO = Instant.parse("2020-01-02T03:04:05Z");

    private Optional<String> place = Optional.empty();
    private final Map<String, Draft> posts = new LinkedHashMap<>();
    private final Map<String, byte[]> media = new LinkedHashMap<>();
    private final List<ArchivedRedirect> redirects = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final Map<String, LeftOut> unreadable = new LinkedHashMap<>();

    /** A post of the archive that a test can adjust. */
    static final class Draft {
        private final String source;
        String slug;
        String title;
        String stem;
        String language = "en";
        String markdown = "Text";
        String excerpt = "";
        int summaryEnd;
        Post.Kind kind = Post.Kind.ARTICLE;
        Visibility visibility = Visibility.PUBLIC;
        Optional<Slug> otherwise = Optional.empty();
        Optional<Instant> publishedAt = Optional.of(LONG_AGO);
        Optional<Instant> updatedAt = Optional.empty();
        Optional<ArchivedPost.Picture> cover = Optional.empty();
        List<String> tags = List.of();
        List<ArchivedAuthor> authors = List.of(new ArchivedAuthor("Ada", Optional.empty()));
        List<Reference> references = List.of();
        List<FormerAddress> formerAddresses = List.of();
        List<Note> notes = List.of();

        private Draft(String source) {
            this.source = source;
            this.slug = source.replace(".md", "");
            this.stem = source;
            this.title = "Title of " + slug;
        }

        Draft translating(String stem, String language) {
            this.stem = stem;
            this.language = language;
            return this;
        }

        Draft stated(String... paths) {
            formerAddresses = addresses(FormerAddress.Evidence.STATED, paths);
            return this;
        }

        Draft derived(String... paths) {
            formerAddresses = addresses(FormerAddress.Evidence.DERIVED, paths);
            return this;
        }

        /** Lets the text refer to another file of the archive, in place of a word that stands for it. */
        Draft referring(String word, Reference.Kind kind, String to) {
            int start = markdown.indexOf(word);
            List<Reference> all = new ArrayList<>(references);
            all.add(new Reference(start, start + word.length(), kind, to, ""));
            references = all;
            return this;
        }

        private static List<FormerAddress> addresses(FormerAddress.Evidence evidence, String... paths) {
            return Arrays.stream(paths)
                    .map(path -> new FormerAddress(new SitePath(path), evidence))
                    .toList();
        }

        private ArchivedPost archived() {
            return new ArchivedPost(
                    source,
                    kind,
                    visibility,
                    new Title(title),
                    markdown,
                    references,
                    excerpt,
                    summaryEnd,
                    cover,
                    tags.stream().map(TagName::new).toList(),
                    authors,
                    new LanguageTag(language),
                    publishedAt,
                    updatedAt,
                    Optional.empty(),
                    formerAddresses,
                    notes);
        }
    }

    Draft post(String source) {
        return posts.computeIfAbsent(source, Draft::new);
    }

    FakeArchive medium(String source, byte[] bytes) {
        media.put(source, bytes);
        return this;
    }

    FakeArchive redirect(String source, String from, ArchivedRedirect.Goal to) {
        redirects.add(new ArchivedRedirect(source, List.of(new SitePath(from)), to));
        return this;
    }

    FakeArchive leftOut(String source, LeftOut.Cause cause, String reason) {
        leftOut.add(new LeftOut(source, cause, 3, reason));
        return this;
    }

    FakeArchive unreadable(String source, String reason) {
        post(source);
        unreadable.put(source, new LeftOut(source, LeftOut.Cause.REFUSED, 7, reason));
        return this;
    }

    /** The start of a PNG file, as much of it as the store in memory looks at. */
    static byte[] png(int width, int height) {
        return ByteBuffer.allocate(24)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'})
                .putInt(16, width)
                .putInt(20, height)
                .array();
    }

    FakeArchive at(String folder) {
        place = Optional.of(folder);
        return this;
    }

    @Override
    public ArchiveIndex index(ImportListener listener) {
        return new ArchiveIndex(
                "test",
                place,
                "made up",
                posts.values().stream()
                        .map(post -> new IndexedPost(post.source, new Slug(post.slug), post.otherwise, post.stem))
                        .toList(),
                List.copyOf(redirects),
                List.copyOf(media.keySet()),
                List.copyOf(leftOut),
                List.of());
    }

    @Override
    public Reading read(IndexedPost post) {
        LeftOut broken = unreadable.get(post.source());
        return broken != null ? broken : posts.get(post.source()).archived();
    }

    @Override
    public InputStream open(String source) {
        return new ByteArrayInputStream(media.get(source));
    }
}
