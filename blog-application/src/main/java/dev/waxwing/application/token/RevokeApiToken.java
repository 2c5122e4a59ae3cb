package dev.waxwing.application.token;

import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.token.ApiToken;
import dev.waxwing.domain.token.ApiTokenId;
import jakarta.inject.Inject;
import java.time.Clock;

/** Use case: let a token of one's own open nothing any more. */
public final class RevokeApiToken {
    public record Command(Actor actor, ApiTokenId token) {}

    private final ApiTokenRepository apiTokens;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public RevokeApiToken(ApiTokenRepository apiTokens, UnitOfWork work, Clock clock) {
        this.apiTokens = apiTokens;
        this.work = work;
        this.clock = clock;
    }

    /** @throws BlogException.NotFound if there is none, or it is somebody else's */
    public void handle(Command command) {
        work.run(() -> {
            ApiToken token = apiTokens.get(command.token());
            if (command.actor().account().filter(token.state().owner()::equals).isEmpty()) {
                throw new BlogException.NotFound("token", command.token());
            }
            token.revoke(clock.instant());
            apiTokens.save(token);
        });
    }
}
