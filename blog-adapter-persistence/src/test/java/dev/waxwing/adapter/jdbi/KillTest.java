package dev.waxwing.adapter.jdbi;

import static dev.waxwing.domain.fixture.Fixtures.ADA;
import static dev.waxwing.domain.fixture.Fixtures.ada;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.change.RecordedEvent;
import dev.waxwing.application.post.PostScope;
import dev.waxwing.application.shared.FreeSpace;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostEvent;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.Slug;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KillTest {
    private static final long SEED = Long.getLong("waxwing.seed", 5);
    private static final int KILLS = Integer.getInteger("waxwing.kills", 5);

    @TempDir
    private Path data;

    @Test
    void what_was_acknowledged_survives_the_death_of_the_process_at_any_moment() throws Exception {
        Random chance = new Random(SEED);
        Set<PostId> acknowledged = new HashSet<>();
        try (JdbiPersistence persistence = JdbiPersistence.inFolder(data, FreeSpace.PLENTY)) {
            persistence.authors().save(ada());
        }

        for (int kill = 1; kill <= KILLS; kill++) {
            acknowledged.addAll(publishUntilKilled(20 + chance.nextInt(100)));

            try (JdbiPersistence persistence = JdbiPersistence.inFolder(data, FreeSpace.PLENTY)) {
                String moment = "kill %d, seed %d".formatted(kill, SEED);
                assertThat(acknowledged)
                        .as(moment)
                        .allSatisfy(post -> assertThat(
                                        persistence.posts().get(post).state().status())
                                .isEqualTo(Post.Status.PUBLISHED));
                assertSound(persistence, moment);
            }
        }
    }

    private Set<PostId> publishUntilKilled(int posts) throws IOException, InterruptedException {
        Set<PostId> acknowledged = new HashSet<>();
        try (ChildProcess writer = ChildProcess.start(KilledWriter.class, data.toString(), ADA.toString())) {
            for (Optional<String> line = writer.line(); line.isPresent(); line = writer.line()) {
                if (line.get().length() == ADA.toString().length()) {
                    acknowledged.add(PostId.parse(line.get()));
                }
                if (acknowledged.size() == posts) {
                    writer.kill();
                }
            }
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(posts);
        return acknowledged;
    }

    /** Posts, lists, counts and feed tell the same story, whatever was going on at the end. */
    private static void assertSound(JdbiPersistence persistence, String moment) {
        List<RecordedEvent> changes = new ArrayList<>();
        for (List<RecordedEvent> batch = persistence.changes().after(0, 1_000);
                !batch.isEmpty();
                batch = persistence.changes().after(changes.size(), 1_000)) {
            changes.addAll(batch);
        }
        long published = changes.stream()
                .filter(change -> change.event() instanceof PostEvent.Published)
                .count();
        assertThat(changes)
                .as(moment)
                .extracting(RecordedEvent::position)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, changes.size()).boxed().toList());
        assertThat(changes).as(moment).hasSize((int) (1 + 2 * published));
        assertThat(persistence.postQueries().publishedCount()).as(moment).isEqualTo(published);
        assertThat(persistence.postQueries().published(new PostScope.By(ADA), 0, 100_000))
                .as(moment)
                .hasSize((int) published);
        assertThat(persistence
                        .authorQueries()
                        .find(new Slug("ada"))
                        .orElseThrow()
                        .posts())
                .as(moment)
                .isEqualTo(published);
    }
}
