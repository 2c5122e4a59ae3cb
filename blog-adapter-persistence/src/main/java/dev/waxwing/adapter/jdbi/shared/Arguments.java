package dev.waxwing.adapter.jdbi.shared;

import java.lang.reflect.Type;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * How values of the model are handed to the database, where Jdbi's own way does harm. Jdbi writes each value out as text, in
 * case somebody logs it, which costs more than handing it over, unless the argument can do so itself.
 */
final class Arguments<T> implements ArgumentFactory.Preparable {

    /**
     * In UTC. As {@link java.sql.Timestamp}, which is Jdbi's way, an instant would pass through the local time of the
     * machine, where one hour in the year stands for two.
     */
    static final ArgumentFactory INSTANTS = new Arguments<>(
            Instant.class,
            Types.TIMESTAMP_WITH_TIMEZONE,
            (statement, position, instant) -> statement.setObject(position, instant.atOffset(ZoneOffset.UTC)));

    /** With a null that has no type: Jdbi's is a text, which PostgreSQL does not put into a column of identities. */
    static final ArgumentFactory IDENTITIES =
            new Arguments<>(UUID.class, Types.OTHER, (statement, position, id) -> statement.setObject(position, id));

    /** Jdbi's own way asks anew each time of which type the elements are. */
    static final ArgumentFactory LISTS_OF_IDENTITIES = new Arguments<>(
            UUID[].class,
            Types.ARRAY,
            (statement, position, ids) ->
                    statement.setArray(position, statement.getConnection().createArrayOf("uuid", ids)));

    /** Hands a value over. */
    @FunctionalInterface
    private interface Binding<T> {
        void bind(PreparedStatement statement, int position, T value) throws SQLException;
    }

    private final Class<T> type;
    private final int sqlType;
    private final Binding<T> binding;

    private Arguments(Class<T> type, int sqlType, Binding<T> binding) {
        this.type = type;
        this.sqlType = sqlType;
        this.binding = binding;
    }

    @Override
    public Optional<Function<Object, Argument>> prepare(Type asked, ConfigRegistry config) {
        return asked.equals(type) ? Optional.of(this::argument) : Optional.empty();
    }

    private Argument argument(@Nullable Object value) {
        return value == null
                ? new Given("null", (statement, position) -> statement.setNull(position, sqlType))
                : new Given(value, (statement, position) -> binding.bind(statement, position, type.cast(value)));
    }

    /** Hands one value over. */
    @FunctionalInterface
    private interface Handing {
        void to(PreparedStatement statement, int position) throws SQLException;
    }

    private record Given(Object value, Handing handing) implements Argument {
        @Override
        public void apply(int position, PreparedStatement statement, StatementContext context) throws SQLException {
            handing.to(statement, position);
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }
}
