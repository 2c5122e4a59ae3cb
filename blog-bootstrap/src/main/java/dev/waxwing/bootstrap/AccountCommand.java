package dev.waxwing.bootstrap;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code waxwing account}: keeps the accounts from the command line. */
@Command(
        name = "account",
        description = "Keeps the accounts with which people sign in.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {AccountAddCommand.class, AccountLinkCommand.class})
final class AccountCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with accounts; for example: account add");
    }
}
