package dev.waxwing.adapter.web.gardening.planted;

/** A feature that the application knows nothing of. */
public final class Gardener {}
