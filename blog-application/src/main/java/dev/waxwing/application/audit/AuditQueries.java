package dev.waxwing.application.audit;

import java.util.List;

/** Port: read-only questions about the audit trail. */
public interface AuditQueries {

    /**
     * The latest acts, the last one first.
     *
     * @param before only acts with lower numbers; {@link Long#MAX_VALUE} for all
     */
    List<AuditEntry> latest(long before, int limit);
}
