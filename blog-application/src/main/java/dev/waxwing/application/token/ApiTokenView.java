package dev.waxwing.application.token;

import dev.waxwing.domain.token.ApiTokenId;
import dev.waxwing.domain.token.Scope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A personal token as its owner sees it; the secret is kept nowhere.
 *
 * @param lastUsed null until it is used
 */
public record ApiTokenView(
        ApiTokenId id,
        String name,
        List<Scope> scopes,
        Instant issued,
        Instant expires,
        @Nullable Instant lastUsed) {
    public ApiTokenView {
        scopes = List.copyOf(scopes);
    }
}
