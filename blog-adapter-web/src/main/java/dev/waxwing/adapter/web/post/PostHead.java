package dev.waxwing.adapter.web.post;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.waxwing.adapter.web.shared.Dates;
import dev.waxwing.adapter.web.shared.Head;
import dev.waxwing.adapter.web.shared.Head.Alternate;
import dev.waxwing.adapter.web.shared.Head.Property;
import dev.waxwing.adapter.web.shared.Json;
import dev.waxwing.adapter.web.shared.Links;
import dev.waxwing.adapter.web.shared.Picture;
import dev.waxwing.application.post.PostSummary;
import dev.waxwing.application.post.PostSummary.Byline;
import dev.waxwing.application.post.PostSummary.Label;
import dev.waxwing.application.post.PostView;
import dev.waxwing.application.post.Translation;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.site.Site;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a post says of itself to machines: Open Graph and JSON-LD in the words of schema.org. */
final class PostHead {
    private final Site site;
    private final PostView post;
    private final PostSummary summary;
    private final List<Translation> translations;
    private final Dates dates;

    private PostHead(PostView post, List<Translation> translations, Site site) {
        this.site = site;
        this.post = post;
        this.summary = post.summary();
        this.translations = translations;
        this.dates = Dates.of(site);
    }

    /** @param translations the published ones, the post itself among them */
    static Head of(PostView post, List<Translation> translations, Site site) {
        return new PostHead(post, translations, site).head();
    }

    private Head head() {
        String address = Links.post(summary.slug());
        String canonical = post.canonical() == null ? address : post.canonical().value();
        return Head.of(summary.title(), canonical)
                .describedBy(summary.excerpt())
                .with(properties())
                .alternating(alternates())
                .with(summary.cover() == null ? null : Picture.of(summary.cover()))
                .withData(Json.object(this::describe));
    }

    private List<Property> properties() {
        List<Property> properties = new ArrayList<>();
        properties.add(new Property("og:type", "article"));
        properties.add(new Property("article:published_time", dates.machine(summary.publishedAt())));
        properties.add(new Property("article:modified_time", dates.machine(summary.updatedAt())));
        summary.tags().forEach(tag -> properties.add(new Property("article:tag", tag.name())));
        return properties;
    }

    /**
     * Each translation names all, itself too. Search engines pass over a name that is not returned, so a post that belongs to
     * another site neither names others nor is named.
     */
    private List<Alternate> alternates() {
        List<Translation> ours = translations.stream().filter(this::belongsHere).toList();
        boolean named = ours.stream().map(Translation::post).anyMatch(summary.id()::equals);
        if (!named || ours.size() < 2) {
            return List.of();
        }
        return ours.stream()
                .map(translation ->
                        new Alternate(translation.language(), site.absolute(Links.post(translation.slug()))))
                .toList();
    }

    private boolean belongsHere(Translation translation) {
        return translation.canonical() == null
                || translation.canonical().value().equals(site.absolute(Links.post(translation.slug())));
    }

    private void describe(JsonGenerator json) throws IOException {
        boolean article = summary.kind() == Post.Kind.ARTICLE;
        String address = site.absolute(Links.post(summary.slug()));
        json.writeStringField("@context", "https://schema.org");
        json.writeStringField("@type", article ? "BlogPosting" : "WebPage");
        json.writeStringField(article ? "headline" : "name", summary.title());
        json.writeStringField("url", address);
        json.writeStringField("mainEntityOfPage", address);
        json.writeStringField("description", summary.excerpt());
        json.writeStringField("datePublished", dates.machine(summary.publishedAt()));
        json.writeStringField("dateModified", dates.machine(summary.updatedAt()));
        json.writeStringField("inLanguage", summary.language().value());
        if (summary.cover() != null) {
            json.writeStringField(
                    "image", site.absolute(summary.cover().picture().value()));
        }
        authors(json);
        tags(json);
    }

    private void authors(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("author");
        for (Byline author : summary.authors()) {
            json.writeStartObject();
            json.writeStringField("@type", "Person");
            json.writeStringField("name", author.name());
            json.writeStringField("url", site.absolute(Links.author(author.handle())));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void tags(JsonGenerator json) throws IOException {
        Json.strings(json, "keywords", summary.tags().stream().map(Label::name).toList());
    }
}
