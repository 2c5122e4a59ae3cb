package dev.waxwing.application.account;

import dev.waxwing.application.audit.AuditTrail;
import dev.waxwing.application.shared.Token;
import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Account;
import dev.waxwing.domain.account.AccountId;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.shared.BlogException;
import jakarta.inject.Inject;
import java.time.Clock;

/** Use case: make a link with which somebody joins, or who has lost their password chooses another. */
public final class IssueLink {
    public record Command(Actor actor, AccountId account) {}

    private final AccountRepository accounts;
    private final Links links;
    private final AuditTrail trail;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public IssueLink(AccountRepository accounts, Links links, AuditTrail trail, UnitOfWork work, Clock clock) {
        this.accounts = accounts;
        this.links = links;
        this.trail = trail;
        this.work = work;
        this.clock = clock;
    }

    /** @throws BlogException.Conflict if the account is suspended */
    public Token handle(Command command) {
        command.actor().requireMayAdminister();
        return work.execute(() -> {
            Account account = accounts.get(command.account());
            if (account.state().standing() == Account.Standing.SUSPENDED) {
                throw new BlogException.Conflict("This account is suspended; readmit it first");
            }
            trail.record("Account.LinkIssued", account.id().toString(), clock.instant());
            return links.make(account);
        });
    }
}
