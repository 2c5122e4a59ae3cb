package dev.waxwing.application.account;

import dev.waxwing.domain.account.Account;
import dev.waxwing.domain.account.AccountId;
import dev.waxwing.domain.account.Role;

/**
 * An account as administrators see it, and as its owner does.
 *
 * @param codes how many recovery codes are left, or -1 if the password is enough to sign in
 */
public record AccountView(AccountId id, Account.Person person, Role role, Account.Standing standing, int codes) {
    public static final int NO_CODES = -1;

    public boolean asksForCodes() {
        return codes != NO_CODES;
    }
}
