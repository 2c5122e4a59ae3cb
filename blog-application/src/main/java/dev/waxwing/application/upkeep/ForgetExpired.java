package dev.waxwing.application.upkeep;

import dev.waxwing.application.account.LinkStore;
import dev.waxwing.application.account.Session;
import dev.waxwing.application.account.SessionStore;
import dev.waxwing.application.account.SignInStore;
import dev.waxwing.application.post.PreviewRepository;
import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.application.throttle.AllowanceStore;
import dev.waxwing.application.token.ApiTokenRepository;
import dev.waxwing.application.token.CreationStore;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Use case: forget what has run out and opens nothing any more, so that it does not pile up. The audit trail and the change
 * feed keep what was done with it. Called by the clock, not by a person.
 */
public final class ForgetExpired {
    /** For so long a program may send a creation again under its key. */
    public static final Duration KEYS = Duration.ofDays(7);

    /** For so long the owner of a post may see that a preview link has expired. */
    static final Duration PREVIEWS = Duration.ofDays(30);

    /** For so long a program that is refused may be told apart from one that nobody ever knew. */
    static final Duration TOKENS = Duration.ofDays(90);

    /** A browser keeps the mark by which it is known for a year at most, and is given a new one at each sign-in. */
    static final Duration DEVICES = Duration.ofDays(400);

    /** Far longer than anybody has to wait for their next attempt. */
    static final Duration FAILURES = Duration.ofDays(2);

    private static final int BATCH = 500;

    private final SessionStore sessions;
    private final SignInStore signIns;
    private final LinkStore links;
    private final PreviewRepository previews;
    private final ApiTokenRepository tokens;
    private final CreationStore creations;
    private final AllowanceStore allowances;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public ForgetExpired(
            SessionStore sessions,
            SignInStore signIns,
            LinkStore links,
            PreviewRepository previews,
            ApiTokenRepository tokens,
            CreationStore creations,
            AllowanceStore allowances,
            UnitOfWork work,
            Clock clock) {
        this.sessions = sessions;
        this.signIns = signIns;
        this.links = links;
        this.previews = previews;
        this.tokens = tokens;
        this.creations = creations;
        this.allowances = allowances;
        this.work = work;
        this.clock = clock;
    }

    /** Forgets a batch, in which writers wait no longer than usual; returns how much of it there was, 0 at the end. */
    public int handle() {
        Instant now = clock.instant();
        return work.execute(() -> {
            sessions.forget(now.minus(Session.LONGEST_REST), now.minus(Session.LONGEST_LIFE));
            signIns.forgetBefore(now.minus(FAILURES));
            return links.forgetEnded(now, BATCH)
                    + signIns.forgetDevices(now.minus(DEVICES), BATCH)
                    + previews.forgetExpired(now.minus(PREVIEWS), BATCH)
                    + tokens.forgetEnded(now.minus(TOKENS), BATCH)
                    + creations.forgetBefore(now.minus(KEYS), BATCH)
                    + allowances.forgetBefore(now, BATCH);
        });
    }
}
