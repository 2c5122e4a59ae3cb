package dev.waxwing.adapter.web.post;

import dev.waxwing.application.author.AuthorQueries;
import dev.waxwing.application.post.ChangeSeenPost;
import dev.waxwing.application.post.PostUseCases;
import dev.waxwing.application.publication.ComposePost;
import dev.waxwing.application.publication.ReadPost;
import dev.waxwing.application.tag.FindOrCreateTags;
import dev.waxwing.application.token.CreateOnce;

/** What programs can do with posts: all that can be done with them, and what a program needs beside. */
public record PostActs(
        PostUseCases posts,
        ReadPost read,
        ChangeSeenPost changeSeen,
        ComposePost compose,
        FindOrCreateTags tags,
        AuthorQueries authors,
        CreateOnce once) {}
