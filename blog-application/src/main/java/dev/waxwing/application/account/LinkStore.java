package dev.waxwing.application.account;

import dev.waxwing.domain.account.AccountId;
import java.time.Instant;
import java.util.Optional;

/** Port: the links that let somebody choose a password, once. */
public interface LinkStore {
    /** Whom a link is for, and until when. */
    record Link(String tokenHash, AccountId account, Instant endsAt) {}

    void keep(Link link);

    Optional<Link> find(String tokenHash);

    /** Makes all links of an account useless. */
    void revoke(AccountId account);

    /** Forgets some of the links that ended before an instant, at most so many; returns how many. */
    int forgetEnded(Instant before, int limit);
}
