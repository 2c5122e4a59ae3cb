package dev.waxwing.application.planted;

/** A port that is a class. */
public final class PlantedRepository {}
