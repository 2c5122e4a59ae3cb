package dev.waxwing.adapter.web.feed;

import java.util.Locale;

/** The formats in which each feed is offered. */
enum FeedFormat {
    /** RFC 4287. */
    ATOM("application/atom+xml; charset=utf-8") {
        @Override
        String write(Feed feed, String styleSheet) {
            return AtomFeed.write(feed, styleSheet);
        }
    },
    /** RSS 2.0 as of the RSS Advisory Board, with the full text in content:encoded. */
    RSS("application/rss+xml; charset=utf-8") {
        @Override
        String write(Feed feed, String styleSheet) {
            return RssFeed.write(feed, styleSheet);
        }
    },
    /** JSON Feed 1.1. */
    JSON("application/feed+json; charset=utf-8") {
        @Override
        String write(Feed feed, String styleSheet) {
            return JsonFeed.write(feed);
        }
    };

    private final String type;

    FeedFormat(String type) {
        this.type = type;
    }

    /** @param styleSheet for those who open the feed in a browser, where the format has room for it */
    abstract String write(Feed feed, String styleSheet);

    String type() {
        return type;
    }

    String typeInBrowser() {
        return this == JSON ? "application/json; charset=utf-8" : "application/xml; charset=utf-8";
    }

    String ending() {
        return "/feed." + name().toLowerCase(Locale.ROOT);
    }
}
