package dev.waxwing.domain.post;

import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Text;

/** A post's title: 1 to 300 characters on one line. Titles need not be unique. */
public record Title(String value) {
    public static final int LONGEST = 300;

    /** @throws BlogException.Invalid if it is empty or longer */
    public Title {
        value = Text.line("title", value, LONGEST);
    }

    @Override
    public String toString() {
        return value;
    }
}
