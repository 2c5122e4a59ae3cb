package dev.waxwing.adapter.web.feed;

import dev.waxwing.adapter.web.feed.Feed.Entry;
import dev.waxwing.adapter.web.feed.Feed.Person;
import javax.xml.stream.XMLStreamException;

/** A feed as Atom 1.0 (RFC 4287). */
final class AtomFeed {
    private AtomFeed() {}

    static String write(Feed feed, String styleSheet) {
        return FeedXml.write(styleSheet, xml -> {
            xml.open(
                    "feed",
                    "xmlns",
                    "http://www.w3.org/2005/Atom",
                    "xml:lang",
                    feed.language().value());
            xml.element("id", feed.id());
            xml.element("title", feed.title());
            if (!feed.subtitle().isEmpty()) {
                xml.element("subtitle", feed.subtitle());
            }
            xml.element("updated", FeedXml.rfc3339(feed.updated()));
            xml.empty("link", "rel", "self", "type", "application/atom+xml", "href", feed.self(FeedFormat.ATOM));
            xml.empty("link", "rel", "alternate", "type", "text/html", "href", feed.home());
            author(xml, new Person(feed.site(), feed.home()));
            for (Entry entry : feed.entries()) {
                entry(xml, entry);
            }
            xml.close();
        });
    }

    private static void entry(FeedXml xml, Entry entry) throws XMLStreamException {
        xml.open("entry", "xml:lang", entry.language().value());
        xml.element("id", entry.id());
        xml.element("title", entry.title());
        xml.empty("link", "rel", "alternate", "type", "text/html", "href", entry.address());
        xml.element("published", FeedXml.rfc3339(entry.published()));
        xml.element("updated", FeedXml.rfc3339(entry.updated()));
        for (Person author : entry.authors()) {
            author(xml, author);
        }
        for (String tag : entry.tags()) {
            xml.empty("category", "term", tag);
        }
        if (!entry.summary().isEmpty()) {
            xml.element("summary", entry.summary());
        }
        xml.element("content", entry.html(), "type", "html");
        xml.close();
    }

    private static void author(FeedXml xml, Person author) throws XMLStreamException {
        xml.open("author");
        xml.element("name", author.name());
        xml.element("uri", author.address());
        xml.close();
    }
}
