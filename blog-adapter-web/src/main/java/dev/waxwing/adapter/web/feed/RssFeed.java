package dev.waxwing.adapter.web.feed;

import dev.waxwing.adapter.web.feed.Feed.Entry;
import dev.waxwing.adapter.web.feed.Feed.Person;
import javax.xml.stream.XMLStreamException;

/** A feed as RSS 2.0, with authors as Dublin Core names and full texts as content:encoded. */
final class RssFeed {
    private RssFeed() {}

    static String write(Feed feed, String styleSheet) {
        return FeedXml.write(styleSheet, xml -> {
            xml.open(
                    "rss",
                    "version",
                    "2.0",
                    "xmlns:atom",
                    "http://www.w3.org/2005/Atom",
                    "xmlns:content",
                    "http://purl.org/rss/1.0/modules/content/",
                    "xmlns:dc",
                    "http://purl.org/dc/elements/1.1/");
            xml.open("channel");
            channel(xml, feed);
            for (Entry entry : feed.entries()) {
                item(xml, entry);
            }
            xml.close();
            xml.close();
        });
    }

    private static void channel(FeedXml xml, Feed feed) throws XMLStreamException {
        xml.element("title", feed.title());
        xml.element("link", feed.home());
        xml.element("description", feed.subtitle().isEmpty() ? feed.title() : feed.subtitle());
        xml.element("language", feed.language().value());
        xml.element("lastBuildDate", FeedXml.rfc822(feed.updated()));
        xml.empty("atom:link", "rel", "self", "type", "application/rss+xml", "href", feed.self(FeedFormat.RSS));
    }

    private static void item(FeedXml xml, Entry entry) throws XMLStreamException {
        xml.open("item");
        xml.element("title", entry.title());
        xml.element("link", entry.address());
        xml.element("guid", entry.id(), "isPermaLink", "false");
        xml.element("pubDate", FeedXml.rfc822(entry.published()));
        for (Person author : entry.authors()) {
            xml.element("dc:creator", author.name());
        }
        for (String tag : entry.tags()) {
            xml.element("category", tag);
        }
        if (!entry.summary().isEmpty()) {
            xml.element("description", entry.summary());
        }
        xml.element("content:encoded", entry.html());
        xml.close();
    }
}
