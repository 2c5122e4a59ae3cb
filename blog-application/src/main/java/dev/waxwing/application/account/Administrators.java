package dev.waxwing.application.account;

import dev.waxwing.domain.account.AccountId;
import dev.waxwing.domain.shared.BlogException;
import jakarta.inject.Inject;
import java.util.Set;

/** Sees to it that somebody is always there to run the blog. */
public final class Administrators {
    private final AccountRepository accounts;

    @Inject
    public Administrators(AccountRepository accounts) {
        this.accounts = accounts;
    }

    /** @throws BlogException.Conflict if this is the last administrator who can sign in */
    void requireAnotherThan(AccountId account) {
        if (accounts.lockAdministrators().equals(Set.of(account))) {
            throw new BlogException.Conflict(
                    "This is the only administrator who can sign in; make somebody else one first");
        }
    }
}
