package dev.waxwing.application.fake;

import dev.waxwing.application.contract.MediaStoreContract;
import dev.waxwing.application.media.MediaStore;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InMemoryMediaStoreTest implements MediaStoreContract {
    private final MediaStore media = new InMemoryMediaStore();

    @Override
    public MediaStore media() {
        return media;
    }
}
