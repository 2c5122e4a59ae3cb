package dev.waxwing.adapter.jdbi.change;

import dev.waxwing.adapter.jdbi.audit.JdbiAuditTrail;
import dev.waxwing.adapter.jdbi.shared.Columns;
import dev.waxwing.adapter.jdbi.shared.Database;
import dev.waxwing.adapter.jdbi.shared.OtherNodes;
import dev.waxwing.adapter.jdbi.shared.Refusals;
import dev.waxwing.application.change.Bookmark;
import dev.waxwing.application.change.ChangeFeed;
import dev.waxwing.application.change.RecordedEvent;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.DomainEvent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The change feed as a table. */
public final class JdbiChangeFeed implements ChangeFeed {
    private final Database database;
    private final JdbiAuditTrail trail;
    private final OtherNodes others;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** The same one each time, so that a unit of work tells them once. */
    @SuppressWarnings("UnnecessaryLambda")
    private final Runnable tellListeners = () -> listeners.forEach(Runnable::run);

    private final Database.Together<Row> writer = this::write;

    /** An event as it is stored. */
    private record Row(EventCodec.Encoded event, Instant at) {
        static Row of(DomainEvent event) {
            return new Row(EventCodec.encode(event), event.at());
        }

        JdbiAuditTrail.Entry act() {
            return new JdbiAuditTrail.Entry(event.type(), event.subject(), event.payload(), at);
        }
    }

    @Inject
    public JdbiChangeFeed(Database database, JdbiAuditTrail trail, OtherNodes others) {
        this.database = database;
        this.trail = trail;
        this.others = others;
    }

    /** Adds events behind the last one, and says in the audit trail who caused them. */
    public void append(List<? extends DomainEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        List<Row> rows = events.stream().map(Row::of).toList();
        database.gather(writer, rows);
        trail.add(rows.stream().map(Row::act).toList());
        database.afterCommit(tellListeners);
    }

    /** The head row stays locked until the unit of work ends, so no event is ever overtaken. */
    private void write(Handle handle, List<Row> rows) {
        handle.createUpdate("UPDATE change_head SET position = position + :events WHERE id = 1")
                .bind("events", rows.size())
                .execute();
        long position = handle.createQuery("SELECT position FROM change_head WHERE id = 1")
                        .mapTo(Long.class)
                        .one()
                - rows.size();
        try (PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO change_feed (position, type, subject, happened_at, payload)
                VALUES (:position, :type, :subject, :happenedAt, :payload)
                """)) {
            for (Row row : rows) {
                batch.bind("position", ++position)
                        .bind("type", row.event.type())
                        .bind("subject", row.event.subject())
                        .bind("happenedAt", row.at)
                        .bind("payload", row.event.payload())
                        .add();
            }
            batch.execute();
        }
        others.call(handle);
    }

    @Override
    public void whenAppended(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void whenOthersAppend(Runnable listener) {
        others.whenTheyCall(listener);
    }

    @Override
    public List<RecordedEvent> after(long position, int limit) {
        database.settle();
        return database.read(handle -> handle.createQuery("""
                SELECT position, type, subject, happened_at, payload FROM change_feed
                WHERE position > :position ORDER BY position FETCH FIRST :limit ROWS ONLY
                """)
                .bind("position", position)
                .bind("limit", limit)
                .map((row, context) -> new RecordedEvent(
                        row.getLong("position"),
                        EventCodec.decode(
                                new EventCodec.Encoded(
                                        row.getString("type"), row.getString("subject"), row.getString("payload")),
                                Columns.instant(row, "happened_at"))))
                .list());
    }

    @Override
    public long head() {
        database.settle();
        return database.read(handle -> handle.createQuery("SELECT COALESCE(MAX(position), 0) FROM change_feed")
                .mapTo(Long.class)
                .one());
    }

    @Override
    public Bookmark bookmark(String reader) {
        return new JdbiBookmark(reader);
    }

    /** A bookmark as a row, which is locked from the claim to the end of the unit of work, and passed over while it is. */
    private final class JdbiBookmark implements Bookmark {
        private static final String SAVEPOINT = "bookmark";
        private static final String POSITION = "SELECT position FROM change_bookmark WHERE reader = :reader";

        private final String reader;

        private JdbiBookmark(String reader) {
            this.reader = reader;
        }

        @Override
        public long position() {
            return find(POSITION).orElse(0L);
        }

        @Override
        public OptionalLong claim() {
            if (find(POSITION).isEmpty()) {
                begin();
            }
            return find(POSITION + " FOR UPDATE SKIP LOCKED")
                    .map(OptionalLong::of)
                    .orElseGet(OptionalLong::empty);
        }

        @Override
        public void advance(long position) {
            database.write(handle -> {
                int moved = handle.createUpdate(
                                "UPDATE change_bookmark SET position = :position WHERE reader = :reader")
                        .bind("position", position)
                        .bind("reader", reader)
                        .execute();
                if (moved == 0) {
                    insert(handle, position);
                }
            });
        }

        private Optional<Long> find(String sql) {
            return database.read(handle -> handle.createQuery(sql)
                    .bind("reader", reader)
                    .mapTo(Long.class)
                    .findOne());
        }

        /**
         * Two nodes may begin the same bookmark at once; the second waits this one time, and finds the row of the first. The
         * writers' queue is not joined for it: whoever has claimed a bookmark may wait there, so nobody there may wait for a
         * bookmark.
         */
        private void begin() {
            database.read(handle -> {
                handle.savepoint(SAVEPOINT);
                try {
                    Refusals.whenTaken("The bookmark is there already", () -> insert(handle, 0));
                    handle.releaseSavepoint(SAVEPOINT);
                } catch (BlogException.Conflict e) {
                    handle.rollbackToSavepoint(SAVEPOINT);
                }
                return reader;
            });
        }

        private void insert(Handle handle, long position) {
            handle.createUpdate("INSERT INTO change_bookmark (reader, position) VALUES (:reader, :position)")
                    .bind("reader", reader)
                    .bind("position", position)
                    .execute();
        }
    }
}
