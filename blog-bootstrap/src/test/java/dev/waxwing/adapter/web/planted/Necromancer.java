package dev.waxwing.adapter.web.planted;

import dev.waxwing.domain.post.Post;
import java.util.function.Function;

/** Brings posts back to life behind the storage's back. */
public final class Necromancer {
    Function<Post.State, Post> spell = Post::restore;
}
