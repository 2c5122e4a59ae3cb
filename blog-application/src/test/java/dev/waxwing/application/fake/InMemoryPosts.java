package dev.waxwing.application.fake;

import dev.waxwing.application.fake.InMemoryBlog.Tables;
import dev.waxwing.application.post.Excerpts;
import dev.waxwing.application.post.Milestone;
import dev.waxwing.application.post.PostAddress;
import dev.waxwing.application.post.PostCursor;
import dev.waxwing.application.post.PostLists;
import dev.waxwing.application.post.PostQueries;
import dev.waxwing.application.post.PostRepository;
import dev.waxwing.application.post.PostScope;
import dev.waxwing.application.post.PostSummary;
import dev.waxwing.application.post.PostView;
import dev.waxwing.application.post.RevisionView;
import dev.waxwing.application.post.SearchText;
import dev.waxwing.application.post.Translation;
import dev.waxwing.domain.author.Author;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.post.Content;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostEvent;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.Revision;
import dev.waxwing.domain.post.TranslationGroup;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.tag.Tag;
import dev.waxwing.domain.tag.TagId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The posts in memory. */
public final class InMemoryPosts implements PostRepository {
    private static final Comparator<PostCursor> OLDEST_FIRST = Comparator.comparing(PostCursor::publishedAt)
            .thenComparing(place -> place.post().toString());

    private final InMemoryBlog blog;
    private final PostQueries queries = new Queries();

    InMemoryPosts(InMemoryBlog blog) {
        this.blog = blog;
    }

    public PostQueries queries() {
        return queries;
    }

    static Stream<Post.State> articles(Tables stored) {
        return stored.posts.values().stream()
                .filter(post -> post.status() == Post.Status.PUBLISHED && post.kind() == Post.Kind.ARTICLE);
    }

    @Override
    public Optional<Post> find(PostId id) {
        return blog.read(stored -> Optional.ofNullable(stored.posts.get(id)).map(Post::restore));
    }

    @Override
    public void save(Post post) {
        blog.write(stored -> {
            Post.State state = post.state();
            Post.State present = stored.posts.get(state.id());
            InMemoryBlog.requireVersion(present == null ? 0 : present.version(), state.version(), "post");
            if (stored.posts.values().stream()
                    .anyMatch(other ->
                            other.slug().equals(state.slug()) && !other.id().equals(state.id()))) {
                throw new BlogException.Conflict("Another post has the address '%s'".formatted(state.slug()));
            }
            if (inOneGroup(state.group(), stored)
                    .anyMatch(other -> language(other).equals(language(state))
                            && !other.id().equals(state.id()))) {
                throw new BlogException.Invalid(
                        "language",
                        ("A translation of the post is in the language '%s' already; choose another language, or unlink"
                                        + " one of the two")
                                .formatted(language(state)));
            }
            if (!stored.authors.keySet().containsAll(state.authors())
                    || !stored.tags.keySet().containsAll(state.tags())) {
                throw new BlogException.Conflict("An author or a tag of the post is not there any more");
            }
            List<PostEvent> events = post.drainEvents();
            stored.posts.put(state.id(), state.withVersion(InMemoryBlog.versionAfter(state.version(), events)));
            stored.revisions
                    .computeIfAbsent(state.id(), id -> new ArrayList<>())
                    .addAll(post.drainNewRevisions());
            if (state.status() == Post.Status.PUBLISHED) {
                keep(state.id(), state.revision().number(), Milestone.SEEN);
            }
            blog.append(events);
        });
    }

    @Override
    public void addAll(List<Post> posts) {
        blog.write(stored -> posts.forEach(this::save));
    }

    /** Whoever is in a unit of work is there alone. */
    @Override
    public void awaitTurn() {}

    @Override
    public Optional<PostId> findBySlug(Slug slug) {
        return blog.read(stored -> stored.posts.values().stream()
                .filter(post -> post.slug().equals(slug))
                .map(Post.State::id)
                .findFirst());
    }

    @Override
    public Set<Slug> slugsAmong(Collection<Slug> slugs) {
        return slugs.stream().filter(slug -> findBySlug(slug).isPresent()).collect(Collectors.toSet());
    }

    @Override
    public Optional<Revision> findRevision(PostId post, int number) {
        return blog.read(stored -> history(post, stored)
                .filter(revision -> revision.number() == number)
                .findFirst());
    }

    @Override
    public void keep(PostId post, int revision, Milestone milestone) {
        blog.write(stored -> {
            if (history(post, stored).anyMatch(kept -> kept.number() == revision)) {
                stored.milestones.computeIfAbsent(post, id -> new HashMap<>()).putIfAbsent(revision, milestone);
            }
        });
    }

    @Override
    public void forgetPassing(PostId post, int revision) {
        blog.write(stored -> {
            List<RevisionView> views = views(post, stored);
            Post.Writing writing = stored.posts.get(post).writing();
            boolean passing = IntStream.range(1, views.size() - 1)
                    .anyMatch(place -> views.get(place).number() == revision
                            && views.get(place - 1).goesOnFrom(views.get(place)));
            if (passing && revision != writing.present().number()) {
                stored.revisions.get(post).removeIf(kept -> kept.number() == revision);
            }
        });
    }

    /** Newest first. */
    private static List<RevisionView> views(PostId post, Tables stored) {
        Map<Integer, Milestone> milestones = stored.milestones.getOrDefault(post, Map.of());
        return history(post, stored)
                .map(revision -> new RevisionView(
                        revision.number(),
                        revision.content().title().value(),
                        Optional.ofNullable(revision.by())
                                .map(stored.authors::get)
                                .map(author -> author.profile().name()),
                        revision.at(),
                        Optional.ofNullable(milestones.get(revision.number()))))
                .toList();
    }

    private static Stream<Revision> history(PostId post, Tables stored) {
        return stored.revisions.getOrDefault(post, List.of()).stream()
                .sorted(Comparator.comparing(Revision::number).reversed());
    }

    @Override
    public List<PostId> due(Instant now, int limit) {
        return blog.read(stored -> stored.posts.values().stream()
                .filter(post ->
                        post.scheduledFor() != null && !post.scheduledFor().isAfter(now))
                .sorted(Comparator.comparing(post -> Objects.requireNonNull(post.scheduledFor())))
                .limit(limit)
                .map(Post.State::id)
                .toList());
    }

    @Override
    public List<PostId> tagged(TagId tag, int limit) {
        return blog.read(stored -> stored.posts.values().stream()
                .filter(post -> post.tags().contains(tag))
                .limit(limit)
                .map(Post.State::id)
                .toList());
    }

    private final class Queries implements PostQueries {
        @Override
        public Optional<PostView> published(Slug slug) {
            return blog.read(stored -> visible(stored)
                    .filter(post -> post.slug().equals(slug))
                    .findFirst()
                    .map(post -> view(post, stored)));
        }

        @Override
        public List<PostSummary> published(PostScope scope, long offset, int limit) {
            return blog.read(stored -> newestFirst(scope, stored)
                    .skip(offset)
                    .limit(limit)
                    .map(post -> summary(post, stored))
                    .toList());
        }

        @Override
        public List<PostSummary> olderThan(PostCursor place, PostScope scope, int limit) {
            return blog.read(stored -> newestFirst(scope, stored)
                    .filter(post -> OLDEST_FIRST.compare(place(post), place) < 0)
                    .limit(limit)
                    .map(post -> summary(post, stored))
                    .toList());
        }

        @Override
        public List<PostSummary> newerThan(PostCursor place, PostScope scope, int limit) {
            return blog.read(stored -> newestFirst(scope, stored)
                    .filter(post -> OLDEST_FIRST.compare(place(post), place) > 0)
                    .sorted(Comparator.comparing(InMemoryPosts::place, OLDEST_FIRST))
                    .limit(limit)
                    .map(post -> summary(post, stored))
                    .toList());
        }

        @Override
        public List<PostView> latest(PostScope scope, int limit) {
            return blog.read(stored -> newestFirst(scope, stored)
                    .limit(limit)
                    .map(post -> view(post, stored))
                    .toList());
        }

        @Override
        public List<PostSummary> related(PostSummary post, int limit) {
            return blog.read(stored -> Optional.ofNullable(stored.posts.get(post.id())).stream()
                    .flatMap(origin -> newestFirst(new PostScope.Articles(), stored)
                            .filter(other -> !other.id().equals(post.id()) && shared(origin, other) > 0)
                            .sorted(Comparator.comparing((Post.State other) -> shared(origin, other))
                                    .reversed())
                            .limit(limit))
                    .map(other -> summary(other, stored))
                    .toList());
        }

        @Override
        public Optional<PostLists> listsOf(PostId post) {
            return blog.read(stored -> Optional.ofNullable(stored.posts.get(post))
                    .map(found -> new PostLists(found.kind(), found.tags(), found.authors(), found.group())));
        }

        @Override
        public List<Translation> translations(TranslationGroup group) {
            return blog.read(stored -> inOneGroup(group, stored)
                    .filter(post -> post.status() == Post.Status.PUBLISHED)
                    .map(post -> new Translation(
                            post.id(),
                            post.slug(),
                            post.revision().content().title().value(),
                            language(post),
                            post.revision().content().canonical()))
                    .sorted(Comparator.comparing(
                            translation -> translation.language().value()))
                    .toList());
        }

        private static long shared(Post.State one, Post.State other) {
            return one.tags().stream().filter(other.tags()::contains).count();
        }

        @Override
        public List<PostSummary> summaries(List<PostId> posts) {
            return blog.read(stored ->
                    among(posts, stored).map(post -> summary(post, stored)).toList());
        }

        @Override
        public List<SearchText> searchTexts(List<PostId> posts) {
            return blog.read(stored -> among(posts, stored)
                    .map(post -> new SearchText(
                            summary(post, stored),
                            post.revision().content().body().text()))
                    .toList());
        }

        private static Stream<Post.State> among(List<PostId> posts, Tables stored) {
            return posts.stream()
                    .map(stored.posts::get)
                    .filter(Objects::nonNull)
                    .filter(post -> post.status() == Post.Status.PUBLISHED);
        }

        @Override
        public long publishedCount() {
            return blog.read(stored -> visible(stored).count());
        }

        @Override
        public List<PostAddress> addresses(long offset, int limit) {
            return blog.read(stored -> visible(stored)
                    .sorted(Comparator.comparing(post -> post.id().toString()))
                    .skip(offset)
                    .limit(limit)
                    .map(post -> new PostAddress(post.slug(), updatedAt(post)))
                    .toList());
        }

        @Override
        public List<Integer> years(ZoneId zone) {
            return blog.read(stored -> newestFirst(new PostScope.Articles(), stored)
                    .map(post -> publishedAt(post).atZone(zone).getYear())
                    .distinct()
                    .toList());
        }

        @Override
        public List<RevisionView> revisions(PostId post) {
            return blog.read(stored -> views(post, stored));
        }
    }

    static Stream<Post.State> inOneGroup(TranslationGroup group, Tables stored) {
        return stored.posts.values().stream().filter(post -> post.group().equals(group));
    }

    private static LanguageTag language(Post.State post) {
        return post.revision().content().language();
    }

    private static Stream<Post.State> visible(Tables stored) {
        return stored.posts.values().stream().filter(post -> post.status() == Post.Status.PUBLISHED);
    }

    private static Stream<Post.State> newestFirst(PostScope scope, Tables stored) {
        return visible(stored)
                .filter(within(scope))
                .sorted(Comparator.comparing(InMemoryPosts::place, OLDEST_FIRST).reversed());
    }

    private static Predicate<Post.State> within(PostScope scope) {
        if (scope instanceof PostScope.Pages) {
            return post -> post.kind() == Post.Kind.PAGE;
        }
        Predicate<Post.State> article = post -> post.kind() == Post.Kind.ARTICLE;
        if (scope instanceof PostScope.Tagged tagged) {
            return article.and(post -> post.tags().contains(tagged.tag()));
        }
        if (scope instanceof PostScope.By by) {
            return article.and(post -> post.authors().contains(by.author()));
        }
        if (scope instanceof PostScope.Between between) {
            return article.and(post -> !publishedAt(post).isBefore(between.from())
                    && publishedAt(post).isBefore(between.until()));
        }
        return article;
    }

    private static PostCursor place(Post.State post) {
        return new PostCursor(publishedAt(post), post.id());
    }

    private static Instant publishedAt(Post.State post) {
        return Objects.requireNonNull(post.publishedAt());
    }

    private static Instant updatedAt(Post.State post) {
        Instant revised = post.revision().at();
        return revised.isAfter(publishedAt(post)) ? revised : publishedAt(post);
    }

    private static PostView view(Post.State post, Tables stored) {
        Content content = post.revision().content();
        return new PostView(
                summary(post, stored),
                content.body().html(),
                content.body().contents(),
                content.canonical(),
                post.group());
    }

    private static PostSummary summary(Post.State post, Tables stored) {
        Content content = post.revision().content();
        return new PostSummary(
                post.id(),
                post.kind(),
                post.slug(),
                content.title().value(),
                Excerpts.of(content),
                content.cover(),
                content.language(),
                post.authors().stream()
                        .map(id -> byline(id, stored))
                        .flatMap(Optional::stream)
                        .toList(),
                post.tags().stream()
                        .map(id -> label(id, stored))
                        .flatMap(Optional::stream)
                        .toList(),
                content.body().words(),
                publishedAt(post),
                updatedAt(post));
    }

    static Optional<PostSummary.Byline> byline(AuthorId id, Tables stored) {
        Author.State author = stored.authors.get(id);
        return Optional.ofNullable(author)
                .map(known -> new PostSummary.Byline(id, known.profile().name(), known.handle()));
    }

    static Optional<PostSummary.Label> label(TagId id, Tables stored) {
        Tag.State tag = stored.tags.get(id);
        return Optional.ofNullable(tag)
                .map(known -> new PostSummary.Label(id, known.name().value(), known.slug()));
    }
}
