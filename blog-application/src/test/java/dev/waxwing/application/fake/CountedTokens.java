package dev.waxwing.application.fake;

import dev.waxwing.application.shared.Token;
import dev.waxwing.application.shared.TokenGenerator;
import java.util.concurrent.atomic.AtomicLong;

/** Tokens that are counted instead of left to chance, so that runs are repeatable. */
public final class CountedTokens implements TokenGenerator {
    private final AtomicLong count = new AtomicLong();

    @Override
    public Token next() {
        return new Token("token-" + count.incrementAndGet());
    }
}
