package dev.waxwing.application.fake;

import dev.waxwing.application.account.PasswordHasher;
import dev.waxwing.domain.account.Password;
import dev.waxwing.domain.account.PasswordHash;
import java.util.Optional;

/** Writes passwords backwards: quick, for tests and trials alone. */
public final class PlainPasswordHasher implements PasswordHasher {
    @Override
    public PasswordHash hash(Password password) {
        return new PasswordHash(reversed(password.value()));
    }

    @Override
    public boolean matches(String typed, Optional<PasswordHash> kept) {
        return kept.filter(hash -> hash.value().equals(reversed(typed))).isPresent();
    }

    private static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }
}
