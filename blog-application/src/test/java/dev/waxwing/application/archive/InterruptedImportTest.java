package dev.waxwing.application.archive;

import static dev.waxwing.application.archive.FakeArchive.png;
import static dev.waxwing.application.archive.Settled.Outcome.IMPORTED;
import static dev.waxwing.application.archive.Settled.Outcome.REDIRECT;
import static dev.waxwing.application.archive.Settled.Outcome.UNCHANGED;
import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.waxwing.application.fake.InMemoryBlog;
import dev.waxwing.application.fake.PlainRenderer;
import dev.waxwing.application.post.PostScope;
import dev.waxwing.application.redirect.Destination;
import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.shared.BlogException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** An import that is killed in the middle of a batch and begun again ends as one that nobody disturbed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class InterruptedImportTest {
    private static final int POSTS = 2 * PreparedBatch.MOST_POSTS + 10;
    private static final int EVERY = 100;
    private static final String LAST = "post-%04d.md".formatted(POSTS - 1);

    /** A blog, and a process that imports into it and can be killed. */
    private static final class Trial implements UnitOfWork, ImportListener {
        private final InMemoryBlog blog = new InMemoryBlog();
        private final List<Settled> stored = new ArrayList<>();
        private int unitsLeft;

        /** What the last unit did is taken back, as storage does when the process ends before it is committed. */
        @Override
        public <T> T execute(Supplier<T> work) {
            return blog.execute(() -> {
                T result = work.get();
                unitsLeft--;
                if (unitsLeft == 0) {
                    throw new IllegalStateException("killed");
                }
                return result;
            });
        }

        @Override
        public void settled(Settled file) {
            if (file.outcome() == IMPORTED || file.outcome() == REDIRECT) {
                stored.add(file);
            }
        }

        private ImportReport importing(FakeArchive archive) {
            return importing(archive, Integer.MAX_VALUE);
        }

        private ImportReport importing(FakeArchive archive, int killedIn) {
            unitsLeft = killedIn;
            ImportArchive useCase = new ImportArchive(
                    blog.posts(),
                    blog.desk(),
                    blog.authors(),
                    blog.tags(),
                    blog.redirects(),
                    blog.redirects().queries(),
                    blog.media(),
                    blog.library(),
                    new PlainRenderer(),
                    blog.importLedger(),
                    blog.ids(),
                    this,
                    Clock.fixed(NOON, ZoneOffset.UTC));
            return useCase.handle(new ImportArchive.Command(
                    Actor.operator(), archive, ImportArchive.Mode.STORE, "The editors", this));
        }

        private boolean isKilledInUnit(int number, FakeArchive archive) {
            try {
                importing(archive, number);
                return false;
            } catch (IllegalStateException killed) {
                assertThat(killed).hasMessage("killed");
                return true;
            }
        }

        /**
         * The texts of all posts that were stored, by their addresses, with those of their links that lead to posts and files.
         */
        private Map<String, String> texts() {
            return blog.posts().queries().published(new PostScope.Articles(), 0, 2 * POSTS).stream()
                    .map(post -> blog.posts().get(post.id()).state())
                    .collect(toMap(
                            post -> post.slug().value(),
                            post -> post.revision().content().body().markdown()));
        }

        private Optional<Destination> follow(String path) {
            return blog.redirects().queries().find(new SitePath(path));
        }
    }

    private static FakeArchive archive() {
        FakeArchive archive = new FakeArchive().at("/home/ada/blog").medium("bird.png", png(3, 2));
        for (int number = 0; number < POSTS; number++) {
            FakeArchive.Draft post = archive.post("post-%04d.md".formatted(number));
            post.markdown = "Text %d, [last](LAST), ![bird](BIRD)".formatted(number);
            post.referring("LAST", Reference.Kind.POST, LAST).referring("BIRD", Reference.Kind.MEDIA, "bird.png");
            post.tags = List.of("Birds");
            if (number % EVERY == 0) {
                post.slug = "note";
                post.stated("/old/" + number);
            }
        }
        return archive.redirect("moved.md", "/moved", new ArchivedRedirect.Goal.ToPost(LAST));
    }

    @Test
    void every_file_is_imported_once_with_the_address_and_the_redirects_that_it_would_have_had() {
        Trial undisturbed = new Trial();
        undisturbed.importing(archive());
        Trial killed = new Trial();
        int kills = 0;
        while (killed.isKilledInUnit(kills + 1, archive())) {
            kills++;
        }

        assertThat(kills).isGreaterThan(3);
        assertThat(killed.stored).isEqualTo(undisturbed.stored).hasSize(POSTS + 1);
        assertThat(killed.texts()).isEqualTo(undisturbed.texts()).hasSize(POSTS).containsKeys("note", "note-2");
        for (int number = 0; number < POSTS; number += EVERY) {
            String former = "/old/" + number;
            assertThat(killed.follow(former))
                    .isEqualTo(undisturbed.follow(former))
                    .isPresent();
        }
        assertThat(killed.follow("/moved")).contains(new Destination.Moved("/" + LAST.replace(".md", "")));
        assertThat(killed.blog.head()).as("events, of which none is doubled").isEqualTo(undisturbed.blog.head());
        assertThat(killed.importing(archive()).outcomes()).containsExactly(entry(UNCHANGED, POSTS + 2));
    }

    @Test
    void after_a_kill_too_another_archive_of_the_same_name_does_not_overwrite_the_posts_of_the_first() {
        Trial trial = new Trial();
        assertThat(trial.isKilledInUnit(4, archive())).isTrue();
        assertThat(trial.stored).isNotEmpty();

        assertThatThrownBy(() -> trial.importing(archive().at("/home/bob/blog")))
                .isInstanceOf(BlogException.Conflict.class)
                .hasMessageContaining("/home/ada/blog");
    }
}
