package dev.waxwing.adapter.archive;

/** The software that made a blog, by whose habits its files are read. */
enum Generator {
    HUGO("Hugo"),
    JEKYLL("Jekyll"),
    ZOLA("Zola"),
    PELICAN("Pelican"),
    PLAIN("a plain folder");

    private final String label;

    Generator(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Whether its posts stand in a folder of the name {@code content}. */
    boolean keepsContentApart() {
        return this == HUGO || this == ZOLA || this == PELICAN;
    }
}
