package dev.waxwing.adapter.web.feed;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.waxwing.adapter.web.feed.Feed.Entry;
import dev.waxwing.adapter.web.feed.Feed.Person;
import dev.waxwing.adapter.web.shared.Json;
import java.io.IOException;

/** A feed as JSON Feed 1.1. */
final class JsonFeed {
    private JsonFeed() {}

    static String write(Feed feed) {
        return Json.object(json -> {
            json.writeStringField("version", "https://jsonfeed.org/version/1.1");
            json.writeStringField("title", FeedXml.allowed(feed.title()));
            if (!feed.subtitle().isEmpty()) {
                json.writeStringField("description", FeedXml.allowed(feed.subtitle()));
            }
            json.writeStringField("home_page_url", feed.home());
            json.writeStringField("feed_url", feed.self(FeedFormat.JSON));
            json.writeStringField("language", feed.language().value());
            json.writeArrayFieldStart("items");
            for (Entry entry : feed.entries()) {
                item(json, entry);
            }
            json.writeEndArray();
        });
    }

    private static void item(JsonGenerator json, Entry entry) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", entry.id());
        json.writeStringField("url", entry.address());
        json.writeStringField("title", FeedXml.allowed(entry.title()));
        if (!entry.summary().isEmpty()) {
            json.writeStringField("summary", FeedXml.allowed(entry.summary()));
        }
        json.writeStringField("content_html", FeedXml.allowed(entry.html()));
        if (entry.picture() != null) {
            json.writeStringField("image", entry.picture());
        }
        json.writeStringField("date_published", FeedXml.rfc3339(entry.published()));
        json.writeStringField("date_modified", FeedXml.rfc3339(entry.updated()));
        json.writeStringField("language", entry.language().value());
        authors(json, entry);
        Json.strings(json, "tags", entry.tags().stream().map(FeedXml::allowed).toList());
        json.writeEndObject();
    }

    private static void authors(JsonGenerator json, Entry entry) throws IOException {
        json.writeArrayFieldStart("authors");
        for (Person author : entry.authors()) {
            json.writeStartObject();
            json.writeStringField("name", FeedXml.allowed(author.name()));
            json.writeStringField("url", author.address());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
