package dev.waxwing.application.token;

import dev.waxwing.application.shared.IdGenerator;
import dev.waxwing.application.shared.Token;
import dev.waxwing.application.shared.TokenGenerator;
import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.AccountId;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.token.ApiToken;
import dev.waxwing.domain.token.ApiTokenId;
import dev.waxwing.domain.token.Scope;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Use case: make a token with which a program acts in one's own name. */
public final class IssueApiToken {
    /** @param life for how long it is good */
    public record Command(Actor actor, String name, Set<Scope> scopes, Duration life) {}

    private final ApiTokenRepository apiTokens;
    private final TokenGenerator secrets;
    private final IdGenerator ids;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public IssueApiToken(
            ApiTokenRepository apiTokens, TokenGenerator secrets, IdGenerator ids, UnitOfWork work, Clock clock) {
        this.apiTokens = apiTokens;
        this.secrets = secrets;
        this.ids = ids;
        this.work = work;
        this.clock = clock;
    }

    /** Returns the secret, which nobody is ever told again. */
    public Token handle(Command command) {
        AccountId owner = command.actor()
                .account()
                .orElseThrow(() -> new BlogException.Forbidden("Only somebody with an account has tokens"));
        Token secret = secrets.next();
        Instant now = clock.instant();
        work.run(() -> apiTokens.save(ApiToken.issue(
                new ApiTokenId(ids.next()),
                owner,
                command.name(),
                secret.hash(),
                command.scopes(),
                now.plus(command.life()),
                now)));
        return secret;
    }
}
