package dev.waxwing.adapter.web.planted;

import dev.waxwing.adapter.jdbi.JdbiPersistence;

/** Visits another adapter. */
public final class Neighbour {
    JdbiPersistence visited;
}
