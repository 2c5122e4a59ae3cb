package dev.waxwing.bootstrap;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The flags that say where the database is. */
final class DatabaseFlags {
    @Option(
            names = "--jdbc-url",
            paramLabel = "URL",
            description = "A PostgreSQL database; by default H2 in the data folder.")
    private Optional<String> url = Optional.empty();

    @Option(
            names = "--jdbc-user",
            paramLabel = "U",
            description = "Its user; the password comes from WAXWING_JDBC_PASSWORD.")
    private Optional<String> user = Optional.empty();

    Map<Setting, String> flags() {
        Map<Setting, String> flags = new EnumMap<>(Setting.class);
        url.ifPresent(value -> flags.put(Setting.JDBC_URL, value));
        user.ifPresent(value -> flags.put(Setting.JDBC_USER, value));
        return flags;
    }
}
