package dev.waxwing.adapter.jdbi.shared;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/** How values of the model are handed to the database, where Jdbi's own way does harm. */
final class Arguments {
    private Arguments() {}

    /**
     * In UTC. As {@link java.sql.Timestamp}, which is Jdbi's way, an instant would pass through the local time of the
     * machine, where one hour in the year stands for two.
     */
    static final class Instants extends AbstractArgumentFactory<Instant> {
        Instants() {
            super(Types.TIMESTAMP_WITH_TIMEZONE);
        }

        @Override
        protected Argument build(Instant instant, ConfigRegistry config) {
            return (position, statement, context) -> statement.setObject(position, instant.atOffset(ZoneOffset.UTC));
        }
    }

    /** With a null that has no type: Jdbi's is a text, which PostgreSQL does not put into a column of identities. */
    static final class Identities extends AbstractArgumentFactory<UUID> {
        Identities() {
            super(Types.OTHER);
        }

        @Override
        protected Argument build(UUID id, ConfigRegistry config) {
            return (position, statement, context) -> statement.setObject(position, id);
        }
    }
}
