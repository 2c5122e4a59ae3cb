package dev.waxwing.adapter.jdbi;

import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static dev.waxwing.domain.fixture.Fixtures.aDraft;
import static dev.waxwing.domain.fixture.Fixtures.aTag;
import static dev.waxwing.domain.fixture.Fixtures.ada;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.application.change.Bookmark;
import dev.waxwing.application.change.Projection;
import dev.waxwing.application.change.ProjectionRunner;
import dev.waxwing.application.change.RecordedEvent;
import dev.waxwing.application.fake.SettableClock;
import dev.waxwing.application.post.PublishDuePosts;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostEvent;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.BlogException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SeveralNodesPostgreSqlTest {
    private static final int NODES = 3;
    private static final int THREADS_EACH = 3;
    private static final Instant DUE = NOON.plusSeconds(60);

    private final String address = PostgreSqlServer.freshDatabase();
    private final List<JdbiPersistence> nodes = IntStream.range(0, NODES)
            .mapToObj(node -> JdbiPersistence.at(address, PostgreSqlServer.USER, ""))
            .toList();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @BeforeEach
    void introduce() {
        nodes.get(0).authors().save(ada());
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        nodes.forEach(JdbiPersistence::close);
        PostgreSqlServer.drop(address);
    }

    @Test
    void each_due_post_is_published_by_one_node() throws Exception {
        List<PostId> posts = schedule(60);

        onAllNodes(node -> publishDue(node));

        assertThat(published()).containsExactlyInAnyOrderElementsOf(posts);
    }

    @Test
    void what_a_node_leaves_undone_when_it_ends_is_published_by_another() throws Exception {
        List<PostId> posts = schedule(10);
        CountDownLatch claimed = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        JdbiPersistence ending = nodes.get(0);
        Future<?> half = threads.submit(() -> ending.unitOfWork().run(() -> {
            for (PostId id : ending.posts().due(DUE, 5)) {
                Post post = ending.posts().get(id);
                post.publishIfDue(DUE);
                ending.posts().save(post);
            }
            claimed.countDown();
            await(ended);
            ending.changes().head();
        }));
        await(claimed);
        end("state = 'idle in transaction'");
        ended.countDown();

        assertThatThrownBy(half::get).hasCauseInstanceOf(BlogException.Unavailable.class);
        assertThat(published()).isEmpty();
        publishDue(nodes.get(1));
        assertThat(published()).containsExactlyInAnyOrderElementsOf(posts);
    }

    @Test
    void what_is_kept_for_all_nodes_follows_each_change_once() throws Exception {
        IntStream.range(0, 1_200).forEach(n -> nodes.get(0).tags().save(aTag("Tag " + n)));
        Collection<Long> seen = new ConcurrentLinkedQueue<>();

        onAllNodes(node -> new ProjectionRunner(node.changes(), node.unitOfWork()).catchUp(new Shared(node, seen)));

        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, nodes.get(0).changes().head())
                                .boxed()
                                .toList());
    }

    @Test
    void nobody_waits_for_a_node_that_takes_its_time() throws Exception {
        nodes.get(0).tags().save(aTag("One"));
        nodes.get(0).changes().bookmark("shared").advance(0);
        CountDownLatch claimed = new CountDownLatch(1);
        CountDownLatch seen = new CountDownLatch(1);
        Future<?> slow = threads.submit(() -> nodes.get(0).unitOfWork().run(() -> {
            assertThat(nodes.get(0).changes().bookmark("shared").claim()).hasValue(0);
            claimed.countDown();
            await(seen);
        }));
        await(claimed);

        ProjectionRunner other =
                new ProjectionRunner(nodes.get(1).changes(), nodes.get(1).unitOfWork());
        Collection<Long> read = new ConcurrentLinkedQueue<>();
        assertThat(other.step(new Shared(nodes.get(1), read))).isZero();
        seen.countDown();
        slow.get();

        other.catchUp(new Shared(nodes.get(1), read));
        assertThat(read).hasSize((int) nodes.get(1).changes().head());
    }

    @Test
    void of_all_nodes_that_want_a_duty_at_once_one_has_it() throws Exception {
        for (int day = 0; day < 5; day++) {
            Instant now = NOON.plusSeconds(86_400L * day);
            Collection<JdbiPersistence> taken = new ConcurrentLinkedQueue<>();

            onAllNodes(node -> {
                if (node.duties().take("backup", now, now.plusSeconds(3_600), Duration.ofDays(1))) {
                    taken.add(node);
                }
            });

            assertThat(taken).as("day %d", day).hasSize(1);
        }
    }

    @Test
    @Timeout(60)
    void a_node_hears_at_once_what_another_changes() throws InterruptedException {
        Semaphore heard = new Semaphore(0);
        nodes.get(1).changes().whenOthersAppend(heard::release);
        heard.acquire(); // it listens

        nodes.get(0).tags().save(aTag("One"));
        heard.acquire();

        assertThat(nodes.get(1).changes().head())
                .isEqualTo(nodes.get(0).changes().head());
    }

    @Test
    @Timeout(60)
    void a_node_that_cannot_hear_any_more_listens_anew() throws Exception {
        Semaphore heard = new Semaphore(0);
        nodes.get(1).changes().whenOthersAppend(heard::release);
        heard.acquire();

        end("query LIKE 'LISTEN%'");
        heard.acquire(); // it listens again, and may have missed something
        nodes.get(0).tags().save(aTag("One"));
        heard.acquire();
    }

    /** A read model of all nodes, which only notes what it was given. */
    private record Shared(JdbiPersistence node, Collection<Long> seen) implements Projection {
        @Override
        public Bookmark bookmark() {
            return node.changes().bookmark("shared");
        }

        @Override
        public void apply(List<RecordedEvent> changes) {
            Thread.yield();
            changes.forEach(change -> seen.add(change.position()));
        }
    }

    @FunctionalInterface
    private interface Work {
        void on(JdbiPersistence node);
    }

    private void onAllNodes(Work work) throws InterruptedException, ExecutionException {
        CountDownLatch together = new CountDownLatch(1);
        List<Future<Boolean>> all = new ArrayList<>();
        for (JdbiPersistence node : nodes) {
            Callable<Boolean> job = () -> {
                await(together);
                work.on(node);
                return true;
            };
            IntStream.range(0, THREADS_EACH).forEach(thread -> all.add(threads.submit(job)));
        }
        together.countDown();
        for (Future<Boolean> one : all) {
            one.get();
        }
    }

    private static void publishDue(JdbiPersistence node) {
        PublishDuePosts publish = new PublishDuePosts(node.posts(), node.unitOfWork(), new SettableClock(DUE));
        int published;
        do {
            published = publish.handle();
        } while (published > 0);
    }

    private List<PostId> schedule(int posts) {
        return IntStream.range(0, posts)
                .mapToObj(n -> {
                    Post post = aDraft("Scheduled " + n);
                    post.schedule(DUE, NOON);
                    nodes.get(n % NODES).posts().save(post);
                    return post.id();
                })
                .toList();
    }

    /** As the feed has it, so that one that was published twice is there twice. */
    private List<PostId> published() {
        return nodes.get(2).changes().after(0, 1_000).stream()
                .map(RecordedEvent::event)
                .filter(PostEvent.Published.class::isInstance)
                .map(event -> ((PostEvent.Published) event).post())
                .toList();
    }

    /** As PostgreSQL does when the process at the other end is gone. */
    private void end(String whom) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address, PostgreSqlServer.USER, "");
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE datname = current_database() AND %s
                    """.formatted(whom));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
