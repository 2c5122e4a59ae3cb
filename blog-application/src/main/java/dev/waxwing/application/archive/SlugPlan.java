package dev.waxwing.application.archive;

import dev.waxwing.application.post.FreeSlug;
import dev.waxwing.application.shared.IdGenerator;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.Slug;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which address each post of an archive gets, known before the first text is read so that links can be rewritten. A post
 * that was imported before keeps the address it was given then.
 */
final class SlugPlan {
    private static final int CHUNK = 500;

    private final Map<String, Slug> bySource = new HashMap<>();
    private final Set<String> kept = new HashSet<>();
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
        chunks(index.posts()).forEach(posts -> plan.keep(ledger.posts(index.name(), sources(posts))));
        chunks(index.posts()).forEach(plan::choose);
        return plan;
    }

    private static Stream<List<IndexedPost>> chunks(List<IndexedPost> posts) {
        return IntStream.iterate(0, from -> from < posts.size(), from -> from + CHUNK)
                .mapToObj(from -> posts.subList(from, Math.min(from + CHUNK, posts.size())));
    }

    private static List<String> sources(List<IndexedPost> posts) {
        return posts.stream().map(IndexedPost::source).toList();
    }

    private void keep(Map<String, ImportLedger.Origin> known) {
        kept.addAll(known.keySet());
        known.values().forEach(origin -> assign(origin.source(), origin.slug()));
    }

    private void choose(List<IndexedPost> posts) {
        List<IndexedPost> unknown = posts.stream()
                .filter(post -> !bySource.containsKey(post.source()))
                .toList();
        Set<Slug> takenBefore =
                slugs.taken(unknown.stream().map(IndexedPost::wished).toList());
        for (IndexedPost post : unknown) {
            boolean free = !taken.containsKey(post.wished()) && !takenBefore.contains(post.wished());
            assign(post.source(), free ? post.wished() : instead(post));
        }
    }

    private void assign(String source, Slug slug) {
        bySource.put(source, slug);
        taken.put(slug, source);
    }

    private Slug instead(IndexedPost post) {
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

    /** Whether the file became a post before this import. */
    boolean keeps(String source) {
        return kept.contains(source);
    }

    Optional<Slug> slug(String source) {
        return Optional.ofNullable(bySource.get(source));
    }

    /** The file whose post stands at this address. */
    Optional<String> owner(Slug slug) {
        return Optional.ofNullable(taken.get(slug));
    }
}
