package dev.waxwing.adapter.secret;

import dev.waxwing.application.shared.Token;
import dev.waxwing.application.shared.TokenGenerator;
import java.security.SecureRandom;
import java.util.Base64;

/** Tokens of the system's own source of chance. */
public final class RandomTokens implements TokenGenerator {
    private static final int BYTES = 32;

    private final SecureRandom chance = new SecureRandom();

    @Override
    public Token next() {
        byte[] bytes = new byte[BYTES];
        chance.nextBytes(bytes);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
}
