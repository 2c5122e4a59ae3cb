package dev.waxwing.adapter.web.feed;

import dev.waxwing.domain.shared.LanguageTag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newest posts of a site, a tag or an author, ready to be written in any format. All addresses are absolute.
 *
 * @param id never changes
 * @param self where the feed is, without its ending
 * @param updated when anything in it last changed
 */
record Feed(
        String id,
        String title,
        String subtitle,
        String site,
        String home,
        String self,
        LanguageTag language,
        Instant updated,
        List<Entry> entries) {

    /** A post in a feed, with its full text. */
    record Entry(
            String id,
            String address,
            String title,
            String summary,
            String html,
            @Nullable String picture,
            LanguageTag language,
            List<Person> authors,
            List<String> tags,
            Instant published,
            Instant updated) {}

    /** An author in a feed. */
    record Person(String name, String address) {}

    String self(FeedFormat format) {
        return self + format.ending();
    }
}
