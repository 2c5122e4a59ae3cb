package dev.waxwing.application.fake;

import dev.waxwing.application.contract.SearchIndexContract;
import dev.waxwing.application.search.SearchIndex;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InMemorySearchIndexTest implements SearchIndexContract {
    private final SearchIndex index = new InMemorySearchIndex();

    @Override
    public SearchIndex index() {
        return index;
    }
}
