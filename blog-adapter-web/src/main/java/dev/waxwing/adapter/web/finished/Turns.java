package dev.waxwing.adapter.web.finished;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets few pages be made at once: each takes memory, and a core from those that are only sent. Who waits for a turn is not
 * kept waiting for long, because what the others are at may be a database that does not answer.
 */
final class Turns {
    private final int most;
    private final Executor workers;
    private final Executor patience;
    private final Queue<Turn> waiting = new ArrayDeque<>();
    private int taken;

    /**
     * @param most how many turns there are at once, unless somebody has waited for too long
     * @param patience does what it is given when that time has passed
     */
    Turns(int most, Executor workers, Executor patience) {
        this.most = most;
        this.workers = workers;
        this.patience = patience;
    }

    /** Has something done when it is its turn; it must end the turn that it is given. */
    void take(Consumer<Turn> work) {
        Turn turn = new Turn(work);
        if (begins(turn)) {
            turn.begin();
        } else {
            patience.execute(() -> hurry(turn));
        }
    }

    /** Otherwise it waits. */
    private synchronized boolean begins(Turn turn) {
        boolean free = taken < most;
        if (free) {
            taken++;
        } else {
            waiting.add(turn);
        }
        return free;
    }

    private void hurry(Turn turn) {
        if (leavesTheQueue(turn)) {
            turn.begin();
        }
    }

    private synchronized boolean leavesTheQueue(Turn turn) {
        boolean waited = waiting.remove(turn);
        if (waited) {
            taken++;
        }
        return waited;
    }

    private void pass() {
        Turn next = next();
        if (next != null) {
            next.begin();
        }
    }

    /** Where some were let in before their turn, nobody follows them. */
    private synchronized @Nullable Turn next() {
        Turn next = taken > most ? null : waiting.poll();
        if (next == null) {
            taken--;
        }
        return next;
    }

    /** The turn of one. */
    final class Turn {
        private final Consumer<Turn> work;
        private final AtomicBoolean ended = new AtomicBoolean();

        private Turn(Consumer<Turn> work) {
            this.work = work;
        }

        private void begin() {
            workers.execute(() -> work.accept(this));
        }

        /** Does nothing if it has ended already. */
        void end() {
            if (ended.compareAndSet(false, true)) {
                pass();
            }
        }
    }
}
