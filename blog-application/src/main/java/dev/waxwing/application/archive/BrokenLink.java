package dev.waxwing.application.archive;

/**
 * A link within the blog that leads nowhere.
 *
 * @param source the file whose post has the link
 * @param address as it stands in the rendered post
 */
public record BrokenLink(String source, String address) {}
