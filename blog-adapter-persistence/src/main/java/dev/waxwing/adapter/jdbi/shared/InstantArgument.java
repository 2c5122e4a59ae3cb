package dev.waxwing.adapter.jdbi.shared;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/**
 * Hands instants over in UTC. As {@link java.sql.Timestamp}, which is Jdbi's way, they would pass through the local time of
 * the machine, where one hour in the year stands for two.
 */
final class InstantArgument extends AbstractArgumentFactory<Instant> {
    InstantArgument() {
        super(Types.TIMESTAMP_WITH_TIMEZONE);
    }

    @Override
    protected Argument build(Instant instant, ConfigRegistry config) {
        return (position, statement, context) -> statement.setObject(position, instant.atOffset(ZoneOffset.UTC));
    }
}
