package dev.waxwing.adapter.web;

import dev.waxwing.application.account.AccountUseCases;
import dev.waxwing.application.author.AuthorQueries;
import dev.waxwing.application.post.MarkdownRenderer;
import dev.waxwing.application.post.PostUseCases;
import dev.waxwing.application.post.PreviewUseCases;
import dev.waxwing.application.shared.TokenGenerator;
import dev.waxwing.application.tag.TagUseCases;
import java.time.Clock;

/** What the desk, where people write, asks of the application. */
public record WritingSite(
        AccountUseCases accounts,
        TokenGenerator tokens,
        PostUseCases posts,
        PreviewUseCases previews,
        TagUseCases tags,
        AuthorQueries authors,
        MarkdownRenderer renderer,
        Clock clock) {}
