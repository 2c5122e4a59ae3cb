package dev.waxwing.domain.tag;

import dev.waxwing.domain.shared.AggregateRoot;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.shared.Text;
import java.time.Instant;

/** A word under which posts are collected. */
public final class Tag extends AggregateRoot<TagEvent> {
    private static final int LONGEST_DESCRIPTION = 1_000;

    /** The whole state in one value: the only door for adapters that store tags. */
    public record State(TagId id, TagName name, Slug slug, String description, long version) {}

    private State state;

    private Tag(State state) {
        this.state = state;
    }

    public static Tag create(TagId id, TagName name, Slug slug, Instant now) {
        Tag tag = new Tag(new State(id, name, slug, "", 0));
        tag.raise(new TagEvent.Created(id, slug, now));
        return tag;
    }

    public static Tag restore(State state) {
        return new Tag(state);
    }

    /** Changes the word that readers see; its address stays. */
    public void rename(TagName name, Instant now) {
        if (name.equals(state.name())) {
            return;
        }
        state = new State(state.id(), name, state.slug(), state.description(), state.version());
        raise(new TagEvent.Renamed(state.id(), state.slug(), now));
    }

    /** @throws BlogException.Invalid if the description has more than 1,000 characters */
    public void describe(String description, Instant now) {
        String text = Text.lines("description", description, LONGEST_DESCRIPTION);
        if (text.equals(state.description())) {
            return;
        }
        state = new State(state.id(), state.name(), state.slug(), text, state.version());
        raise(new TagEvent.Described(state.id(), state.slug(), now));
    }

    /** Gives the tag's page another address; the old one is to lead there from now on. */
    public void moveTo(Slug slug, Instant now) {
        if (slug.equals(state.slug())) {
            return;
        }
        Slug from = state.slug();
        state = new State(state.id(), state.name(), slug, state.description(), state.version());
        raise(new TagEvent.Moved(state.id(), from, slug, now));
    }

    /**
     * Gives this tag up in favour of another one; the caller moves its posts and then removes it.
     *
     * @throws BlogException.Conflict if both are the same tag
     */
    public void mergeInto(TagId other, Instant now) {
        if (other.equals(state.id())) {
            throw new BlogException.Conflict("A tag cannot be merged into itself");
        }
        raise(new TagEvent.Merged(state.id(), state.slug(), other, now));
    }

    public TagId id() {
        return state.id();
    }

    public State state() {
        return state;
    }
}
