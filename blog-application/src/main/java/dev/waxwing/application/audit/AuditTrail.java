package dev.waxwing.application.audit;

import java.time.Instant;

/**
 * Port: the record of every act that changed something. What happens to aggregates is recorded by itself, when they are saved
 * with their events; this door is for acts that leave no event. Both are part of the unit of work: there is no act without
 * its entry, and no entry of an act that was undone.
 */
@FunctionalInterface
public interface AuditTrail {

    /**
     * @param act in the form {@code Thing.PastTense}, such as {@code Account.SignedIn}; at most 50 characters
     * @param subject to what it was done, such as an identity
     */
    void record(String act, String subject, Instant at);
}
