package dev.waxwing.application;

import dev.waxwing.application.redirect.Destination;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.ReservedWords;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.tag.TagId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A blog as simple as can be: what {@link World} expects of the real one. Paths are plain text here. */
final class Model {
    static final Object GONE = "gone";

    /** A post as the model knows it. */
    static final class Entry {
        final PostId id;
        final Post.Kind kind;
        String slug;
        Post.Status status = Post.Status.DRAFT;
        Post.Status thrownFrom = Post.Status.DRAFT;

        /** Of all revisions; the present one and the pending one, if there is one, are counted from 1. */
        List<String> titles = new ArrayList<>();

        int present = 1;
        int pending;

        /** Whether an editor is asked to look at the pending one. */
        boolean submitted;

        List<TagId> tags = new ArrayList<>();
        List<AuthorId> byline;

        /** The same for all posts that are linked as translations, and for no others. */
        Object translations = new Object();

        @Nullable
        Instant due;

        @Nullable
        Instant publishedAt;

        Entry(PostId id, Post.Kind kind, String slug, String title, AuthorId author) {
            this.id = id;
            this.kind = kind;
            this.slug = slug;
            this.titles.add(title);
            this.byline = List.of(author);
        }

        String path() {
            return "/" + slug;
        }

        String title() {
            return titles.get((pending == 0 ? present : pending) - 1);
        }

        /** What readers see, or would see. */
        String shown() {
            return titles.get(present - 1);
        }

        /** What is said when nothing is kept from readers. */
        void say(String title) {
            if (!title.equals(title())) {
                titles.add(title);
                present = titles.size();
            }
        }

        /** What is kept from readers while they see something else. */
        void write(String title) {
            if (status != Post.Status.PUBLISHED) {
                say(title);
            } else if (!title.equals(title())) {
                titles.add(title);
                pending = titles.size();
            }
        }

        void showChanges() {
            present = pending == 0 ? present : pending;
            forgetChanges();
        }

        void forgetChanges() {
            pending = 0;
            submitted = false;
        }

        void become(Post.Status other) {
            showChanges();
            status = other;
            due = null;
        }

        boolean isRead() {
            return status == Post.Status.PUBLISHED;
        }

        boolean isListed() {
            return isRead() && kind == Post.Kind.ARTICLE;
        }
    }

    final Map<PostId, Entry> posts = new LinkedHashMap<>();
    final Map<TagId, String> tags = new LinkedHashMap<>();
    final Map<AuthorId, String> authors = new LinkedHashMap<>();

    /** Where paths lead at which nothing stands: to a thing's identity, to another path, or to {@link #GONE}. */
    final Map<String, Object> leads = new HashMap<>();

    /** Every address at which readers ever saw something, unless somebody gave it up. */
    final Map<String, Object> promises = new HashMap<>();

    String freeSlug(String title, @Nullable PostId post) {
        Slug wished = Slug.from(title).orElseThrow();
        Slug slug = wished;
        for (int number = 2; !isFree(slug.value(), post); number++) {
            slug = wished.numbered(number);
        }
        return slug.value();
    }

    /** Whether a post of any status has this address. */
    boolean isPost(String path) {
        return posts.values().stream().anyMatch(post -> path.equals("/" + post.slug));
    }

    boolean isFree(String slug, @Nullable PostId post) {
        boolean taken = posts.values().stream().anyMatch(other -> other.slug.equals(slug) && !other.id.equals(post));
        return !taken && !isReserved(slug) && mayTake("/" + slug, post);
    }

    boolean mayTake(String path, @Nullable Object thing) {
        return !leads.containsKey(path) || leads.get(path).equals(thing);
    }

    /** Whether the address of a post that nobody has seen is the one its title suggests. */
    static boolean isNamedAfterTitle(Entry post) {
        Slug wished = Slug.from(post.title()).orElseThrow();
        boolean hidden = post.status == Post.Status.DRAFT || post.status == Post.Status.IN_REVIEW;
        return hidden
                && post.publishedAt == null
                && (post.slug.equals(wished.value())
                        || IntStream.range(2, 100)
                                .anyMatch(number ->
                                        post.slug.equals(wished.numbered(number).value())));
    }

    /** The language of a text, told by its title. */
    static LanguageTag language(String title) {
        return new LanguageTag(title.startsWith("G") ? "de" : title.startsWith("T") ? "fr" : "en");
    }

    /** Whether a post with this title would be in the language of a translation of it. */
    boolean clashes(Entry post, String title, Object translations) {
        return posts.values().stream()
                .anyMatch(other -> other != post
                        && other.translations.equals(translations)
                        && language(other.shown()).equals(language(title)));
    }

    static boolean isReserved(String slug) {
        return ReservedWords.contain(new Slug(slug));
    }

    /** Whether the site itself answers there, such as at {@code /admin}. */
    static boolean isOwnPage(String path) {
        return path.lastIndexOf('/') == 0 && isReserved(path.substring(1));
    }

    void see(Entry post, Instant date) {
        if (!post.isRead()) {
            post.become(Post.Status.PUBLISHED);
        }
        post.publishedAt = post.publishedAt == null ? date : post.publishedAt;
        promises.put(post.path(), post.id);
    }

    void move(Entry post, String slug) {
        String from = post.path();
        post.slug = slug;
        leads.remove(post.path());
        if (post.publishedAt != null) {
            leads.put(from, post.id);
            promises.put(from, post.id);
            promises.put(post.path(), post.id);
        }
    }

    void merge(TagId from, TagId into) {
        String path = "/tags/" + tags.remove(from);
        leads.replaceAll((former, target) -> target.equals(from) ? into : target);
        promises.replaceAll((former, thing) -> thing.equals(from) ? into : thing);
        leads.put(path, into);
        for (Entry post : posts.values()) {
            post.tags = post.tags.stream()
                    .map(tag -> tag.equals(from) ? into : tag)
                    .distinct()
                    .toList();
        }
    }

    /** Whether following paths from here would come back to where it began, or never end. */
    boolean circles(String from, Object target) {
        Object next = target;
        for (int hops = 0; next instanceof String path && !next.equals(GONE); hops++) {
            if (path.equals(from) || hops == 10) {
                return true;
            }
            next = leads.get(path);
        }
        return false;
    }

    /** Whether a path leads to a thing or says gone, and not to another path. */
    boolean isPlain(String path) {
        Object target = leads.get(path);
        return target == null || target.equals(GONE) || !(target instanceof String);
    }

    /** What readers find at a path: a post, another address, that it is gone, or nothing. */
    Optional<Object> visit(String path) {
        Optional<Entry> standing =
                posts.values().stream().filter(post -> post.path().equals(path)).findFirst();
        if (standing.isPresent() && standing.get().isRead()) {
            return Optional.of(standing.get().id);
        }
        Object target = leads.get(path);
        if (target != null) {
            return follow(target);
        }
        return standing.filter(post -> post.status == Post.Status.ARCHIVED || post.status == Post.Status.TRASHED)
                .filter(post -> post.publishedAt != null)
                .map(post -> new Destination.Gone());
    }

    private Optional<Object> follow(Object target) {
        if (target.equals(GONE)) {
            return Optional.of(new Destination.Gone());
        }
        if (target instanceof TagId tag) {
            return Optional.of(new Destination.Moved("/tags/" + tags.get(tag)));
        }
        if (target instanceof AuthorId author) {
            return Optional.of(new Destination.Moved("/authors/" + authors.get(author)));
        }
        Entry post = posts.get((PostId) target);
        return switch (post.status) {
            case PUBLISHED -> Optional.of(new Destination.Moved(new SitePath(post.path()).encoded()));
            case ARCHIVED, TRASHED -> Optional.of(new Destination.Gone());
            case DRAFT, IN_REVIEW, SCHEDULED -> Optional.empty();
        };
    }
}
