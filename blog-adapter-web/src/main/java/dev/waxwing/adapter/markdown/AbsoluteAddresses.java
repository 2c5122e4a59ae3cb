package dev.waxwing.adapter.markdown;

import static java.util.regex.Matcher.quoteReplacement;

import java.net.URI;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jsoup.internal.StringUtil;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/**
 * Resolves the relative addresses in a text that was rendered here. A feed has this done for each of its posts, so nothing is
 * parsed again: the renderer writes each value between double quotes, and no other angle bracket than that of a tag.
 */
final class AbsoluteAddresses {
    private static final Pattern TAG = Pattern.compile("<[a-z][a-z0-9-]*+(?:\\s++[^\\s=>/]++(?:=\"[^\"]*+\")?+)++");
    private static final Pattern ATTRIBUTE = Pattern.compile("(\\s++([^\\s=>/]++)=\")([^\"]*+)\"");
    private static final Set<String> OF_ONE_ADDRESS = Set.of("href", "src", "poster", "cite");

    private AbsoluteAddresses() {}

    /** An address that cannot be resolved stays as it is. */
    static String in(String html, URI page) {
        return TAG.matcher(html).replaceAll(tag -> quoteReplacement(inTag(tag.group(), page)));
    }

    private static String inTag(String tag, URI page) {
        return ATTRIBUTE
                .matcher(tag)
                .replaceAll(attribute -> quoteReplacement(attribute.group(1) + value(attribute, page) + '"'));
    }

    private static String value(MatchResult attribute, URI page) {
        String written = attribute.group(3);
        String name = attribute.group(2);
        if (OF_ONE_ADDRESS.contains(name)) {
            String absolute = StringUtil.resolve(page.toString(), Parser.unescapeEntities(written, true));
            return absolute.isEmpty() ? written : Entities.escape(absolute);
        }
        return name.equals("srcset")
                ? Entities.escape(Srcset.parse(Parser.unescapeEntities(written, true))
                        .resolved(page)
                        .toString())
                : written;
    }
}
