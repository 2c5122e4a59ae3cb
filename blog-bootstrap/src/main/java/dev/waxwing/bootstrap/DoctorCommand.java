package dev.waxwing.bootstrap;

import dev.waxwing.bootstrap.Finding.Level;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code waxwing doctor}: what is wrong, and what to do. */
@Command(
        name = "doctor",
        description = "Looks at everything a blog needs, and says what is wrong and what to do.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Ends with 0 if all is well, with 3 if there is a warning, and with 4 if something is wrong. "
                    + "While a server runs, it asks for one page and the figures at the base-url, as readers do."
        })
final class DoctorCommand implements Callable<Integer> {
    private static final int WARNED = 3;
    private static final int SOMETHING_IS_WRONG = 4;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DataFolder data = new DataFolder();

    @Mixin
    private final DatabaseFlags database = new DatabaseFlags();

    @Override
    public Integer call() {
        List<Finding> findings = new Doctor(data.blog(System.getenv(), database.flags())).findings();
        PrintWriter out = spec.commandLine().getOut();
        findings.forEach(finding -> print(finding, out));
        Level worst = findings.stream()
                .map(Finding::level)
                .max(Comparator.naturalOrder())
                .orElse(Level.OK);
        return switch (worst) {
            case OK -> ExitCode.OK;
            case WARNING -> WARNED;
            case WRONG -> SOMETHING_IS_WRONG;
        };
    }

    private static void print(Finding finding, PrintWriter out) {
        out.printf("%-8s %-10s %s%n", finding.level().word(), finding.name(), finding.words());
        if (!finding.advice().isEmpty()) {
            out.printf("%-8s %-10s %s%n", "", "", finding.advice());
        }
    }
}
