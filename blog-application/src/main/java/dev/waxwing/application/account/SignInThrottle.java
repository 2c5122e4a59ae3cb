package dev.waxwing.application.account;

import dev.waxwing.application.shared.Token;
import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Account;
import dev.waxwing.domain.account.AccountId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Slows down whoever guesses passwords, and nobody else: failures are counted for the e-mail address and for the network
 * address. A browser in which the account was signed in to before counts for itself, so that nobody can keep the owner out
 * by guessing. Addresses without an account are counted alike, and so tell nothing.
 */
final class SignInThrottle {
    /** How often one may be wrong before one has to wait; many people may share a network address. */
    private static final int FREE = 5;

    private static final int FREE_FOR_NETWORK = 30;

    private final SignInStore store;
    private final UnitOfWork work;
    private final Clock clock;

    /** Under what an attempt counts. */
    private record Subject(String hash, int free) {
        static Subject of(String kind, String name, int free) {
            return new Subject(new Token(kind + " " + name).hash(), free);
        }
    }

    /** An attempt that counts as failed until it has succeeded: many at once must not slip through. */
    final class Attempt {
        private final List<Subject> subjects;
        private final Duration pause;

        private Attempt(List<Subject> subjects, Duration pause) {
            this.subjects = subjects;
            this.pause = pause;
        }

        /** How long to wait first; zero if the attempt may be made. */
        Duration pause() {
            return pause;
        }

        void succeeded() {
            subjects.forEach(subject -> store.forget(subject.hash()));
        }
    }

    SignInThrottle(SignInStore store, UnitOfWork work, Clock clock) {
        this.store = store;
        this.work = work;
        this.clock = clock;
    }

    Attempt begin(String email, Client client, Optional<Account> account, Optional<Token> device) {
        return begin(subjects(email, client, account, device));
    }

    /** Somebody who is signed in and says their password again; whoever guesses here keeps nobody from signing in. */
    Attempt begin(AccountId account) {
        return begin(List.of(Subject.of("present", account.toString(), FREE)));
    }

    private Attempt begin(List<Subject> subjects) {
        Instant now = clock.instant();
        return work.execute(() -> {
            List<Failures> before = subjects.stream()
                    .map(subject -> store.lock(subject.hash()).orElseGet(() -> Failures.none(now)))
                    .toList();
            List<Duration> pauses = new ArrayList<>();
            for (int i = 0; i < subjects.size(); i++) {
                pauses.add(before.get(i).pause(subjects.get(i).free(), now));
            }
            Duration longest = pauses.stream().max(Comparator.naturalOrder()).orElse(Duration.ZERO);
            if (longest.isZero()) {
                for (int i = 0; i < subjects.size(); i++) {
                    store.keep(subjects.get(i).hash(), before.get(i).andOneMore(now));
                }
            }
            return new Attempt(subjects, longest);
        });
    }

    private List<Subject> subjects(String email, Client client, Optional<Account> account, Optional<Token> device) {
        Optional<String> known = device.map(Token::hash)
                .filter(hash ->
                        account.filter(found -> store.knows(found.id(), hash)).isPresent());
        if (known.isPresent()) {
            return List.of(Subject.of("device", known.get(), FREE));
        }
        return List.of(
                Subject.of("account", email.strip().toLowerCase(Locale.ROOT), FREE),
                Subject.of("network", client.network(), FREE_FOR_NETWORK));
    }
}
