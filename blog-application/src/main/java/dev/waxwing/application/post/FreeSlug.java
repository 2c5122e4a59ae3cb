package dev.waxwing.application.post;

import static java.util.stream.Collectors.toMap;

import dev.waxwing.application.redirect.RedirectRepository;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.ReservedWords;
import dev.waxwing.domain.redirect.Redirect;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.redirect.Target;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Slug;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds addresses for posts at which no reader expects something else. Used inside a unit of work. */
public final class FreeSlug {
    private static final Slug WORDLESS = new Slug("post");
    private static final Pattern NUMBERED = Pattern.compile(".*-([0-9]{1,6})");

    private final PostRepository posts;
    private final RedirectRepository redirects;

    @Inject
    public FreeSlug(PostRepository posts, RedirectRepository redirects) {
        this.posts = posts;
        this.redirects = redirects;
    }

    /** The slug that a title suggests, with {@code -2} and so on while it is taken. */
    public Slug forTitle(String title, PostId post) {
        return near(Slug.from(title).orElse(WORDLESS), post);
    }

    /** The wished slug, with {@code -2} and so on while it is taken. */
    public Slug near(Slug wished, PostId post) {
        posts.awaitTurn();
        Slug slug = wished;
        for (int number = 2; !isFree(slug, post); number++) {
            slug = wished.numbered(number);
        }
        return slug;
    }

    /** Whether a slug is the one that a title suggests, with a number or without. */
    static boolean suggests(String title, Slug slug) {
        Slug wished = Slug.from(title).orElse(WORDLESS);
        Matcher numbered = NUMBERED.matcher(slug.value());
        return slug.equals(wished)
                || (numbered.matches() && slug.equals(wished.numbered(Integer.parseInt(numbered.group(1)))));
    }

    /** @throws BlogException.Conflict if another post stands at the slug, or its readers may still come there */
    public void require(Slug slug, PostId post) {
        if (!ReservedWords.contain(slug) && !isFree(slug, post)) {
            throw new BlogException.Conflict("Another post has the address '%s'; choose another".formatted(slug));
        }
    }

    /** Whether no other post stands at the slug, no reader expects one there, and the site itself does not need it. */
    public boolean isFree(Slug slug, PostId post) {
        return !ReservedWords.contain(slug)
                && posts.findBySlug(slug).filter(other -> !other.equals(post)).isEmpty()
                && !leadsElsewhere(slug, post);
    }

    /** Those of the slugs that no new post can have. */
    public Set<Slug> taken(Collection<Slug> slugs) {
        Set<Slug> taken = new HashSet<>(posts.slugsAmong(slugs));
        Map<SitePath, Slug> paths = slugs.stream().distinct().collect(toMap(SitePath::ofPost, Function.identity()));
        redirects.findAll(paths.keySet()).forEach(redirect -> taken.add(paths.get(redirect.from())));
        slugs.stream().filter(ReservedWords::contain).forEach(taken::add);
        return taken;
    }

    private boolean leadsElsewhere(Slug slug, PostId post) {
        Optional<Target> target =
                redirects.find(SitePath.ofPost(slug)).map(Redirect::state).map(Redirect.State::target);
        return target.isPresent() && !target.get().equals(new Target.ToPost(post));
    }
}
