package dev.waxwing.application.account;

import dev.waxwing.application.shared.Token;
import dev.waxwing.domain.account.Account;
import jakarta.inject.Inject;
import java.util.Optional;

/** Use case: see whose password a link lets one choose. */
public final class FollowLink {
    public record Command(Token token) {}

    private final Links links;

    @Inject
    public FollowLink(Links links) {
        this.links = links;
    }

    /** Nothing if the link was used, has ended or was never there. */
    public Optional<Account.Person> handle(Command command) {
        return links.owner(command.token()).map(account -> account.state().person());
    }
}
