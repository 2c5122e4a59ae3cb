package dev.waxwing.application.account;

import dev.waxwing.domain.account.Account;
import dev.waxwing.domain.account.AccountId;
import dev.waxwing.domain.account.EmailAddress;
import dev.waxwing.domain.shared.BlogException;
import java.util.Optional;

/** Port: the accounts as aggregates. Saving also appends the pending events to the change feed. */
public interface AccountRepository {
    Optional<Account> find(AccountId id);

    Optional<Account> find(EmailAddress email);

    /** @throws BlogException.NotFound if there is none */
    default Account get(AccountId id) {
        return find(id).orElseThrow(() -> new BlogException.NotFound("account", id));
    }

    /**
     * @throws BlogException.Conflict if it was changed by someone else since it was loaded, or its e-mail address is that of
     *     another account
     */
    void save(Account account);
}
