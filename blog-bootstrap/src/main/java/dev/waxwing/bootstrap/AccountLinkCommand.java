package dev.waxwing.bootstrap;

import dev.waxwing.application.account.AccountUseCases;
import dev.waxwing.application.account.AccountView;
import dev.waxwing.application.account.IssueLink;
import dev.waxwing.application.account.WaiveCodes;
import dev.waxwing.application.audit.Occasion;
import dev.waxwing.application.shared.Token;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.account.EmailAddress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code waxwing account link}: lets somebody in who has lost the password, or the device. */
@Command(
        name = "link",
        description = "Prints a link with which somebody chooses another password. It works once, within a day.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {"", "Stop a server on the same data folder first, and start it again before the link is opened."})
final class AccountLinkCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DataFolder data = new DataFolder();

    @Mixin
    private final DatabaseFlags database = new DatabaseFlags();

    @Option(names = "--email", required = true, paramLabel = "ADDRESS", description = "Of the account.")
    @SuppressWarnings("NullAway.Init")
    private String email;

    @Option(names = "--no-codes", description = "Asks for no codes of a device any more, for when it is lost.")
    private boolean noCodes;

    @Override
    public void run() {
        EmailAddress address = new EmailAddress(email);
        BlogConfig config = data.blog(System.getenv(), database.flags());
        Occasion.ofCommandLine().begin();
        try (House house = House.open(config)) {
            Token link = issue(house.accounts(), address);
            String page = config.site(config.port()).absolute("/admin/password/" + link.value());
            spec.commandLine().getOut().println(page);
        } finally {
            Occasion.end();
        }
    }

    private Token issue(AccountUseCases accounts, EmailAddress address) {
        AccountView account = accounts.queries().all().stream()
                .filter(found -> found.person().email().equals(address))
                .findFirst()
                .orElseThrow(() -> new Refusal("There is no account with the e-mail address " + address));
        if (noCodes) {
            accounts.waiveCodes().handle(new WaiveCodes.Command(Actor.operator(), account.id()));
        }
        return accounts.issueLink().handle(new IssueLink.Command(Actor.operator(), account.id()));
    }
}
