package dev.waxwing.planted;

/** Lives in none of the layers. */
public final class Homeless {}
