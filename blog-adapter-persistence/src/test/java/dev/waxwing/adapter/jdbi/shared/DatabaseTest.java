package dev.waxwing.adapter.jdbi.shared;

import static dev.waxwing.domain.fixture.Fixtures.aTag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.adapter.jdbi.Databases;
import dev.waxwing.adapter.jdbi.audit.JdbiAuditTrail;
import dev.waxwing.adapter.jdbi.change.JdbiChangeFeed;
import dev.waxwing.adapter.jdbi.tag.JdbiTagRepository;
import dev.waxwing.application.change.Bookmark;
import dev.waxwing.application.change.Projection;
import dev.waxwing.application.change.ProjectionRunner;
import dev.waxwing.application.change.RecordedEvent;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.tag.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.statement.UnableToCreateStatementException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DatabaseTest {
    private final CountingDurability durability = new CountingDurability();
    private final JdbcDataSource source = Databases.h2InMemory();
    private final Database database = new Database(source, durability);
    private final JdbiChangeFeed changes = new JdbiChangeFeed(database, new JdbiAuditTrail(database), OtherNodes.NONE);
    private final JdbiTagRepository tags = new JdbiTagRepository(database, changes);

    /** Counts the syncs and fails them on demand, and notes at each call whether what is watched is committed. */
    private static final class CountingDurability implements Durability {
        private final List<String> calls = new ArrayList<>();
        private int syncs;
        private boolean sound = true;
        private Supplier<Boolean> committed = () -> false;

        @Override
        public void requireSound() {
            if (!sound) {
                throw new BlogException.Unavailable("The disk is full", new IllegalStateException());
            }
        }

        @Override
        public void takeTurn() {
            calls.add("take, committed: " + committed.get());
        }

        @Override
        public void endTurn() {
            calls.add("end, committed: " + committed.get());
        }

        @Override
        public void awaitDurable() {
            calls.add("sync");
            syncs++;
            requireSound();
        }

        @Override
        public void close() {}
    }

    @Test
    void what_changes_nothing_does_not_wait_for_the_disk() {
        Tag tag = aTag("Java");
        tags.save(tag);
        int before = durability.syncs;

        database.inUnitOfWork(() -> {
            tags.find(tag.id());
            changes.after(0, 10);
            changes.head();
            tags.save(tags.get(tag.id()));
            return true;
        });

        assertThat(durability.syncs).isEqualTo(before);
    }

    @Test
    void a_reader_that_finds_nothing_new_does_not_wait_for_the_disk() {
        database.inUnitOfWork(() -> changes.bookmark("search").claim());
        int before = durability.syncs;

        database.inUnitOfWork(() -> changes.bookmark("search").claim());

        assertThat(durability.syncs).isEqualTo(before);
    }

    @Test
    void all_that_one_unit_of_work_changes_waits_for_the_disk_once() {
        database.inUnitOfWork(() -> {
            tags.save(aTag("One"));
            database.inUnitOfWork(() -> {
                tags.save(aTag("Two"));
                return true;
            });
            return true;
        });

        assertThat(durability.syncs).isEqualTo(1);
    }

    @Test
    void a_change_outside_of_any_unit_of_work_has_one_of_its_own() {
        tags.save(aTag("One"));

        assertThat(durability.syncs).isEqualTo(1);
    }

    @Test
    void what_is_undone_does_not_wait_for_the_disk() {
        assertThatThrownBy(() -> database.inUnitOfWork(() -> {
                    tags.save(aTag("One"));
                    throw new IllegalStateException("boom");
                }))
                .hasMessage("boom");

        assertThat(durability.syncs).isZero();
    }

    @Test
    void a_disk_that_takes_nothing_is_said_to_whoever_changed_something() {
        durability.sound = false;

        assertThatThrownBy(() -> tags.save(aTag("One"))).isInstanceOf(BlogException.Unavailable.class);
        assertThat(changes.head()).isZero();
    }

    @Test
    void readers_are_served_while_the_disk_takes_nothing() {
        Tag tag = aTag("Java");
        tags.save(tag);
        durability.sound = false;

        assertThat(tags.find(new Slug("java"))).isPresent();
    }

    @Test
    void a_turn_reaches_from_before_the_first_change_to_behind_the_commit_and_the_disk_is_waited_for_without_it() {
        Tag tag = aTag("Java");
        durability.committed = () -> elsewhere(() -> tags.find(tag.id())).isPresent();

        database.inUnitOfWork(() -> {
            tags.save(tag);
            tags.save(aTag("Kotlin"));
            return true;
        });

        assertThat(durability.calls).containsExactly("take, committed: false", "end, committed: true", "sync");
    }

    @Test
    void a_unit_of_work_that_is_undone_ends_its_turn() {
        assertThatThrownBy(() -> database.inUnitOfWork(() -> {
                    tags.save(aTag("One"));
                    throw new IllegalStateException("boom");
                }))
                .hasMessage("boom");

        assertThat(durability.calls).containsExactly("take, committed: false", "end, committed: false");
    }

    @Test
    void whoever_only_locks_a_row_ends_in_a_turn_too() {
        database.inUnitOfWork(() -> changes.bookmark("search").claim());

        assertThat(durability.calls).containsExactly("take, committed: false", "end, committed: false");
    }

    @Test
    void a_projection_that_has_read_everything_writes_nothing_when_it_looks_again() {
        tags.save(aTag("Java"));
        ProjectionRunner runner = new ProjectionRunner(changes, new JdbiUnitOfWork(database));
        Projection projection = new Projection() {
            @Override
            public Bookmark bookmark() {
                return changes.bookmark("search");
            }

            @Override
            public void apply(List<RecordedEvent> batch) {}
        };
        runner.catchUp(projection);
        durability.calls.clear();

        assertThat(runner.step(projection)).isZero();

        assertThat(durability.calls).isEmpty();
    }

    private static <T> T elsewhere(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question).join();
    }

    @Test
    void another_thread_does_not_join() {
        Tag tag = aTag("Java");

        database.inUnitOfWork(() -> {
            tags.save(tag);
            assertThat(elsewhere(() -> tags.find(tag.id()))).isEmpty();
            return true;
        });

        assertThat(tags.find(tag.id())).isPresent();
    }

    @Test
    void a_thread_may_work_in_two_databases_at_once() {
        JdbiTagRepository others = repository(new Database(Databases.h2InMemory(), durability));
        Tag tag = aTag("Java");

        database.inUnitOfWork(() -> {
            tags.save(tag);
            assertThat(others.find(tag.id())).isEmpty();
            return true;
        });
    }

    private static JdbiTagRepository repository(Database database) {
        return new JdbiTagRepository(
                database, new JdbiChangeFeed(database, new JdbiAuditTrail(database), OtherNodes.NONE));
    }

    @Test
    void a_database_that_does_not_answer_is_said_in_one_sentence() {
        JdbcDataSource nowhere = new JdbcDataSource();
        nowhere.setURL("jdbc:h2:mem:nowhere;IFEXISTS=TRUE");
        JdbiTagRepository unreachable = repository(new Database(nowhere, durability));

        assertThatThrownBy(() -> unreachable.find(new Slug("java")))
                .isInstanceOf(BlogException.Unavailable.class)
                .hasMessageContaining("does not answer");
        assertThatThrownBy(() -> unreachable.save(aTag("Java"))).isInstanceOf(BlogException.Unavailable.class);
    }

    @Test
    void a_mistake_in_a_statement_is_no_refusal() {
        assertThatThrownBy(() -> database.read(handle -> handle.createQuery("SELECT nothing FROM nowhere")
                        .mapTo(String.class)
                        .one()))
                .isInstanceOf(UnableToCreateStatementException.class);
    }

    @Test
    void a_text_that_is_too_long_for_its_column_is_a_refusal() {
        assertThatThrownBy(() -> database.write(handle ->
                        handle.execute("INSERT INTO change_bookmark (reader, position) VALUES (?, 0)", "x".repeat(81))))
                .isInstanceOf(BlogException.Invalid.class);
    }
}
