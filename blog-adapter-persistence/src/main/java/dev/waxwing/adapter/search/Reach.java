package dev.waxwing.adapter.search;

/** How far from the words of a query a match may be: one step after the other, until there is enough to show. */
enum Reach {
    /** All words, in the same form or with the same stem, or beginning with the last one. */
    AS_WRITTEN(5),
    /** All words, or such as differ in a letter or two; the former come first. */
    NEARLY(1),
    /** At least half of the words. */
    SOME_WORDS(0);

    private final int enough;

    Reach(int enough) {
        this.enough = enough;
    }

    /** How many posts must be found so that nothing further is tried. */
    int enough() {
        return enough;
    }
}
