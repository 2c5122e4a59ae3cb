package dev.waxwing.domain.tag;

import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Text;

/** A tag as readers see it: 1 to 100 characters on one line. */
public record TagName(String value) {
    private static final int LONGEST = 100;

    /** @throws BlogException.Invalid if it is empty or longer */
    public TagName {
        value = Text.line("tag", value, LONGEST);
    }

    @Override
    public String toString() {
        return value;
    }
}
