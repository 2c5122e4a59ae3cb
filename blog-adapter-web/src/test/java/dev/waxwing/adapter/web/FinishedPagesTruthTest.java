package dev.waxwing.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.World;
import dev.waxwing.application.change.Bookmark;
import dev.waxwing.application.change.ChangeFeed;
import dev.waxwing.application.change.RecordedEvent;
import dev.waxwing.domain.fixture.Chance;
import dev.waxwing.domain.post.PostEvent;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.shared.WebAddress;
import dev.waxwing.domain.site.Site;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Anybody does anything while others read, and after each act every page that is kept is the page that would be made now. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FinishedPagesTruthTest {
    private static final int ACTS = Integer.getInteger("waxwing.acts", 200);
    private static final int READERS = 2;

    /** At how many pages is looked after each act. */
    private static final int LOOKS = 8;

    private static final List<String> PATHS = paths();
    private static final Site TWO_POSTS_A_PAGE = Site.of(
            "Grain & Wing",
            "Notes on small machines.",
            new WebAddress("https://blog.example"),
            LanguageTag.ENGLISH,
            ZoneOffset.UTC,
            2);

    private final Chance chance = Chance.seeded(20261122);
    private final World world = new World(chance);
    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void a_page_that_is_kept_is_the_page_that_would_be_made_now() throws Exception {
        assertThat(firstUntruth(world.blog())).isEmpty();
    }

    @Test
    void a_change_that_went_unseen_would_be_noticed_here() throws Exception {
        assertThat(firstUntruth(new Deaf(world.blog()))).isNotEmpty();
    }

    /** Lives through many acts while others read, and says which page was the first that was not true; nothing if all were. */
    private Optional<String> firstUntruth(ChangeFeed changes) throws Exception {
        try (TrialBlog kept = TrialBlog.over(world.blog(), changes, 10_000_000);
                TrialBlog fresh = TrialBlog.over(world.blog(), changes, 0)) {
            kept.become(TWO_POSTS_A_PAGE);
            fresh.become(TWO_POSTS_A_PAGE);
            List<CompletableFuture<Void>> readers = IntStream.range(0, READERS)
                    .mapToObj(first -> CompletableFuture.runAsync(() -> readOn(kept, first)))
                    .toList();
            Optional<String> untruth = Optional.empty();
            for (int act = 0; act < ACTS && untruth.isEmpty(); act++) {
                world.act();
                untruth = untruth(kept, fresh);
            }
            over.set(true);
            for (CompletableFuture<Void> reader : readers) {
                reader.get();
            }
            return untruth;
        }
    }

    private void readOn(TrialBlog blog, int first) {
        for (int n = first; !over.get(); n++) {
            blog.visit(PATHS.get(n % PATHS.size())).status();
        }
    }

    private Optional<String> untruth(TrialBlog kept, TrialBlog fresh) {
        return Stream.generate(() -> chance.oneOf(PATHS))
                .limit(LOOKS)
                .filter(path -> !said(kept.visit(path)).equals(said(fresh.visit(path))))
                .findFirst()
                .map(path -> path + " after " + world.log());
    }

    /** What a reader gets; an error names the number of its request, which is never the same. */
    private static String said(Visit visit) {
        return visit.status() == 200 ? visit.header("ETag") + visit.text() : visit.status() + visit.header("Location");
    }

    private static List<String> paths() {
        List<String> paths = new ArrayList<>(List.of(
                "/",
                "/page/2",
                "/page/3",
                "/archive",
                "/archive/2026",
                "/tags",
                "/feed.atom",
                "/feed.json",
                "/sitemap.xml"));
        World.SLUGS.forEach(slug -> paths.addAll(List.of("/" + slug, "/tags/" + slug)));
        World.TAGS.forEach(
                tag -> paths.addAll(List.of("/tags/" + tag, "/tags/" + tag + "/page/2", "/tags/" + tag + "/feed.rss")));
        World.HANDLES.forEach(handle -> paths.addAll(List.of("/authors/" + handle, "/authors/" + handle + "/page/2")));
        return paths.stream()
                .map(path -> path.replace("größe", "gr%C3%B6%C3%9Fe"))
                .toList();
    }

    /** A feed that does not hear when a post appears: the lists that it is in now are not known to be changed. */
    private static final class Deaf implements ChangeFeed {
        private final ChangeFeed feed;

        private Deaf(ChangeFeed feed) {
            this.feed = feed;
        }

        @Override
        public List<RecordedEvent> after(long position, int limit) {
            return feed.after(position, limit).stream()
                    .map(change -> change.event() instanceof PostEvent.Published published
                            ? new RecordedEvent(
                                    change.position(), new PostEvent.Withdrawn(published.post(), published.at()))
                            : change)
                    .toList();
        }

        @Override
        public long head() {
            return feed.head();
        }

        @Override
        public void whenAppended(Runnable listener) {
            feed.whenAppended(listener);
        }

        @Override
        public void whenOthersAppend(Runnable listener) {
            feed.whenOthersAppend(listener);
        }

        @Override
        public Bookmark bookmark(String reader) {
            return feed.bookmark(reader);
        }
    }
}
