package dev.waxwing.domain.redirect;

import dev.waxwing.domain.shared.AggregateRoot;
import dev.waxwing.domain.shared.BlogException;
import java.time.Instant;

/** An address that readers may still know, and where it leads now, permanently (RFC 9110, section 15.4.2). */
public final class Redirect extends AggregateRoot<RedirectEvent> {

    /** Why a redirect exists. */
    public enum Reason {
        /** Something on this site was given another address. */
        MOVED,
        /** The address comes from the blog's former home. */
        IMPORTED,
        /** Somebody wrote it by hand. */
        WRITTEN
    }

    /** The whole state in one value: the only door for adapters that store redirects. */
    public record State(SitePath from, Target target, Reason reason, Instant since, long version) {}

    private State state;

    private Redirect(State state) {
        this.state = state;
    }

    /** @throws BlogException.Invalid if it would lead to itself, or away from the front page */
    public static Redirect add(SitePath from, Target target, Reason reason, Instant now) {
        requireSound(from, target);
        Redirect redirect = new Redirect(new State(from, target, reason, now, 0));
        redirect.raise(new RedirectEvent.Added(from, now));
        return redirect;
    }

    public static Redirect restore(State state) {
        return new Redirect(state);
    }

    /** @throws BlogException.Invalid if it would lead to itself */
    public void leadTo(Target target, Reason reason, Instant now) {
        requireSound(state.from(), target);
        if (target.equals(state.target())) {
            return;
        }
        state = new State(state.from(), target, reason, now, state.version());
        raise(new RedirectEvent.Retargeted(state.from(), now));
    }

    /** Records that the address is given up; the caller then removes it from the repository. */
    public void remove(Instant now) {
        raise(new RedirectEvent.Removed(state.from(), now));
    }

    public SitePath from() {
        return state.from();
    }

    public State state() {
        return state;
    }

    private static void requireSound(SitePath from, Target target) {
        if (target instanceof Target.ToPath to && to.path().equals(from)) {
            throw new BlogException.Invalid("target", "'%s' would lead to itself".formatted(from));
        }
        if (from.value().equals("/")) {
            throw new BlogException.Invalid("path", "The front page cannot lead elsewhere");
        }
    }
}
