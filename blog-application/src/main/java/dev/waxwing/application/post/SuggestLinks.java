package dev.waxwing.application.post;

import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.Slug;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Use case: find posts to link to by their titles: whatever readers see, and of the rest what the actor may write in. */
public final class SuggestLinks {
    public record Command(Actor actor, String words, int limit) {}

    /**
     * A post to link to, by the title under which the actor may know it.
     *
     * @param own whether the actor may write in it
     */
    public record Suggestion(String title, Slug slug, Post.Status status, boolean own) {}

    private final BrowsePosts browse;
    private final DeskQueries desk;
    private final PostQueries posts;

    @Inject
    public SuggestLinks(BrowsePosts browse, DeskQueries desk, PostQueries posts) {
        this.browse = browse;
        this.desk = desk;
        this.posts = posts;
    }

    /** The last edited first. */
    public List<Suggestion> handle(Command command) {
        DeskFilter filter = DeskFilter.EVERYTHING.titled(command.words());
        List<DeskEntry> own =
                browse.handle(new BrowsePosts.Command(command.actor(), filter, Optional.empty(), command.limit()));
        List<DeskEntry> others = desk.entries(filter.with(Post.Status.PUBLISHED), command.limit()).stream()
                .filter(entry -> !own.contains(entry))
                .toList();
        Map<PostId, String> titles = posts
                .summaries(others.stream().map(DeskEntry::id).toList())
                .stream()
                .collect(Collectors.toMap(PostSummary::id, PostSummary::title));
        return Stream.concat(
                        own.stream(), others.stream().filter(entry -> isFound(titles.get(entry.id()), command.words())))
                .sorted(Comparator.comparing(DeskEntry::editedAt).reversed())
                .limit(command.limit())
                .map(entry -> new Suggestion(
                        titles.getOrDefault(entry.id(), entry.title()),
                        entry.slug(),
                        entry.status(),
                        own.contains(entry)))
                .toList();
    }

    /** By the title that readers see: a word that waits in somebody else's changes tells nothing. */
    private static boolean isFound(@Nullable String title, String words) {
        return title != null && title.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }
}
