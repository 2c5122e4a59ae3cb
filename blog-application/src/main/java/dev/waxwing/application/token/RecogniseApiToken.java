package dev.waxwing.application.token;

import dev.waxwing.application.account.AccountRepository;
import dev.waxwing.application.shared.Token;
import dev.waxwing.domain.account.Account;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.token.ApiToken;
import dev.waxwing.domain.token.Scope;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Use case: tell in whose name a program acts that presents a token. */
public final class RecogniseApiToken {
    /** Noting each use would make every reading request write. */
    private static final Duration NOTED_AGAIN_AFTER = Duration.ofMinutes(1);

    public record Command(Token secret) {}

    /**
     * A program, the one in whose name it acts, and what it may do at most.
     *
     * @param name of both, such as {@code Ada (Backup)}
     */
    public record Program(String name, Actor actor, Set<Scope> scopes) {
        public Program {
            scopes = Set.copyOf(scopes);
        }
    }

    private final ApiTokenRepository apiTokens;
    private final AccountRepository accounts;
    private final Clock clock;

    @Inject
    public RecogniseApiToken(ApiTokenRepository apiTokens, AccountRepository accounts, Clock clock) {
        this.apiTokens = apiTokens;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Empty if no token has this secret, or it has expired, was revoked, or its owner may not sign in any more. */
    public Optional<Program> handle(Command command) {
        Instant now = clock.instant();
        return apiTokens
                .findByHash(command.secret().hash())
                .filter(token -> token.isGood(now))
                .flatMap(token -> program(token, now));
    }

    private Optional<Program> program(ApiToken token, Instant now) {
        Optional<Program> program = accounts.find(token.state().owner())
                .filter(owner -> owner.state().standing() == Account.Standing.ACTIVE)
                .map(owner -> new Program(
                        "%s (%s)"
                                .formatted(
                                        owner.state().person().name(),
                                        token.state().name()),
                        owner.actor(),
                        token.state().scopes()));
        Instant last = token.state().lastUsed();
        if (program.isPresent() && (last == null || last.plus(NOTED_AGAIN_AFTER).isBefore(now))) {
            apiTokens.used(token.id(), now);
        }
        return program;
    }
}
