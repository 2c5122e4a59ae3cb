package dev.waxwing.adapter.jdbi;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * H2 ends a database when a write to its file fails, and its connections go on to say that they are valid. Whoever meets
 * such a connection opens the database anew: what was acknowledged is in the file, and it can be read even while the disk
 * is full.
 */
final class EndedDatabase implements SQLExceptionOverride {
    private final H2Database file;
    private volatile @Nullable HikariDataSource connections;

    EndedDatabase(H2Database file) {
        this.file = file;
    }

    /** From here on, none of these connections is lent again after the database has ended. */
    void guard(HikariDataSource guarded) {
        connections = guarded;
    }

    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        if (failure.getErrorCode() != ErrorCode.DATABASE_IS_CLOSED) {
            return Override.CONTINUE_EVICT;
        }
        file.reopenIfEnded(this::giveUp);
        return Override.MUST_EVICT;
    }

    private void giveUp() {
        HikariDataSource guarded = connections;
        if (guarded != null && guarded.getHikariPoolMXBean() != null) {
            guarded.getHikariPoolMXBean().softEvictConnections();
        }
    }
}
