package dev.waxwing.application.account;

import dev.waxwing.domain.account.AccountId;
import java.util.List;
import java.util.Optional;

/** Port: read-only questions about accounts. */
public interface AccountQueries {
    Optional<AccountView> find(AccountId id);

    /** All accounts, by name. */
    List<AccountView> all();

    /** Whether nobody can sign in yet, nor was invited to. */
    boolean none();
}
