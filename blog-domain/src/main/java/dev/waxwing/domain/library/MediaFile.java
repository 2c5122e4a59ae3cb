package dev.waxwing.domain.library;

import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.shared.AggregateRoot;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Text;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A file in the library: what it was called where it came from, what it shows, and who brought it. */
public final class MediaFile extends AggregateRoot<MediaEvent> {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ALT = 500;
    private static final String NAMELESS = "file";

    /**
     * The whole state in one value: the only door for adapters that store files.
     *
     * @param name the last part of its former path; at most 200 characters
     * @param alt what it shows, for those who do not see it; at most 500 characters, empty while nobody has said it
     * @param bytes its size
     * @param by nobody, if the operator of the blog brought it, for example by an import
     */
    public record State(
            MediaAddress address,
            String name,
            String alt,
            long bytes,
            @Nullable AuthorId by,
            Instant at,
            long version) {

        private State with(String alt) {
            return new State(address, name, alt, bytes, by, at, version);
        }
    }

    private State state;

    private MediaFile(State state) {
        this.state = state;
    }

    /**
     * A file that has just come in.
     *
     * @param path as a browser or an archive names it; what stands before the last slash is left out
     * @throws BlogException.Invalid if the description is too long
     */
    public static MediaFile add(
            MediaAddress address, String path, String alt, long bytes, @Nullable AuthorId by, Instant now) {
        MediaFile file = new MediaFile(new State(address, name(path), alt(alt), bytes, by, now, 0));
        file.raise(new MediaEvent.Added(address, file.state.name(), now));
        return file;
    }

    public static MediaFile restore(State state) {
        return new MediaFile(state);
    }

    /**
     * Refuses to go on with a file that is not as it was seen.
     *
     * @param seen empty to not ask
     * @throws BlogException.Conflict if it has another version
     */
    public void requireVersion(OptionalLong seen) {
        if (seen.orElse(state.version()) != state.version()) {
            throw new BlogException.Conflict("Somebody else has described the file meanwhile");
        }
    }

    /**
     * Says what the file shows.
     *
     * @throws BlogException.Invalid if the description has more than 500 characters
     */
    public void describe(String alt, Instant now) {
        String said = alt(alt);
        if (said.equals(state.alt())) {
            return;
        }
        state = state.with(said);
        raise(new MediaEvent.Described(state.address(), said, now));
    }

    /** Takes it out of the library for ever; the repository is told to remove it as well. */
    public void remove(Instant now) {
        raise(new MediaEvent.Removed(state.address(), state.name(), now));
    }

    public MediaAddress address() {
        return state.address();
    }

    public State state() {
        return state;
    }

    /** Of a long name the end is kept, since it tells the kind. */
    private static String name(String path) {
        String last = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        String name = line("name", Text.legible(last), Integer.MAX_VALUE);
        String end = name.substring(Math.max(0, name.length() - LONGEST_NAME));
        boolean torn = !end.isEmpty() && Character.isLowSurrogate(end.charAt(0));
        return end.isEmpty() ? NAMELESS : end.substring(torn ? 1 : 0);
    }

    private static String alt(String text) {
        return line("alt", text, LONGEST_ALT);
    }

    private static String line(String field, String text, int longest) {
        return Text.lines(field, text, longest).replace('\n', ' ');
    }
}
