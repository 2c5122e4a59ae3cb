package dev.waxwing.adapter.web;

import dev.waxwing.adapter.web.post.PostActs;
import dev.waxwing.application.author.AuthorUseCases;
import dev.waxwing.application.tag.TagUseCases;
import dev.waxwing.application.token.ApiTokenUseCases;

/** What the door for programs asks of the application. */
public record ProgramSite(PostActs posts, TagUseCases tags, AuthorUseCases authors, ApiTokenUseCases tokens) {}
