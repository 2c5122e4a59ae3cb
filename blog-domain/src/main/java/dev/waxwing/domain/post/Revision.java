package dev.waxwing.domain.post;

import dev.waxwing.domain.author.AuthorId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One state of a post's content, and who wrote it when.
 *
 * @param number counts from 1 within the post
 * @param by nobody, if the operator of the blog wrote it, for example by an import
 */
public record Revision(
        int number, Content content, @Nullable AuthorId by, Instant at) {}
