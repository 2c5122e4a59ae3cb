package dev.waxwing.application.token;

import dev.waxwing.application.account.AccountRepository;
import dev.waxwing.application.shared.IdGenerator;
import dev.waxwing.application.shared.TokenGenerator;
import dev.waxwing.application.shared.UnitOfWork;
import java.time.Clock;

/** Everything that can be done with personal tokens, wired by hand: for embedding, for tests and for the bootstrap. */
public record ApiTokenUseCases(
        IssueApiToken issue, RevokeApiToken revoke, RecogniseApiToken recognise, ApiTokenQueries queries) {

    public static ApiTokenUseCases of(
            ApiTokenRepository apiTokens,
            ApiTokenQueries queries,
            AccountRepository accounts,
            TokenGenerator secrets,
            IdGenerator ids,
            UnitOfWork work,
            Clock clock) {
        return new ApiTokenUseCases(
                new IssueApiToken(apiTokens, secrets, ids, work, clock),
                new RevokeApiToken(apiTokens, work, clock),
                new RecogniseApiToken(apiTokens, accounts, clock),
                queries);
    }
}
