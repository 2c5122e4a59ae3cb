package dev.waxwing.application.upkeep;

import static dev.waxwing.domain.fixture.Fixtures.ADA;
import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static dev.waxwing.domain.fixture.Fixtures.aDraft;
import static dev.waxwing.domain.fixture.Fixtures.aPublished;
import static dev.waxwing.domain.fixture.Fixtures.ada;
import static dev.waxwing.domain.fixture.Fixtures.content;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.contract.Storage;
import dev.waxwing.application.fake.InMemoryBlog;
import dev.waxwing.application.fake.SettableClock;
import dev.waxwing.application.post.RevisionView;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ThinRevisionsTest {
    private final Storage blog = new InMemoryBlog().storage();
    private final SettableClock clock = new SettableClock(NOON);
    private final ThinRevisions thinning = new ThinRevisions(blog.changes(), blog.posts(), blog.work(), clock);

    @BeforeEach
    void register() {
        blog.authors().save(ada());
    }

    @Test
    void no_accepted_save_is_missing_for_a_week() {
        PostId post = saved(aDraft("First"));
        type(post, 5);

        clock.set(NOON.plus(ThinRevisions.WHOLE));
        thinAll();

        assertThat(numbers(post)).containsExactly(6, 5, 4, 3, 2, 1);
    }

    @Test
    void after_a_week_the_last_of_each_sitting_stays() {
        PostId draft = saved(aDraft("First"));
        PostId published = saved(aPublished("Second", NOON));
        type(draft, 5);
        type(published, 5);
        clock.advance(Duration.ofHours(1));
        type(draft, 3);

        clock.advance(ThinRevisions.WHOLE.plusHours(1));
        thinAll();

        assertThat(numbers(draft)).containsExactly(9, 6, 1);
        assertThat(numbers(published)).containsExactly(6, 1);
    }

    @Test
    void what_is_written_within_the_week_is_whole_while_the_rest_is_thinned() {
        PostId post = saved(aDraft("First"));
        type(post, 3);
        clock.advance(Duration.ofDays(5));
        type(post, 3);

        clock.advance(Duration.ofDays(3));
        thinAll();

        assertThat(numbers(post)).containsExactly(7, 6, 5, 4, 1);
    }

    @Test
    void a_long_history_is_looked_at_in_batches_and_each_change_once() {
        PostId post = saved(aDraft("First"));
        type(post, 450);
        clock.advance(ThinRevisions.WHOLE.plusHours(2));

        assertThat(thinning.handle()).isEqualTo(200);
        assertThat(numbers(post)).hasSizeBetween(252, 253);
        assertThat(thinAll()).isEqualTo(252);
        assertThat(numbers(post)).containsExactly(451, 1);
        assertThat(thinning.handle()).isZero();
    }

    private int thinAll() {
        int all = 0;
        for (int changes = thinning.handle(); changes > 0; changes = thinning.handle()) {
            all += changes;
        }
        return all;
    }

    private PostId saved(Post post) {
        blog.posts().save(post);
        return post.id();
    }

    /** Saves as the desk does, a second apart. */
    private void type(PostId id, int saves) {
        for (int save = 0; save < saves; save++) {
            clock.advance(Duration.ofSeconds(1));
            Post post = blog.posts().get(id);
            post.edit(content("Saved at " + clock.instant()), ADA, clock.instant());
            blog.posts().save(post);
        }
    }

    private List<Integer> numbers(PostId post) {
        return blog.postQueries().revisions(post).stream()
                .map(RevisionView::number)
                .toList();
    }
}
