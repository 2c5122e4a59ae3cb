package dev.waxwing.application.token;

import dev.waxwing.application.shared.Token;
import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.AccountId;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.shared.BlogException;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** Use case: create something for a program once, even if it asks again because the answer got lost. */
public final class CreateOnce {
    private static final int LONGEST_KEY = 255;

    /**
     * @param key chosen by the program, 1 to 255 characters
     * @param request what was asked for, to tell a repetition from another use of the key
     * @param creation returns the identity of what it has created
     */
    public record Command(Actor actor, String key, String request, Supplier<String> creation) {}

    private final CreationStore creations;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public CreateOnce(CreationStore creations, UnitOfWork work, Clock clock) {
        this.creations = creations;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Returns the identity of what was created, now or before.
     *
     * @throws BlogException.Invalid if the key is too long, or was used for something else
     */
    public String handle(Command command) {
        if (command.key().isBlank() || command.key().length() > LONGEST_KEY) {
            throw new BlogException.Invalid("Idempotency-Key", "An Idempotency-Key has 1 to 255 characters");
        }
        AccountId owner = command.actor()
                .account()
                .orElseThrow(() -> new BlogException.Forbidden("Only programs with a token have keys"));
        String key = new Token(command.key()).hash();
        String fingerprint = new Token(command.request()).hash();
        return work.execute(() -> {
            Optional<CreationStore.Creation> before = creations.find(owner, key);
            before.filter(creation -> !creation.fingerprint().equals(fingerprint))
                    .ifPresent(other -> {
                        throw new BlogException.Invalid(
                                "Idempotency-Key",
                                "This Idempotency-Key was used for another request; choose a new one");
                    });
            return before.map(CreationStore.Creation::subject)
                    .orElseGet(() -> create(command, owner, key, fingerprint));
        });
    }

    private String create(Command command, AccountId owner, String key, String fingerprint) {
        String subject = command.creation().get();
        creations.remember(new CreationStore.Creation(owner, key, fingerprint, subject, clock.instant()));
        return subject;
    }
}
