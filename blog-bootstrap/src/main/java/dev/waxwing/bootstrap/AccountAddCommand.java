package dev.waxwing.bootstrap;

import dev.waxwing.application.account.RegisterAccount;
import dev.waxwing.application.audit.Occasion;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.account.EmailAddress;
import dev.waxwing.domain.account.Password;
import dev.waxwing.domain.account.Role;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code waxwing account add}: adds somebody who can sign in. */
@Command(
        name = "add",
        description = "Adds somebody who can sign in, and the author under whose name they write.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {"", "Stop a server on the same data folder first."})
final class AccountAddCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DataFolder data = new DataFolder();

    @Mixin
    private final DatabaseFlags database = new DatabaseFlags();

    @Option(names = "--email", required = true, paramLabel = "ADDRESS", description = "The address to sign in with.")
    @SuppressWarnings("NullAway.Init")
    private String email;

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "The name readers see under posts.")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description = "contributor, author, editor or administrator (default: author).")
    private String role = "author";

    @Option(
            names = "--password-stdin",
            description = "Reads the password from the first line of standard input, instead of asking for it.")
    private boolean passwordFromInput;

    @Override
    public void run() {
        Role wanted = role();
        Map<Setting, String> flags = database.flags();
        PrintWriter out = spec.commandLine().getOut();
        EmailAddress address = new EmailAddress(email);
        Password password = new Password(passwordFromInput ? readPassword() : askForPassword());
        BlogConfig config = BlogConfig.read(data.path(System.getenv()), flags);
        data.open(System.getenv());
        Occasion.ofCommandLine().begin();
        try (House house = House.open(config)) {
            house.accounts()
                    .register()
                    .handle(new RegisterAccount.Command(Actor.operator(), address, name, wanted, password));
        } finally {
            Occasion.end();
        }
        out.printf("%s can sign in as %s.%n", address, wanted.name().toLowerCase(Locale.ROOT));
    }

    private Role role() {
        return Arrays.stream(Role.values())
                .filter(known -> known.name().equalsIgnoreCase(role))
                .findFirst()
                .orElseThrow(() -> new CommandLine.ParameterException(
                        spec.commandLine(),
                        "There is no role '%s'; choose %s"
                                .formatted(
                                        role,
                                        Arrays.stream(Role.values())
                                                .map(known -> known.name().toLowerCase(Locale.ROOT))
                                                .collect(Collectors.joining(", ")))));
    }

    private static String readPassword() {
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return Optional.ofNullable(line).orElseThrow(() -> new Refusal("There is no password on standard input"));
        } catch (IOException e) {
            throw new Refusal("Standard input cannot be read", e);
        }
    }

    @SuppressWarnings("SystemConsoleNull") // asked by Terminal, in the way of newer versions
    private static String askForPassword() {
        Console console = System.console();
        if (console == null || !Terminal.isThere()) {
            throw new Refusal("Nobody is there to ask for a password; pipe it in and say --password-stdin");
        }
        char[] typed = console.readPassword("Password: ");
        return typed == null ? "" : new String(typed);
    }
}
