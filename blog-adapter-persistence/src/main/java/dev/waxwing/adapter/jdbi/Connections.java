package dev.waxwing.adapter.jdbi;

/**
 * The connections to the database at a moment.
 *
 * @param most how many there may be
 * @param waiting how many threads wait for one
 */
public record Connections(int active, int idle, int most, int waiting) {}
