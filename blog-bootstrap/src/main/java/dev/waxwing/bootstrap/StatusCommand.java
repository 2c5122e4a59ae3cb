package dev.waxwing.bootstrap;

import dev.waxwing.bootstrap.Finding.Level;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code waxwing status}: how the blog does at the moment. */
@Command(
        name = "status",
        description = "Says whether a server runs on the data folder, and how the blog does.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Ends with 0 if a server runs and serves readers, with 3 if none runs, and with 4 if it turns readers away. "
                    + "What to do about what is wrong says: waxwing doctor"
        })
final class StatusCommand implements Callable<Integer> {
    private static final int NONE_RUNS = 3;
    private static final int TURNS_AWAY = 4;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DataFolder data = new DataFolder();

    @Mixin
    private final DatabaseFlags database = new DatabaseFlags();

    @Override
    public Integer call() {
        List<Finding> findings = new Inquiry(data.blog(System.getenv(), database.flags())).findings();
        PrintWriter out = spec.commandLine().getOut();
        findings.forEach(finding -> out.printf("%-10s %s%n", finding.name(), finding.words()));
        return findings.stream()
                .filter(finding -> finding.name().equals(Findings.SERVER))
                .map(finding -> code(finding.level()))
                .findFirst()
                .orElse(NONE_RUNS);
    }

    private static int code(Level server) {
        return switch (server) {
            case OK -> ExitCode.OK;
            case WARNING -> NONE_RUNS;
            case WRONG -> TURNS_AWAY;
        };
    }
}
