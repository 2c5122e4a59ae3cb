package dev.waxwing.bootstrap;

import dev.waxwing.domain.shared.BlogException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line. Exit codes: 0 done, 1 refused with one sentence on standard error, 2 wrong usage. */
@Command(
        name = "waxwing",
        description = "A blog platform: one jar, one folder.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Each command has --help. All state is kept in the data folder, ./data unless --data says otherwise."
        })
public final class Main implements Runnable {
    private static final List<Class<?>> COMMANDS = List.of(
            ServeCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            BackupCommand.class,
            VerifyCommand.class,
            RestoreCommand.class,
            StatusCommand.class,
            DoctorCommand.class,
            AccountCommand.class,
            VersionCommand.class,
            RehearseCommand.class);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    public static void main(String[] arguments) {
        int code = commandLine(arguments).execute(arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    static CommandLine commandLine(String... arguments) {
        CommandLine main = new CommandLine(new Main());
        commands(arguments).forEach(main::addSubcommand);
        return main.setExecutionExceptionHandler((failure, command, parsed) -> refuse(failure, command.getErr()))
                .setParameterExceptionHandler(Main::explain);
    }

    /** Who serves wants to be there soon, and need not look through the options of all others first. */
    private static List<Class<?>> commands(String... arguments) {
        return arguments.length > 0 && arguments[0].equals("serve") ? List.of(ServeCommand.class) : COMMANDS;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say what to do; to begin with: waxwing serve");
    }

    private static int refuse(Exception failure, PrintWriter err) throws Exception {
        if (failure instanceof Refusal || failure instanceof BlogException) {
            err.println(failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw failure;
    }

    private static int explain(CommandLine.ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(sentence(failure));
        err.println(meant(failure)
                .map("Did you mean '%s'?"::formatted)
                .orElseGet(() ->
                        "See: %s --help".formatted(command.getCommandSpec().qualifiedName())));
        return CommandLine.ExitCode.USAGE;
    }

    private static String sentence(CommandLine.ParameterException failure) {
        if (!(failure instanceof CommandLine.UnmatchedArgumentException unknown)) {
            return String.valueOf(failure.getMessage());
        }
        String written = unknown.getUnmatched().get(0);
        if (unknown.isUnknownOption()) {
            return "There is no flag '%s'".formatted(written);
        }
        return failure.getCommandLine().getSubcommands().isEmpty()
                ? "'%s' is one argument too many".formatted(written)
                : "There is no command '%s'".formatted(written);
    }

    /** The command or flag that was probably written wrongly. */
    private static Optional<String> meant(CommandLine.ParameterException failure) {
        if (!(failure instanceof CommandLine.UnmatchedArgumentException unknown)) {
            return Optional.empty();
        }
        CommandSpec command = failure.getCommandLine().getCommandSpec();
        Set<String> known = unknown.isUnknownOption()
                ? command.optionsMap().keySet()
                : command.subcommands().keySet();
        String written = unknown.getUnmatched().get(0).replaceFirst("=.*", "");
        return Spelling.nearest(written, known.stream())
                .filter(nearest -> Spelling.distance(nearest, written) <= written.length() / 2);
    }
}
