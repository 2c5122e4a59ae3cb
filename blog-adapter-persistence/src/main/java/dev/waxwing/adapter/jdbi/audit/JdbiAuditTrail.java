package dev.waxwing.adapter.jdbi.audit;

import dev.waxwing.adapter.jdbi.shared.Database;
import dev.waxwing.application.audit.AuditTrail;
import dev.waxwing.application.audit.Occasion;
import dev.waxwing.domain.account.AccountId;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The audit trail as a table. The change feed writes into it what it is given, so that no use case can forget to. */
public final class JdbiAuditTrail implements AuditTrail {
    private final Database database;
    private final Database.Together<Row> writer = JdbiAuditTrail::write;

    /** An act, and on which occasion it was done. */
    private record Row(Entry entry, Occasion occasion) {}

    @Inject
    public JdbiAuditTrail(Database database) {
        this.database = database;
    }

    @Override
    public void record(String act, String subject, Instant at) {
        database.write(handle -> add(List.of(new Entry(act, subject, "", at))));
    }

    /** One act: what was done to what, and with which details. */
    public record Entry(String act, String subject, String detail, Instant at) {}

    /** Adds entries on the occasion of this thread, in its unit of work. */
    public void add(List<Entry> entries) {
        Occasion occasion = Occasion.current();
        database.gather(
                writer, entries.stream().map(entry -> new Row(entry, occasion)).toList());
    }

    /** Numbers follow each other, since nobody else writes while this unit of work does. */
    private static void write(Handle handle, List<Row> rows) {
        long number = handle.createQuery("SELECT COALESCE(MAX(number), 0) FROM audit_entry")
                .mapTo(Long.class)
                .one();
        try (PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO audit_entry (number, happened_at, account_id, who, origin, act, subject, detail)
                VALUES (:number, :at, :account, :who, :origin, :act, :subject, :detail)
                """)) {
            for (Row row : rows) {
                UUID account = row.occasion.account().map(AccountId::value).orElse(null);
                batch.bind("number", ++number)
                        .bind("at", row.entry.at())
                        .bind("account", account)
                        .bind("who", row.occasion.who())
                        .bind("origin", row.occasion.origin())
                        .bind("act", row.entry.act())
                        .bind("subject", row.entry.subject())
                        .bind("detail", row.entry.detail())
                        .add();
            }
            batch.execute();
        }
    }
}
