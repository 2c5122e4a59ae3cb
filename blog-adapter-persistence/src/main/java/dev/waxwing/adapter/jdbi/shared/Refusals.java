package dev.waxwing.adapter.jdbi.shared;

import dev.waxwing.domain.shared.BlogException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.JdbiException;

/** Turns the database's last word into a refusal that the caller understands (SQL:2016, part 2, section 24.1). */
public final class Refusals {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String MISSING_PARENT = "23506";
    private static final String PRESENT_CHILD = "23503";
    private static final String DATA = "22";
    private static final String CONSTRAINT = "23";
    private static final String SYNTAX_OR_ACCESS = "42";

    private Refusals() {}

    /** @throws BlogException.Conflict with this message if the statement would have made something twice */
    public static void whenTaken(String message, Runnable statement) {
        orConflict(message, statement, UNIQUE_VIOLATION);
    }

    /**
     * For a statement that can break several rules: speaks of one of them, and leaves the others to whoever is around.
     *
     * @param constraint the name of the rule, which both databases say in their message
     */
    public static void whenTaken(String constraint, Supplier<BlogException> refusal, Runnable statement) {
        try {
            statement.run();
        } catch (JdbiException e) {
            boolean broken = cause(e).filter(sql -> UNIQUE_VIOLATION.equals(sql.getSQLState()))
                    .filter(sql -> String.valueOf(sql.getMessage())
                            .toLowerCase(Locale.ROOT)
                            .contains(constraint))
                    .isPresent();
            throw broken ? refusal.get() : e;
        }
    }

    /** @throws BlogException.Conflict with this message if the statement would have left a reference to nothing */
    public static void whenReferred(String message, Runnable statement) {
        orConflict(message, statement, MISSING_PARENT, PRESENT_CHILD);
    }

    /** @throws BlogException.Conflict if no row was changed, because another version of it is there now */
    public static void requireChanged(int rows, String what) {
        if (rows == 0) {
            throw new BlogException.Conflict("The %s was changed by someone else".formatted(what));
        }
    }

    /** What a caller is told of a failure: a refusal where the database or the data is at fault, else the failure itself. */
    static RuntimeException of(JdbiException failure) {
        Optional<String> state = state(failure);
        if (state.isPresent() && state.get().startsWith(DATA)) {
            return new BlogException.Invalid("text", "A text has characters, or more of them, than the database keeps");
        }
        Optional<JournaledFile.Damaged> damage = damage(failure);
        if (damage.isPresent()) {
            return new BlogException.Unavailable(damage.get().sentence(), failure);
        }
        return isPassing(failure)
                ? new BlogException.Unavailable(
                        "The database does not answer at the moment; try again shortly", failure)
                : failure;
    }

    /** Whether the same statement may succeed later. */
    static boolean isPassing(JdbiException failure) {
        return damage(failure).isEmpty()
                && (failure instanceof ConnectionException
                        || state(failure)
                                .filter(state -> !state.startsWith(DATA)
                                        && !state.startsWith(CONSTRAINT)
                                        && !state.startsWith(SYNTAX_OR_ACCESS))
                                .isPresent());
    }

    /** What of the database's own file a failure comes from, if it does. */
    public static Optional<JournaledFile.Damaged> damage(Throwable failure) {
        return causes(failure)
                .filter(JournaledFile.Damaged.class::isInstance)
                .map(JournaledFile.Damaged.class::cast)
                .findFirst();
    }

    private static void orConflict(String message, Runnable statement, String... states) {
        try {
            statement.run();
        } catch (JdbiException e) {
            String state = state(e).orElse("");
            for (String expected : states) {
                if (expected.equals(state)) {
                    throw new BlogException.Conflict(message);
                }
            }
            throw e;
        }
    }

    private static Optional<String> state(Throwable failure) {
        return cause(failure).map(SQLException::getSQLState);
    }

    private static Optional<SQLException> cause(Throwable failure) {
        return causes(failure)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .filter(cause -> cause.getSQLState() != null)
                .findFirst();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}
