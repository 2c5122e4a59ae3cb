package dev.waxwing.application.archive;

import dev.waxwing.application.post.FreeSlug;
import dev.waxwing.application.shared.IdGenerator;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.Slug;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which address each post of an archive gets, known before the first text is read so that links can be rewritten. A post
 * that was imported before keeps the address it was given then.
 */
final class SlugPlan {
    private static final int CHUNK = 500;

    private final Map<String, Slug> bySource = new HashMap<>();
    private final Map<Slug, String> taken = new HashMap<>();
    private final Map<Slug, Integer> numbers = new HashMap<>();
    private final FreeSlug slugs;
    private final PostId nobody;

    private SlugPlan(FreeSlug slugs, PostId nobody) {
        this.slugs = slugs;
        this.nobody = nobody;
    }

    static SlugPlan of(ArchiveIndex index, ImportLedger ledger, FreeSlug slugs, IdGenerator ids) {
        SlugPlan plan = new SlugPlan(slugs, new PostId(ids.next()));
        List<IndexedPost> posts = index.posts();
        for (int from = 0; from < posts.size(); from += CHUNK) {
            List<String> sources = posts.subList(from, Math.min(from + CHUNK, posts.size())).stream()
                    .map(IndexedPost::source)
                    .toList();
            ledger.posts(index.name(), sources).values().forEach(origin -> plan.assign(origin.source(), origin.slug()));
        }
        for (IndexedPost post : posts) {
            if (!plan.bySource.containsKey(post.source())) {
                plan.assign(post.source(), plan.choose(post));
            }
        }
        return plan;
    }

    private void assign(String source, Slug slug) {
        bySource.put(source, slug);
        taken.put(slug, source);
    }

    private Slug choose(IndexedPost post) {
        if (isFree(post.wished())) {
            return post.wished();
        }
        if (post.otherwise().filter(this::isFree).isPresent()) {
            return post.otherwise().get();
        }
        int number = numbers.getOrDefault(post.wished(), 1);
        Slug slug;
        do {
            slug = post.wished().numbered(++number);
        } while (!isFree(slug));
        numbers.put(post.wished(), number);
        return slug;
    }

    private boolean isFree(Slug slug) {
        return !taken.containsKey(slug) && slugs.isFree(slug, nobody);
    }

    Optional<Slug> slug(String source) {
        return Optional.ofNullable(bySource.get(source));
    }

    /** The file whose post stands at this address. */
    Optional<String> owner(Slug slug) {
        return Optional.ofNullable(taken.get(slug));
    }
}
