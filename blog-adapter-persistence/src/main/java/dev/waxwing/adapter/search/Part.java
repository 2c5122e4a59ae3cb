package dev.waxwing.adapter.search;

/** What of a post is searched. Each part is indexed twice: its words as written, and their stems. */
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

    /** The field of the words as written, but for case, accents and width. */
    String words() {
        return switch (this) {
            case TITLE -> "title";
            case TAGS -> "tags";
            case TEXT -> "text";
        };
    }

    /** The field of the stems, as the language of the post forms them. */
    String stems() {
        return words() + ".stems";
    }
}
