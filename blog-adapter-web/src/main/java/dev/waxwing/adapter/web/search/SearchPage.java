package dev.waxwing.adapter.web.search;

import dev.waxwing.adapter.web.shared.Frame;
import dev.waxwing.adapter.web.shared.Pager;
import dev.waxwing.application.search.FoundPosts;
import dev.waxwing.application.search.SearchHits;

/**
 * What was found for some words.
 *
 * @param words as typed, cut where they are too long; empty before anything was looked for
 * @param refusal why nothing was looked for, empty if something was
 */
public record SearchPage(Frame frame, String words, String refusal, FoundPosts found, Pager pager) {
    public boolean asked() {
        return !words.isEmpty() && refusal.isEmpty();
    }

    /** How much was found. */
    public String count() {
        if (found.total() > SearchHits.MOST_COUNTED) {
            return "More than %d posts".formatted(SearchHits.MOST_COUNTED);
        }
        return found.total() == 1 ? "1 post" : found.total() + " posts";
    }
}
