package dev.waxwing.application.archive;

/**
 * Something the owner should know about a file that was imported all the same.
 *
 * @param line counted from 1, 0 if it is about the whole file
 */
public record Note(int line, String reason) {}
