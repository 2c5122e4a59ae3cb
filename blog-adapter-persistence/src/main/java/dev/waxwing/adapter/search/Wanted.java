package dev.waxwing.adapter.search;

import dev.waxwing.application.search.SearchTerm.Role;
import java.util.Set;
import org.apache.lucene.search.Query;

/**
 * One wanted word or phrase as queries.
 *
 * @param asWritten finds it in the same form, with the same stem or as a beginning
 * @param nearly finds what {@code asWritten} finds, and near spellings
 * @param emptyIn the languages of the index in which it is a stop word, so that asking for it says nothing
 */
record Wanted(Role role, Query asWritten, Query nearly, Set<String> emptyIn) {

    /** Whether near spellings find what the word as it is written does not. */
    boolean hasNearSpellings() {
        return !nearly.equals(asWritten);
    }

    Query in(Reach reach) {
        return reach == Reach.AS_WRITTEN ? asWritten : nearly;
    }
}
