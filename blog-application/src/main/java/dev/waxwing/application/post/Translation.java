package dev.waxwing.application.post;

import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.shared.Slug;

/** One of the posts that say the same in several languages, as the others name it. */
public record Translation(PostId post, Slug slug, String title, LanguageTag language) {}
