package dev.waxwing.adapter.web.planted;

import jakarta.inject.Inject;

/** A use case at the edge. */
public final class Misplaced {
    @Inject
    public Misplaced() {}

    public void handle(String command) {}
}
