package dev.waxwing.adapter.archive;

/** Something about a file that its owner should know although the file could be read; lines count from 1. */
record Remark(int line, String text) {}
