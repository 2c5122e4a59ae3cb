package dev.waxwing.application.planted;

/** Manages. */
public final class PostManager {}
