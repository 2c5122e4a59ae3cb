package dev.waxwing.adapter.jdbi.audit;

import dev.waxwing.adapter.jdbi.shared.Database;
import dev.waxwing.application.audit.AuditTrail;
import dev.waxwing.application.audit.Occasion;
import dev.waxwing.domain.account.AccountId;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** The audit trail as a table. The change feed writes into it what it is given, so that no use case can forget to. */
public final class JdbiAuditTrail implements AuditTrail {
    private final Database database;

    @Inject
    public JdbiAuditTrail(Database database) {
        this.database = database;
    }

    @Override
    public void record(String act, String subject, Instant at) {
        database.write(handle -> write(handle, act, subject, "", at));
    }

    /** Writes an entry on the occasion of this thread, in the unit of work of the handle. */
    public void write(Handle handle, String act, String subject, String detail, Instant at) {
        Occasion occasion = Occasion.current();
        handle.createUpdate("""
                INSERT INTO audit_entry (happened_at, account_id, who, origin, act, subject, detail)
                VALUES (:at, :account, :who, :origin, :act, :subject, :detail)
                """)
                .bind("at", at)
                .bind("account", occasion.account().map(AccountId::value).orElse(null))
                .bind("who", occasion.who())
                .bind("origin", occasion.origin())
                .bind("act", act)
                .bind("subject", subject)
                .bind("detail", detail)
                .execute();
    }
}
