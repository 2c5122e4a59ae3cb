package dev.waxwing.adapter.web.post;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.waxwing.adapter.web.shared.Json;
import dev.waxwing.adapter.web.shared.Links;
import dev.waxwing.application.post.DeskEntry;
import dev.waxwing.application.post.LinkedPost;
import dev.waxwing.application.post.PostDocument;
import dev.waxwing.application.post.PostSummary;
import dev.waxwing.application.site.SiteSettings;
import dev.waxwing.domain.post.Content;
import dev.waxwing.domain.post.Cover;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.Slug;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What programs get of posts, member by member, and what the members are called. */
final class PostJson {
    static final String TITLE = "title";
    static final String MARKDOWN = "markdown";
    static final String EXCERPT = "excerpt";
    static final String LANGUAGE = "language";
    static final String SLUG = "slug";
    static final String TAGS = "tags";
    static final String STATUS = "status";
    static final String PUBLISH_AT = "publishAt";
    static final String PUBLISHED_AT = "publishedAt";
    static final String COVER = "cover";
    static final String CANONICAL = "canonical";
    static final String BYLINE = "byline";

    private static final String EDITED_AT = "editedAt";

    private final SiteSettings settings;

    PostJson(SiteSettings settings) {
        this.settings = settings;
    }

    static String word(Post.Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    /** Enough of a post to go on with it. */
    void head(JsonGenerator json, PostDocument post) throws IOException {
        address(json, post.id(), post.slug());
        json.writeNumberField("version", post.version());
        json.writeStringField(STATUS, word(post.status()));
    }

    void document(JsonGenerator json, PostDocument post) throws IOException {
        Content content = post.content();
        head(json, post);
        json.writeStringField("changes", changes(post.changed(), post.submitted()));
        json.writeStringField(TITLE, content.title().value());
        json.writeStringField(MARKDOWN, content.body().markdown());
        json.writeStringField("html", content.body().html());
        json.writeStringField(EXCERPT, content.excerpt());
        json.writeStringField(LANGUAGE, content.language().value());
        cover(json, content.cover());
        json.writeStringField(
                CANONICAL,
                content.canonical() == null ? null : content.canonical().value());
        Json.strings(
                json,
                BYLINE,
                post.authors().stream().map(author -> author.handle().value()).toList());
        attribution(json, post.authors(), post.tags());
        translations(json, post.translations());
        instant(json, PUBLISH_AT, post.scheduledFor());
        instant(json, PUBLISHED_AT, post.publishedAt());
        instant(json, EDITED_AT, post.editedAt());
    }

    /** A post in the list of those that readers see. */
    void summary(JsonGenerator json, PostSummary post) throws IOException {
        address(json, post.id(), post.slug());
        json.writeStringField(TITLE, post.title());
        json.writeStringField(EXCERPT, post.excerpt());
        json.writeStringField(LANGUAGE, post.language().value());
        attribution(json, post.authors(), post.tags());
        instant(json, PUBLISHED_AT, post.publishedAt());
        instant(json, "updatedAt", post.updatedAt());
    }

    /** A post in a list of those that may be edited. */
    void entry(JsonGenerator json, DeskEntry post) throws IOException {
        address(json, post.id(), post.slug());
        json.writeStringField(STATUS, word(post.status()));
        json.writeStringField("changes", changes(post.changed(), post.submitted()));
        json.writeStringField(TITLE, post.title());
        attribution(json, post.authors(), post.tags());
        instant(json, PUBLISH_AT, post.scheduledFor());
        instant(json, PUBLISHED_AT, post.publishedAt());
        instant(json, EDITED_AT, post.editedAt());
    }

    private void address(JsonGenerator json, PostId post, Slug slug) throws IOException {
        json.writeStringField("id", post.toString());
        json.writeStringField(SLUG, slug.value());
        json.writeStringField("url", url(slug));
    }

    private String url(Slug slug) {
        return settings.current().absolute(Links.post(slug));
    }

    /** How text stands that readers of a published post do not see yet, if there is any. */
    private static @Nullable String changes(boolean changed, boolean submitted) {
        if (submitted) {
            return word(Post.Status.IN_REVIEW);
        }
        return changed ? word(Post.Status.DRAFT) : null;
    }

    private void translations(JsonGenerator json, List<LinkedPost> translations) throws IOException {
        json.writeArrayFieldStart("translations");
        for (LinkedPost translation : translations) {
            json.writeStartObject();
            json.writeStringField("id", translation.id().toString());
            json.writeStringField("url", url(translation.slug()));
            json.writeStringField(TITLE, translation.title());
            json.writeStringField(LANGUAGE, translation.language().value());
            json.writeStringField(STATUS, word(translation.status()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void attribution(JsonGenerator json, List<PostSummary.Byline> authors, List<PostSummary.Label> tags)
            throws IOException {
        Json.strings(
                json, "authors", authors.stream().map(PostSummary.Byline::name).toList());
        Json.strings(json, TAGS, tags.stream().map(PostSummary.Label::name).toList());
    }

    private static void cover(JsonGenerator json, @Nullable Cover cover) throws IOException {
        if (cover == null) {
            json.writeNullField(COVER);
            return;
        }
        json.writeObjectFieldStart(COVER);
        json.writeStringField("address", cover.picture().value());
        json.writeStringField("alt", cover.alt());
        json.writeEndObject();
    }

    private static void instant(JsonGenerator json, String field, @Nullable Instant at) throws IOException {
        json.writeStringField(field, at == null ? null : at.toString());
    }
}
