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

    @Inject
    public JdbiAuditTrail(Database database) {
        this.database = database;
    }

    @Override
    public void record(String act, String subject, Instant at) {
        database.write(handle -> write(handle, List.of(new Entry(act, subject, "", at))));
    }

    /** One act: what was done to what, and with which details. */
    public record Entry(String act, String subject, String detail, Instant at) {}

    /** Writes entries on the occasion of this thread, in the unit of work of the handle. */
    public void write(Handle handle, List<Entry> entries) {
        Occasion occasion = Occasion.current();
        UUID account = occasion.account().map(AccountId::value).orElse(null);
        try (PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO audit_entry (happened_at, account_id, who, origin, act, subject, detail)
                VALUES (:at, :account, :who, :origin, :act, :subject, :detail)
                """)) {
            for (Entry entry : entries) {
                batch.bind("at", entry.at())
                        .bind("account", account)
                        .bind("who", occasion.who())
                        .bind("origin", occasion.origin())
                        .bind("act", entry.act())
                        .bind("subject", entry.subject())
                        .bind("detail", entry.detail())
                        .add();
            }
            batch.execute();
        }
    }
}
