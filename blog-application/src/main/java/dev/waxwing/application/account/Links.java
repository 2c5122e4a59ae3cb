package dev.waxwing.application.account;

import dev.waxwing.application.shared.Token;
import dev.waxwing.application.shared.TokenGenerator;
import dev.waxwing.domain.account.Account;
import dev.waxwing.domain.account.AccountId;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Makes links with which somebody chooses a password, once, without knowing another. An account has one at a time. */
public final class Links {
    private static final Duration TO_JOIN = Duration.ofDays(7);
    private static final Duration TO_RESET = Duration.ofDays(1);

    private final LinkStore store;
    private final AccountRepository accounts;
    private final TokenGenerator tokens;
    private final Clock clock;

    @Inject
    public Links(LinkStore store, AccountRepository accounts, TokenGenerator tokens, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** A link that is good for a week if somebody is to join, for a day if a password is to be replaced. */
    Token make(Account account) {
        boolean joins = account.state().standing() == Account.Standing.INVITED;
        Instant endsAt = clock.instant().plus(joins ? TO_JOIN : TO_RESET);
        Token token = tokens.next();
        store.revoke(account.id());
        store.keep(new LinkStore.Link(token.hash(), account.id(), endsAt));
        return token;
    }

    /** Whose password the link changes, if it is still good. */
    Optional<Account> owner(Token token) {
        Instant now = clock.instant();
        return store.find(token.hash())
                .filter(link -> now.isBefore(link.endsAt()))
                .flatMap(link -> accounts.find(link.account()))
                .filter(account -> account.state().standing() != Account.Standing.SUSPENDED);
    }

    void revoke(AccountId account) {
        store.revoke(account);
    }
}
