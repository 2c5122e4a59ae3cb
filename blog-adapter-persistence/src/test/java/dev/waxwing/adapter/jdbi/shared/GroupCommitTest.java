package dev.waxwing.adapter.jdbi.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.application.shared.FreeSpace;
import dev.waxwing.domain.shared.BlogException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GroupCommitTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    /** A sync that waits to be let go, and says when it has begun. */
    private static final class HeldSync implements GroupCommit.Sync {
        private final Semaphore begun = new Semaphore(0);
        private final Semaphore release = new Semaphore(0);
        private final AtomicInteger runs = new AtomicInteger();
        private volatile boolean failing;

        @Override
        public void run() throws SQLException {
            runs.incrementAndGet();
            begun.release();
            release.acquireUninterruptibly();
            if (failing) {
                throw new SQLException("disk full");
            }
        }

        @Override
        public void close() {}
    }

    @Test
    void one_sync_serves_all_who_wait_for_it() throws Exception {
        HeldSync sync = new HeldSync();
        GroupCommit commit = new GroupCommit(sync, FreeSpace.PLENTY);
        Future<?> first = threads.submit(commit::awaitDurable);
        sync.begun.acquire();

        List<Future<?>> waiting = startWaiters(commit, 20);
        sync.release.release(2);
        first.get();
        for (Future<?> waiter : waiting) {
            waiter.get();
        }

        assertThat(sync.runs).hasValue(2);
    }

    @Test
    void nobody_is_served_by_a_sync_that_began_before_the_commit() throws Exception {
        HeldSync sync = new HeldSync();
        GroupCommit commit = new GroupCommit(sync, FreeSpace.PLENTY);
        Future<?> first = threads.submit(commit::awaitDurable);
        sync.begun.acquire();
        List<Future<?>> late = startWaiters(commit, 1);

        sync.release.release();
        first.get();
        sync.begun.acquire();

        assertThat(late.get(0).isDone()).isFalse();
        sync.release.release();
        late.get(0).get();
    }

    @Test
    void a_sync_waits_for_the_turn_of_whoever_writes_and_serves_who_came_meanwhile() throws Exception {
        HeldSync sync = new HeldSync();
        sync.release.release();
        GroupCommit commit = new GroupCommit(sync, FreeSpace.PLENTY);
        commit.takeTurn();
        List<Future<?>> waiting = startWaiters(commit, 5);
        assertThat(sync.runs).hasValue(0);

        commit.endTurn();
        for (Future<?> waiter : waiting) {
            waiter.get();
        }

        assertThat(sync.runs).hasValue(1);
    }

    @Test
    void nobody_writes_while_a_sync_runs() throws Exception {
        HeldSync sync = new HeldSync();
        GroupCommit commit = new GroupCommit(sync, FreeSpace.PLENTY);
        Future<?> syncing = threads.submit(commit::awaitDurable);
        sync.begun.acquire();

        List<Future<?>> writer = start(1, () -> {
            commit.takeTurn();
            commit.endTurn();
        });
        assertThat(writer.get(0).isDone()).isFalse();

        sync.release.release();
        syncing.get();
        writer.get(0).get();
    }

    @Test
    void a_failed_sync_is_a_refusal_to_all_who_waited_for_it_and_to_nobody_else() throws Exception {
        HeldSync sync = new HeldSync();
        GroupCommit commit = new GroupCommit(sync, FreeSpace.PLENTY);
        Future<?> first = threads.submit(commit::awaitDurable);
        sync.begun.acquire();
        List<Future<?>> second = startWaiters(commit, 10);
        sync.release.release();
        first.get();
        sync.begun.acquire();
        sync.failing = true;
        List<Future<?>> third = startWaiters(commit, 10);
        sync.release.release();

        for (Future<?> waiter : second) {
            assertThatThrownBy(waiter::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(BlogException.Unavailable.class);
        }
        sync.begun.acquire();
        sync.failing = false;
        sync.release.release();
        for (Future<?> waiter : third) {
            waiter.get();
        }
        assertThat(sync.runs).hasValue(3);
    }

    @Test
    void nothing_begins_after_a_failed_sync_until_one_works_again() {
        AtomicInteger failures = new AtomicInteger(2);
        GroupCommit commit = new GroupCommit(
                new GroupCommit.Sync() {
                    @Override
                    public void run() throws SQLException {
                        if (failures.getAndDecrement() > 0) {
                            throw new SQLException("no space left on device");
                        }
                    }

                    @Override
                    public void close() {}
                },
                FreeSpace.PLENTY);
        assertThatCode(commit::requireSound).doesNotThrowAnyException();

        assertThatThrownBy(commit::awaitDurable).isInstanceOf(BlogException.Unavailable.class);
        assertThatThrownBy(commit::requireSound).isInstanceOf(BlogException.Unavailable.class);
        assertThatCode(commit::requireSound).doesNotThrowAnyException();
        assertThatCode(commit::awaitDurable).doesNotThrowAnyException();
    }

    @Test
    void an_error_in_a_sync_leaves_nobody_waiting_or_believing() {
        AtomicInteger runs = new AtomicInteger();
        GroupCommit commit = new GroupCommit(
                new GroupCommit.Sync() {
                    @Override
                    public void run() {
                        if (runs.incrementAndGet() == 1) {
                            throw new StackOverflowError();
                        }
                    }

                    @Override
                    public void close() {}
                },
                FreeSpace.PLENTY);

        assertThatThrownBy(commit::awaitDurable).isInstanceOf(StackOverflowError.class);
        assertThatCode(commit::awaitDurable).doesNotThrowAnyException();
    }

    @Test
    void an_interrupted_thread_waits_all_the_same() throws Exception {
        HeldSync sync = new HeldSync();
        GroupCommit commit = new GroupCommit(sync, FreeSpace.PLENTY);
        Future<?> first = threads.submit(commit::awaitDurable);
        sync.begun.acquire();
        Future<Boolean> interrupted = threads.submit(() -> {
            Thread.currentThread().interrupt();
            commit.awaitDurable();
            return Thread.interrupted();
        });
        sync.release.release(2);

        first.get();
        assertThat(interrupted.get()).isTrue();
    }

    @Test
    void whoever_returns_is_on_disk_however_many_crowd_in() throws Exception {
        AtomicLong committed = new AtomicLong();
        AtomicLong onDisk = new AtomicLong();
        GroupCommit commit = new GroupCommit(
                new GroupCommit.Sync() {
                    @Override
                    public void run() {
                        long seen = committed.get();
                        Thread.yield();
                        onDisk.set(seen);
                    }

                    @Override
                    public void close() {}
                },
                FreeSpace.PLENTY);

        List<Future<Boolean>> writers = threads.invokeAll(IntStream.range(0, 16)
                .<Callable<Boolean>>mapToObj(writer -> () -> {
                    for (int i = 0; i < 500; i++) {
                        long mine = committed.incrementAndGet();
                        commit.awaitDurable();
                        if (onDisk.get() < mine) {
                            return false;
                        }
                    }
                    return true;
                })
                .toList());

        for (Future<Boolean> writer : writers) {
            assertThat(writer.get()).isTrue();
        }
    }

    private List<Future<?>> startWaiters(GroupCommit commit, int count) throws InterruptedException {
        return start(count, commit::awaitDurable);
    }

    /** Starts threads that wait, and returns when they all do. */
    private List<Future<?>> start(int count, Runnable act) throws InterruptedException {
        List<Future<?>> waiters = new ArrayList<>();
        List<Thread> waiting = new ArrayList<>();
        Semaphore started = new Semaphore(0);
        for (int i = 0; i < count; i++) {
            waiters.add(threads.submit(() -> {
                synchronized (waiting) {
                    waiting.add(Thread.currentThread());
                }
                started.release();
                act.run();
            }));
        }
        started.acquire(count);
        while (!allWait(waiting)) {
            Thread.onSpinWait();
        }
        return waiters;
    }

    private static boolean allWait(List<Thread> threads) {
        synchronized (threads) {
            return threads.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING);
        }
    }
}
