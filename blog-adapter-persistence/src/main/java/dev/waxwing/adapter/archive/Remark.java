package dev.waxwing.adapter.archive;

/** Something about a file that its owner should know although the file could be read; lines count from 1. */
record Remark(int line, String text) {

    /** What is no text was taken out. */
    static Remark dropped(int line, int characters) {
        return new Remark(line, "%d character(s) dropped that cannot be shown".formatted(characters));
    }
}
