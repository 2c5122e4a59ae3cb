package dev.waxwing.adapter.jdbi.audit;

import dev.waxwing.adapter.jdbi.shared.Columns;
import dev.waxwing.adapter.jdbi.shared.Database;
import dev.waxwing.application.audit.AuditEntry;
import dev.waxwing.application.audit.AuditQueries;
import dev.waxwing.application.audit.Occasion;
import dev.waxwing.domain.account.AccountId;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Answers about the audit trail from its table. */
public final class JdbiAuditQueries implements AuditQueries {
    private final Database database;

    @Inject
    public JdbiAuditQueries(Database database) {
        this.database = database;
    }

    @Override
    public List<AuditEntry> latest(long before, int limit) {
        return database.read(handle -> handle.createQuery("""
                SELECT number, happened_at, account_id, who, origin, act, subject, detail FROM audit_entry
                WHERE number < :before ORDER BY number DESC FETCH FIRST :limit ROWS ONLY
                """)
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> entry(row))
                .list());
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("number"),
                Columns.instant(row, "happened_at"),
                new Occasion(
                        Optional.ofNullable(Columns.idOrNull(row, "account_id")).map(AccountId::new),
                        row.getString("who"),
                        row.getString("origin")),
                row.getString("act"),
                row.getString("subject"),
                row.getString("detail"));
    }
}
