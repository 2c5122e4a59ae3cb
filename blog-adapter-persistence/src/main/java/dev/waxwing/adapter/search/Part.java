package dev.waxwing.adapter.search;

import java.util.Locale;

/** What of a post is searched. */
enum Part {
    TITLE(4),
    TAGS(3),
    TEXT(1);

    private final float weight;

    Part(float weight) {
        this.weight = weight;
    }

    /** How much a match in this part counts. */
    float weight() {
        return weight;
    }

    /** The field it is kept in. */
    String field() {
        return name().toLowerCase(Locale.ROOT);
    }
}
