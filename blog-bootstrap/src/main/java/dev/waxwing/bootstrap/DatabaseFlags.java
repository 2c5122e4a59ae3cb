package dev.waxwing.bootstrap;

import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The flags that say where the database is. */
final class DatabaseFlags {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

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

    /** For commands that have no other. */
    Map<Setting, String> flags() {
        return given().checked();
    }

    /** For commands that have more. */
    SettingFlags given() {
        return new SettingFlags(command).with(Setting.JDBC_URL, url).with(Setting.JDBC_USER, user);
    }
}
