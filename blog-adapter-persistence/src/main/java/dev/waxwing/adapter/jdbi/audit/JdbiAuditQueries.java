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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Answers about the audit trail from its table. */
public final class JdbiAuditQueries implements AuditQueries {
    private static final Pattern IDENTITY = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final Database database;

    @Inject
    public JdbiAuditQueries(Database database) {
        this.database = database;
    }

    @Override
    public List<AuditEntry> latest(long before, int limit) {
        return database.read(handle -> {
            List<AuditEntry> entries = entries(handle, before, limit);
            Map<String, String> names = names(handle, entries);
            return entries.stream()
                    .map(entry -> entry.called(names.getOrDefault(entry.subject(), "")))
                    .toList();
        });
    }

    private static List<AuditEntry> entries(Handle handle, long before, int limit) {
        return handle.createQuery("""
                SELECT number, happened_at, account_id, who, origin, act, subject, detail FROM audit_entry
                WHERE number < :before ORDER BY number DESC FETCH FIRST :limit ROWS ONLY
                """)
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> entry(row))
                .list();
    }

    /** What the subjects that have an identity are called now. */
    private static Map<String, String> names(Handle handle, List<AuditEntry> entries) {
        Set<UUID> ids = entries.stream()
                .map(AuditEntry::subject)
                .filter(subject -> IDENTITY.matcher(subject).matches())
                .map(UUID::fromString)
                .collect(Collectors.toSet());
        if (ids.isEmpty()) {
            return Map.of();
        }
        return handle
                .createQuery("""
                SELECT id, title AS name FROM post WHERE id IN (<ids>)
                UNION ALL SELECT id, name FROM account WHERE id IN (<ids>)
                UNION ALL SELECT id, name FROM author WHERE id IN (<ids>)
                UNION ALL SELECT id, name FROM tag WHERE id IN (<ids>)
                """)
                .bindList("ids", List.copyOf(ids))
                .map((row, context) -> Map.entry(Columns.id(row, "id").toString(), row.getString("name")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
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
                "",
                row.getString("detail"));
    }
}
