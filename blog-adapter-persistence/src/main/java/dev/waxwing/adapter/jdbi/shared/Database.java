package dev.waxwing.adapter.jdbi.shared;

import dev.waxwing.domain.shared.BlogException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jspecify.annotations.Nullable;

/**
 * The one door to the database. A unit of work is a transaction that is bound to the thread which opened it: whatever that
 * thread reads and writes meanwhile joins it, and what another thread does never does, so work must not be handed to other
 * threads. Writers queue on the head row of the change feed, which each locks before anything else; locks are thereby taken
 * in one order, and two units of work never wait for each other. Within this process they take turns before that, see
 * {@link Durability#takeTurn()}. Work is never run twice: an aggregate that was saved once
 * has given its events away. Lone questions, which change nothing, are asked again when a connection turns out to be dead.
 */
public final class Database {
    private static final int ATTEMPTS = 3;

    /** A connection that is dead says so at once; after a silence nobody has the time to try another. */
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    /** What is read as of one moment is much, and nobody waits for it. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Jdbi jdbi;
    private final Durability durability;

    /** One for each database, since a thread may work in two of them at once. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable Unit> current = new ThreadLocal<>();

    /** A unit of work that has begun and not ended. */
    private static final class Unit {
        private final Handle handle;
        private boolean reading;
        private boolean inTurn;
        private boolean queued;
        private boolean changed;
        private final Map<Together<?>, List<Object>> gathered = new LinkedHashMap<>();
        private final Set<Runnable> afterCommit = new LinkedHashSet<>();
        private @Nullable RuntimeException refusal;

        private Unit(Handle handle) {
            this.handle = handle;
        }
    }

    /** Writes what a unit of work has gathered, with one statement for all of it. */
    @FunctionalInterface
    public interface Together<T> {
        void write(Handle handle, List<T> gathered);
    }

    private record Outcome<T>(T result, Unit unit) {}

    public Database(DataSource source, Durability durability) {
        this.jdbi = jdbi(source);
        this.durability = durability;
    }

    private static Jdbi jdbi(DataSource source) {
        Jdbi jdbi = Jdbi.create(source)
                .registerArgument(Arguments.INSTANTS)
                .registerArgument(Arguments.IDENTITIES)
                .registerArgument(Arguments.LISTS_OF_IDENTITIES);
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.SHORT_STATEMENT);
        return jdbi;
    }

    /** Asks within the thread's unit of work, or by itself if there is none. */
    public <T> T read(HandleCallback<T, RuntimeException> question) {
        Unit unit = current.get();
        try {
            return unit == null ? alone(question) : question.withHandle(unit.handle);
        } catch (JdbiException e) {
            throw Refusals.of(e);
        }
    }

    /** Changes something within the thread's unit of work, or in one of its own if there is none. */
    public void write(HandleConsumer<RuntimeException> change) {
        inUnitOfWork(() -> {
            Unit unit = unit();
            enqueue(unit);
            unit.changed = true;
            change.useHandle(unit.handle);
            return true;
        });
    }

    /** Notes what nobody will miss, such as when somebody was last seen; leaves it while nothing can be changed. */
    public void note(HandleConsumer<RuntimeException> change) {
        try {
            write(change);
        } catch (BlogException.Full | BlogException.Unavailable ignored) {
            // Whoever reads must not be kept from it.
        }
    }

    /**
     * Forgets some of the rows of a table whose time is before an instant, at most so many; returns how many.
     *
     * @param key the columns of the primary key, with commas between them
     * @param time the column of the time, or an expression of several
     */
    public int forget(String table, String key, String time, Instant before, int limit) {
        AtomicInteger forgotten = new AtomicInteger();
        write(handle -> forgotten.set(handle.createUpdate("""
                        DELETE FROM <table> WHERE (<key>) IN
                            (SELECT <key> FROM <table> WHERE <time> < :before FETCH FIRST :limit ROWS ONLY)
                        """)
                .define("table", table)
                .define("key", key)
                .define("time", time)
                .bind("before", before)
                .bind("limit", limit)
                .execute()));
        return forgotten.get();
    }

    /** Waits until no other unit of work writes; from here on nobody else does until this one ends. */
    public void enqueue() {
        inUnitOfWork(() -> {
            enqueue(unit());
            return true;
        });
    }

    /** Has this written at the end of the thread's unit of work, together with all that it has gathered for the same writer. */
    public <T> void gather(Together<T> writer, List<T> rows) {
        unit().gathered.computeIfAbsent(writer, any -> new ArrayList<>()).addAll(rows);
    }

    /** Writes at once what the thread's unit of work has gathered, for those who want to read it before the end. */
    public void settle() {
        Unit unit = current.get();
        if (unit != null) {
            settle(unit);
        }
    }

    private static void settle(Unit unit) {
        Map<Together<?>, List<Object>> gathered = new LinkedHashMap<>(unit.gathered);
        unit.gathered.clear();
        gathered.forEach((writer, rows) -> writeTogether(unit.handle, writer, rows));
    }

    /** The rows were gathered under their own writer. */
    @SuppressWarnings("unchecked")
    private static void writeTogether(Handle handle, Together<?> writer, List<Object> rows) {
        ((Together<Object>) writer).write(handle, rows);
    }

    /** Has something done once, when what the thread's unit of work changes can be read by others, before it returns. */
    public void afterCommit(Runnable act) {
        unit().afterCommit.add(act);
    }

    /**
     * For saving what has not changed: nobody else changes the row before the unit of work ends.
     *
     * @throws BlogException.Conflict unless the row is there with this version
     */
    public void requireVersion(String table, UUID id, long version) {
        enqueue();
        List<Long> rows = read(handle -> handle.createQuery(
                        "SELECT version FROM <table> WHERE id = :id AND version = :version FOR UPDATE")
                .define("table", table)
                .bind("id", id)
                .bind("version", version)
                .mapTo(Long.class)
                .list());
        Refusals.requireChanged(rows.size(), table);
    }

    /**
     * Runs the work in the thread's unit of work, or in a new one which is on disk when this returns, if anything changed.
     * An exception that leaves the work undoes the whole, even if work further out catches it.
     */
    public <T> T inUnitOfWork(Supplier<T> work) {
        Unit unit = current.get();
        return unit == null ? begun(work) : joined(unit, work);
    }

    /**
     * Runs questions in a transaction of their own, so that everything they read is of one moment, with the rows fetched
     * while they are read. Nobody waits for it, and nothing may be written in it.
     */
    public <T> T atOneMoment(Dialect dialect, Supplier<T> questions) {
        if (current.get() != null) {
            throw new IllegalStateException("A unit of work is open on this thread, and its moment has begun");
        }
        try (Handle handle = jdbi.open()) {
            return patiently(
                    handle,
                    () -> dialect.fetchingRowByRow(
                            handle::execute,
                            () -> handle.inTransaction(dialect.atOneMoment(), begun -> asked(begun, questions))));
        } catch (JdbiException e) {
            throw Refusals.of(e);
        }
    }

    private static <T> T patiently(Handle handle, Supplier<T> reading) {
        Connection connection = handle.getConnection();
        try {
            int usual = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, (int) PATIENCE.toMillis());
            T read = reading.get();
            connection.setNetworkTimeout(Runnable::run, usual);
            return read;
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    private <T> T asked(Handle handle, Supplier<T> questions) {
        Unit unit = new Unit(handle);
        unit.reading = true;
        current.set(unit);
        try {
            return questions.get();
        } finally {
            current.remove();
        }
    }

    private <T> T joined(Unit unit, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            unit.refusal = e instanceof JdbiException failure ? Refusals.of(failure) : e;
            throw unit.refusal;
        }
    }

    private <T> T begun(Supplier<T> work) {
        Outcome<T> outcome = committed(work);
        outcome.unit.afterCommit.forEach(Runnable::run);
        if (outcome.unit.changed) {
            durability.awaitDurable();
        }
        return outcome.result;
    }

    private <T> Outcome<T> committed(Supplier<T> work) {
        try (Handle handle = jdbi.open()) {
            Unit unit = new Unit(handle);
            return new Outcome<>(inTransaction(unit, work), unit);
        } catch (JdbiException e) {
            throw Refusals.of(e);
        }
    }

    private <T> T inTransaction(Unit unit, Supplier<T> work) {
        try {
            return unit.handle.inTransaction(handle -> bound(unit, work));
        } finally {
            if (unit.inTurn) {
                durability.endTurn();
            }
        }
    }

    private <T> T bound(Unit unit, Supplier<T> work) {
        current.set(unit);
        try {
            T outcome = work.get();
            if (unit.refusal != null) {
                throw unit.refusal;
            }
            settle(unit);
            return outcome;
        } finally {
            current.remove();
            takeTurn(unit);
        }
    }

    private void enqueue(Unit unit) {
        if (unit.reading) {
            throw new IllegalStateException("Nothing is written while the blog is read as of one moment");
        }
        if (!unit.queued) {
            durability.requireSound();
            takeTurn(unit);
            unit.handle
                    .createQuery("SELECT position FROM change_head WHERE id = 1 FOR UPDATE")
                    .mapTo(Long.class)
                    .one();
            unit.queued = true;
        }
    }

    /** Whoever has locked a row has changed the file, so even a unit of work that did no more ends in its turn. */
    private void takeTurn(Unit unit) {
        if (!unit.inTurn) {
            durability.takeTurn();
            unit.inTurn = true;
        }
    }

    private <T> T alone(HandleCallback<T, RuntimeException> question) {
        long deadline = System.nanoTime() + AT_ONCE.toNanos();
        for (int attempt = 1; ; attempt++) {
            try {
                return jdbi.withHandle(question);
            } catch (JdbiException e) {
                if (attempt == ATTEMPTS || !Refusals.isPassing(e) || System.nanoTime() > deadline) {
                    throw e;
                }
            }
        }
    }

    private Unit unit() {
        Unit unit = current.get();
        if (unit == null) {
            throw new IllegalStateException("No unit of work is open on this thread");
        }
        return unit;
    }
}
