package dev.waxwing.adapter.web.shared;

import dev.waxwing.domain.shared.LanguageTag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of itself to machines.
 *
 * @param title empty for the front page, which has the name of the site
 * @param canonical an absolute address, or a path of this site; empty for a page that has no address of its own
 * @param properties Open Graph properties beyond those that every page has
 * @param data JSON-LD, empty for none
 * @param alternates the same in each language it is written in, the page itself too; empty if that is one
 */
public record Head(
        String title,
        String description,
        String canonical,
        Indexing indexing,
        Feeds feeds,
        List<Property> properties,
        @Nullable Picture picture,
        String data,
        List<Alternate> alternates,
        @Nullable String newer,
        @Nullable String older) {

    /** Whether search engines may list a page. */
    public enum Indexing {
        LISTED,
        UNLISTED
    }

    /** An Open Graph property. */
    public record Property(String name, String content) {}

    /**
     * A page that says the same in a language.
     *
     * @param address absolute
     */
    public record Alternate(LanguageTag language, String address) {}

    /** The feeds of a page: those of the site, or those below a path. */
    public record Feeds(String title, String path) {
        public static final Feeds OF_SITE = new Feeds("", "");

        public static final Map<String, String> TYPES =
                Map.of("atom", "application/atom+xml", "rss", "application/rss+xml", "json", "application/feed+json");
    }

    public static Head of(String title, String canonical) {
        return new Head(
                title, "", canonical, Indexing.LISTED, Feeds.OF_SITE, List.of(), null, "", List.of(), null, null);
    }

    public Head describedBy(String text) {
        return new Head(title, text, canonical, indexing, feeds, properties, picture, data, alternates, newer, older);
    }

    public Head unlisted() {
        return new Head(
                title,
                description,
                canonical,
                Indexing.UNLISTED,
                feeds,
                properties,
                picture,
                data,
                alternates,
                newer,
                older);
    }

    public Head with(Feeds other) {
        return new Head(
                title, description, canonical, indexing, other, properties, picture, data, alternates, newer, older);
    }

    public Head with(List<Property> more) {
        return new Head(title, description, canonical, indexing, feeds, more, picture, data, alternates, newer, older);
    }

    public Head with(@Nullable Picture shown) {
        return new Head(
                title, description, canonical, indexing, feeds, properties, shown, data, alternates, newer, older);
    }

    public Head alternating(List<Alternate> same) {
        return new Head(title, description, canonical, indexing, feeds, properties, picture, data, same, newer, older);
    }

    /** @param json JSON-LD without the characters that would end a script */
    public Head withData(String json) {
        return new Head(
                title, description, canonical, indexing, feeds, properties, picture, json, alternates, newer, older);
    }

    public Head between(Pager pager) {
        return new Head(
                title,
                description,
                canonical,
                indexing,
                feeds,
                properties,
                picture,
                data,
                alternates,
                pager.newer(),
                pager.older());
    }

    public boolean listed() {
        return indexing == Indexing.LISTED;
    }
}
