package dev.waxwing.application.archive;

import dev.waxwing.application.tag.FindOrCreateTags;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.tag.TagId;
import dev.waxwing.domain.tag.TagName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tags and authors of posts that are stored together, each looked for once. Used inside one unit of work. */
final class Credits {
    private final Map<TagName, TagId> knownTags = new HashMap<>();
    private final Map<ArchivedAuthor, AuthorId> knownAuthors = new HashMap<>();
    private final FindOrCreateTags tags;
    private final Bylines bylines;

    Credits(FindOrCreateTags tags, Bylines bylines) {
        this.tags = tags;
        this.bylines = bylines;
    }

    List<TagId> tags(ArchivedPost post) {
        return post.tags().stream()
                .map(name -> knownTags.computeIfAbsent(name, this::tag))
                .distinct()
                .toList();
    }

    List<AuthorId> authors(ArchivedPost post, String fallback) {
        return Bylines.names(post, fallback).stream()
                .map(author -> knownAuthors.computeIfAbsent(author, bylines::findOrRegister))
                .distinct()
                .toList();
    }

    private TagId tag(TagName name) {
        return tags.handle(new FindOrCreateTags.Command(List.of(name))).get(0);
    }
}
