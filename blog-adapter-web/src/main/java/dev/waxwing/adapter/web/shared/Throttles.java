package dev.waxwing.adapter.web.shared;

import dev.waxwing.application.throttle.Allowance;
import dev.waxwing.application.throttle.SpendAllowance;
import dev.waxwing.application.throttle.SpendAllowance.Charge;
import dev.waxwing.domain.account.AccountId;
import dev.waxwing.domain.shared.BlogException;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.List;

/** Counts what visitors and programs do that costs something, for their account and for where they come from. */
public final class Throttles {
    private final SpendAllowance allowances;

    @Inject
    public Throttles(SpendAllowance allowances) {
        this.allowances = allowances;
    }

    /**
     * To be called before files are brought to the library.
     *
     * @throws BlogException.TooOften if there were too many
     */
    public void upload(Context ctx, AccountId account, int files) {
        allowances.handle(new SpendAllowance.Command(List.of(
                new Charge(Allowance.UPLOADS_OF_AN_ACCOUNT, account.toString(), files),
                new Charge(Allowance.UPLOADS_FROM_A_NETWORK, Clients.of(ctx).network(), files))));
    }

    /**
     * To be called when somebody came with a secret that opens nothing. Whoever comes with a good one is never asked, so
     * nobody can keep them out; the secrets are too long to be guessed at any speed, and what is saved is the work.
     *
     * @throws BlogException.TooOften if there were too many
     */
    public void wrongSecret(Context ctx) {
        try {
            allowances.handle(new SpendAllowance.Command(List.of(new Charge(
                    Allowance.WRONG_SECRETS_FROM_A_NETWORK, Clients.of(ctx).network(), 1))));
        } catch (BlogException.Full | BlogException.Unavailable ignored) {
            // What is wrong is refused as wrong, whether it can be counted or not.
        }
    }
}
