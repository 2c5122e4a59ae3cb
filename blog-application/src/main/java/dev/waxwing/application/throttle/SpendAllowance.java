package dev.waxwing.application.throttle;

import dev.waxwing.application.shared.Token;
import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.shared.BlogException;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Use case: count what somebody does, and refuse it when it is too much. It is remembered over restarts, and on each node. */
public final class SpendAllowance {
    /**
     * What is done, by whom, and how often.
     *
     * @param who an account or a network, as a text that is the same each time
     */
    public record Charge(Allowance allowance, String who, int times) {
        private String subject() {
            return new Token(allowance + " " + who).hash();
        }
    }

    public record Command(List<Charge> charges) {
        public Command {
            charges = List.copyOf(charges);
        }
    }

    private final AllowanceStore store;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public SpendAllowance(AllowanceStore store, UnitOfWork work, Clock clock) {
        this.store = store;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Counts all of it, or nothing.
     *
     * @throws BlogException.TooOften if one of them is too much; whoever goes on all the same makes the blog read and not write
     */
    public void handle(Command command) {
        Instant now = clock.instant();
        for (Charge charge : command.charges()) {
            charge.allowance().spent(store.find(charge.subject()).orElse(now), charge.times(), now);
        }
        work.run(() -> command.charges().forEach(charge -> spend(charge, now)));
    }

    private void spend(Charge charge, Instant now) {
        Instant usedUntil = store.lock(charge.subject()).orElse(now);
        store.keep(charge.subject(), charge.allowance().spent(usedUntil, charge.times(), now));
    }
}
