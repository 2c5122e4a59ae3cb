package dev.waxwing.application.audit;

import java.time.Instant;

/**
 * An act as administrators read of it.
 *
 * @param number later acts have higher ones
 * @param act such as {@code Post.Published}
 * @param subject to what it was done, such as the identity of a post
 * @param name what people call the subject now, such as the title of a post; empty if it has no name
 * @param detail lines of {@code name=value}, may be empty
 */
public record AuditEntry(
        long number, Instant at, Occasion occasion, String act, String subject, String name, String detail) {

    /** The same act, with another name of its subject. */
    public AuditEntry called(String other) {
        return new AuditEntry(number, at, occasion, act, subject, other, detail);
    }
}
