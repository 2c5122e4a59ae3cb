package dev.waxwing.domain.author;

import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Text;
import dev.waxwing.domain.shared.WebAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What readers learn of an author.
 *
 * @param name 1 to 100 characters on one line
 * @param biography plain text, at most 2,000 characters, may be empty
 * @param links at most 10 places where the author is found elsewhere
 */
public record Profile(
        String name,
        String biography,
        List<Link> links,
        @Nullable MediaAddress avatar) {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_BIOGRAPHY = 2_000;
    private static final int MOST_LINKS = 10;

    /** A place elsewhere, under the word that readers see. */
    public record Link(String label, WebAddress address) {
        private static final int LONGEST_LABEL = 60;

        public Link {
            label = Text.line("label", label, LONGEST_LABEL);
        }
    }

    /** @throws BlogException.Invalid if a part breaks its rule */
    public Profile {
        name = Text.line("name", name, LONGEST_NAME);
        biography = Text.lines("biography", biography, LONGEST_BIOGRAPHY);
        links = List.copyOf(links);
        if (links.size() > MOST_LINKS) {
            throw new BlogException.Invalid("links", "At most %d links are allowed".formatted(MOST_LINKS));
        }
    }

    public static Profile named(String name) {
        return new Profile(name, "", List.of(), null);
    }
}
