package dev.waxwing.adapter.web.redirect;

import java.util.List;

/**
 * Lines of {@code _redirects}: percent-encoded paths, in which an asterisk or a colon would stand for whatever is there. That
 * something is gone cannot be said, so it is not found.
 */
final class NetlifyRedirects {
    private NetlifyRedirects() {}

    static String write(List<Lead> leads) {
        return Lead.moved(
                leads, lead -> "%s %s 301\n".formatted(literal(lead.from().encoded()), target(lead)));
    }

    private static String target(Lead lead) {
        String location = lead.location();
        return location.startsWith("/") ? literal(location) : location;
    }

    private static String literal(String path) {
        return path.replace("*", "%2A").replace(":", "%3A");
    }
}
