package dev.waxwing.application.post;

/** A published post with its words alone, as an index takes it in. */
public record SearchText(PostSummary summary, String text) {}
