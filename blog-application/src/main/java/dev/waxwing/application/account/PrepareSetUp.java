package dev.waxwing.application.account;

import dev.waxwing.application.shared.Token;
import dev.waxwing.application.shared.TokenGenerator;
import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Actor;
import jakarta.inject.Inject;
import java.util.Optional;

/** Use case: make the code with which a blog without accounts gets its first administrator. */
public final class PrepareSetUp {
    public record Command(Actor actor) {}

    private final AccountQueries accounts;
    private final SetUpStore store;
    private final TokenGenerator tokens;
    private final UnitOfWork work;

    @Inject
    public PrepareSetUp(AccountQueries accounts, SetUpStore store, TokenGenerator tokens, UnitOfWork work) {
        this.accounts = accounts;
        this.store = store;
        this.tokens = tokens;
        this.work = work;
    }

    /** Returns a new code, which replaces the one before; nothing if there are accounts. */
    public Optional<Token> handle(Command command) {
        command.actor().requireMayAdminister();
        return work.execute(() -> {
            if (!accounts.none()) {
                return Optional.empty();
            }
            Token code = tokens.next();
            store.keep(code.hash());
            return Optional.of(code);
        });
    }
}
