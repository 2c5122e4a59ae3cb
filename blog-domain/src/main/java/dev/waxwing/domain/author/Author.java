package dev.waxwing.domain.author;

import dev.waxwing.domain.shared.AggregateRoot;
import dev.waxwing.domain.shared.Slug;
import java.time.Instant;

/** Somebody under whose name posts appear; not the account with which somebody signs in. */
public final class Author extends AggregateRoot<AuthorEvent> {

    /** The whole state in one value: the only door for adapters that store authors. */
    public record State(AuthorId id, Slug handle, Profile profile, long version) {}

    private State state;

    private Author(State state) {
        this.state = state;
    }

    public static Author register(AuthorId id, Slug handle, Profile profile, Instant now) {
        Author author = new Author(new State(id, handle, profile, 0));
        author.raise(new AuthorEvent.Registered(id, handle, now));
        return author;
    }

    public static Author restore(State state) {
        return new Author(state);
    }

    public void changeProfile(Profile profile, Instant now) {
        if (profile.equals(state.profile())) {
            return;
        }
        state = new State(state.id(), state.handle(), profile, state.version());
        raise(new AuthorEvent.ProfileChanged(state.id(), state.handle(), now));
    }

    /** Gives the author's page another address; the old one is to lead there from now on. */
    public void moveTo(Slug handle, Instant now) {
        if (handle.equals(state.handle())) {
            return;
        }
        Slug from = state.handle();
        state = new State(state.id(), handle, state.profile(), state.version());
        raise(new AuthorEvent.Moved(state.id(), from, handle, now));
    }

    public AuthorId id() {
        return state.id();
    }

    public State state() {
        return state;
    }
}
