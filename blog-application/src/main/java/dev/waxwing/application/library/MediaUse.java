package dev.waxwing.application.library;

import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.Slug;

/** A post that shows a file, whatever its status. */
public record MediaUse(PostId post, String title, Slug slug, Post.Status status) {}
