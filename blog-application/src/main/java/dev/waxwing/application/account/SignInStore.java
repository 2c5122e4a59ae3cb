package dev.waxwing.application.account;

import dev.waxwing.domain.account.AccountId;
import java.time.Instant;
import java.util.Optional;

/** Port: what is remembered of signing in: failures, and browsers in which it succeeded before. */
public interface SignInStore {

    /**
     * The failures under a name; nobody else reads them until the unit of work ends.
     *
     * @param subject a hash of 64 hexadecimal digits
     */
    Optional<Failures> lock(String subject);

    void keep(String subject, Failures failures);

    void forget(String subject);

    /** Forgets all failures whose last was before an instant. */
    void forgetBefore(Instant last);

    boolean knows(AccountId account, String deviceHash);

    /** Remembers a browser, or that it was seen again. */
    void remember(AccountId account, String deviceHash, Instant at);

    /** Forgets some of the browsers that were seen last before an instant, at most so many; returns how many. */
    int forgetDevices(Instant seenBefore, int limit);
}
