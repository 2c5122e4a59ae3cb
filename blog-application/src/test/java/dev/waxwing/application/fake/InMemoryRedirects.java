package dev.waxwing.application.fake;

import dev.waxwing.application.fake.InMemoryBlog.Tables;
import dev.waxwing.application.redirect.Destination;
import dev.waxwing.application.redirect.RedirectCursor;
import dev.waxwing.application.redirect.RedirectQueries;
import dev.waxwing.application.redirect.RedirectRepository;
import dev.waxwing.application.redirect.RedirectView;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.redirect.Redirect;
import dev.waxwing.domain.redirect.RedirectEvent;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.redirect.Target;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The redirects in memory. */
public final class InMemoryRedirects implements RedirectRepository {
    private static final Set<Post.Status> PUT_AWAY = Set.of(Post.Status.ARCHIVED, Post.Status.TRASHED);

    private final InMemoryBlog blog;

    InMemoryRedirects(InMemoryBlog blog) {
        this.blog = blog;
    }

    public RedirectQueries queries() {
        return new Queries();
    }

    private final class Queries implements RedirectQueries {
        private static final Comparator<Redirect.State> LATEST = Comparator.comparing(Redirect.State::since)
                .thenComparing(redirect -> redirect.from().value())
                .reversed();

        @Override
        public Optional<Destination> find(SitePath from) {
            return blog.read(stored -> follow(from, stored, 0));
        }

        @Override
        public List<RedirectView> latest(Optional<RedirectCursor> after, int limit) {
            return blog.read(stored -> stored.redirects.values().stream()
                    .sorted(LATEST)
                    .dropWhile(redirect -> after.isPresent() && !isBehind(redirect, after.get()))
                    .limit(limit)
                    .map(redirect -> view(redirect, stored))
                    .toList());
        }

        @Override
        public Optional<RedirectView> stored(SitePath from) {
            return blog.read(
                    stored -> Optional.ofNullable(stored.redirects.get(from)).map(redirect -> view(redirect, stored)));
        }

        private static boolean isBehind(Redirect.State redirect, RedirectCursor cursor) {
            int order = redirect.since().compareTo(cursor.since());
            return order < 0
                    || order == 0
                            && redirect.from().value().compareTo(cursor.from().value()) < 0;
        }

        private static RedirectView view(Redirect.State redirect, Tables stored) {
            return new RedirectView(
                    redirect.from(), follow(redirect.from(), stored, 0), redirect.reason(), redirect.since());
        }
    }

    @Override
    public Optional<Redirect> find(SitePath from) {
        return blog.read(
                stored -> Optional.ofNullable(stored.redirects.get(from)).map(Redirect::restore));
    }

    @Override
    public List<Redirect> findAll(Collection<SitePath> from) {
        return from.stream().distinct().flatMap(path -> find(path).stream()).toList();
    }

    @Override
    public List<Redirect> leadingTo(Target target) {
        return blog.read(stored -> stored.redirects.values().stream()
                .filter(redirect -> redirect.target().equals(target))
                .map(Redirect::restore)
                .toList());
    }

    @Override
    public boolean isTakenByPost(SitePath path) {
        return blog.read(stored -> postAt(path, stored).isPresent());
    }

    @Override
    public void save(Redirect redirect) {
        blog.write(stored -> {
            Redirect.State state = redirect.state();
            Redirect.State present = stored.redirects.get(state.from());
            InMemoryBlog.requireVersion(present == null ? 0 : present.version(), state.version(), "redirect");
            List<RedirectEvent> events = redirect.drainEvents();
            long version = InMemoryBlog.versionAfter(state.version(), events);
            stored.redirects.put(
                    state.from(),
                    new Redirect.State(state.from(), state.target(), state.reason(), state.since(), version));
            blog.append(events);
        });
    }

    @Override
    public void addAll(List<Redirect> redirects) {
        blog.write(stored -> redirects.forEach(this::save));
    }

    @Override
    public void remove(Redirect redirect) {
        blog.write(stored -> {
            stored.redirects.remove(redirect.from());
            blog.append(redirect.drainEvents());
        });
    }

    private static Optional<Destination> follow(SitePath from, Tables stored, int hops) {
        if (hops > RedirectQueries.LONGEST_CHAIN) {
            return Optional.empty();
        }
        Redirect.State redirect = stored.redirects.get(from);
        if (redirect != null) {
            return destination(redirect.target(), stored, hops);
        }
        return hops == 0 ? archived(from, stored) : standing(from, stored);
    }

    private static Optional<Destination> standing(SitePath path, Tables stored) {
        Optional<Post.State> post = postAt(path, stored);
        return post.isPresent() ? post.flatMap(InMemoryRedirects::post) : Optional.of(moved(path));
    }

    private static Optional<Destination> destination(Target target, Tables stored, int hops) {
        if (target instanceof Target.ToPost to) {
            return Optional.ofNullable(stored.posts.get(to.post())).flatMap(InMemoryRedirects::post);
        }
        if (target instanceof Target.ToTag to) {
            return Optional.ofNullable(stored.tags.get(to.tag())).map(tag -> moved(SitePath.ofTag(tag.slug())));
        }
        if (target instanceof Target.ToAuthor to) {
            return Optional.ofNullable(stored.authors.get(to.author()))
                    .map(author -> moved(SitePath.ofAuthor(author.handle())));
        }
        if (target instanceof Target.ToPath to) {
            return follow(to.path(), stored, hops + 1);
        }
        if (target instanceof Target.ToAddress to) {
            return Optional.of(new Destination.Moved(to.address().value()));
        }
        return Optional.of(new Destination.Gone());
    }

    private static Optional<Destination> post(Post.State post) {
        return switch (post.status()) {
            case PUBLISHED -> Optional.of(moved(SitePath.ofPost(post.slug())));
            case ARCHIVED, TRASHED -> Optional.of(new Destination.Gone());
            case DRAFT, IN_REVIEW, SCHEDULED -> Optional.empty();
        };
    }

    private static Optional<Destination> archived(SitePath from, Tables stored) {
        return postAt(from, stored)
                .filter(post -> PUT_AWAY.contains(post.status()) && post.publishedAt() != null)
                .map(post -> new Destination.Gone());
    }

    private static Optional<Post.State> postAt(SitePath path, Tables stored) {
        return stored.posts.values().stream()
                .filter(post -> SitePath.ofPost(post.slug()).equals(path))
                .findFirst();
    }

    private static Destination moved(SitePath path) {
        return new Destination.Moved(path.encoded());
    }
}
