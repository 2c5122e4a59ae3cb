package dev.waxwing.application.token;

import dev.waxwing.domain.account.AccountId;
import java.time.Instant;
import java.util.Optional;

/** Port: what programs have created under keys of their own, so that a request sent twice creates once. */
public interface CreationStore {

    /**
     * Something that was created.
     *
     * @param keyHash of the key that the program chose
     * @param fingerprint of what was sent
     * @param subject the identity of what was created
     */
    record Creation(AccountId owner, String keyHash, String fingerprint, String subject, Instant at) {}

    Optional<Creation> find(AccountId owner, String keyHash);

    /** @throws dev.waxwing.domain.shared.BlogException.Conflict if the key was used meanwhile */
    void remember(Creation creation);

    /** Forgets some of what was created before an instant, at most so many; returns how many. */
    int forgetBefore(Instant at, int limit);
}
