package dev.waxwing.adapter.jdbi;

import static dev.waxwing.domain.fixture.Fixtures.aTag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.application.account.SessionId;
import dev.waxwing.application.shared.FreeSpace;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.tag.Tag;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FullDiskTest {
    private static final long SEED = Long.getLong("waxwing.seed", 7);

    @TempDir
    private Path data;

    private final FailingFiles files = FailingFiles.instead();
    private final AtomicLong left = new AtomicLong(FreeSpace.RESERVE);
    private final Tag java = aTag("Java");
    private JdbiPersistence blog;

    @BeforeEach
    void open() {
        blog = JdbiPersistence.inFolder(data, left::get);
        blog.tags().save(java);
    }

    @AfterEach
    void close() {
        files.work();
        blog.close();
        files.remove();
    }

    @Test
    void nothing_is_begun_when_only_the_reserve_is_left_and_everything_can_be_read() {
        left.set(FreeSpace.RESERVE - 1);

        assertThatThrownBy(() -> blog.tags().save(aTag("Kotlin")))
                .isInstanceOf(BlogException.Full.class)
                .hasMessageContaining("disk of the blog is full");
        assertThatThrownBy(blog::requireDurable).isInstanceOf(BlogException.Full.class);
        assertThat(blog.tags().find(java.id())).isPresent();

        left.set(FreeSpace.RESERVE);
        assertThatCode(() -> blog.tags().save(aTag("Kotlin"))).doesNotThrowAnyException();
    }

    @Test
    void whoever_was_last_seen_is_not_kept_from_reading() {
        left.set(0);

        assertThatCode(() -> blog.sessions().seen(new SessionId(java.id().value()), Instant.EPOCH))
                .doesNotThrowAnyException();
    }

    @Test
    void a_write_that_fails_is_refused_and_everything_can_be_read_at_once() {
        files.fail();
        assertThatThrownBy(() -> blog.tags().save(aTag("Kotlin"))).isInstanceOf(BlogException.Unavailable.class);

        assertThat(blog.tags().find(java.id())).isPresent();
        assertThat(blog.changes().head()).isPositive();
        assertThatThrownBy(() -> blog.tags().save(aTag("Kotlin"))).isInstanceOf(BlogException.Unavailable.class);
        assertThat(blog.tags().find(java.id())).isPresent();
    }

    @Test
    void changes_go_on_by_themselves_once_the_disk_takes_them_again_and_nothing_that_was_acknowledged_is_lost() {
        Random chance = new Random(SEED);
        List<Tag> acknowledged = new ArrayList<>(List.of(java));
        int refused = 0;

        for (int round = 0; round < 40; round++) {
            files.failAfter(chance.nextInt(24));
            for (int n = 0; n < 6; n++) {
                Tag tag = aTag("Tag %d of round %d".formatted(n, round));
                try {
                    blog.tags().save(tag);
                    acknowledged.add(tag);
                } catch (BlogException.Unavailable e) {
                    refused++;
                }
            }
            files.work();
            assertThat(acknowledged)
                    .as("round %d, seed %d", round, SEED)
                    .allSatisfy(tag -> assertThat(blog.tags().find(tag.id())).isPresent());
        }

        assertThat(refused).isPositive();
        assertThat(acknowledged).hasSizeGreaterThan(40);
        assertThatCode(blog::requireDurable).doesNotThrowAnyException();
        blog.close();
        blog = JdbiPersistence.inFolder(data, left::get);
        assertThat(acknowledged)
                .allSatisfy(tag -> assertThat(blog.tags().find(tag.id())).isPresent());
    }
}
