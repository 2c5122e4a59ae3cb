package dev.waxwing.application.fake;

import dev.waxwing.application.account.PasswordHasher;
import dev.waxwing.domain.account.Password;
import dev.waxwing.domain.account.PasswordHash;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Writes passwords backwards: quick, for tests and trials alone. Counts how often it was asked. */
public final class PlainPasswordHasher implements PasswordHasher {
    private static final String WEAK = "weak:";

    private final AtomicInteger comparisons = new AtomicInteger();

    @Override
    public PasswordHash hash(Password password) {
        return new PasswordHash(reversed(password.value()));
    }

    /** How many passwords were compared, or would have been. */
    public int comparisons() {
        return comparisons.get();
    }

    @Override
    public boolean matches(String typed, Optional<PasswordHash> kept) {
        comparisons.incrementAndGet();
        return kept.filter(hash -> hash.value().replace(WEAK, "").equals(reversed(typed)))
                .isPresent();
    }

    @Override
    public boolean isWeak(PasswordHash kept) {
        return kept.value().startsWith(WEAK);
    }

    /** As it was made in former days. */
    public static PasswordHash weak(Password password) {
        return new PasswordHash(WEAK + reversed(password.value()));
    }

    private static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }
}
